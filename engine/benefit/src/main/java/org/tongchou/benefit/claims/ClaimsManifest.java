package org.tongchou.benefit.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.files.yaml.YamlIssue;

/**
 * What a year file says of itself.
 *
 * @param title what it is, for people
 * @param year calendar year of the bills
 * @param persons rows of persons
 * @param bills rows of bills
 * @param lines rows of lines
 * @param words the words by number
 * @param checksums CRC-32C of each column file by its name, eight hexadecimal digits
 */
public record ClaimsManifest(
        String title, int year, int persons, int bills, int lines, ClaimsWords words, Map<String, String> checksums) {
    /** The version that is written and read. */
    public static final int VERSION = 2;

    static final String FILE = "claims.yaml";
    private static final String FORMAT = "tongchou-claims";

    /** Copies the map, by name. */
    public ClaimsManifest {
        checksums = Collections.unmodifiableMap(new TreeMap<>(checksums));
    }

    int rows(ClaimsColumn.Table table) {
        return switch (table) {
            case PERSONS -> persons;
            case BILLS -> bills;
            case LINES -> lines;
        };
    }

    String text() {
        StringBuilder text = new StringBuilder(2048);
        text.append("# 结算数据年文件的清单，说明见 docs/claims-file.md\n");
        text.append("format: ").append(FORMAT).append('\n');
        text.append("version: ").append(VERSION).append('\n');
        text.append("title: ").append(quoted(title)).append('\n');
        text.append("year: ").append(year).append('\n');
        text.append("rows: { persons: ").append(persons).append(", bills: ").append(bills);
        text.append(", lines: ").append(lines).append(" }\n");
        text.append("words:\n");
        for (Fact.Kind fact : ClaimsWords.FACTS) {
            list(text, ClaimsWords.key(fact), words.of(fact));
        }
        list(text, "diagnosis", words.diagnoses());
        text.append("checksums:\n");
        checksums.forEach((column, sum) -> text.append("  ")
                .append(column)
                .append(": ")
                .append(quoted(sum))
                .append('\n'));
        return text.toString();
    }

    private static void list(StringBuilder text, String key, List<String> words) {
        text.append("  ").append(key).append(": [");
        text.append(String.join(", ", words.stream().map(ClaimsManifest::quoted).toList()));
        text.append("]\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Reads a manifest; empty when it cannot be used, and then something was reported. */
    static Optional<ClaimsManifest> read(String text, Consumer<ClaimsFailure> report) {
        List<YamlIssue> issues = new ArrayList<>();
        YamlFields fields = YamlFields.read(text, issues::add);
        String format = fields.required("format", FORMAT);
        if (issues.isEmpty() && !format.equals(FORMAT)) {
            report.accept(new ClaimsFailure(ClaimsFailure.Code.MANIFEST, FILE + " 的 format", format, FORMAT));
            return Optional.empty();
        }
        String version = fields.required("version", String.valueOf(VERSION));
        if (issues.isEmpty() && !version.equals(String.valueOf(VERSION))) {
            report.accept(new ClaimsFailure(
                    ClaimsFailure.Code.VERSION, FILE + " 的 version", version, VERSION + "；请用写出它的程序版本读取，或重新生成"));
            return Optional.empty();
        }
        String title = fields.word("title");
        int year = whole(fields, "year");
        YamlFields rows = fields.below("rows");
        int persons = whole(rows, "persons");
        int bills = whole(rows, "bills");
        int lines = whole(rows, "lines");
        YamlFields below = fields.below("words");
        Map<Fact.Kind, List<String>> words = new EnumMap<>(Fact.Kind.class);
        for (Fact.Kind fact : ClaimsWords.FACTS) {
            words.put(fact, below.texts(ClaimsWords.key(fact)));
        }
        List<String> diagnoses = below.texts("diagnosis");
        YamlFields sums = fields.below("checksums");
        Map<String, String> checksums = new TreeMap<>();
        for (ClaimsColumn column : ClaimsColumn.values()) {
            checksums.put(column.word(), sums.required(column.word(), "CRC-32C 校验和"));
        }
        for (YamlIssue issue : issues) {
            report.accept(new ClaimsFailure(
                    ClaimsFailure.Code.MANIFEST,
                    FILE + " 第 " + issue.line() + " 行",
                    issue.key(),
                    "docs/claims-file.md 所说的清单"));
        }
        return issues.isEmpty()
                ? Optional.of(new ClaimsManifest(
                        title, year, persons, bills, lines, new ClaimsWords(words, diagnoses), checksums))
                : Optional.empty();
    }

    private static int whole(YamlFields fields, String key) {
        Integer value = fields.required(
                key,
                "0 或正整数",
                word -> word.matches("\\d{1,9}") ? Optional.of(Integer.valueOf(word)) : Optional.empty());
        return value == null ? 0 : value;
    }
}
