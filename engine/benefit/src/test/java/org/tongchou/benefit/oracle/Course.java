package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Bucket;

/** Where a bill stands between two tiers. */
final class Course {
    /** What nobody has paid yet; the total is not among them. */
    final Buckets buckets = new Buckets();
    /** What the basic tier left in {@code deductible}, {@code share} and {@code over_cap}. */
    final Buckets left = new Buckets();
    /** What every tier that applied came to, by its id. */
    final Map<String, BigDecimal> paid = new LinkedHashMap<>();
    /** The base that every tier that applied looked at, by its id. */
    final Map<String, BigDecimal> looked = new HashMap<>();

    /** What the limits of a tier left before the bill, by its id; not there when none held. */
    final Map<String, BigDecimal> limits = new HashMap<>();

    final Map<String, BigDecimal> counters;
    /** D of the basic tier. */
    BigDecimal charged = Yuan.ZERO;
    /** §6: the ratio of the basic tier, or what it pays of its base after the deductible. */
    BigDecimal basicRatio = Yuan.ZERO;

    Course(Buckets split, Map<String, BigDecimal> counters) {
        for (Bucket bucket : Bucket.values()) {
            buckets.put(bucket, bucket == Bucket.TOTAL ? Yuan.ZERO : split.get(bucket));
        }
        this.counters = new HashMap<>(counters);
    }

    void take(Iterable<Bucket> from, BigDecimal payment) {
        BigDecimal rest = payment;
        for (Bucket bucket : from) {
            BigDecimal there = buckets.get(bucket);
            BigDecimal taken = rest.min(there);
            buckets.put(bucket, there.subtract(taken));
            rest = rest.subtract(taken);
        }
    }

    void leave(Bucket bucket, BigDecimal amount) {
        left.add(bucket, amount);
        buckets.add(bucket, amount);
    }

    /** If the basic tier does not apply, all of the scope becomes share in its place. */
    void scopeToShare() {
        leave(Bucket.SHARE, buckets.get(Bucket.SCOPE));
        buckets.put(Bucket.SCOPE, Yuan.ZERO);
    }

    void grow(String cell, BigDecimal by) {
        counters.merge(cell, by, BigDecimal::add);
    }

    BigDecimal cash() {
        return buckets.sum(List.of(Bucket.values()));
    }
}
