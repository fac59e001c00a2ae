package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.tongchou.money.Money;

/** A random pack of all sorts of tiers, a random person, and some bills of theirs. */
final class RandomYear {
    private static final int BILLS = 4;
    private static final String[] LEVELS = {"low", "mid", "high"};
    private static final String[] FILINGS = {"none", "referred", "unfiled"};

    final Policy policy;
    final Person person;
    private final Random random;

    RandomYear(long seed) {
        random = new Random(seed);
        policy = pack().policy();
        Person plain = TestPack.person();
        person = random.nextBoolean()
                ? plain.withIdentities(random.nextBoolean() ? "poor" : "poorest")
                : plain.withHeldDiseases("cancer", "gout");
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String bands(Random random) {
        int first = 100 + random.nextInt(20_000);
        int second = first + 1 + random.nextInt(50_000);
        return "[ { upto: " + first + ", is: " + random.nextInt(100) + "% }, { upto: " + second + ", is: "
                + random.nextInt(100) + "% }, { is: " + random.nextInt(101) + "% } ]";
    }

    /** A tier that adds up over the year, with random bands. */
    static TestPack critical(Random random) {
        return new TestPack()
                .counter("burden", "unit: 元, per: year")
                .param("line", "元/年", String.valueOf(random.nextInt(20_000)))
                .param("ratio", "比例", bands(random))
                .tier(
                        "critical",
                        "fund: critical, base: [own_in_scope], measure: year, counter: burden, ratio: ratio,"
                                + " deductible: { amount: line }, bands: "
                                + (random.nextBoolean() ? "base" : "after_deductible"))
                .plan("claim", "when: { kind: second_aid }, tiers: [critical]");
    }

    private TestPack pack() {
        String round = one(List.of("分", "角", "元")) + ", mode: " + one(List.of("half_up", "down", "up"));
        return new TestPack()
                .counter("admissions", "unit: 次, per: year")
                .counter("paid", "unit: 元, per: year")
                .counter("used", "unit: 元, per: year")
                .counter("burden", "unit: 元, per: year")
                .counter("helped", "unit: 元, per: year, by: level")
                .param("b", "比例", random.nextInt(101) + "%")
                .valued("x", "比例", "rules: [ { when: { filing: unfiled }, is: " + random.nextInt(101) + "% } ]")
                .valued(
                        "line",
                        "元/次",
                        "rules: [ { when: { level: high, visit: \">=2\" }, is: { of: 800, each_visit: { add: -150 }, at_least: 0 } }, { is: "
                                + random.nextInt(900) + " } ]")
                .valued(
                        "pooled",
                        "比例",
                        "by: level, is: { low: 90%, high: " + random.nextInt(101) + "%, else: " + bands(random) + " }")
                .param("points", "百分点", random.nextInt(10) + "%")
                .param("factor", "倍", "0." + (1 + random.nextInt(999)))
                .param("cap", "元/年", String.valueOf(random.nextInt(30_000)))
                .param("curve", "比例", bands(random))
                .param("most", "比例", random.nextInt(101) + "%")
                .tier(
                        "pool",
                        "fund: pool, basic: true, when: { " + one(List.of("", "level: [mid, high]", "class.aid: none"))
                                + " }, deductible: { amount: line"
                                + one(List.of("", ", per: year, counter: used", ", counts: whole", ", chain: highest"))
                                + " }, ratio: pooled, bands: " + one(List.of("base", "after_deductible")) + ", whole: "
                                + random.nextBoolean()
                                + ", adjust: [ { when: { level: \">=mid\" }, "
                                + one(List.of("add: points", "times: factor", "own_times: factor", "replace: most"))
                                + " } ], limits: [ { amount: cap, counter: paid" + one(List.of("", ", of: base"))
                                + one(List.of("", ", excess: over_cap")) + " } ], round: { to: " + round + " }")
                .tier(
                        "critical",
                        "fund: critical, base: [own_in_scope" + one(List.of("", ", pre_pay"))
                                + "], measure: year, counter: burden, ratio: curve, whole: "
                                + random.nextBoolean() + ", deductible: { amount: cap"
                                + one(List.of("", ", counts: whole")) + " }"
                                + one(List.of("", ", against: paid, paid: paid")) + ", adds: [paid], bands: "
                                + one(List.of("base", "after_deductible")))
                .tier(
                        "aid",
                        "fund: aid, base: [over_cap, share, deductible, first_pay], when: { not: { class.aid: none } }, ratio: most,"
                                + " limits: [ { amount: cap, counter: helped }, { share: most, of: [total], including: [pool, critical] } ]")
                .tier("account", "fund: account, base: [own_in_scope, pre_pay, full_own], balance: account")
                .tier("mutual", "fund: mutual, base: [deductible, full_own, over_limit], balance: mutual")
                .plan(
                        "all",
                        "when: {}, counts: [admissions], split: { class_b: b, first: x }, tiers: ["
                                + one(List.of(
                                        "pool, critical, aid, account, mutual",
                                        "account, pool, aid, critical",
                                        "pool, aid, mutual"))
                                + "]");
    }

    /** Settles some bills one after the other. */
    void settleAll(Consumer<Settlement> with) {
        YearState year = TestPack.start(policy);
        for (int i = 0; i < BILLS; i++) {
            Settlement settlement = BenefitEngine.settleAndExplain(policy, person, year, bill(i))
                    .getSettlement();
            with.accept(settlement);
            year = settlement.after();
        }
    }

    private Bill bill(int number) {
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            Line line = Line.of(
                    "L" + i,
                    one(List.of("A", "B", "C")),
                    BigDecimal.valueOf(random.nextInt(90_000_000), random.nextInt(5) + 2)
                            .toPlainString(),
                    BigDecimal.valueOf(1 + random.nextInt(50_000), random.nextInt(4))
                            .toPlainString());
            if (line.amount().fen() > 50_000_000) {
                line = Line.of("L" + i, "A", "12.345678", "3.5");
            }
            line = random.nextInt(4) == 0 ? line.withShare("0." + random.nextInt(10_000)) : line;
            line = random.nextInt(4) == 0
                    ? line.withLimit(
                            BigDecimal.valueOf(random.nextInt(90_000), 2).toPlainString())
                    : line;
            lines.add(line.withMarks(random.nextInt(8) == 0, random.nextInt(3)));
            if (random.nextInt(4) == 0) {
                lines.add(Line.of(
                                "R" + i,
                                line.catalogue(),
                                line.price().toPlainString(),
                                line.count().negate().toPlainString())
                        .withRefunds("L" + i));
            }
        }
        Balances balances = new Balances(
                Money.ofFen(random.nextInt(500_000)),
                random.nextBoolean() ? null : Money.ofFen(random.nextInt(100_000)),
                Money.ofFen(random.nextInt(100_000)),
                null);
        return TestPack.bill("bill" + number)
                .provider(LEVELS[random.nextInt(LEVELS.length)])
                .place("in_province", FILINGS[random.nextInt(FILINGS.length)])
                .balances(balances)
                .lines(lines)
                .build();
    }
}
