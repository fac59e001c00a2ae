package org.tongchou.platform.enrolment.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.codes.Parsed;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.web.Refusal;

/**
 * The document by which a person is known.
 *
 * @param type 证件类型 of the national interface, two digits
 * @param number normal form; personal
 * @param birth day of birth; null when the number does not tell
 * @param sex {@code male} or {@code female}; empty when the number does not tell
 */
public record Certificate(
        String type, String number, @Nullable LocalDate birth, String sex) {
    /** 居民身份证. */
    public static final String IDENTITY_CARD = "01";
    /** 其他身份证件: the birth certificate of a child that has no identity number yet. */
    public static final String BIRTH_CERTIFICATE = "99";

    private static final Pattern BIRTH = Pattern.compile("[A-Z][0-9]{9}");
    private static final Map<IdentityNumber.Kind, String> TYPES = Map.of(
            IdentityNumber.Kind.RESIDENT, IDENTITY_CARD,
            IdentityNumber.Kind.COMPATRIOT_RESIDENCE, "17",
            IdentityNumber.Kind.FOREIGN_PERMANENT, "07",
            IdentityNumber.Kind.FOREIGN_PERMANENT_OLD, "07",
            IdentityNumber.Kind.HONG_KONG_MACAO_PASS, "04",
            IdentityNumber.Kind.TAIWAN_PASS, "06");

    /** Reads a number in any usual spelling. */
    public static Parsed<Certificate> parse(String text) {
        String plain = text.strip().toUpperCase(java.util.Locale.ROOT);
        if (BIRTH.matcher(plain).matches()) {
            return new Parsed.Good<>(new Certificate(BIRTH_CERTIFICATE, plain, null, ""));
        }
        Parsed<IdentityNumber> parsed = IdentityNumber.parse(text);
        return parsed instanceof Parsed.Bad<IdentityNumber> bad
                ? new Parsed.Bad<>(bad.problem(), bad.expected())
                : new Parsed.Good<>(of(parsed.getValue()));
    }

    private static Certificate of(IdentityNumber number) {
        IdentityNumber.Sex sex = number.sex();
        return new Certificate(
                Optional.ofNullable(TYPES.get(number.kind())).orElseThrow(),
                number.number(),
                number.birth(),
                sex == null ? "" : sex == IdentityNumber.Sex.MALE ? "male" : "female");
    }

    /** Reads a number, or refuses it without repeating it. */
    public static Certificate given(String field, @Nullable String text) {
        Parsed<Certificate> parsed = parse(text == null ? "" : text);
        Optional<Parsed.Bad<Certificate>> bad = parsed.findProblem();
        if (bad.isPresent()) {
            String shown = text == null || text.isBlank() ? null : PersonalSecrets.masked(text.strip());
            throw Refusal.field(bad.get().problem(), field, shown, bad.get().expected());
        }
        return parsed.getValue();
    }

    /** The number as everybody may see it. */
    public String masked() {
        return PersonalSecrets.masked(number);
    }

    /** Type and length only: the number itself does not belong into logs. */
    @Override
    public String toString() {
        return type + "（" + number.length() + " 位）";
    }
}
