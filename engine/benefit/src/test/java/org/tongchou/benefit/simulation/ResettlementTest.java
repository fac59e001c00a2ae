package org.tongchou.benefit.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.claims.ClaimsFailure;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsReading;
import org.tongchou.benefit.claims.ClaimsRecords;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;

/** A year settled at once, by several threads, and bill by bill. */
class ResettlementTest {
    private static final Path REGIONS = Path.of("..", "..", "regions");
    private static final int PERSONS = 3000;

    @TempDir
    static Path folder;

    private static PackReading demo;
    private static ClaimsYear year;

    @BeforeAll
    static void generate() throws IOException {
        demo = PolicyPack.read(REGIONS.resolve("demo"));
        year = generate(demo.getPack(), folder.resolve("demo"));
    }

    private static ClaimsYear generate(PolicyPack pack, Path to) throws IOException {
        new ClaimsGenerator(pack, 2026, PERSONS, 7).write(to, done -> {});
        ClaimsReading reading = ClaimsYear.open(to);
        assertThat(reading.failures()).isEmpty();
        return reading.found().orElseThrow();
    }

    private static Resettlement resettlement(ClaimsYear of, PolicyPack pack, int threads) {
        List<ClaimsFailure> failures = new ArrayList<>();
        WordMap words = of.wordsIn(pack.vocabulary(), failures);
        assertThat(failures).isEmpty();
        return new Resettlement(of, words, threads);
    }

    @Test
    void theNumberOfThreadsChangesNothing() throws InterruptedException {
        PolicyPack pack = demo.getPack();
        Resettled one = resettlement(year, pack, 1).run(pack, done -> {});
        assertThat(resettlement(year, pack, 2).run(pack, done -> {})).isEqualTo(one);
        assertThat(resettlement(year, pack, 5).run(pack, done -> {})).isEqualTo(one);
    }

    @Test
    void whatGoesWrongInAThreadIsToldNotLeftOut() {
        PolicyPack pack = demo.getPack();
        assertThatThrownBy(() -> resettlement(year, pack, 2).run(pack, done -> {
                    throw new IllegalStateException("exception");
                }))
                .hasMessage("exception");
        assertThatThrownBy(() -> resettlement(year, pack, 2).run(pack, done -> {
                    throw new StackOverflowError("error");
                }))
                .hasMessage("error");
    }

    @Test
    void allWorkEndsBeforeAnInterruptionIsTold() {
        PolicyPack pack = demo.getPack();
        Thread caller = Thread.currentThread();
        Set<Thread> workers = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> resettlement(year, pack, 2).run(pack, done -> {
                    workers.add(Thread.currentThread());
                    caller.interrupt();
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(workers).isNotEmpty().noneMatch(Thread::isAlive);
        Thread.interrupted();
    }

    @Test
    void aKindIsNotCalledLikeATagOfTheSameWord() {
        Vocabulary vocabulary =
                PolicyPack.read("x", Map.of("region.yaml", """
                        region: { code: "999900", name: 样例市, trust: demo }
                        vocabulary:
                          tags: { inpatient: { name: 别的 } }
                        """)).pack().vocabulary();
        assertThat(vocabulary.of(Vocabulary.Kind.TAGS)).containsKey("inpatient");
        assertThat(Dimension.KIND.labels(vocabulary)).contains("住院").doesNotContain("别的");
    }

    @Test
    void noGeneratedBillIsRefused() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 3; seed++) {
            Path to = folder.resolve("seed" + seed);
            new ClaimsGenerator(demo.getPack(), 2026, 10 * PERSONS, seed).write(to, done -> {});
            ClaimsYear made = ClaimsYear.open(to).found().orElseThrow();
            assertThat(resettlement(made, demo.getPack(), 2)
                            .run(demo.getPack(), done -> {})
                            .tally()
                            .refused())
                    .isZero();
        }
    }

    @Test
    void theSumsAreThoseOfSettlingBillByBill() throws InterruptedException {
        compare(year, demo.getPack());
    }

    @Test
    void aReformIsSettledAsBillByBillToo() throws InterruptedException {
        compare(year, reform());
    }

    @Test
    void linesByCategoryToo() throws IOException, InterruptedException {
        PolicyPack pack = PolicyPack.read(Path.of("src/test/resources/packs/line-categories"))
                .getPack();
        compare(generate(pack, folder.resolve("line-categories")), pack);
    }

    @Test
    void anotherRegionToo() throws IOException, InterruptedException {
        PolicyPack wuhan = PolicyPack.read(REGIONS.resolve("wuhan")).getPack();
        compare(generate(wuhan, folder.resolve("wuhan")), wuhan);
    }

    @Test
    void countersOfDaysAndQuartersToo() throws InterruptedException {
        compare(year, demo.with("shorter.yaml", """
                                reform: { name: 门诊按季限额，甲组病种按日限额, base: demo }
                                counters:
                                  outpatient.paid: { meaning: 门诊统筹本季支付, unit: 元, per: quarter }
                                  chronic.major.paid: { meaning: 甲组慢特病当日支付, unit: 元, per: day, by: disease }
                                parameters:
                                  resident.outpatient.cap:
                                    values: [{ from: 2026-01-01, source: 样例调整 一, is: 60 }]
                                  chronic.major.cap:
                                    values: [{ from: 2026-01-01, source: 样例调整 一, is: 500 }]
                                """).getPack());
    }

    private static PolicyPack reform() {
        return demo.with(REGIONS.resolve(Path.of("demo", "reforms", "three-numbers.yaml")))
                .getPack();
    }

    private static void compare(ClaimsYear of, PolicyPack pack) throws InterruptedException {
        Resettled resettled = resettlement(of, pack, 2).run(pack, done -> {});
        OneByOne single = new OneByOne(of, pack);
        for (int person = 0; person < of.persons(); person++) {
            assertThat(resettled.burden(person)).as("person " + person).isEqualTo(single.burden(person));
        }
        Tally tally = resettled.tally();
        assertThat(tally.all(Tally.Measure.BILLS)).isEqualTo(single.bills).isGreaterThan(PERSONS);
        assertThat(tally.refused()).isEqualTo(single.refused);
        assertThat(tally.all(Tally.Measure.TOTAL)).isEqualTo(single.total);
        assertThat(tally.all(Tally.Measure.SCOPE)).isEqualTo(single.scope);
        assertThat(tally.all(Tally.Measure.CASH)).isEqualTo(single.cash);
        assertThat(tally.all(Tally.Measure.HOSPITAL)).isEqualTo(single.paid(Fund.Field.HOSP_PART_AMT));
        assertThat(tally.all(Tally.Measure.ACCOUNTS))
                .isEqualTo(single.paid(Fund.Field.ACCT_PAY) + single.paid(Fund.Field.ACCT_MULAID_PAY));
        assertThat(tally.all(Tally.Measure.FUNDS)
                        + tally.all(Tally.Measure.HOSPITAL)
                        + tally.all(Tally.Measure.ACCOUNTS)
                        + tally.all(Tally.Measure.CASH))
                .isEqualTo(single.total);
        assertThat(tally.all(Tally.Measure.BURDEN))
                .isEqualTo(tally.all(Tally.Measure.ACCOUNTS) + tally.all(Tally.Measure.CASH));
        single.rows.forEach((dimension, rows) ->
                rows.forEach((row, bills) -> assertThat(tally.of(dimension, row, Tally.Measure.BILLS))
                        .as(dimension + " " + row)
                        .isEqualTo(bills)));
        List<String> funds = List.copyOf(pack.vocabulary().funds().keySet());
        for (int i = 0; i < funds.size(); i++) {
            assertThat(tally.fund(i)).as(funds.get(i)).isEqualTo(single.funds.getOrDefault(funds.get(i), 0L));
        }
        for (Dimension dimension : Dimension.values()) {
            for (Tally.Measure measure : Tally.Measure.values()) {
                long sum = 0;
                for (int row = 0; row < dimension.labels(pack.vocabulary()).size(); row++) {
                    sum += tally.of(dimension, row, measure);
                }
                assertThat(sum).as(dimension + " " + measure).isEqualTo(tally.all(measure));
            }
        }
    }

    /** The same through the engine that makes settlements. */
    private static final class OneByOne {
        private final ClaimsYear year;
        private final PolicyPack pack;
        private final Map<LocalDate, Policy> policies = new TreeMap<>();
        private final Map<String, Long> funds = new TreeMap<>();
        private final Map<Dimension, Map<Integer, Long>> rows = new EnumMap<>(Dimension.class);
        private long bills;
        private long refused;
        private long total;
        private long scope;
        private long cash;

        OneByOne(ClaimsYear year, PolicyPack pack) {
            this.year = year;
            this.pack = pack;
        }

        private Policy policy(LocalDate day) {
            return policies.values().stream()
                    .filter(policy -> policy.covers(day))
                    .findFirst()
                    .orElseGet(() -> {
                        Policy made = Policy.compile(pack, day);
                        policies.put(day, made);
                        return made;
                    });
        }

        long burden(int row) {
            ClaimsRecords records = new ClaimsRecords(year);
            Person person = records.person(row);
            Policy first = policy(LocalDate.of(2026, 1, 1));
            YearState state = YearState.start(first.layout());
            LocalDate last = LocalDate.of(2026, 1, 1);
            long burden = year.firstBill(row) == year.endOfBills(row) ? Resettled.NO_BILL : 0;
            for (int i = year.firstBill(row); i < year.endOfBills(row); i++) {
                Bill bill =
                        records.bill(i, state.stay() == null ? "" : state.stay().id());
                state = state.turned(first.layout(), last, bill.date());
                last = bill.date();
                Outcome outcome = BenefitEngine.settle(policy(bill.date()), person, state, bill);
                if (outcome.settlement().isEmpty()) {
                    refused++;
                    burden = Resettled.REFUSED;
                    continue;
                }
                Settlement settlement = outcome.getSettlement();
                state = settlement.after();
                add(settlement);
                count(person, bill);
                burden = burden < 0 ? burden : burden + own(settlement).fen();
            }
            return burden;
        }

        private static Money own(Settlement settlement) {
            return settlement.cash().plus(settlement.account()).plus(settlement.mutualAccount());
        }

        private void count(Person person, Bill bill) {
            count(Dimension.SCHEME, Fact.Kind.SCHEME, person.enrolments().get(0).scheme());
            count(Dimension.LEVEL, Fact.Kind.LEVEL, bill.provider().level());
            count(Dimension.KIND, Fact.Kind.KIND, bill.kind());
            int age = (int) ChronoUnit.YEARS.between(person.born(), bill.date());
            rows.computeIfAbsent(Dimension.AGE, none -> new TreeMap<>()).merge(Dimension.ageBand(age), 1L, Long::sum);
        }

        private void count(Dimension dimension, Fact.Kind fact, String word) {
            int row = List.copyOf(pack.vocabulary().wordsOf(Fact.of(fact))).indexOf(word);
            rows.computeIfAbsent(dimension, none -> new TreeMap<>()).merge(row, 1L, Long::sum);
        }

        long paid(Fund.Field field) {
            return pack.vocabulary().funds().values().stream()
                    .filter(fund -> fund.field() == field)
                    .mapToLong(fund -> funds.getOrDefault(fund.id(), 0L))
                    .sum();
        }

        private void add(Settlement settlement) {
            bills++;
            total += settlement.total().fen();
            scope += settlement.part(org.tongchou.benefit.policy.Bucket.SCOPE).fen();
            cash += settlement.cash().fen();
            settlement
                    .payments()
                    .forEach(payment ->
                            funds.merge(payment.fund().id(), payment.amount().fen(), Long::sum));
        }
    }

    @Test
    void theReformOfTheDemonstrationCostsTheFundsWhatItSavesPeople() throws InterruptedException {
        PolicyPack pack = demo.getPack();
        WhatIf answer = WhatIf.compare(
                resettlement(year, pack, 2),
                pack,
                reform(),
                new WhatIf.Question(Money.yuan("30000"), Map.of("critical", Money.yuan("1000000"))),
                done -> {});
        Tally base = answer.base().tally();
        Tally reform = answer.reform().tally();
        long moved = reform.all(Tally.Measure.FUNDS) - base.all(Tally.Measure.FUNDS);
        assertThat(moved).isPositive();
        assertThat(base.all(Tally.Measure.BURDEN)
                        + base.all(Tally.Measure.HOSPITAL)
                        - reform.all(Tally.Measure.BURDEN)
                        - reform.all(Tally.Measure.HOSPITAL))
                .isEqualTo(moved);
        assertThat(base.all(Tally.Measure.TOTAL)).isEqualTo(reform.all(Tally.Measure.TOTAL));
        assertThat(answer.tables())
                .extracting(ReportTable::id)
                .startsWith("overall", "funds", "by-scheme", "by-level", "by-age", "by-aid-class", "by-kind")
                .contains("winners-and-losers", "deciles", "heavy", "reserves");
        ReportTable winners = table(answer, "winners-and-losers");
        assertThat(winners.rows().get(0).values().get(0)).isPositive();
        assertThat(winners.rows().get(0).values().get(2)
                        + winners.rows().get(winners.rows().size() - 1).values().get(2))
                .isEqualTo(reform.all(Tally.Measure.BURDEN) - base.all(Tally.Measure.BURDEN));
        ReportTable.Row reserve = table(answer, "reserves").rows().get(0);
        assertThat(reserve.values().get(1)).isGreaterThan(reserve.values().get(2));
        assertThat(table(answer, "deciles").rows()).hasSize(10);
    }

    @Test
    void progressIsOfBothYears() throws InterruptedException {
        PolicyPack pack = demo.getPack();
        List<Integer> told = new ArrayList<>();
        WhatIf.compare(
                resettlement(year, pack, 1), pack, pack, new WhatIf.Question(Money.yuan("30000"), Map.of()), told::add);
        // 3,000 persons in ranges of 2,048
        assertThat(told).containsExactly(2048, 3000, 5048, 6000);
        assertThatThrownBy(() -> resettlement(year, pack, 0)).hasMessageContaining("threads: 0");
    }

    @Test
    void nothingChangesWithoutAReform() throws InterruptedException {
        PolicyPack pack = demo.getPack();
        WhatIf answer = WhatIf.compare(
                resettlement(year, pack, 1),
                pack,
                pack,
                new WhatIf.Question(Money.yuan("30000"), Map.of()),
                done -> {});
        assertThat(answer.reform()).isEqualTo(answer.base());
        assertThat(table(answer, "overall").rows())
                .allSatisfy(row -> assertThat(row.values().get(2)).isZero());
        assertThat(answer.tables()).extracting(ReportTable::id).doesNotContain("reserves");
    }

    private static ReportTable table(WhatIf answer, String id) {
        return answer.tables().stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
