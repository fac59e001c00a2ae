package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.Split;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Line;
import org.tongchou.money.Money;

/** §3, lines: from a bill to its buckets. */
final class SplitByHand {
    private static final Set<String> PACKAGES = Set.of("disease", "drg", "per_diem");

    /** A line with its refunds, and its parts. */
    static final class Part {
        private final Line line;
        private BigDecimal count;
        BigDecimal amount;
        BigDecimal own = Yuan.ZERO;
        BigDecimal over = Yuan.ZERO;
        BigDecimal pre = Yuan.ZERO;
        BigDecimal first = Yuan.ZERO;
        BigDecimal scope = Yuan.ZERO;
        private BigDecimal compliant = Yuan.ZERO;
        private BigDecimal share = Yuan.ZERO;

        private Part(Line line) {
            this.line = line;
            count = line.count();
            amount = Yuan.of(line.amount());
        }
    }

    /** Every line of the bill in its place; those that carry nothing are all nought. */
    final List<Part> lines = new ArrayList<>();
    /** The bill; with its total. */
    final Buckets buckets = new Buckets();

    private final Bill bill;
    private final Split split;
    private final Situation situation;

    SplitByHand(Bill bill, Split split, Situation situation) {
        this.bill = bill;
        this.split = split;
        this.situation = situation;
        if (bill.kind().equals(Bill.SECOND_AID)) {
            bill.buckets().forEach((bucket, amount) -> {
                buckets.add(bucket, Yuan.of(amount));
                buckets.add(Bucket.TOTAL, Yuan.of(amount));
            });
        } else {
            splitLines();
        }
    }

    private void splitLines() {
        Money price = bill.packagePrice();
        BigDecimal cost = packageCost();
        BigDecimal stands = price == null || !PACKAGES.contains(bill.paymentMode())
                ? null
                : switch (split.packagePrice()) {
                    case NEVER -> null;
                    case ALWAYS -> Yuan.of(price);
                    case LOWER -> Yuan.of(price).min(cost);
                    case CEILING -> cost.compareTo(Yuan.of(price)) > 0 ? Yuan.of(price) : null;
                };
        boolean isPackage = stands != null;
        List<Part> splitOnes = new ArrayList<>();
        for (Line line : bill.lines()) {
            Part part = new Part(line);
            lines.add(part);
            if (line.count().signum() < 0 || (isPackage && !line.outside())) {
                part.amount = Yuan.ZERO;
            } else {
                withRefunds(part);
                splitOnes.add(part);
            }
        }
        splitOnes.forEach(this::compliant);
        firstAndPre(splitOnes);
        for (Part part : splitOnes) {
            part.scope = part.compliant.subtract(part.pre).subtract(part.first);
            buckets.add(Bucket.FULL_OWN, part.own);
            buckets.add(Bucket.OVER_LIMIT, part.over);
            buckets.add(Bucket.PRE_PAY, part.pre);
            buckets.add(Bucket.FIRST_PAY, part.first);
            buckets.add(Bucket.SCOPE, part.scope);
            buckets.add(Bucket.TOTAL, part.amount);
        }
        if (stands != null) {
            buckets.add(Bucket.SCOPE, stands);
            buckets.add(Bucket.TOTAL, stands);
            if (split.above() == Split.Above.PERSON && cost.compareTo(stands) > 0) {
                buckets.add(Bucket.OVER_LIMIT, cost.subtract(stands));
                buckets.add(Bucket.TOTAL, cost.subtract(stands));
            }
        }
    }

    /** c: what the lines that are not outside cost, less refunds; a refund belongs to the line that it refunds. */
    private BigDecimal packageCost() {
        BigDecimal cost = Yuan.ZERO;
        for (Line line : bill.lines()) {
            if (line.count().signum() >= 0 && !line.outside()) {
                cost = cost.add(Yuan.of(line.amount()));
                for (Line refund : bill.lines()) {
                    boolean ofIt =
                            refund.count().signum() < 0 && refund.refunds().equals(line.id());
                    cost = cost.add(ofIt ? Yuan.of(refund.amount()) : Yuan.ZERO);
                }
            }
        }
        return cost;
    }

    /** The scope of the lines of a category. */
    BigDecimal scopeOf(String category) {
        BigDecimal sum = Yuan.ZERO;
        for (Part part : lines) {
            sum = sum.add(part.line.category().equals(category) ? part.scope : Yuan.ZERO);
        }
        return sum;
    }

    /** A line and its refunds are split as one line in the line's place. */
    private void withRefunds(Part part) {
        for (Line refund : bill.lines()) {
            if (refund.count().signum() < 0 && refund.refunds().equals(part.line.id())) {
                part.count = part.count.add(refund.count());
                part.amount = part.amount.add(Yuan.of(refund.amount()));
            }
        }
    }

    /** Steps 1 to 4. */
    private void compliant(Part part) {
        Line line = part.line;
        boolean owned =
                line.catalogue().equals("C") || line.approval() == 2 || (line.restricted() && line.approval() != 1);
        part.own = owned ? part.amount : Yuan.ZERO;
        BigDecimal limit = line.limit();
        if (!owned && limit != null) {
            part.over = Yuan.round(
                            Yuan.notNegative(line.price().subtract(limit)).multiply(part.count))
                    .min(part.amount);
        }
        part.compliant = part.amount.subtract(part.own).subtract(part.over);
        part.share = owned ? Yuan.ZERO : share(line);
    }

    private BigDecimal share(Line line) {
        BigDecimal own = line.share();
        if (own != null) {
            return own;
        }
        if (!line.catalogue().equals("B")) {
            return Yuan.ZERO;
        }
        String classB = split.classB();
        if (classB == null) {
            throw new Refusal(Code.CATALOGUE, "class B without a share");
        }
        return new Reading(situation.ofCategory(line.category())).number(classB);
    }

    /** Step 5. */
    private void firstAndPre(List<Part> parts) {
        BigDecimal x = firstShare();
        boolean before = split.firstOrder() == Split.FirstOrder.BEFORE_CLASS_B;
        if (!before) {
            parts.forEach(part -> part.pre = Yuan.round(part.compliant.multiply(part.share)));
        }
        BigDecimal sum = Yuan.ZERO;
        BigDecimal spread = Yuan.ZERO;
        for (Part part : parts) {
            sum = sum.add(part.compliant).subtract(part.pre);
            BigDecimal upToHere = Yuan.round(sum.multiply(x));
            part.first = upToHere.subtract(spread);
            spread = upToHere;
        }
        if (before) {
            parts.forEach(part ->
                    part.pre = Yuan.round(part.compliant.subtract(part.first).multiply(part.share)));
        }
    }

    /** Nought without it, and when it has no value on the day or no rule of it holds. */
    private BigDecimal firstShare() {
        String first = split.first();
        if (first == null) {
            return Yuan.ZERO;
        }
        try {
            return new Reading(situation).number(first);
        } catch (Refusal refusal) {
            if (refusal.codes().contains(Code.NO_VALUE)) {
                return Yuan.ZERO;
            }
            throw refusal;
        }
    }
}
