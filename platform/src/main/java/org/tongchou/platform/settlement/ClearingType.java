package org.tongchou.platform.settlement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How settlements are told apart when institutions reconcile and are paid (清算类别). */
public enum ClearingType {
    /** 门诊. */
    OUTPATIENT("11", "门诊", List.of("outpatient", "emergency", "chronic", "special_drug", "maternity_outpatient")),
    /** 住院. */
    INPATIENT("21", "住院", List.of("inpatient", "day_surgery", "maternity_inpatient")),
    /** 药店购药. */
    PHARMACY("41", "药店购药", List.of("pharmacy"));

    private final String code;
    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // only ever from List.of
    private final List<String> kinds;

    ClearingType(String code, String word, List<String> kinds) {
        this.code = code;
        this.word = word;
        this.kinds = kinds;
    }

    /** Its code in the national interface. */
    public String code() {
        return code;
    }

    /** The word that people read. */
    public String word() {
        return word;
    }

    /** Kinds of visits that belong to it, as the policy pack calls them. */
    public List<String> kinds() {
        return kinds;
    }

    /** The type of a code. */
    public static Optional<ClearingType> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }

    /** The type of a kind of visit; that of outpatients for a kind that none names. */
    public static ClearingType ofKind(String kind) {
        return Arrays.stream(values())
                .filter(one -> one.kinds.contains(kind))
                .findFirst()
                .orElse(OUTPATIENT);
    }

    /** All kinds of visits, each beside its type in {@link #codesOfAll()}. */
    public static String[] kindsOfAll() {
        return Arrays.stream(values()).flatMap(one -> one.kinds.stream()).toArray(String[]::new);
    }

    /** Codes of types, one for each of {@link #kindsOfAll()}. */
    public static String[] codesOfAll() {
        return Arrays.stream(values())
                .flatMap(one -> one.kinds.stream().map(kind -> one.code))
                .toArray(String[]::new);
    }

    /** All codes with their words. */
    public static String shown() {
        return String.join(
                "、",
                Arrays.stream(values()).map(one -> one.code + " " + one.word).toList());
    }
}
