package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.fund.PersonalAccounts.Balance;
import org.tongchou.platform.fund.PersonalAccounts.Credit;
import org.tongchou.platform.fund.PersonalAccounts.Refund;
import org.tongchou.platform.fund.PersonalAccounts.Transfer;
import org.tongchou.platform.fund.PersonalAccounts.Use;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Money in personal accounts: two parts, never below zero, every act once. */
@PlatformTest
class PersonalAccountsTest {
    private static final Actor CLERK = TestActors.actor();
    private static final LocalDate LAST_YEAR = LocalDate.of(2024, 11, 5);
    private static final LocalDate DAY = LocalDate.of(2025, 3, 15);

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private JdbcClient database;

    private static Cause cause(String id) {
        return new Cause("test", "act", id);
    }

    /** Somebody with 300 carried over and 200 of this year. */
    private long somebody(long person) {
        accounts.credit(CLERK, "2024-11", List.of(credit(person, 300, LAST_YEAR)));
        accounts.credit(CLERK, "2025-03", List.of(credit(person, 200, DAY)));
        return person;
    }

    private static Credit credit(long person, long fen, LocalDate day) {
        return new Credit(person, fen, day, false, cause("credit-" + day), 1);
    }

    private static Use use(long person, long fen, boolean carriedFirst, String id) {
        return new Use(person, fen, DAY.plusDays(1), carriedFirst, cause(id), 2);
    }

    @Test
    void aYearLaterTheCurrentPartIsCarriedOver() {
        long person = somebody(1);
        assertThat(accounts.balance(person, DAY)).isEqualTo(new Balance(200, 300));
        assertThat(accounts.balance(person, LAST_YEAR)).isEqualTo(new Balance(300, 0));
        assertThat(accounts.balance(person, LocalDate.of(2026, 1, 1))).isEqualTo(new Balance(0, 500));
        assertThat(accounts.balance(99)).isEqualTo(Balance.NOTHING);
    }

    @Test
    void creditingAgainChangesNothing() {
        long person = somebody(2);
        somebody(2);
        assertThat(accounts.balance(person, DAY).fen()).isEqualTo(500);
        refused("E-FUN-068", () -> accounts.credit(CLERK, "2025-03", List.of(credit(person, 201, DAY))));
        refused("E-FUN-062", () -> accounts.credit(CLERK, "202503", List.of(credit(person, 1, DAY))));
        refused(
                "E-FUN-063",
                () -> accounts.credit(CLERK, "2025-03", List.of(credit(person, 1, DAY), credit(person, 1, DAY))));
    }

    @Test
    void payingTakesTheFirstPartFirstAndRefundsGiveTheLastBackFirst() {
        long person = somebody(3);
        assertThat(accounts.pay(CLERK, use(person, 250, false, "pay-1"))).isEqualTo(new Balance(200, 50));
        assertThat(accounts.pay(CLERK, use(person, 250, false, "pay-1"))).isEqualTo(new Balance(200, 50));
        refused("E-FUN-068", () -> accounts.pay(CLERK, use(person, 251, false, "pay-1")));
        assertThat(accounts.balance(person, DAY.plusDays(1))).isEqualTo(new Balance(0, 250));
        Refund refund = new Refund(person, 100, DAY.plusDays(2), cause("pay-1"), cause("refund-1"), 3);
        assertThat(accounts.refund(CLERK, refund)).isEqualTo(new Balance(50, 50));
        assertThat(accounts.refund(CLERK, refund)).isEqualTo(new Balance(50, 50));
        refused(
                "E-FUN-064",
                () -> accounts.refund(
                        CLERK, new Refund(person, 151, DAY.plusDays(2), cause("pay-1"), cause("refund-2"), 3)));
        accounts.refund(CLERK, new Refund(person, 150, DAY.plusDays(2), cause("pay-1"), cause("refund-3"), 3));
        assertThat(accounts.balance(person, DAY.plusDays(2))).isEqualTo(new Balance(200, 300));
        assertThat(accounts.pay(CLERK, use(person, 350, true, "pay-2"))).isEqualTo(new Balance(50, 300));
        refused("E-FUN-060", () -> accounts.pay(CLERK, use(person, 151, true, "pay-3")));
        assertThat(accounts.movements(person, new PageQuery(1, 50, null))
                        .items()
                        .get(0)
                        .balanceFen())
                .isEqualTo(150);
    }

    @Test
    void creditsAreTakenBackOnlyIfTheMoneyIsThere() {
        long person = somebody(4);
        Refund back = new Refund(person, 200, DAY, cause("credit-" + DAY), cause("back"), 4);
        accounts.pay(CLERK, use(person, 400, true, "pay-1"));
        refused("E-FUN-060", () -> accounts.reverse(CLERK, back));
        accounts.refund(CLERK, new Refund(person, 400, DAY, cause("pay-1"), cause("all-back"), 4));
        accounts.reverse(CLERK, back);
        accounts.reverse(CLERK, back);
        assertThat(accounts.balance(person, DAY.plusDays(9))).isEqualTo(new Balance(0, 300));
    }

    @Test
    void movesToAnotherAccountAndCloses() {
        long person = somebody(5);
        long other = somebody(6);
        Transfer transfer = new Transfer(use(person, 120, true, "move"), other);
        accounts.transfer(CLERK, transfer);
        accounts.transfer(CLERK, transfer);
        assertThat(accounts.balance(person, DAY.plusDays(1))).isEqualTo(new Balance(200, 180));
        assertThat(accounts.balance(other, DAY.plusDays(1))).isEqualTo(new Balance(320, 300));
        refused("E-FUN-067", () -> accounts.close(CLERK, use(person, 379, true, "close")));
        assertThat(accounts.close(CLERK, use(person, 380, true, "close")).fen()).isEqualTo(380);
        refused("E-FUN-069", () -> accounts.pay(CLERK, use(person, 1, true, "late")));
        refused("E-FUN-069", () -> accounts.credit(CLERK, "2025-04", List.of(credit(person, 1, DAY.plusMonths(1)))));
        refused("E-FUN-061", () -> accounts.pay(CLERK, use(404, 1, true, "nobody")));
    }

    @Test
    void ofEightWhoWantTheLastMoneyOneGetsIt() throws Exception {
        long person = somebody(7);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> wishes = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(n -> () -> {
                        try {
                            accounts.pay(CLERK, use(person, 500, n % 2 == 0, "last-" + n));
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
        assertThat(accounts.balance(person, DAY.plusDays(1))).isEqualTo(Balance.NOTHING);
    }

    @Test
    void theDatabaseHoldsItForEverybody() {
        long person = somebody(8);
        String movement = """
                insert into fund.movement (year, person, cause, cause_id, money_year, kind, fen, movement_date, month, voucher_id,
                    created_by)
                select 2025, %d, id, 'x', 2025, 'payment', %d, '2025-03-20', '2025-03', 1, 1 from fund.movement_cause limit 1""";
        for (String attack : List.of(
                movement.formatted(person, -201),
                movement.formatted(12345, -1),
                "update fund.movement set fen = 1 where person = " + person,
                "delete from fund.movement_2025 where person = " + person,
                "truncate fund.movement_2025")) {
            assertThatThrownBy(() -> database.sql(attack).update()).as(attack).isNotNull();
        }
        assertThat(accounts.balance(person, DAY).fen()).isEqualTo(500);
    }

    private static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.code())
                                .as(refusal.getMessage())
                                .isEqualTo(code));
    }
}
