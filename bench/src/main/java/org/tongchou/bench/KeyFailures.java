package org.tongchou.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import tools.jackson.databind.JsonNode;

/**
 * The failures of an audit against those of an answer key.
 *
 * @param genuine failures of the key (contradictions in the published document)
 * @param reported those of them that the audit reports
 * @param unsupported FAILs of the audit that the key does not have
 * @param notes each of them, for people
 */
record KeyFailures(int genuine, int reported, int unsupported, List<String> notes) {
    /** One line, or a range of lines: {@code L657}, {@code L1178-L1180}. */
    private static final Pattern LINES = Pattern.compile("L(\\d+)(?:-L(\\d+))?");

    KeyFailures {
        notes = List.copyOf(notes);
    }

    /** Whether a group of checks is about performance sheets and reports. */
    static boolean ofPerformance(String group) {
        return group.startsWith("perf.") || group.startsWith("report.");
    }

    /** Whether every genuine failure is reported, and no other. */
    boolean clean() {
        return reported == genuine && unsupported == 0;
    }

    /** Compares the checks of some groups; damage by text extraction (group artefact) is no failure. */
    static KeyFailures compare(Audit audit, JsonNode key, Predicate<String> groups) {
        List<CheckResult> ours = audit.with(CheckResult.Outcome.FAIL).stream()
                .filter(result -> groups.test(result.group()))
                .toList();
        Set<CheckResult> supported = new HashSet<>();
        List<String> notes = new ArrayList<>();
        int genuine = 0;
        int reported = 0;
        for (JsonNode check : key.path("checks")) {
            String group = text(check, "group");
            boolean holds = check.path("holds").asBoolean(true);
            if (holds || group.equals("artefact") || !groups.test(group)) {
                continue;
            }
            List<CheckResult> same =
                    ours.stream().filter(result -> same(result, check)).toList();
            supported.addAll(same);
            if (text(check, "class").equals("published_error")) {
                genuine++;
                reported += same.isEmpty() ? 0 : 1;
                notes.add((same.isEmpty() ? "未报告：" : "已报告：") + text(check, "id") + " "
                        + same.stream().map(CheckResult::id).toList());
            }
        }
        List<CheckResult> others =
                ours.stream().filter(result -> !supported.contains(result)).toList();
        others.forEach(result -> notes.add("答案中没有：" + result.id() + " " + result.message()));
        return new KeyFailures(genuine, reported, others.size(), notes);
    }

    /** The text of a field; empty when it is not there. */
    static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNull() || value.isMissingNode() ? "" : value.asString("");
    }

    /**
     * The same failure: the same numbers, or one of them at the same line. Statements, which the key writes as 1 against
     * 0 and an audit without numbers, are the same at the same line.
     */
    private static boolean same(CheckResult result, JsonNode failure) {
        BigDecimal left = number(failure, "left");
        BigDecimal right = number(failure, "right");
        boolean both = equal(result.left(), left) && equal(result.right(), right);
        boolean crossed = equal(result.left(), right) && equal(result.right(), left);
        boolean statement = equal(BigDecimal.ONE, left) && equal(BigDecimal.ZERO, right);
        if (statement) {
            return result.left() == null && sharesLine(result, text(failure, "where"));
        }
        boolean one = equal(result.left(), left)
                || equal(result.right(), right)
                || equal(result.left(), right)
                || equal(result.right(), left);
        return both || crossed || (one && sharesLine(result, text(failure, "where")));
    }

    private static @Nullable BigDecimal number(JsonNode node, String field) {
        return node.path(field).isNumber() ? node.path(field).decimalValue() : null;
    }

    private static boolean equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        return a != null && b != null && a.compareTo(b) == 0;
    }

    private static boolean sharesLine(CheckResult result, String where) {
        Set<String> lines = new HashSet<>();
        LINES.matcher(where).results().forEach(match -> {
            int first = Integer.parseInt(match.group(1));
            int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
            IntStream.rangeClosed(first, last).forEach(line -> lines.add("L" + line));
        });
        return result.cells().stream()
                .anyMatch(cell -> lines.contains(cell.place().rowLabel()));
    }
}
