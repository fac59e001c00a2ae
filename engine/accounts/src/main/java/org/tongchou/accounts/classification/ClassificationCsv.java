package org.tongchou.accounts.classification;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/** Reads classification tables: CSV in UTF-8 with the columns {@code code,name,from,to,source}. */
public final class ClassificationCsv {
    private static final List<String> COLUMNS = List.of("code", "name", "from", "to", "source");
    private static final Pattern CODE = Pattern.compile("[23]\\d{2}(?:\\d{2}){0,2}");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

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
        String name = String.valueOf(file.getFileName());
        try {
            String text = Files.readString(file);
            return parse(name, new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text));
        } catch (IOException e) {
            String message = "科目表 " + name + " 无法读取，应为 UTF-8 编码的 CSV 文件";
            return new Result(List.of(), List.of(new Problem(ProblemCode.FILE_UNREADABLE, name, null, name, message)));
        }
    }

    private static Result parse(String file, Reader reader) throws IOException {
        List<Subject> subjects = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        try (CSVParser parser = FORMAT.parse(reader)) {
            List<String> missing = COLUMNS.stream()
                    .filter(column -> !parser.getHeaderNames().contains(column))
                    .toList();
            if (!missing.isEmpty()) {
                String found = String.join(",", parser.getHeaderNames());
                String message = "第一行应有列 " + String.join("、", COLUMNS) + "，缺少 " + String.join("、", missing);
                problems.add(new Problem(ProblemCode.ROW_UNREADABLE, file, Place.line(1), found, message));
                return new Result(subjects, problems);
            }
            for (CSVRecord row : parser) {
                String failure = failure(row);
                if (failure == null) {
                    subjects.add(subject(row));
                } else {
                    Place line = Place.line((int) parser.getCurrentLineNumber());
                    String found = String.join(",", row.values());
                    problems.add(new Problem(ProblemCode.ROW_UNREADABLE, file, line, found, failure));
                }
            }
        }
        return new Result(subjects, problems);
    }

    private static @Nullable String failure(CSVRecord row) {
        if (!row.isConsistent()) {
            return "应有 " + COLUMNS.size() + " 列，读到 " + row.size() + " 列";
        }
        if (!CODE.matcher(row.get("code")).matches()) {
            return "列 code 的值“" + row.get("code") + "”应为 2 或 3 开头的 3、5、7 位数字";
        }
        if (row.get("name").isEmpty()) {
            return "列 name 为空，应为科目名称";
        }
        return Stream.of("from", "to")
                .filter(column -> !row.get(column).isEmpty()
                        && !YEAR.matcher(row.get(column)).matches())
                .findFirst()
                .map(column -> "列 " + column + " 的值“" + row.get(column) + "”应为年份，如 2024，或留空")
                .orElse(null);
    }

    private static Subject subject(CSVRecord row) {
        return new Subject(
                row.get("code"), row.get("name"), year(row.get("from")), year(row.get("to")), row.get("source"));
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
                Result result = parse(name, new InputStreamReader(stream, StandardCharsets.UTF_8));
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
