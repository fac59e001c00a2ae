package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.read.Plain;

/** The same indicator in several sheets. */
final class IndicatorRules {
    private static final int TELLING_DIGITS = 4;

    private IndicatorRules() {}

    /** An indicator with its sheet. */
    private record Use(Sheet sheet, Indicator indicator) {}

    /** Indicators by name; those whose names are too general to be the same thing everywhere are left out. */
    private static Map<String, List<Use>> uses(PerformanceDocument document, List<String> general) {
        Map<String, List<Use>> uses = new LinkedHashMap<>();
        for (Sheet sheet : document.sheets()) {
            for (Indicator indicator : sheet.indicators()) {
                String name = Plain.bare(indicator.level3());
                boolean specific = general.stream().noneMatch(name::endsWith);
                if (!name.isEmpty() && specific && indicator.target().value() != null) {
                    uses.computeIfAbsent(name, key -> new ArrayList<>()).add(new Use(sheet, indicator));
                }
            }
        }
        uses.values().removeIf(list -> list.size() < 2);
        return uses;
    }

    private static List<CellRef> cells(PerformanceDocument document, List<Use> uses, String column) {
        return uses.stream()
                .map(use -> Scopes.cell(document, use.sheet(), use.indicator(), column))
                .toList();
    }

    /** {@code P01、P26 为“≥380元”；P08 为“≤380元”}. */
    private static String said(PerformanceDocument document, List<Use> uses) {
        Map<String, List<String>> byTarget = new LinkedHashMap<>();
        for (Use use : uses) {
            byTarget.computeIfAbsent(use.indicator().target().printed(), key -> new ArrayList<>())
                    .add(document.key(use.sheet()));
        }
        List<String> parts = new ArrayList<>();
        byTarget.forEach((target, keys) -> parts.add(String.join("、", keys) + " 为“" + target + "”"));
        return String.join("；", parts);
    }

    static List<CheckResult> direction(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        uses(document, List.of()).forEach((name, uses) -> {
            boolean up = uses.stream()
                    .anyMatch(use -> use.indicator().target().operator() != null
                            && use.indicator().target().operator().upward());
            boolean down = uses.stream()
                    .anyMatch(use -> use.indicator().target().operator() != null
                            && use.indicator().target().operator().downward());
            String shown = uses.get(0).indicator().level3();
            if (up && down) {
                results.add(Results.broken(
                        check,
                        name,
                        check.severity(),
                        "同一指标“" + shown + "”方向相反：" + said(document, uses),
                        null,
                        null,
                        "",
                        cells(document, uses, "目标值")));
            } else if (up || down) {
                results.add(Results.pass(
                        check, name, "指标“" + shown + "”在 " + uses.size() + " 张表中方向一致", cells(document, uses, "目标值")));
            }
        });
        return results;
    }

    static List<CheckResult> oneTarget(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        uses(document, check.words()).forEach((name, uses) -> {
            Set<BigDecimal> targets = new LinkedHashSet<>();
            uses.forEach(use -> number(use.indicator().target().value(), targets));
            String shown = uses.get(0).indicator().level3();
            if (targets.size() < 2) {
                results.add(Results.pass(
                        check, name, "指标“" + shown + "”在 " + uses.size() + " 张表中目标值一致", cells(document, uses, "目标值")));
                return;
            }
            boolean met = uses.stream().anyMatch(use -> use.indicator().met());
            boolean missed = uses.stream()
                    .anyMatch(use -> use.indicator().actual().value() != null
                            && !use.indicator().met());
            boolean split = met && missed && oneActual(uses);
            List<BigDecimal> values = List.copyOf(targets);
            results.add(Results.broken(
                    check,
                    name,
                    split ? check.severity() : Severity.SOFT,
                    "同一指标“" + shown + "”目标值不同：" + said(document, uses)
                            + (split ? "；完成 " + uses.get(0).indicator().actual().printed() + " 在一处达标、在另一处未达标" : ""),
                    values.get(0),
                    values.get(1),
                    uses.get(0).indicator().target().unit(),
                    cells(document, uses, "目标值")));
        });
        return results;
    }

    private static boolean oneActual(List<Use> uses) {
        Set<BigDecimal> actuals = new LinkedHashSet<>();
        uses.forEach(use -> number(use.indicator().actual().value(), actuals));
        return actuals.size() == 1;
    }

    private static void number(@Nullable PrintedNumber number, Set<BigDecimal> into) {
        if (number != null) {
            BigDecimal plain = number.value().stripTrailingZeros();
            into.add(plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain);
        }
    }

    static List<CheckResult> oneActual(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        PerformanceDocument document = about.document();
        uses(document, check.words()).forEach((name, uses) -> {
            Set<BigDecimal> targets = new LinkedHashSet<>();
            Set<BigDecimal> actuals = new LinkedHashSet<>();
            uses.forEach(use -> {
                number(use.indicator().target().value(), targets);
                number(use.indicator().actual().value(), actuals);
            });
            if (targets.size() == 1 && actuals.size() > 1) {
                List<BigDecimal> values = List.copyOf(actuals);
                results.add(Results.broken(
                        check,
                        name,
                        check.severity(),
                        "同一指标“" + uses.get(0).indicator().level3() + "”完成值不同：" + values,
                        values.get(0),
                        values.get(1),
                        uses.get(0).indicator().target().unit(),
                        cells(document, uses, "完成值")));
            }
        });
        return results;
    }

    static List<CheckResult> onePrior(PerformanceCheck check, Case about) {
        List<Use> all = new ArrayList<>();
        for (Sheet sheet : about.document().sheets()) {
            for (Indicator indicator : sheet.indicators()) {
                boolean telling = indicator.prior() != null
                        && indicator.target().value() != null
                        && indicator.actual().value() != null
                        && indicator
                                        .actual()
                                        .value()
                                        .value()
                                        .stripTrailingZeros()
                                        .precision()
                                >= TELLING_DIGITS;
                if (telling) {
                    all.add(new Use(sheet, indicator));
                }
            }
        }
        List<CheckResult> results = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                prior(check, about.document(), all.get(i), all.get(j), results);
            }
        }
        return results;
    }

    private static void prior(
            PerformanceCheck check, PerformanceDocument document, Use one, Use other, List<CheckResult> results) {
        BigDecimal before = one.indicator().prior();
        BigDecimal after = other.indicator().prior();
        boolean same = equal(
                        one.indicator().target().value(),
                        other.indicator().target().value())
                && equal(
                        one.indicator().actual().value(),
                        other.indicator().actual().value())
                && one.indicator()
                        .target()
                        .unit()
                        .equals(other.indicator().target().unit());
        if (!same || before == null || after == null) {
            return;
        }
        List<Use> both = List.of(one, other);
        String key = document.key(one.sheet()) + "." + one.indicator().number() + "-" + document.key(other.sheet())
                + "." + other.indicator().number();
        String names = document.key(one.sheet()) + " “" + one.indicator().level3() + "”与 " + document.key(other.sheet())
                + " “" + other.indicator().level3() + "”";
        results.add(
                before.compareTo(after) == 0
                        ? Results.pass(check, key, names + "上年度数值相同", cells(document, both, "上年度数值"))
                        : Results.broken(
                                check,
                                key,
                                check.severity(),
                                names + "目标值、完成值都相同，上年度数值却为 " + before + " 与 " + after,
                                before,
                                after,
                                one.indicator().target().unit(),
                                cells(document, both, "上年度数值")));
    }

    private static boolean equal(@Nullable PrintedNumber one, @Nullable PrintedNumber other) {
        return one != null && other != null && one.value().compareTo(other.value()) == 0;
    }

    /** Words of the check: name of the indicator, {@code =}, pattern of the sentence with a group value. */
    static List<CheckResult> saidAgain(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        if (about.raw() == null) {
            return results;
        }
        for (String word : check.words()) {
            int split = word.indexOf('=');
            String name = word.substring(0, split);
            Pattern pattern = Pattern.compile(word.substring(split + 1));
            List<Use> uses = new ArrayList<>();
            for (Sheet sheet : about.document().sheets()) {
                sheet.indicators().stream()
                        .filter(indicator -> Names.same(indicator.level3(), name)
                                && indicator.actual().value() != null)
                        .forEach(indicator -> uses.add(new Use(sheet, indicator)));
            }
            if (!uses.isEmpty()) {
                about.raw().blocks().forEach(block -> {
                    if (block instanceof Paragraph paragraph) {
                        said(check, about.document(), uses, pattern, paragraph, results);
                    }
                });
            }
        }
        return results;
    }

    private static void said(
            PerformanceCheck check,
            PerformanceDocument document,
            List<Use> uses,
            Pattern pattern,
            Paragraph paragraph,
            List<CheckResult> results) {
        Matcher matcher = pattern.matcher(paragraph.text().replaceAll("\\s", ""));
        PrintedNumber actual = uses.get(0).indicator().actual().value();
        while (matcher.find()) {
            PrintedNumber said = PrintedNumber.find(matcher.group("value")).orElse(null);
            if (said == null || actual == null) {
                continue;
            }
            List<CellRef> cells = new ArrayList<>();
            cells.add(new CellRef("", uses.get(0).indicator().level3(), "", paragraph.place()));
            cells.addAll(cells(document, uses, "完成值"));
            BigDecimal half = new BigDecimal("0.5").movePointLeft(said.decimals());
            boolean agrees = said.value().subtract(actual.value()).abs().compareTo(half) <= 0;
            String key =
                    uses.get(0).indicator().level3() + "." + paragraph.place().rowLabel();
            results.add(
                    agrees
                            ? Results.pass(check, key, "正文“" + matcher.group() + "”与自评表一致", cells)
                            : Results.broken(
                                    check,
                                    key,
                                    check.severity(),
                                    "正文“" + matcher.group() + "”与自评表 "
                                            + document.key(uses.get(0).sheet()) + " “"
                                            + uses.get(0).indicator().level3() + "”完成值 " + actual.value() + " 不符",
                                    said.value(),
                                    actual.value(),
                                    uses.get(0).indicator().target().unit(),
                                    cells));
        }
    }
}
