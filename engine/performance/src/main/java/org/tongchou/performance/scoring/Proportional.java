package org.tongchou.performance.scoring;

import java.util.Optional;

/** 按完成比例计分: weight × actual ÷ target for a missed target that was to be reached; never more than the weight. */
public record Proportional() implements Method {
    @Override
    public String word() {
        return "proportional";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> !numbers.met() && !numbers.downward() && numbers.hasRatio())
                .map(numbers -> Points.ratio(facts, numbers.actual(), numbers.target(), numbers.sentence()));
    }
}
