package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.fund.PersonalAccounts.Refund;
import org.tongchou.platform.fund.PersonalAccounts.Use;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Random histories of the ledger and of personal accounts against models that only add. */
@PlatformTest
class LedgerProperties {
    private static final Actor CLERK = TestActors.actor();
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 60;
    private static final List<String> ACCOUNTS = List.of(
            FundAccounts.INCOME_BANK,
            FundAccounts.TREASURY_BANK,
            FundAccounts.SPENDING_BANK,
            FundAccounts.DUE_TO_PROVIDERS,
            FundAccounts.DEPOSITS,
            FundAccounts.DUES_EMPLOYERS,
            FundAccounts.INPATIENT);

    @Autowired
    private Ledger ledger;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private JdbcClient database;

    @Autowired
    @Qualifier("booksVerification")
    private Verification books;

    private static boolean isByParty(String account) {
        return account.startsWith("L");
    }

    private static Leg leg(Random random, String account, long fen) {
        return new Leg(account, fen, isByParty(account) ? "H" + random.nextInt(3) : null);
    }

    private static Voucher voucher(Random random, String fund, String id) {
        long fen = 1L + random.nextInt(1_000);
        long part = random.nextLong(fen) + 1;
        String one = ACCOUNTS.get(random.nextInt(ACCOUNTS.size()));
        List<Leg> legs = new ArrayList<>(List.of(leg(random, one, fen)));
        legs.add(leg(random, ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), -part));
        if (part < fen) {
            legs.add(leg(random, ACCOUNTS.get(random.nextInt(ACCOUNTS.size())), part - fen));
        }
        return new Voucher(
                fund, FIRST.plusDays(random.nextInt(DAYS)), new Cause("test", "random", fund + id), "随机", legs);
    }

    @ParameterizedTest
    @CsvSource({"special, 1", "extra, 2", "maternity, 3", "critical, 4"})
    void theBooksAreTheModelsAtEveryMoment(String fund, int seed) {
        Random random = new Random(seed);
        Map<Long, Voucher> model = new HashMap<>();
        List<Voucher> all = new ArrayList<>();
        List<Long> standing = new ArrayList<>();
        int refused = 0;
        for (int step = 0; step < 120; step++) {
            try {
                if (step % 7 == 6 && !standing.isEmpty()) {
                    Long id = standing.get(random.nextInt(standing.size()));
                    LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                    long mirror = ledger.reverse(CLERK, id, day, "随机");
                    standing.remove(id);
                    model.put(
                            mirror,
                            new Voucher(
                                    fund,
                                    day,
                                    new Cause("", "", ""),
                                    "",
                                    Objects.requireNonNull(model.get(id)).legs().stream()
                                            .map(leg -> new Leg(leg.account(), -leg.fen(), leg.party()))
                                            .toList()));
                } else {
                    Voucher voucher = voucher(random, fund, "-" + step);
                    Long id = ledger.post(CLERK, voucher);
                    model.put(id, voucher);
                    all.add(voucher);
                    standing.add(id);
                }
            } catch (Refusal e) {
                assertThat(e.code()).isEqualTo("E-FUN-014");
                refused++;
            }
        }
        assertThat(refused).as("some are refused").isPositive();
        assertThat(model).as("some are posted").hasSizeGreaterThan(10);
        holds(fund, model);
        long before = count(fund);
        assertThat(ledger.post(CLERK, all)).as("replay").hasSize(all.size());
        assertThat(count(fund)).as("replay changes nothing").isEqualTo(before);
    }

    private void holds(String fund, Map<Long, Voucher> model) {
        for (int day = 0; day < DAYS; day += 3) {
            LocalDate today = FIRST.plusDays(day);
            long sum = 0;
            for (String account : ACCOUNTS) {
                long expected = model.values().stream()
                        .filter(voucher -> !voucher.date().isAfter(today))
                        .flatMap(voucher -> voucher.legs().stream())
                        .filter(leg -> leg.account().equals(account))
                        .mapToLong(Leg::fen)
                        .sum();
                long balance = ledger.balance(fund, account, null, today);
                assertThat(balance).as("%s on %s", account, today).isEqualTo(expected);
                sum += balance;
                if (account.startsWith("A")) {
                    assertThat(balance).as("%s on %s", account, today).isNotNegative();
                }
                for (int party = 0; isByParty(account) && party < 3; party++) {
                    assertThat(ledger.balance(fund, account, "H" + party, today))
                            .isNotPositive();
                }
            }
            assertThat(sum).as("debits are credits on %s", today).isZero();
        }
        assertThat(books.problems()).isEmpty();
    }

    private long count(String fund) {
        return database.sql("select count(*) from fund.entry where fund = :fund")
                .param("fund", fund)
                .query(Long.class)
                .single();
    }

    @Test
    void personalAccountsAreTheModels() {
        Random random = new Random(5);
        Map<Long, Long> model = new HashMap<>();
        Map<String, Long> paid = new HashMap<>();
        for (int step = 0; step < 150; step++) {
            long person = 1L + random.nextInt(4);
            LocalDate day = FIRST.plusDays(step / 3).minusYears(step < 30 ? 1 : 0);
            long fen = 1L + random.nextInt(300);
            Cause cause = new Cause("test", "step", "P" + step);
            try {
                if (step % 3 == 0) {
                    accounts.credit(CLERK, "2026-01", List.of(new Credit(person, fen, day, false, cause, 1)));
                    model.merge(person, fen, Long::sum);
                } else if (step % 3 == 1 || paid.isEmpty()) {
                    accounts.pay(CLERK, new Use(person, fen, day, random.nextBoolean(), cause, 2));
                    model.merge(person, -fen, Long::sum);
                    paid.put(cause.id(), person);
                } else {
                    String of = List.copyOf(paid.keySet()).get(random.nextInt(paid.size()));
                    long payer = paid.getOrDefault(of, 0L);
                    accounts.refund(CLERK, new Refund(payer, fen, day, new Cause("test", "step", of), cause, 3));
                    model.merge(payer, fen, Long::sum);
                }
            } catch (Refusal e) {
                assertThat(e.code()).isIn("E-FUN-060", "E-FUN-061", "E-FUN-064");
            }
        }
        LocalDate end = FIRST.plusYears(1);
        for (long person = 1; person <= 4; person++) {
            assertThat(accounts.balance(person, end).fen()).isEqualTo(model.getOrDefault(person, 0L));
        }
        assertThat(database.sql("""
                        select count(*) from (select sum(fen) over (partition by person, money_year order by id) as left_over
                            from fund.movement) m where left_over < 0
                        """).query(Long.class).single())
                .as("moments below zero")
                .isZero();
    }

    @Test
    void ofEightWhoWantTheLastMoneyOfAFundOneGetsIt() throws Exception {
        LocalDate day = FIRST.plusDays(90);
        ledger.post(CLERK, voucher("fill", day, FundAccounts.SPENDING_BANK, FundAccounts.INTEREST));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> wishes = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        try {
                            ledger.post(
                                    CLERK,
                                    voucher("last" + n, day, FundAccounts.INPATIENT, FundAccounts.SPENDING_BANK));
                            return true;
                        } catch (Refusal refused) {
                            return false;
                        }
                    })
                    .toList();
            int won = 0;
            for (Future<Boolean> wish : threads.invokeAll(wishes)) {
                won += wish.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(ledger.balance(Funds.CARE, FundAccounts.SPENDING_BANK, null, day))
                .isZero();
    }

    @Test
    void thoseWhoPostAtTheSameTimeNeitherMissNorBlockEachOther() throws Exception {
        LocalDate day = FIRST.plusDays(95);
        List<String> banks = List.of(
                FundAccounts.INCOME_BANK,
                FundAccounts.TREASURY_BANK,
                FundAccounts.SPENDING_BANK,
                FundAccounts.STATE_TREASURY);
        banks.forEach(bank -> ledger.post(CLERK, cadre("start" + bank, day, bank, FundAccounts.INTEREST, 5_000)));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Integer>> lives = IntStream.range(0, 8)
                    .<Callable<Integer>>mapToObj(n -> () -> {
                        Random random = new Random(n);
                        for (int step = 0; step < 25; step++) {
                            String to = banks.get(random.nextInt(4));
                            String from = banks.get((banks.indexOf(to) + 1 + random.nextInt(3)) % 4);
                            ledger.post(CLERK, cadre(n + "-" + step, day, to, from, 1L + random.nextInt(20)));
                        }
                        return 25;
                    })
                    .toList();
            int posted = 0;
            for (Future<Integer> life : threads.invokeAll(lives)) {
                posted += life.get();
            }
            assertThat(posted).isEqualTo(200);
        } finally {
            threads.shutdownNow();
        }
        assertThat(banks.stream()
                        .mapToLong(bank -> ledger.balance(Funds.CADRE, bank, null, day))
                        .sum())
                .isEqualTo(20_000);
        assertThat(books.problems()).isEmpty();
    }

    private static Voucher cadre(String id, LocalDate day, String debit, String credit, long fen) {
        return new Voucher(
                Funds.CADRE,
                day,
                new Cause("test", "same-time", id),
                "同时划转",
                List.of(Leg.debit(debit, fen, null), Leg.credit(credit, fen, null)));
    }

    private static Voucher voucher(String id, LocalDate day, String debit, String credit) {
        return new Voucher(
                Funds.CARE,
                day,
                new Cause("test", "last", id),
                "最后一笔",
                List.of(Leg.debit(debit, 500, null), Leg.credit(credit, 500, null)));
    }
}
