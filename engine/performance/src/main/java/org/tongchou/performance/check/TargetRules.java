package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;
import org.tongchou.performance.read.Targets;

/** Targets while the year runs, and over the years. */
final class TargetRules {
    private TargetRules() {}

    /** Monitoring: what will not be reached by the end of the year, as forecast, asks for a reason. */
    static List<CheckResult> forecast(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        for (Sheet sheet : document.sheets()) {
            if (sheet.kind() != SheetKind.MONITORING) {
                continue;
            }
            for (Indicator indicator : sheet.indicators()) {
                forecast(indicator).ifPresent(expected -> {
                    CellRef cell = Scopes.cell(document, sheet, indicator, "全年预计");
                    String key = document.key(sheet) + "." + indicator.number();
                    String name = cell.topic() + " “" + indicator.level3() + "”";
                    boolean missed =
                            !meets(indicator, expected) && indicator.reason().isEmpty();
                    results.add(
                            missed
                                    ? Results.broken(
                                            check,
                                            key,
                                            name + "目标 " + indicator.target().printed() + "，预计全年完成 "
                                                    + expected.printed() + "，没有说明偏差原因（"
                                                    + cell.place().label() + "）",
                                            List.of(cell))
                                    : Results.pass(check, key, name + "预计完成目标或说明了偏差原因", List.of(cell)));
                });
            }
        }
        return results;
    }

    /** The forecast of a line, where it is a number that can be held against the target. */
    private static Optional<Actual> forecast(Indicator indicator) {
        return indicator.monitored().entrySet().stream()
                .filter(entry -> entry.getKey().contains("预计"))
                .map(entry -> Targets.actual(entry.getValue(), indicator.target()))
                .filter(actual -> actual.value() != null && indicator.target().value() != null)
                .findFirst();
    }

    private static boolean meets(Indicator indicator, Actual expected) {
        PrintedNumber target = indicator.target().value();
        PrintedNumber value = expected.value();
        return indicator.target().read() == null
                || target == null
                || value == null
                || indicator.target().read().met(value.value(), target.value());
    }

    /** Words of the check: for how many years running a target may not stay the same. */
    static List<CheckResult> unchanged(PerformanceCheck check, Case about) {
        int years = Integer.parseInt(check.words().get(0));
        PerformanceDocument document = about.document();
        Integer year = document.year();
        List<PerformanceDocument> before = year == null ? List.of() : before(about.earlier(), year, years - 1);
        if (before.size() < years - 1) {
            return List.of();
        }
        List<CheckResult> results = new ArrayList<>();
        for (Sheet sheet : document.sheets()) {
            for (Indicator indicator : sheet.indicators()) {
                Map<Boolean, Integer> same = new HashMap<>();
                for (PerformanceDocument other : before) {
                    BigDecimal target = target(other, sheet.project().name(), indicator.level3());
                    boolean equal = target != null
                            && indicator.target().value() != null
                            && indicator.target().value().value().compareTo(target) == 0;
                    same.merge(equal, 1, Integer::sum);
                }
                CellRef cell = Scopes.cell(document, sheet, indicator, "目标值");
                String key = document.key(sheet) + "." + indicator.number();
                String name = cell.topic() + " “" + indicator.level3() + "”目标 "
                        + indicator.target().printed();
                if (same.getOrDefault(true, 0) == years - 1) {
                    results.add(Results.broken(check, key, name + "连续 " + years + " 年未变", List.of(cell)));
                } else if (same.getOrDefault(true, 0) > 0) {
                    results.add(Results.pass(check, key, name + "在 " + years + " 年内有调整", List.of(cell)));
                }
            }
        }
        return results;
    }

    /** The documents of the years just before, the latest first; fewer when one is missing. */
    private static List<PerformanceDocument> before(List<PerformanceDocument> earlier, int year, int wanted) {
        List<PerformanceDocument> found = new ArrayList<>();
        for (int back = 1; back <= wanted; back++) {
            int sought = year - back;
            earlier.stream()
                    .filter(document -> document.year() != null && document.year() == sought)
                    .findFirst()
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The target of an indicator of the same name in the project of the same name; null when there is none. */
    private static @Nullable BigDecimal target(PerformanceDocument document, String project, String name) {
        for (Sheet sheet : document.sheets()) {
            for (Indicator indicator : sheet.indicators()) {
                boolean same = Names.same(withoutYear(sheet.project().name()), withoutYear(project))
                        && Names.same(indicator.level3(), name)
                        && indicator.target().value() != null;
                if (same && indicator.target().value() != null) {
                    return indicator.target().value().value();
                }
            }
        }
        return null;
    }

    /** Projects that go on carry the year in their names. */
    private static String withoutYear(String project) {
        return project.replaceAll("(?:19|20)\\d{2}年?度?", "");
    }
}
