package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tongchou.performance.check.PerformanceChecks;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.platform.web.Refusal;

/** What a sheet of targets must hold before it is handed in, and what is worth a second look. */
@Component
public class SheetChecks {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final RegionRules packs;
    private final SheetStore store;

    SheetChecks(RegionRules packs, SheetStore store) {
        this.packs = packs;
        this.store = store;
    }

    /**
     * A finding.
     *
     * @param level 错误, which blocks handing in, or 提示
     * @param line 1-based number of the indicator; 0 for the sheet
     * @param message one Chinese sentence
     */
    public record Finding(String level, int line, String message) {}

    /** Refuses a sheet that cannot be handed in, with the first thing that is wrong. */
    void complete(TargetSheet sheet) {
        findings(sheet, Optional.empty()).stream()
                .filter(finding -> finding.level().equals("错误"))
                .findFirst()
                .ifPresent(finding -> {
                    throw Refusal.conflict("E-PER-031", "不能提交" + sheet.title() + "：" + finding.message());
                });
    }

    /** All findings, with the money where it is known. */
    List<Finding> findings(TargetSheet sheet, Optional<Money> money) {
        List<Finding> found = new ArrayList<>();
        RulePack pack = packs.of(sheet.unitId(), sheet.year());
        if (sheet.goal().isEmpty()) {
            found.add(new Finding("错误", 0, "总体目标没有填写"));
        }
        if (sheet.lines().isEmpty()) {
            found.add(new Finding("错误", 0, "没有绩效指标"));
        }
        lines(sheet, found);
        BigDecimal sum = sheet.lines().stream().map(TargetLine::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal wanted = RegionRules.indicators(pack);
        if (!sheet.lines().isEmpty() && sum.compareTo(wanted) != 0) {
            found.add(new Finding(
                    "错误",
                    0,
                    "指标分值合计 " + RegionRules.points(sum) + " 分，应为 " + RegionRules.points(wanted) + " 分（另有预算执行率 "
                            + RegionRules.points(RegionRules.execution(pack)) + " 分，共 100 分）"));
        }
        shares(sheet, pack, found);
        unchanged(sheet, found);
        money.filter(known -> known.total().adjustedFen() <= 0)
                .ifPresent(known -> found.add(new Finding("提示", 0, "账上还没有本项目的预算，执行率将无法计算")));
        return found;
    }

    private static void lines(TargetSheet sheet, List<Finding> found) {
        for (int i = 0; i < sheet.lines().size(); i++) {
            TargetLine line = sheet.lines().get(i);
            String name = "“" + line.name() + "”";
            if (line.target().isEmpty()) {
                found.add(new Finding("错误", i + 1, name + "没有目标值"));
            }
            if (line.weight().signum() == 0) {
                found.add(new Finding("错误", i + 1, name + "没有分值"));
            }
            if (!line.inWords() && line.unit().isEmpty()) {
                found.add(new Finding("提示", i + 1, name + "没有计量单位"));
            }
            boolean share = line.unit().equals("%") && !line.target().isEmpty() && !line.inWords();
            if (share && new BigDecimal(line.target()).compareTo(HUNDRED) > 0) {
                found.add(new Finding("提示", i + 1, name + "的目标值超过 100%，请核对"));
            }
        }
    }

    /** The pack's usual points are advice; costs count as outputs. */
    private static void shares(TargetSheet sheet, RulePack pack, List<Finding> found) {
        if (sheet.lines().isEmpty()) {
            return;
        }
        for (Map.Entry<String, BigDecimal> part : pack.weights().entrySet()) {
            String level = part.getKey();
            BigDecimal sum = sheet.lines().stream()
                    .filter(line -> line.level1().equals(level)
                            || (level.equals("产出指标") && line.level1().equals("成本指标")))
                    .map(TargetLine::weight)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (!level.equals(Vocabulary.EXECUTION) && sum.compareTo(part.getValue()) != 0) {
                String what = level.equals("产出指标") ? "成本指标和产出指标" : level;
                found.add(new Finding(
                        "提示",
                        0,
                        what + "共 " + RegionRules.points(sum) + " 分，" + pack.region() + "规则通常为 "
                                + RegionRules.points(part.getValue()) + " 分"));
            }
        }
    }

    private void unchanged(TargetSheet sheet, List<Finding> found) {
        int years = Integer.parseInt(word("perf.unchanged"));
        List<TargetSheet> before = new ArrayList<>();
        for (int back = 1; back < years; back++) {
            store.sibling(sheet, sheet.year() - back).ifPresent(before::add);
        }
        if (before.size() < years - 1) {
            return;
        }
        for (int i = 0; i < sheet.lines().size(); i++) {
            TargetLine line = sheet.lines().get(i);
            boolean same = !line.inWords()
                    && before.stream()
                            .allMatch(other -> other.lines().stream()
                                    .anyMatch(earlier -> earlier.name().equals(line.name())
                                            && earlier.printed().equals(line.printed())));
            if (same) {
                found.add(new Finding(
                        "提示", i + 1, "“" + line.name() + "”的目标 " + line.printed() + " 连续 " + years + " 年未变，请说明或调整"));
            }
        }
    }

    /** The first word of a check of the engine: its limit. */
    public static String word(String check) {
        return PerformanceChecks.list().stream()
                .filter(known -> known.id().equals(check))
                .map(known -> known.words().get(0))
                .findFirst()
                .orElseThrow();
    }
}
