package org.tongchou.platform.performance.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongchou.performance.scoring.Facts;
import org.tongchou.performance.scoring.RulePack;
import org.tongchou.performance.scoring.ScoringRule;
import org.tongchou.performance.scoring.StatedRules;

/** What the declared rules give, before anybody has said a score. */
public final class Proposals {
    private Proposals() {}

    /**
     * Points with the rule that gives them.
     *
     * @param points from 0 to the weight
     * @param rule name of the rule
     * @param says the rule in a sentence
     * @param explanation the rule applied to these numbers
     */
    public record Proposal(BigDecimal points, String rule, String says, String explanation) {}

    /**
     * The points of the first rule that applies: the indicator's own 评分标准 before the region's rules, and alone where
     * it takes points off, in the order in which {@link org.tongchou.performance.scoring.Inference} explains scores.
     */
    public static Optional<Proposal> of(Facts facts, RulePack pack) {
        List<Proposal> stated = all(StatedRules.of(facts.standard()), facts);
        Optional<Proposal> deduction = stated.stream()
                .filter(proposal -> proposal.points().compareTo(facts.weight()) < 0)
                .findFirst();
        if (deduction.isPresent()) {
            return deduction;
        }
        List<Proposal> proposals = new ArrayList<>(stated);
        proposals.addAll(all(pack.rules(), facts));
        return proposals.stream().findFirst();
    }

    private static List<Proposal> all(List<ScoringRule> rules, Facts facts) {
        return rules.stream()
                .flatMap(rule -> rule.score(facts).stream()
                        .map(score -> new Proposal(score.points(), rule.name(), rule.says(), score.explanation())))
                .toList();
    }
}
