package org.tongchou.platform.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.StringJoiner;
import org.tongchou.codes.CreditCode;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.catalogue.kind.Kind;
import org.tongchou.platform.catalogue.kind.Kinds;

/**
 * The files of a made-up region: three of ten people are employees, fifty to an employer, the others residents, three to a
 * household. Names are made of counting words; one row in twenty of the people is wrong, in one of five ways.
 */
record RegionFiles(int people) {
    static final String COUNTY = "35990%d";
    static final int COUNTIES = 4;
    static final int WRONG = 20;

    private static final String WORDS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
    private static final int EMPLOYED = 3;
    private static final int OF = 10;
    private static final int STAFF = 50;
    private static final int DAYS = 18_000;

    int employers() {
        return Math.max(1, people * EMPLOYED / OF / STAFF);
    }

    int wrong() {
        return people / WRONG;
    }

    static String employer(int order) {
        return CreditCode.complete("91" + COUNTY.formatted(1) + "MB" + "%07d".formatted(order))
                .code();
    }

    static String county(int order) {
        return COUNTY.formatted(1 + order % COUNTIES);
    }

    static String name(int order) {
        int three = Math.floorMod(order * 7919, WORDS.length() * WORDS.length() * WORDS.length());
        return "样" + word(three) + word(three / WORDS.length()) + word(three / WORDS.length() / WORDS.length());
    }

    private static char word(int at) {
        return WORDS.charAt(at % WORDS.length());
    }

    static String number(int order) {
        LocalDate born = LocalDate.of(1960, 1, 1).plusDays(order % DAYS);
        return IdentityNumber.complete(
                        county(order) + born.toString().replace("-", "") + "%03d".formatted(order / DAYS % 1000))
                .number();
    }

    /** The list of people. */
    Path people(Path folder) throws IOException {
        Path file = folder.resolve("people.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("证件号码,姓名,区县,户号,住址,与户主关系,联系电话,险种,人员类别,参保日期,单位统一社会信用代码,缴费档次\n");
            for (int i = 0; i < people; i++) {
                out.write(person(i));
            }
        }
        return file;
    }

    private String person(int i) {
        int kind = i % WRONG == WRONG - 1 ? i / WRONG % 5 : -1;
        int of = kind == 4 ? i - 1 : i;
        boolean employee = of % OF < EMPLOYED;
        String number = number(of);
        StringJoiner row = new StringJoiner(",", "", "\n");
        row.add(kind == 0 ? number.substring(0, 17) + (number.charAt(17) == '1' ? '2' : '1') : number);
        row.add(kind == 1 ? "" : name(of));
        row.add(kind == 2 ? "无此县" : county(of));
        row.add("H%08d".formatted(of / 3)).add("样例路 " + of / 3 + " 号").add(of % 3 == 0 ? "户主" : "家人");
        row.add("139%08d".formatted(of));
        row.add(employee ? "职工医保" : "居民医保").add(employee ? "在职职工" : "成年居民");
        row.add(kind == 3 ? "2024-13-01" : "2024-01-01");
        row.add(employee ? employer(of / OF % employers()) : "").add("");
        return row.toString();
    }

    /** A full download of the catalogue of drugs. */
    static Path drugs(Path folder, int rows) throws IOException {
        Kind kind = Kinds.get("drug");
        Path file = folder.resolve("drugs.txt");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < rows; i++) {
                Map<String, String> said = Map.of(
                        kind.code(),
                        "XA01AA" + "A%03dA%03d%09d".formatted(i % 1000, i / 1000, i),
                        "药品通用名",
                        "样例药" + name(i),
                        "药品剂型名称",
                        "片剂",
                        "药品规格",
                        i % 100 + "mg",
                        "生产企业名称",
                        "样例药厂" + i % 500,
                        "说明书",
                        "样例说明 " + i,
                        "开始日期",
                        "2025-01-01",
                        "有效标志",
                        "1",
                        "唯一记录号",
                        "S" + i);
                StringJoiner row = new StringJoiner("\t", "", "\n");
                kind.columns().forEach(column -> row.add(said.getOrDefault(column, "null")));
                out.write(row.toString());
            }
        }
        return file;
    }
}
