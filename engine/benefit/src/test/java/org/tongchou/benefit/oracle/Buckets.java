package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.tongchou.benefit.policy.Bucket;

/** An amount for every part of a bill; nought unless put in. */
final class Buckets {
    private final Map<Bucket, BigDecimal> amounts = new EnumMap<>(Bucket.class);

    Buckets() {
        for (Bucket bucket : Bucket.values()) {
            amounts.put(bucket, Yuan.ZERO);
        }
    }

    BigDecimal get(Bucket bucket) {
        return Objects.requireNonNull(amounts.get(bucket));
    }

    void put(Bucket bucket, BigDecimal amount) {
        amounts.put(bucket, amount);
    }

    void add(Bucket bucket, BigDecimal amount) {
        put(bucket, get(bucket).add(amount));
    }

    BigDecimal sum(Iterable<Bucket> of) {
        BigDecimal sum = Yuan.ZERO;
        for (Bucket bucket : of) {
            sum = sum.add(get(bucket));
        }
        return sum;
    }
}
