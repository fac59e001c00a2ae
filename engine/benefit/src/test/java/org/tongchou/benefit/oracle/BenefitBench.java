package org.tongchou.benefit.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.claims.BillCursor;
import org.tongchou.benefit.claims.ClaimsGenerator;
import org.tongchou.benefit.claims.ClaimsRecords;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.PersonCursor;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.PolicyYear;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.benefit.settle.YearSettler;
import org.tongchou.benefit.settle.YearState;

/**
 * Measures the engine, by number and by bill, without and with reasons, and the oracle on the same synthetic bills, in
 * turn on one thread: {@code ./tongchou bench benefit}. Asserts no time. Not named like a test, so that it runs only when it is asked
 * for.
 */
class BenefitBench {
    private static final int YEAR = 2026;
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR, 1, 1);
    private static final int PERSONS = Integer.getInteger("tongchou.persons", 10_000);
    private static final int LONG_STAYS = 20_000;
    private static final int RUNS = Integer.getInteger("tongchou.runs", 9);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    /** A person of the year file with bills in order, the first of the year for the engine. */
    private record PersonYear(int row, Person person, CounterLayout layout, List<Visit> visits) {}

    /** A bill of the year file and the rules of its day. */
    private record Visit(int row, Bill bill, Policy policy) {}

    /** A way to settle all bills, which gives the sum of what people pay in cash, in fen; and what each run took. */
    private static final class Way {
        private final String name;
        private final LongSupplier work;
        private final long[] nanos = new long[RUNS];
        private final long[] bytes = new long[RUNS];

        Way(String name, LongSupplier work) {
            this.name = name;
            this.work = work;
        }

        void run(int place, long expected, int bills) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long start = THREADS.getCurrentThreadCpuTime();
            assertThat(work.getAsLong()).as(name).isEqualTo(expected);
            nanos[place] = (THREADS.getCurrentThreadCpuTime() - start) / bills;
            bytes[place] = (THREADS.getCurrentThreadAllocatedBytes() - allocated) / bills;
        }

        static long median(long[] values) {
            return Arrays.stream(values).sorted().toArray()[values.length / 2];
        }
    }

    @Test
    void measure() throws IOException {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        System.out.printf("%d 个核，负载 %.1f%n", machine.getAvailableProcessors(), machine.getSystemLoadAverage());
        System.out.println("| 规则包 | 账单 | 张数 | 方式 | 每张用时 | 每张分配 | 对照计算 ÷ 它 |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String region : List.of("demo", "wuhan")) {
            measure(region);
        }
    }

    private void measure(String region) throws IOException {
        PolicyPack pack =
                PolicyPack.read(Path.of("..", "..", "regions", region)).getPack();
        new ClaimsGenerator(pack, YEAR, PERSONS, 1).write(folder.resolve(region), done -> {});
        ClaimsYear year = ClaimsYear.open(folder.resolve(region)).found().orElseThrow();
        List<PersonYear> lives = lives(pack, year);
        compare(region + " | 全年", pack, year, lives, bill -> bill);
        compare(region + " | 一站式 20 行", pack, year, longStays(lives), TwentyLines::new);
    }

    private static void compare(
            String name,
            PolicyPack pack,
            ClaimsYear year,
            List<PersonYear> lives,
            Function<BillCursor, BillNumbers> reading) {
        PolicyYear policies =
                PolicyYear.compile(pack, NEW_YEAR, NEW_YEAR.plusYears(1).minusDays(1));
        WordMap words = year.wordsIn(pack.vocabulary(), new ArrayList<>());
        int[] persons = lives.stream().mapToInt(PersonYear::row).toArray();
        int[][] bills = lives.stream()
                .map(life -> life.visits().stream().mapToInt(Visit::row).toArray())
                .toArray(int[][]::new);
        Way oracle = new Way("对照计算", () -> oracle(pack, lives));
        List<Way> ways = List.of(
                new Way("引擎，整年重算", () -> numbers(policies, year, words, persons, bills, reading)),
                new Way("引擎，逐张结算", () -> engine(lives, false)),
                new Way("引擎，逐张结算并说明", () -> engine(lives, true)),
                oracle);
        long cash = engine(lives, false);
        int count = Arrays.stream(bills).mapToInt(each -> each.length).sum();
        // As many runs to warm up as are counted; the ways take turns, so that noise meets all.
        for (int run = 0; run < RUNS * 2; run++) {
            for (Way way : ways) {
                way.run(run % RUNS, cash, count);
            }
        }
        for (Way way : ways) {
            long nanos = Way.median(way.nanos);
            System.out.printf(
                    "| %s | %,d | %s | %,d 纳秒 | %,d 字节 | %s |%n",
                    name,
                    count,
                    way.name,
                    nanos,
                    Way.median(way.bytes),
                    tenths(Way.median(oracle.nanos) * 10 / Math.max(1, nanos)));
        }
    }

    private static String tenths(long number) {
        return number / 10 + "." + number % 10;
    }

    // ---- the ways

    private static long numbers(
            PolicyYear policies,
            ClaimsYear year,
            WordMap words,
            int[] persons,
            int[][] bills,
            Function<BillCursor, BillNumbers> reading) {
        YearSettler settler = new YearSettler(policies);
        PersonCursor person = new PersonCursor(year, words);
        BillCursor cursor = new BillCursor(year, words);
        BillNumbers bill = reading.apply(cursor);
        long cash = 0;
        for (int i = 0; i < persons.length; i++) {
            person.move(persons[i]);
            settler.begin(person);
            for (int row : bills[i]) {
                cursor.move(row);
                cash += settler.settle(bill) == null ? settler.cash() : 0;
            }
        }
        return cash;
    }

    private static long engine(List<PersonYear> lives, boolean explain) {
        long cash = 0;
        for (PersonYear year : lives) {
            Walk walk = new Walk(year.layout());
            for (Visit visit : year.visits()) {
                cash += walk.settle(year.person(), visit, explain);
            }
        }
        return cash;
    }

    private static long oracle(PolicyPack pack, List<PersonYear> lives) {
        BigDecimal cash = Yuan.ZERO;
        for (PersonYear year : lives) {
            Oracle.Year used = Oracle.Year.NEW;
            LocalDate last = NEW_YEAR;
            for (Visit visit : year.visits()) {
                LocalDate day = visit.bill().date();
                used = Oracle.begin(pack, used, last, day);
                last = day;
                try {
                    Oracle.Settled settled = Oracle.settle(pack, year.person(), used, visit.bill());
                    used = settled.after();
                    cash = cash.add(settled.course().cash());
                } catch (Refusal refusal) {
                    // Nobody pays: had the engine settled it, the sums would differ.
                }
            }
        }
        return cash.movePointRight(2).longValueExact();
    }

    /** A person's way through the year by the engine. */
    private static final class Walk {
        private YearState state;
        private LocalDate last = NEW_YEAR;

        Walk(CounterLayout layout) {
            state = YearState.start(layout);
        }

        /** What the person pays in cash, in fen; nothing when the bill cannot be settled. */
        long settle(Person person, Visit visit, boolean explain) {
            Bill bill = visit.bill();
            state = state.turned(visit.policy().layout(), last, bill.date());
            last = bill.date();
            Outcome outcome = explain
                    ? BenefitEngine.settleAndExplain(visit.policy(), person, state, bill)
                    : BenefitEngine.settle(visit.policy(), person, state, bill);
            if (!(outcome instanceof Outcome.Settled settled)) {
                return 0;
            }
            state = settled.value().after();
            return settled.value().cash().fen();
        }

        String stay() {
            Stay stay = state.stay();
            return stay == null ? "" : stay.id();
        }
    }

    // ---- the bills

    private static List<PersonYear> lives(PolicyPack pack, ClaimsYear year) {
        List<Policy> policies = new ArrayList<>();
        CounterLayout layout = CounterLayout.of(pack);
        ClaimsRecords records = new ClaimsRecords(year);
        List<PersonYear> lives = new ArrayList<>();
        for (int row = 0; row < year.persons(); row++) {
            Person person = records.person(row);
            Walk walk = new Walk(layout);
            List<Visit> visits = new ArrayList<>();
            for (int i = year.firstBill(row); i < year.endOfBills(row); i++) {
                Bill bill = records.bill(i, walk.stay());
                Visit visit = new Visit(i, bill, policy(policies, pack, bill.date()));
                visits.add(visit);
                walk.settle(person, visit, false);
            }
            lives.add(new PersonYear(row, person, layout, visits));
        }
        return lives;
    }

    /**
     * Stays of twenty lines, each the first bill of a year, of which basic insurance and two more tiers at least pay a
     * part; as often as it takes to have enough.
     */
    private static List<PersonYear> longStays(List<PersonYear> lives) {
        List<PersonYear> stays = new ArrayList<>();
        for (PersonYear life : lives) {
            for (Visit visit : life.visits()) {
                if (isPlainStay(visit.bill())) {
                    Visit longer = new Visit(visit.row(), TwentyLines.of(visit.bill()), visit.policy());
                    PersonYear stay = new PersonYear(life.row(), life.person(), life.layout(), List.of(longer));
                    if (payers(stay) >= 3) {
                        stays.add(stay);
                    }
                }
            }
        }
        return Stream.generate(() -> stays)
                .flatMap(List::stream)
                .limit(LONG_STAYS)
                .toList();
    }

    private static boolean isPlainStay(Bill bill) {
        return bill.kind().equals("inpatient")
                && bill.continues() == null
                && bill.lines().stream().allMatch(line -> line.refunds().isEmpty());
    }

    /** How many tiers pay a part of the only bill. */
    private static long payers(PersonYear stay) {
        Visit visit = stay.visits().get(0);
        Outcome outcome =
                BenefitEngine.settle(visit.policy(), stay.person(), YearState.start(stay.layout()), visit.bill());
        return outcome instanceof Outcome.Settled settled
                ? settled.value().payments().stream()
                        .filter(payment -> payment.amount().fen() > 0)
                        .count()
                : 0;
    }

    private static Policy policy(List<Policy> known, PolicyPack pack, LocalDate day) {
        return known.stream().filter(policy -> policy.covers(day)).findFirst().orElseGet(() -> {
            Policy made = Policy.compile(pack, day);
            known.add(made);
            return made;
        });
    }
}
