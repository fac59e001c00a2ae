package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * 是非计分: all points for yes, none for no. The answer is a signed decision, or the actual where it is one of the
 * given words.
 *
 * @param yes actuals that mean yes, for example {@code 是}
 * @param no actuals that mean no, for example {@code 否}
 */
public record YesNo(Set<String> yes, Set<String> no) implements Method {
    /** Copies the words. */
    public YesNo {
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        for (String word : yes) {
            Method.require(!no.contains(word), "“" + word + "”不能既算是又算否");
        }
    }

    @Override
    public String word() {
        return "yes_no";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        Optional<Chosen> decision = facts.decision();
        if (decision.isPresent()) {
            Chosen chosen = decision.get();
            return Optional.of(answer(facts, chosen.yes(), "（" + chosen.by() + "认定：" + chosen.why() + "）"));
        }
        String actual = Text.bare(facts.actual().printed());
        return yes.contains(actual) || no.contains(actual)
                ? Optional.of(answer(facts, yes.contains(actual), ""))
                : Optional.empty();
    }

    private static Points answer(Facts facts, boolean yes, String who) {
        return new Points(yes ? facts.weight() : BigDecimal.ZERO, (yes ? "认定为是" : "认定为否") + who, "");
    }
}
