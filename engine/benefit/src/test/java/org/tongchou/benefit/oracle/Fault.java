package org.tongchou.benefit.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Line;
import org.tongchou.money.Money;

/** A bill with one thing wrong. */
final class Fault {
    private String id;
    private LocalDate date;
    private @Nullable LocalDate admitted;
    private @Nullable Integer days;
    private String scheme;
    private String kind;
    private Bill.Provider provider;
    private String place;
    private String filing;
    private String paymentMode;
    private @Nullable Money packagePrice;
    private String disease;
    private Set<String> tags;
    private @Nullable Integer careLevel;
    private @Nullable Money total;
    private List<Line> lines;
    private Map<Bucket, Money> buckets;
    private @Nullable Continuation continues;
    private Balances balances;

    private Fault(Bill bill) {
        id = bill.id();
        date = bill.date();
        admitted = bill.admitted();
        days = bill.days();
        scheme = bill.scheme();
        kind = bill.kind();
        provider = bill.provider();
        place = bill.place();
        filing = bill.filing();
        paymentMode = bill.paymentMode();
        packagePrice = bill.packagePrice();
        disease = bill.disease();
        tags = bill.tags();
        careLevel = bill.careLevel();
        total = bill.total();
        lines = new ArrayList<>(bill.lines());
        buckets = bill.buckets();
        continues = bill.continues();
        balances = bill.balances();
    }

    static Bill in(Bill bill, Dice dice) {
        Fault fault = new Fault(bill);
        if (!fault.lines.isEmpty() && dice.percent(50)) {
            fault.line(dice);
        } else {
            fault.bill(dice);
        }
        return fault.made(bill);
    }

    private void bill(Dice dice) {
        switch (dice.below(19)) {
            case 0 -> id = "";
            case 1 -> kind = "";
            case 2 -> kind = "holiday";
            case 3 -> provider = new Bill.Provider("top", Set.of());
            case 4 -> provider = new Bill.Provider(provider.level(), Set.of("star"));
            case 5 -> place = "moon";
            case 6 -> filing = "maybe";
            case 7 -> paymentMode = "cash";
            case 8 -> disease = "flu";
            case 9 -> tags = Set.of("loud");
            case 10 -> scheme = "abroad";
            case 11 -> date = LocalDate.of(1900, 1, 1);
            case 12 -> admitted = date.plusDays(1);
            case 13 -> days = -1;
            case 14 -> packagePrice = Money.ofFen(-1);
            case 15 -> careLevel = 6;
            case 16 -> total = Money.ofFen(dice.skewed(6) + 1_000_000_000L);
            case 17 -> continues = new Continuation("unknown", Continuation.Reason.TRANSFER);
            default -> money(dice);
        }
    }

    private void money(Dice dice) {
        Money debt = Money.ofFen(-dice.between(1, 100));
        switch (dice.below(4)) {
            case 0 -> balances = new Balances(debt, null, Money.ZERO, null);
            case 1 -> balances = new Balances(Money.ZERO, debt, Money.ZERO, null);
            case 2 -> balances = new Balances(Money.ZERO, null, debt, null);
            default -> {
                if (buckets.isEmpty()) {
                    lines = new ArrayList<>();
                } else {
                    buckets = dice.percent(50) ? Map.of() : new EnumMap<>(Map.of(Bucket.SHARE, debt));
                }
            }
        }
    }

    private void line(Dice dice) {
        int at = dice.below(lines.size());
        Line line = lines.get(at);
        switch (dice.below(15)) {
            case 0 -> lines.set(at, priced(line, new BigDecimal("-1"), new BigDecimal("2")));
            case 1 -> lines.set(at, priced(line, new BigDecimal("1.0000001"), BigDecimal.ONE));
            case 2 -> lines.set(at, priced(line, BigDecimal.ONE, new BigDecimal("1.00001")));
            case 3 -> lines.set(at, priced(line, new BigDecimal("100000000.01"), BigDecimal.ONE));
            case 4 -> lines.addAll(Collections.nCopies(2, priced(line, new BigDecimal("60000000"), BigDecimal.ONE)));
            case 5 -> lines.set(at, with(line, line.amount().plus(Money.ofFen(1)), line.catalogue(), line.refunds()));
            case 6 -> lines.set(at, with(line, line.amount(), dice.of("D", "", "甲"), line.refunds()));
            case 7 -> lines.set(at, with(line, line.amount(), line.catalogue(), "nothing"));
            case 8 -> lines.set(at, line.withShare(dice.of("1.01", "-0.1", "0.1234567")));
            case 9 -> lines.set(at, line.withLimit(dice.of("-1", "0.1234567")));
            case 10 -> lines.set(at, line.withMarks(line.restricted(), dice.of(-1, 3)));
            case 11 -> lines.set(at, line.withCategory("gift"));
            case 12 ->
                lines.add(priced(
                                line,
                                line.price(),
                                line.count().abs().add(BigDecimal.ONE).negate())
                        .withRefunds(line.id()));
            case 13 ->
                lines.add(priced(line, line.price().add(BigDecimal.ONE), new BigDecimal("-1"))
                        .withRefunds(line.id()));
            default ->
                lines.add(priced(line, line.price(), new BigDecimal("-1")).withRefunds(""));
        }
    }

    private static Line priced(Line line, BigDecimal price, BigDecimal count) {
        Line made = Line.of("X", line.catalogue(), price.toPlainString(), count.toPlainString());
        return new Line(
                made.id(),
                made.price(),
                made.count(),
                made.amount(),
                line.catalogue(),
                line.share(),
                line.limit(),
                line.restricted(),
                line.approval(),
                line.outside(),
                "",
                line.category());
    }

    private static Line with(Line line, Money amount, String catalogue, String refunds) {
        return new Line(
                line.id(),
                line.price(),
                line.count(),
                amount,
                catalogue,
                line.share(),
                line.limit(),
                line.restricted(),
                line.approval(),
                line.outside(),
                refunds,
                line.category());
    }

    private Bill made(Bill from) {
        return new Bill(
                id,
                date,
                admitted,
                days,
                scheme,
                kind,
                provider,
                place,
                filing,
                paymentMode,
                packagePrice,
                disease,
                from.diagnoses(),
                tags,
                careLevel,
                total,
                lines,
                buckets,
                continues,
                balances);
    }
}
