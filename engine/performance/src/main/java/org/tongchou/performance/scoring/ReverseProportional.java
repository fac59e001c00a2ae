package org.tongchou.performance.scoring;

import java.util.Optional;

/** 反向指标按比例计分: weight × target ÷ actual for a missed target that was not to be passed. */
public record ReverseProportional() implements Method {
    @Override
    public String word() {
        return "reverse_proportional";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> !numbers.met()
                        && numbers.downward()
                        && numbers.hasRatio()
                        && numbers.actual().signum() > 0)
                .map(numbers -> Points.ratio(facts, numbers.target(), numbers.actual(), numbers.sentence()));
    }
}
