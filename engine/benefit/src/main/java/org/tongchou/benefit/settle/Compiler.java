package org.tongchou.benefit.settle;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Condition;
import org.tongchou.benefit.policy.Evaluator;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Tier;

/** What the parts of a policy need while they are made ready for a day. */
final class Compiler {
    private final PolicyPack pack;
    private final LocalDate day;
    private final Words words;
    private final CounterLayout layout;
    private int users;

    Compiler(PolicyPack pack, LocalDate day) {
        this.pack = pack;
        this.day = day;
        this.words = new Words(pack.vocabulary());
        this.layout = CounterLayout.of(pack);
    }

    PolicyPack pack() {
        return pack;
    }

    LocalDate day() {
        return day;
    }

    Words words() {
        return words;
    }

    CounterLayout layout() {
        return layout;
    }

    List<String> levels() {
        return pack.vocabulary().levels();
    }

    int nextUser() {
        return users++;
    }

    Inputs.Collector inputs() {
        return new Inputs.Collector(this);
    }

    CounterLayout.Row row(String counter) {
        CounterLayout.Row row = layout.row(counter);
        if (row == null) {
            throw new IllegalArgumentException("the pack has no counter " + counter);
        }
        return row;
    }

    Tier tier(String id) {
        Tier tier = pack.tiers().get(id);
        if (tier == null) {
            throw new IllegalArgumentException("the pack has no tier " + id);
        }
        return tier;
    }

    @Nullable
    Parameter parameter(String name) {
        return pack.parameters().get(name);
    }

    Evaluator.Answer evaluate(String name, Facts facts) {
        return Evaluator.parameter(pack, name, day, facts);
    }

    Evaluator.Verdict verdict(Condition condition, Facts facts) {
        return Evaluator.condition(pack, condition, day, facts);
    }

    /** The number of a parameter, 0 when it has none. */
    long number(String name, Facts facts) {
        return evaluate(name, facts).resolved().map(value -> value.value()).orElse(0L);
    }
}
