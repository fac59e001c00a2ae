package org.tongchou.codes;

/**
 * A unified social credit code (统一社会信用代码, GB 32100): 17 characters and one to check them.
 *
 * @param code 18 characters
 */
public record CreditCode(String code) {
    /** I, O, S, V and Z are left out, as they look like digits or each other. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    /** Reads 18 characters. */
    public static Parsed<CreditCode> parse(String text) {
        String code = Characters.plain(text);
        if (code.length() != 18) {
            return new Parsed.Bad<>("E-COD-201", "18 位的统一社会信用代码");
        }
        if (code.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return new Parsed.Bad<>("E-COD-202", "只含数字和大写字母、不含 I、O、S、V、Z 的统一社会信用代码");
        }
        if (!Characters.digits(code.substring(2, 8))) {
            return new Parsed.Bad<>("E-COD-203", "第 3 至 8 位为行政区划数字的统一社会信用代码");
        }
        char check = check(code);
        return code.charAt(17) == check
                ? new Parsed.Good<>(new CreditCode(code))
                : new Parsed.Bad<>("E-COD-204", "校验码 " + check);
    }

    /** The code of 17 characters, with its check character. */
    public static CreditCode complete(String first17) {
        if (first17.length() != 17) {
            throw new IllegalArgumentException("not 17 characters: " + first17.length());
        }
        return parse(first17 + check(first17)).getValue();
    }

    private static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * ALPHABET.indexOf(code.charAt(i));
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
