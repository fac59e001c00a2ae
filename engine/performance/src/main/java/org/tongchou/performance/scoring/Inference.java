package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/** Finds the declared rule that explains a printed score. Pure. */
public final class Inference {
    private Inference() {}

    /** A rule that applies, with its score. */
    private record Candidate(ScoringRule rule, Score score) {
        BigDecimal distance(BigDecimal printed) {
            return score.points().subtract(printed).abs();
        }
    }

    /**
     * Explains a printed score: rules that the sheet states itself are tried first, then those of the pack, in order;
     * the first that gives the printed score explains it. Where a stated rule takes points off, the pack is not asked:
     * the sheet's own deduction binds.
     *
     * @param facts what the rules look at
     * @param printed the score as printed
     * @param pack the rules of region and year
     */
    public static Verdict explain(Facts facts, BigDecimal printed, RulePack pack) {
        List<Candidate> candidates = candidates(facts, pack);
        Optional<Candidate> fitting = candidates.stream()
                .filter(candidate -> candidate.score().points().compareTo(printed) == 0)
                .findFirst();
        if (fitting.isPresent()) {
            Candidate found = fitting.get();
            return new Verdict(found.rule(), found.score().points(), true, explanation(found));
        }
        return candidates.stream()
                .min(Comparator.comparing(candidate -> candidate.distance(printed)))
                .map(nearest -> new Verdict(null, nearest.score().points(), false, difference(printed, nearest)))
                .orElseGet(() -> silent(facts, printed, pack));
    }

    private static List<Candidate> candidates(Facts facts, RulePack pack) {
        List<Candidate> stated = scored(StatedRules.of(facts.standard()), facts);
        List<Candidate> deductions = stated.stream()
                .filter(candidate -> candidate.score().points().compareTo(facts.weight()) < 0)
                .toList();
        if (!deductions.isEmpty()) {
            return deductions;
        }
        List<Candidate> all = new ArrayList<>(stated);
        all.addAll(scored(pack.rules(), facts));
        return all;
    }

    private static List<Candidate> scored(List<ScoringRule> rules, Facts facts) {
        return rules.stream()
                .flatMap(rule -> rule.score(facts).map(score -> new Candidate(rule, score)).stream())
                .toList();
    }

    /** The rule's name and how the points come about, which may say it already. */
    private static String explanation(Candidate found) {
        String name = found.rule().name();
        String said = found.score().explanation();
        return said.contains(name) ? said : name + "：" + said;
    }

    private static String difference(BigDecimal printed, Candidate nearest) {
        return "表列 " + PrintedNumber.shortest(printed) + " 分，没有规则能得出；最接近的“"
                + nearest.rule().name() + "”为 "
                + PrintedNumber.shortest(nearest.score().points()) + " 分，相差 "
                + PrintedNumber.shortest(nearest.distance(printed)) + " 分（"
                + nearest.score().explanation() + "）";
    }

    /** No rule applies: either something is amiss, or there is nothing to judge by. */
    private static Verdict silent(Facts facts, BigDecimal printed, RulePack pack) {
        String score = "表列 " + PrintedNumber.shortest(printed) + " 分，";
        if (facts.target().inWords() && !facts.actual().printed().isBlank()) {
            boolean bands = pack.rules().stream().anyMatch(rule -> rule.method() instanceof QualitativeBands);
            return new Verdict(
                    null,
                    null,
                    false,
                    score + "目标“" + facts.target().printed().strip() + "”，完成“"
                            + facts.actual().printed().strip() + "”，两者不同，"
                            + (bands ? "没有写明由谁、按什么理由评定档次" : "没有声明分档或扣分规则"));
        }
        Optional<Comparison> compared = facts.compared();
        if (compared.isPresent() && facts.subject() != Subject.EXECUTION) {
            return new Verdict(
                    null, null, false, score + "没有适用的规则（" + compared.get().sentence() + "）");
        }
        return new Verdict(null, null, null, score + "无从核算：" + lacking(facts));
    }

    private static String lacking(Facts facts) {
        if (facts.subject() == Subject.EXECUTION) {
            return "预算数为 0、为负或未填，执行率没有意义";
        }
        if (!facts.target().present()) {
            return "没有目标值";
        }
        return facts.actual().printed().isBlank() ? "没有完成值" : "目标值或完成值不是数";
    }
}
