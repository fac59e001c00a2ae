package org.tongchou.performance.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.scoring.RulePack;

/**
 * What a check may look at.
 *
 * @param document the performance part
 * @param pack the scoring rules
 * @param scored the printed scores, explained
 * @param accounts the accounts in the same document; null when there are none
 * @param raw the document as read; null when it was not read from a file
 * @param earlier the same bureau's documents of earlier years; none when they are not given
 */
record Case(
        PerformanceDocument document,
        RulePack pack,
        List<Scored> scored,
        @Nullable AccountsDocument accounts,
        @Nullable RawDocument raw,
        List<PerformanceDocument> earlier) {
    private static final int ALIKE = 70;

    /** An item of a report and the line of the sheet it repeats. */
    record Pair(Node item, @Nullable Node part, Indicator indicator) {}

    /** The sheet a report is about. */
    Optional<Sheet> sheet(EvaluationReport report) {
        return report.sheet() < 0
                ? Optional.empty()
                : Optional.of(document.sheets().get(report.sheet()));
    }

    /** The items of a report with their lines: by name, then the most alike, then by order within a level. */
    List<Pair> pairs(EvaluationReport report) {
        Sheet sheet = sheet(report).orElse(null);
        if (sheet == null) {
            return List.of();
        }
        List<Indicator> free = new ArrayList<>(sheet.indicators());
        Map<Node, Indicator> found = new HashMap<>();
        for (int least : new int[] {100, 70, 45}) {
            for (Node item : report.items()) {
                if (found.containsKey(item)) {
                    continue;
                }
                Indicator best = null;
                int most = least - 1;
                for (Indicator indicator : free) {
                    int alike = likeness(report, item, indicator);
                    if (alike > most) {
                        most = alike;
                        best = indicator;
                    }
                }
                if (best != null) {
                    found.put(item, best);
                    free.remove(best);
                }
            }
        }
        byOrder(report, free, found);
        List<Pair> pairs = new ArrayList<>();
        for (Node group : report.groups()) {
            for (Node part : group.children()) {
                for (Node item : part.leaves()) {
                    Indicator indicator = found.get(item);
                    if (indicator != null) {
                        pairs.add(new Pair(item, part.children().isEmpty() ? null : part, indicator));
                    }
                }
            }
        }
        return pairs;
    }

    /** The completions of a report with the lines of the sheet whose names are most alike. */
    List<Pair> completions(EvaluationReport report) {
        List<Pair> pairs = new ArrayList<>();
        Sheet sheet = sheet(report).orElse(null);
        if (sheet == null) {
            return pairs;
        }
        for (Completion completion : report.completions()) {
            sheet.indicators().stream()
                    .max(Comparator.comparingInt(line -> Names.likeness(line.level3(), completion.name())))
                    .filter(line -> Names.likeness(line.level3(), completion.name()) >= ALIKE)
                    .ifPresent(line -> pairs.add(new Pair(
                            new Node(
                                    completion.name(),
                                    null,
                                    null,
                                    completion.target(),
                                    completion.actual(),
                                    "",
                                    List.of(),
                                    completion.place()),
                            null,
                            line)));
        }
        return pairs;
    }

    /** The cells of an item of a report and of the line it repeats. */
    List<CellRef> cells(EvaluationReport report, Pair pair, String column) {
        List<CellRef> cells = new ArrayList<>();
        cells.add(new CellRef(
                Scopes.topic(document, report),
                pair.item().name(),
                column,
                pair.item().place()));
        sheet(report).ifPresent(sheet -> cells.add(Scopes.cell(document, sheet, pair.indicator(), column)));
        return cells;
    }

    private static int likeness(EvaluationReport report, Node item, Indicator indicator) {
        boolean apart = report.kind() == EvaluationReport.Kind.SELF_EVALUATION
                && !group(report, item).isEmpty()
                && !indicator.level1().isEmpty()
                && !stem(group(report, item)).equals(stem(indicator.level1()));
        return apart ? 0 : Names.likeness(item.name(), indicator.level3());
    }

    /** What is left over in a group of a self-evaluation report, in printed order. */
    private static void byOrder(EvaluationReport report, List<Indicator> free, Map<Node, Indicator> found) {
        if (report.kind() != EvaluationReport.Kind.SELF_EVALUATION) {
            return;
        }
        Set<Indicator> used = new HashSet<>();
        for (Node item : report.items()) {
            if (found.containsKey(item)) {
                continue;
            }
            String group = stem(group(report, item));
            free.stream()
                    .filter(indicator -> !used.contains(indicator)
                            && stem(indicator.level1()).equals(group))
                    .findFirst()
                    .ifPresent(indicator -> {
                        used.add(indicator);
                        found.put(item, indicator);
                    });
        }
    }

    static String stem(String level) {
        return level.replaceAll("(?:指标|目标)$", "");
    }

    private static String group(EvaluationReport report, Node item) {
        return report.groups().stream()
                .filter(group -> group.leaves().contains(item))
                .findFirst()
                .map(Node::name)
                .orElse("");
    }
}
