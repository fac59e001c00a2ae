package org.tongchou.platform.settlement.list;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tongchou.platform.settlement.SettlementLists.Finding;

/** Checks settlement lists by rules. Pure. */
final class QualityControl {
    private static final int NEWBORN_DAYS = 28;

    private final List<ListRule> rules;

    QualityControl(List<ListRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /**
     * A completed list.
     *
     * @param head fields of the head
     * @param nodes rows by node
     * @param inpatient whether it is a stay
     * @param born day of birth
     * @param begun first day of the visit
     */
    record Draft(
            Map<String, String> head,
            Map<String, List<Map<String, String>>> nodes,
            boolean inpatient,
            LocalDate born,
            LocalDate begun) {
        String text(String field) {
            return head.getOrDefault(field, "");
        }

        List<Map<String, String>> rows(String node) {
            return nodes.getOrDefault(node, List.of());
        }
    }

    List<Finding> check(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        for (ListRule rule : rules) {
            if (asks(rule, draft)) {
                check(
                        rule,
                        draft,
                        found -> findings.add(
                                new Finding(rule.id(), rule.severity(), found.field(), rule.says(), found.value())));
            }
        }
        return findings;
    }

    private record Found(String field, String value) {}

    private static boolean asks(ListRule rule, Draft draft) {
        ListRule.When when = rule.when();
        if (when == null) {
            return true;
        }
        boolean newborn = ChronoUnit.DAYS.between(draft.born(), draft.begun()) <= NEWBORN_DAYS;
        List<String> values = when.in();
        List<String> diagnosis = when.diagnosis();
        return (values == null || values.contains(draft.text(Objects.requireNonNullElse(when.field(), ""))))
                && (when.inpatient() == null || when.inpatient() == draft.inpatient())
                && (when.newborn() == null || when.newborn() == newborn)
                && (diagnosis == null || diagnosed(draft, diagnosis, when.except()));
    }

    private static boolean diagnosed(
            Draft draft, List<String> beginnings, @org.jspecify.annotations.Nullable List<String> except) {
        return draft.rows("diseinfo").stream()
                .map(row -> row.getOrDefault("diag_code", ""))
                .filter(code -> except == null || except.stream().noneMatch(code::startsWith))
                .anyMatch(code -> beginnings.stream().anyMatch(code::startsWith));
    }

    private static void check(ListRule rule, Draft draft, Consumer<Found> found) {
        String node = rule.node();
        List<Map<String, String>> rows = node == null ? List.of(draft.head()) : draft.rows(node);
        String first = rule.fields().isEmpty() ? "" : rule.fields().get(0);
        switch (rule.test()) {
            case ROWS -> {
                if (rows.isEmpty()) {
                    found.accept(new Found(String.valueOf(node), ""));
                }
            }
            case ONE -> {
                long count = rows.stream()
                        .filter(row -> row.getOrDefault(first, "").equals("1"))
                        .count();
                if (count != 1) {
                    found.accept(new Found(first, Long.toString(count)));
                }
            }
            case UNIQUE -> {
                Set<String> seen = new HashSet<>();
                for (Map<String, String> row : rows) {
                    String said = String.join(
                            " ",
                            rule.fields().stream()
                                    .map(field -> row.getOrDefault(field, ""))
                                    .toList());
                    if (!seen.add(said)) {
                        found.accept(new Found(first, said));
                    }
                }
            }
            case SUM -> {
                BigDecimal sum = sum(rows.stream().map(row -> row.getOrDefault(first, "")));
                if (sum.compareTo(number(draft.text(rule.fields().get(1))).orElse(BigDecimal.ZERO)) != 0) {
                    found.accept(new Found(first, sum.toPlainString()));
                }
            }
            default -> rows.forEach(row -> row(rule, draft, row, found));
        }
    }

    private static void row(ListRule rule, Draft draft, Map<String, String> row, Consumer<Found> found) {
        List<String> fields = rule.fields();
        String first = row.getOrDefault(fields.get(0), "");
        switch (rule.test()) {
            case PRESENT -> said(rule, row, String::isEmpty, found);
            case PATTERN ->
                said(
                        rule,
                        row,
                        value -> !value.isEmpty() && !value.matches(Objects.requireNonNull(rule.pattern())),
                        found);
            case RANGE -> said(rule, row, value -> !value.isEmpty() && !within(rule, value), found);
            case WITHIN ->
                said(
                        rule,
                        row,
                        value -> !value.isEmpty()
                                && (later(draft.text("adm_time"), value) || later(value, draft.text("dscg_time"))),
                        found);
            case ORDER, STRICT_ORDER -> {
                String second = row.getOrDefault(fields.get(1), "");
                boolean same = !first.isEmpty() && first.equals(second);
                if (later(first, second) || (same && rule.test() == ListRule.Test.STRICT_ORDER)) {
                    found.accept(new Found(fields.get(1), second));
                }
            }
            case ROW_SUM -> {
                BigDecimal parts = sum(fields.stream().skip(1).map(field -> row.getOrDefault(field, "")));
                if (parts.compareTo(number(first).orElse(BigDecimal.ZERO)) != 0) {
                    found.accept(new Found(fields.get(0), first));
                }
            }
            case AT_MOST -> {
                String last = row.getOrDefault(fields.get(fields.size() - 1), "");
                BigDecimal together =
                        sum(fields.stream().limit(fields.size() - 1L).map(field -> row.getOrDefault(field, "")));
                if (!last.isEmpty() && together.compareTo(number(last).orElse(BigDecimal.ZERO)) > 0) {
                    found.accept(new Found(fields.get(0), together.toPlainString()));
                }
            }
            default -> throw new IllegalArgumentException(rule.id());
        }
    }

    private static void said(
            ListRule rule, Map<String, String> row, java.util.function.Predicate<String> wrong, Consumer<Found> found) {
        for (String field : rule.fields()) {
            String value = row.getOrDefault(field, "");
            if (wrong.test(value)) {
                found.accept(new Found(field, value));
            }
        }
    }

    private static boolean within(ListRule rule, String value) {
        BigDecimal least = rule.least();
        BigDecimal most = rule.most();
        BigDecimal step = rule.step();
        return number(value)
                .filter(number -> least == null || number.compareTo(least) >= 0)
                .filter(number -> most == null || number.compareTo(most) <= 0)
                .filter(number -> step == null || number.remainder(step).signum() == 0)
                .isPresent();
    }

    /** Whether a day or time is later than another, as far as both say. */
    private static boolean later(String one, String other) {
        int said = Math.min(one.length(), other.length());
        return said >= 10 && one.substring(0, said).compareTo(other.substring(0, said)) > 0;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static BigDecimal sum(Stream<String> values) {
        return values.map(value -> number(value).orElse(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
