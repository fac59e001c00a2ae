package org.tongchou.accounts.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.files.CsvFile;

/** Reads classification tables: CSV in UTF-8 with the columns {@code code,name,from,to,source}. */
public final class ClassificationCsv {
    private static final List<String> COLUMNS = List.of("code", "name", "from", "to", "source");
    private static final Pattern CODE = Pattern.compile("[23]\\d{2}(?:\\d{2}){0,2}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");

    private ClassificationCsv() {}

    /**
     * What an import gave.
     *
     * @param subjects the good rows, in file order
     * @param problems the others, each with its line
     */
    public record Result(List<Subject> subjects, List<Problem> problems) {
        /** Copies the lists. */
        public Result {
            subjects = List.copyOf(subjects);
            problems = List.copyOf(problems);
        }
    }

    /** Reads a file; good rows are kept, every bad row and an unreadable file are reported. */
    public static Result importCsv(Path file) {
        return subjects(String.valueOf(file.getFileName()), CsvFile.read(file));
    }

    private static Result subjects(String file, CsvFile csv) {
        List<Subject> subjects = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<String> missing = COLUMNS.stream()
                .filter(column -> !csv.header().contains(column))
                .toList();
        if (!csv.failure().isEmpty()) {
            problems.add(new Problem(ProblemCode.FILE_UNREADABLE, file, null, file, csv.failure()));
        } else if (!missing.isEmpty()) {
            String message = "第一行应有列 " + String.join("、", COLUMNS) + "，缺少 " + String.join("、", missing);
            String found = String.join(",", csv.header());
            problems.add(new Problem(ProblemCode.ROW_UNREADABLE, file, Place.line(1), found, message));
        } else {
            for (CsvFile.Row row : csv.rows()) {
                String failure = failure(csv, row);
                if (failure == null) {
                    subjects.add(subject(csv, row));
                } else {
                    problems.add(
                            new Problem(ProblemCode.ROW_UNREADABLE, file, Place.line(row.line()), row.text(), failure));
                }
            }
        }
        return new Result(subjects, problems);
    }

    private static @Nullable String failure(CsvFile csv, CsvFile.Row row) {
        if (row.cells().size() != csv.header().size()) {
            return "应有 " + csv.header().size() + " 列，读到 " + row.cells().size() + " 列";
        }
        if (!CODE.matcher(csv.cell(row, "code")).matches()) {
            return "列 code 的值“" + csv.cell(row, "code") + "”应为 2 或 3 开头的 3、5、7 位数字";
        }
        if (csv.cell(row, "name").isEmpty()) {
            return "列 name 为空，应为科目名称";
        }
        return Stream.of("from", "to")
                .filter(column -> !csv.cell(row, column).isEmpty()
                        && !YEAR.matcher(csv.cell(row, column)).matches())
                .findFirst()
                .map(column -> "列 " + column + " 的值“" + csv.cell(row, column) + "”应为年份，如 2024，或留空")
                .orElse(null);
    }

    private static Subject subject(CsvFile csv, CsvFile.Row row) {
        return new Subject(
                csv.cell(row, "code"),
                csv.cell(row, "name"),
                year(csv.cell(row, "from")),
                year(csv.cell(row, "to")),
                csv.cell(row, "source"));
    }

    private static @Nullable Integer year(String text) {
        return text.isEmpty() ? null : Integer.valueOf(text);
    }

    /** The tables on the class path. A damaged one is a fault of the build, so it is loud. */
    static List<Subject> bundled() {
        List<Subject> all = new ArrayList<>();
        for (String name : List.of("functional.csv", "economic.csv")) {
            try (InputStream stream = ClassificationCsv.class.getResourceAsStream(name)) {
                if (stream == null) {
                    throw new IllegalStateException("missing resource " + name);
                }
                Result result =
                        subjects(name, CsvFile.parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
                if (!result.problems().isEmpty()) {
                    throw new IllegalStateException(result.problems().get(0).line());
                }
                all.addAll(result.subjects());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
