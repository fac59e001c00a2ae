package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;

/**
 * 逐项计分: each item that is met earns its points, extra items earn more, up to a cap.
 *
 * @param items points by item, more than 0 each
 * @param extra points by extra item (加分项)
 * @param cap most points that can be earned; null for the weight
 */
public record Checklist(
        Map<String, BigDecimal> items,
        Map<String, BigDecimal> extra,
        @Nullable BigDecimal cap) implements Method {
    /** Checks and copies, keeping the order. */
    public Checklist {
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
        Method.require(!items.isEmpty(), "items 不能为空");
        Method.require(Collections.disjoint(items.keySet(), extra.keySet()), "同一项不能既在 items 又在 extra");
        items.forEach((item, points) -> Method.require(points.signum() > 0, "“" + item + "”的分值应大于 0"));
        extra.forEach((item, points) -> Method.require(points.signum() > 0, "“" + item + "”的分值应大于 0"));
        Method.require(cap == null || cap.signum() > 0, "cap 应大于 0");
    }

    @Override
    public String word() {
        return "checklist";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.decision().map(chosen -> {
            BigDecimal sum = BigDecimal.ZERO;
            int met = 0;
            for (String item : Set.copyOf(chosen.itemsMet())) {
                BigDecimal points = items.getOrDefault(item, extra.get(item));
                if (points != null) {
                    sum = sum.add(points);
                    met++;
                }
            }
            BigDecimal most = cap == null ? facts.weight() : cap.min(facts.weight());
            return new Points(
                    sum.min(most),
                    "共 " + (items.size() + extra.size()) + " 项，符合 " + met + " 项，合计 " + PrintedNumber.shortest(sum)
                            + " 分，最多 " + PrintedNumber.shortest(most) + " 分（" + chosen.by() + "认定：" + chosen.why()
                            + "）",
                    "");
        });
    }
}
