package org.tongchou.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.check.Audit;
import org.tongchou.bench.FieldComparison.Share;
import org.tongchou.performance.report.PerformanceSupplement;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares the performance part of an audit with an answer key made independently from the same document: every field of
 * every sheet and report, every explained score, every failure.
 *
 * @param tables sheets found, of those in the key
 * @param sheets the fields of the sheets
 * @param reports reports found, of those in the key
 * @param prose the fields of the reports
 * @param failures the failures of performance checks
 */
record PerformanceComparison(
        Share tables, FieldComparison sheets, Share reports, FieldComparison prose, KeyFailures failures) {

    /** Compares; empty when the key has no performance part. */
    static Optional<PerformanceComparison> compare(Audit audit, JsonNode key) {
        JsonNode expected = key.path("performance");
        if (expected.path("tables").isEmpty() && expected.path("reports").isEmpty()) {
            return Optional.empty();
        }
        JsonNode found = audit.supplements().stream()
                .filter(PerformanceSupplement.class::isInstance)
                .map(supplement -> ((PerformanceSupplement) supplement).json())
                .findFirst()
                .orElse(MissingNode.getInstance());
        FieldComparison sheets = new FieldComparison();
        FieldComparison prose = new FieldComparison();
        return Optional.of(new PerformanceComparison(
                compare(expected, found, "tables", sheets),
                sheets,
                compare(expected, found, "reports", prose),
                prose,
                KeyFailures.compare(audit, key, KeyFailures::ofPerformance)));
    }

    private static Share compare(JsonNode expected, JsonNode found, String list, FieldComparison fields) {
        JsonNode wanted = expected.path(list);
        fields.compare(list, wanted, found.path(list));
        return new Share(Math.min(wanted.size(), found.path(list).size()), wanted.size());
    }

    /** Whether nothing differs. */
    boolean clean() {
        return tables.part() == tables.whole()
                && reports.part() == reports.whole()
                && sheets.wrong() + sheets.missing() + prose.wrong() + prose.missing() == 0
                && failures.clean();
    }

    /** Scores that a rule gives. */
    Share reproduced() {
        return sum(sheets.reproduced(), prose.reproduced());
    }

    /** Scores that no rule gives. */
    Share unexplained() {
        return sum(sheets.unexplained(), prose.unexplained());
    }

    private static Share sum(Share one, Share other) {
        return new Share(one.part() + other.part(), one.whole() + other.whole());
    }

    /** What differs, for people. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(sheets.notes());
        notes.addAll(prose.notes());
        notes.addAll(failures.notes());
        return notes;
    }
}
