package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongchou.money.PrintedNumber;

/**
 * A rule that gives points.
 *
 * @param id unique in its pack, for example {@code proportional}
 * @param name short Chinese name; for a rule of a sheet's own 评分标准 the clause it was read from
 * @param subjects what it gives points for
 * @param method how, with parameters
 * @param says the rule as a Chinese sentence
 * @param source where the rule comes from
 * @param trust how far the source can be relied on: {@code official}, {@code published figure} or {@code demo}
 * @param origin where it was declared: file and line, or the text of a sheet's 评分标准
 * @param only words of which a name must contain one; empty for any name. The funding block is always meant.
 * @param decimals digits kept of the points, 0 to 6
 */
public record ScoringRule(
        String id,
        String name,
        Set<Subject> subjects,
        Method method,
        String says,
        String source,
        String trust,
        String origin,
        List<String> only,
        int decimals) {
    /** Digits kept of the points unless a rule says otherwise. */
    public static final int USUAL_DECIMALS = 2;

    /** Digits beyond which a quotient's last ones are noise, so that 0.00499…9 is the 0.005 it stands for. */
    private static final int SURE_DIGITS = 20;

    /** Checks and copies. */
    public ScoringRule {
        Method.require(!subjects.isEmpty(), "for 不能为空");
        Method.require(decimals >= 0 && decimals <= 6, "decimals 应在 0 到 6 之间，得到 " + decimals);
        subjects = Collections.unmodifiableSet(EnumSet.copyOf(subjects));
        only = List.copyOf(only);
    }

    /** A rule for any name that keeps two decimals. */
    public ScoringRule(
            String id,
            String name,
            Set<Subject> subjects,
            Method method,
            String says,
            String source,
            String trust,
            String origin) {
        this(id, name, subjects, method, says, source, trust, origin, List.of(), USUAL_DECIMALS);
    }

    /**
     * The points for these facts, rounded half up, from 0 to the weight.
     *
     * @return empty when the rule does not apply: another subject or name, no number where it needs one, a zero target
     *     it would divide by, a negative actual it cannot measure, a negative weight
     */
    public Optional<Score> score(Facts facts) {
        if (!concerns(facts) || facts.weight().signum() < 0) {
            return Optional.empty();
        }
        return method.points(facts).map(points -> {
            BigDecimal rounded = points.value()
                    .setScale(SURE_DIGITS, RoundingMode.HALF_UP)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO)
                    .min(facts.weight());
            return new Score(rounded, explanation(points, rounded, facts.weight()));
        });
    }

    private boolean concerns(Facts facts) {
        return subjects.contains(facts.subject())
                && (only.isEmpty()
                        || facts.subject() == Subject.EXECUTION
                        || only.stream().anyMatch(facts.name()::contains));
    }

    private static String explanation(Points points, BigDecimal rounded, BigDecimal weight) {
        String number = PrintedNumber.shortest(rounded) + " 分";
        if (!points.formula().isEmpty()) {
            return points.finding() + "：" + points.formula() + " = " + number;
        }
        if (rounded.signum() == 0) {
            return points.finding() + "：不得分";
        }
        String words = points.finding().endsWith("得满分") ? "" : rounded.compareTo(weight) == 0 ? "得满分 " : "得 ";
        return points.finding() + "：" + words + number;
    }
}
