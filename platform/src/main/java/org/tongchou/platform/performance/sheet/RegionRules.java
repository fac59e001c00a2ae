package org.tongchou.platform.performance.sheet;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.scoring.Grade;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.RulePacks;
import org.tongchou.platform.identity.Units;

/** The declared rules that hold for a unit and a year. */
@Component
public class RegionRules {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal USUAL = BigDecimal.TEN;

    private final Units units;

    RegionRules(Units units) {
        this.units = units;
    }

    /**
     * The rules for people.
     *
     * @param region whose rules
     * @param source where they come from
     * @param weights usual points by part
     * @param grades grades from the best down
     * @param rules the scoring rules
     */
    public record Shown(
            String region, String source, Map<String, BigDecimal> weights, List<GradeFrom> grades, List<Rule> rules) {
        /** Copies the collections. */
        public Shown {
            grades = List.copyOf(grades);
            rules = List.copyOf(rules);
        }
    }

    /** A grade and the least total for it. */
    public record GradeFrom(String word, BigDecimal from) {}

    /** A rule in words. */
    public record Rule(String id, String name, String says, String source) {}

    /** The pack. */
    public RulePack of(long unitId, int year) {
        return RulePacks.standard().of(units.get(unitId).region(), year);
    }

    /** The pack in words. */
    public Shown shown(long unitId, int year) {
        RulePack pack = of(unitId, year);
        return new Shown(
                pack.region(),
                pack.source(),
                pack.weights(),
                pack.grades().grades().stream()
                        .map((Grade grade) -> new GradeFrom(grade.word(), grade.from()))
                        .toList(),
                pack.rules().stream()
                        .map(rule -> new Rule(rule.id(), rule.name(), rule.says(), rule.source()))
                        .toList());
    }

    /** Points for the execution of the budget. */
    public static BigDecimal execution(RulePack pack) {
        return pack.weights().getOrDefault(Vocabulary.EXECUTION, USUAL);
    }

    /** Points that the indicators share. */
    public static BigDecimal indicators(RulePack pack) {
        return HUNDRED.subtract(execution(pack));
    }

    /** Points for people. */
    public static String points(BigDecimal points) {
        return PrintedNumber.shortest(points);
    }
}
