package org.tongchou.benefit.calculation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Known;
import org.tongchou.benefit.policy.PolicyPack;

/** Facts as the rules ask for them; refuses ({@code E-BEN-001}) when a rule asks for one that nobody gave. */
record Asked(PolicyPack pack, String parameter, Facts facts) implements Known {
    /** Calculators have no admissions: everything is the first. */
    private static final long FIRST = 1;

    @Override
    public String word(Fact fact) {
        return fact.kind() == Fact.Kind.CLASS
                ? rank(fact)
                : words(fact).stream().findFirst().orElse("");
    }

    @Override
    public boolean holds(Fact fact, String word) {
        return words(fact).contains(word);
    }

    @Override
    public long number(Fact fact) {
        return fact.kind() == Fact.Kind.VISIT
                ? FIRST
                : facts.number(fact.kind()).orElseThrow(() -> unknown(fact));
    }

    private Set<String> words(Fact fact) {
        return facts.words(fact.kind()).orElseThrow(() -> unknown(fact));
    }

    /** 就高不重复: the first class of which the person has an identity. */
    private String rank(Fact fact) {
        Set<String> held = words(Fact.of(Fact.Kind.IDENTITY));
        return Stream.ofNullable(pack.vocabulary().classes().get(fact.of()))
                .flatMap(group -> group.ranks().entrySet().stream())
                .filter(rank -> rank.getValue().stream().anyMatch(held::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("none");
    }

    private RefusedException unknown(Fact fact) {
        return new RefusedException(
                new Failure(Failure.Code.MISSING, fact.word(), "", "参数 " + parameter + " 的规则要看的内容"));
    }
}
