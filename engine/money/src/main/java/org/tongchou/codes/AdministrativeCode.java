package org.tongchou.codes;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The six digits of an administrative division (行政区划代码, GB/T 2260; the national platform's 医保区划 as well).
 *
 * @param code six digits
 */
public record AdministrativeCode(String code) {
    /** First two digits of the provinces; 81 to 83 are those of residence permits for people of Hong Kong, Macao, Taiwan. */
    private static final Set<String> PROVINCES = Arrays.stream(
                    ("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54"
                                    + " 61 62 63 64 65 66 71 81 82 83")
                            .split(" "))
            .collect(Collectors.toUnmodifiableSet());

    /** What a division is. */
    public enum Level {
        /** 省级. */
        PROVINCE,
        /** 市级. */
        CITY,
        /** 县级. */
        COUNTY
    }

    /** Reads six digits. */
    public static Parsed<AdministrativeCode> parse(String text) {
        String code = Characters.plain(text);
        if (code.length() != 6 || !Characters.digits(code)) {
            return new Parsed.Bad<>("E-COD-301", "6 位数字的行政区划代码");
        }
        if (!isProvince(code)) {
            return new Parsed.Bad<>("E-COD-302", "以省级代码开头的行政区划代码");
        }
        if (code.startsWith("00", 2) && !code.endsWith("00")) {
            return new Parsed.Bad<>("E-COD-303", "市级代码不为 00 的县级行政区划代码");
        }
        return new Parsed.Good<>(new AdministrativeCode(code));
    }

    /** Whether the first two digits are those of a province. */
    static boolean isProvince(String code) {
        return PROVINCES.contains(code.substring(0, 2));
    }

    /** What it is. */
    public Level level() {
        return code.endsWith("0000") ? Level.PROVINCE : code.endsWith("00") ? Level.CITY : Level.COUNTY;
    }

    /** The division above; a province is its own. */
    public AdministrativeCode above() {
        return new AdministrativeCode(
                level() == Level.COUNTY ? code.substring(0, 4) + "00" : code.substring(0, 2) + "0000");
    }
}
