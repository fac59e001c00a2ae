package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.platform.performance.evaluation.Proposals.Proposal;
import org.tongchou.platform.performance.sheet.RegionRules;
import org.tongchou.platform.performance.sheet.TargetLine;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.performance.sheet.Texts;
import org.tongchou.platform.web.Refusal;

/** Turns what was typed into values, or refuses with the field, the value and what is expected. */
final class ValueRules {
    private static final int ACTUAL = 200;
    private static final int REASON = 1000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final TargetSheet sheet;
    private final String by;
    private final RulePack pack;
    private final Scored scored;

    /**
     * Reads values of a sheet.
     *
     * @param by who types, for scores that a person decides
     * @param scored the scores before, for values that queries give
     */
    ValueRules(TargetSheet sheet, String by, RulePack pack, Scored scored) {
        this.sheet = sheet;
        this.by = by;
        this.pack = pack;
        this.scored = scored;
    }

    /** The values by indicator; indicators that were not typed keep nothing. */
    Map<Long, Evaluation.Value> read(@Nullable List<EvaluationInput.Line> typed) {
        Map<Long, Evaluation.Value> values = new HashMap<>();
        for (EvaluationInput.Line line : Objects.requireNonNullElse(typed, List.<EvaluationInput.Line>of())) {
            TargetLine target = sheet.lines().stream()
                    .filter(known -> known.savedId() == line.indicatorId())
                    .findFirst()
                    .orElseThrow(() -> Refusal.field(
                            "E-PER-050", "绩效指标", String.valueOf(line.indicatorId()), "这张目标表中的指标；目标可能已经调整，请刷新"));
            values.put(line.indicatorId(), value(target, line));
        }
        return values;
    }

    private Evaluation.Value value(TargetLine target, EvaluationInput.Line line) {
        String about = "“" + target.name() + "”";
        Evaluation.Value value = new Evaluation.Value(
                target.bound() ? "" : actual(target, line.actual(), about),
                share(target, line, about),
                Texts.text(line.shareReason(), about + "评定理由", REASON),
                line.score(),
                Texts.text(line.scoreReason(), about + "调低理由", REASON),
                Texts.text(line.reason(), about + "偏差原因", REASON));
        if (value.share() != null && value.shareReason().isEmpty()) {
            throw Refusal.field("E-PER-051", about + "评定理由", "", "评定这一档次的理由");
        }
        lowered(target, value, about);
        return value;
    }

    private static String actual(TargetLine target, @Nullable String typed, String about) {
        String actual = Texts.text(typed, about + "实际完成值", ACTUAL);
        Optional<PrintedNumber> number = PrintedNumber.find(actual);
        if (!target.inWords() && !actual.isEmpty() && number.isEmpty()) {
            throw Refusal.field(
                    "E-PER-052",
                    about + "实际完成值",
                    actual,
                    "数字" + (target.unit().isEmpty() ? "" : "（单位 " + target.unit() + "，不必再写单位）"));
        }
        return target.inWords() ? actual : number.map(PrintedNumber::plain).orElse("");
    }

    private static @Nullable BigDecimal share(TargetLine target, EvaluationInput.Line line, String about) {
        BigDecimal share = line.share();
        if (share == null || !target.inWords()) {
            return null;
        }
        if (share.signum() < 0
                || share.compareTo(HUNDRED) > 0
                || share.stripTrailingZeros().scale() > 2) {
            throw Refusal.field("E-PER-053", about + "评定比例", share.toPlainString(), "0 至 100 的百分数");
        }
        return share;
    }

    /** A score may be lower than the rule's, with a reason, never higher. */
    private void lowered(TargetLine target, Evaluation.Value value, String about) {
        BigDecimal score = value.score();
        if (score == null) {
            return;
        }
        if (score.signum() < 0
                || score.compareTo(target.weight()) > 0
                || score.stripTrailingZeros().scale() > 2) {
            throw Refusal.field(
                    "E-PER-054",
                    about + "得分",
                    score.toPlainString(),
                    "0 至 " + RegionRules.points(target.weight()) + " 分、至多两位小数");
        }
        Proposal proposal = Scorer.propose(sheet, target, known(target, value), by, pack)
                .orElseThrow(() ->
                        Refusal.field("E-PER-055", about + "得分", score.toPlainString(), "先填写实际完成值，由计分规则得出分数后才能调低"));
        if (score.compareTo(proposal.points()) > 0) {
            throw Refusal.field(
                    "E-PER-056",
                    about + "得分",
                    score.toPlainString(),
                    "不高于规则得分 " + RegionRules.points(proposal.points()) + " 分（" + proposal.explanation() + "），只能调低");
        }
        if (score.compareTo(proposal.points()) < 0 && value.scoreReason().isEmpty()) {
            throw Refusal.field(
                    "E-PER-057", about + "调低理由", "", "低于规则得分 " + RegionRules.points(proposal.points()) + " 分的理由");
        }
    }

    private Evaluation.Value known(TargetLine target, Evaluation.Value value) {
        return target.bound()
                ? scored.lines().stream()
                        .filter(line -> line.line().savedId() == target.savedId())
                        .findFirst()
                        .map(line -> value.withActual(line.value().actual()))
                        .orElse(value)
                : value;
    }
}
