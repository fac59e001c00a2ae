package org.tongchou.performance.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.performance.check.Case.Pair;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.EvaluationReport.Node;

/** How reports name indicators, and where they put them. */
final class ReportNames {
    private static final int LISTED = 4;

    private ReportNames() {}

    /** Names: replaced characters are an error, characters left out or added a matter of wording. */
    static List<CheckResult> names(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            List<String> replaced = new ArrayList<>();
            List<String> abridged = new ArrayList<>();
            List<CellRef> cells = new ArrayList<>();
            int compared = 0;
            for (Pair pair : about.pairs(report)) {
                Names.Change change =
                        Names.change(pair.item().name(), pair.indicator().level3());
                boolean stated =
                        report.kind() == Kind.EVALUATION || pair.item().target().present();
                if (!stated || change == Names.Change.OTHER) {
                    continue;
                }
                compared++;
                if (change != Names.Change.NONE) {
                    (change == Names.Change.REPLACED ? replaced : abridged)
                            .add("“" + pair.item().name() + "”在自评表为“"
                                    + pair.indicator().level3() + "”");
                    cells.addAll(about.cells(report, pair, "名称"));
                }
            }
            for (Pair pair : about.completions(report)) {
                Names.Change change =
                        Names.change(pair.item().name(), pair.indicator().level3());
                if (change == Names.Change.REPLACED || change == Names.Change.ABRIDGED) {
                    (change == Names.Change.REPLACED ? replaced : abridged)
                            .add("“" + pair.item().name() + "”在自评表为“"
                                    + pair.indicator().level3() + "”");
                    cells.addAll(about.cells(report, pair, "名称"));
                }
            }
            String key = about.document().key(report);
            String topic = Scopes.topic(about.document(), report);
            List<String> all = Stream.concat(replaced.stream(), abridged.stream())
                    .distinct()
                    .toList();
            if (!all.isEmpty()) {
                results.add(Results.broken(
                        check,
                        key,
                        replaced.isEmpty() ? Severity.SOFT : check.severity(),
                        topic + "的指标名称与自评表不一致：" + String.join("；", all.subList(0, Math.min(LISTED, all.size())))
                                + (all.size() > LISTED ? "；等 " + all.size() + " 处" : ""),
                        null,
                        null,
                        "",
                        cells));
            } else if (compared > 0) {
                results.add(Results.pass(
                        check,
                        key,
                        topic + "的 " + compared + " 个指标名称与自评表一致",
                        List.of(new CellRef(topic, "", "", report.first()))));
            }
        }
        return results;
    }

    /** The second level an indicator stands under. */
    static List<CheckResult> levels(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        for (EvaluationReport report : about.document().reports()) {
            Map<String, List<Pair>> moved = new HashMap<>();
            int compared = 0;
            for (Pair pair : about.pairs(report)) {
                Node part = pair.part();
                if (part == null || pair.indicator().level2().isEmpty()) {
                    continue;
                }
                compared++;
                String said = Case.stem(part.name());
                String printed = Case.stem(pair.indicator().level2());
                boolean same = said.equals(printed) || said.contains(printed) || printed.contains(said);
                if (!same) {
                    moved.computeIfAbsent(
                                    part.name() + "”，自评表为“" + pair.indicator().level2(), k -> new ArrayList<>())
                            .add(pair);
                }
            }
            String key = about.document().key(report);
            String topic = Scopes.topic(about.document(), report);
            moved.forEach((how, pairs) -> {
                List<CellRef> cells = new ArrayList<>();
                pairs.forEach(pair -> cells.addAll(about.cells(report, pair, "二级指标")));
                results.add(Results.broken(
                        check,
                        key + "." + pairs.get(0).indicator().number(),
                        check.severity(),
                        topic + "：" + pairs.size() + " 个指标（“"
                                + pairs.get(0).item().name() + "”等）在报告中属“" + how + "”",
                        null,
                        null,
                        "",
                        cells));
            });
            if (moved.isEmpty() && compared > 0) {
                results.add(Results.pass(
                        check,
                        key,
                        topic + "的 " + compared + " 个指标所属二级指标与自评表一致",
                        List.of(new CellRef(topic, "", "", report.first()))));
            }
        }
        return results;
    }
}
