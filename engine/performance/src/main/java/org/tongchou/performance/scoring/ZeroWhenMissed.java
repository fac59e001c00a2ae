package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongchou.performance.model.Operator;

/** 零目标未达到不得分: no points when something happened that was not to happen (≤0 or =0, and there are some). */
public record ZeroWhenMissed() implements Method {
    @Override
    public String word() {
        return "zero_when_missed";
    }

    @Override
    public boolean monotone() {
        return true;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> numbers.downward() || numbers.operator() == Operator.EQUAL)
                .filter(numbers ->
                        numbers.target().signum() <= 0 && numbers.actual().signum() > 0 && !numbers.met())
                .map(numbers -> new Points(BigDecimal.ZERO, numbers.sentence(), ""));
    }
}
