package org.tongchou.benefit.care;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * 失能等级评估.
 *
 * @param impairments for each dimension from 0 (能力完好) to 3 (重度受损)
 * @param level 失能等级, 0 (基本正常) to 5 (重度Ⅲ级)
 */
public record CareAssessment(Map<Dimension, Integer> impairments, int level) {
    private static final int WORST = 3;
    private static final int HIGHEST = 5;

    /** Copies the map. */
    public CareAssessment {
        impairments = Collections.unmodifiableMap(new EnumMap<>(impairments));
    }

    /**
     * Finds the level from the scores.
     *
     * <p>Refuses a dimension without score ({@code E-BEN-001}), scores below nought or beyond the most ({@code E-BEN-003}) and
     * tables without an entry ({@code E-BEN-012}).
     *
     * @param scores points of each dimension; more is better
     * @param day day of the assessment
     */
    public static Result<CareAssessment> of(PolicyPack pack, Map<Dimension, Integer> scores, LocalDate day) {
        return Working.of(pack, "失能等级评估", working -> {
            Map<Dimension, Integer> impairments = new EnumMap<>(Dimension.class);
            for (Dimension dimension : Dimension.values()) {
                int score = working.given(dimension.word(), scores.get(dimension), dimension.printed() + "的得分");
                impairments.put(dimension, impairment(working, dimension, score, day));
            }
            int adl = impairments.getOrDefault(Dimension.ADL, 0);
            int mind = Math.max(
                    impairments.getOrDefault(Dimension.COGNITION, 0),
                    impairments.getOrDefault(Dimension.PERCEPTION, 0));
            int level = grade(
                    working,
                    "care.level",
                    day,
                    Facts.NONE.with(Fact.Kind.ADL, adl).with(Fact.Kind.MIND, mind),
                    HIGHEST);
            working.step("失能等级", "日常生活 " + adl + "，认知与感知取较重的 " + mind, level + " 级");
            return new CareAssessment(impairments, level);
        });
    }

    private static int impairment(Working working, Dimension dimension, int score, LocalDate day) {
        Facts facts = Facts.NONE.with(Fact.Kind.DIMENSION, dimension.word()).with(Fact.Kind.SCORE, score);
        int most = working.count("care.score.most", day, facts);
        working.requireCount(dimension.word(), score, 0, most);
        int impairment = grade(working, "care.impairment", day, facts, WORST);
        working.step(dimension.printed(), "得分 " + score + "，满分 " + most, "受损程度 " + impairment);
        return impairment;
    }

    private static int grade(Working working, String parameter, LocalDate day, Facts facts, int highest) {
        int grade = working.count(parameter, day, facts);
        working.require(grade >= 0 && grade <= highest, Code.NO_VALUE, parameter, grade, "0 至 " + highest + " 的整数");
        return grade;
    }
}
