package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Vouchers through the interface, and what the database refuses to everybody who goes around it. */
@PlatformTest
class FundLedgerTest {
    private static final Actor CLERK = TestActors.actor();
    private static final LocalDate DAY = LocalDate.of(2025, 3, 15);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    private static Cause cause() {
        return new Cause("test", "act", "L" + NUMBER.incrementAndGet());
    }

    private static Voucher dues(Cause cause, long fen) {
        return new Voucher(
                Funds.EMPLOYEE,
                DAY,
                cause,
                "征缴保费",
                List.of(
                        Leg.debit(FundAccounts.STATE_TREASURY, fen, null),
                        Leg.credit(FundAccounts.DUES_EMPLOYERS, fen, "E0001")));
    }

    @Test
    void postsOnceAndReversesOnce() {
        Cause cause = cause();
        long id = ledger.post(CLERK, dues(cause, 12_345));
        assertThat(ledger.post(CLERK, dues(cause, 12_345))).isEqualTo(id);
        refused("E-FUN-010", () -> ledger.post(CLERK, dues(cause, 12_346)));
        VoucherView view = ledger.find(id).orElseThrow();
        assertThat(view.legs()).extracting(VoucherView.Line::fen).containsExactly(12_345L, -12_345L);
        assertThat(view.legs().get(1).accountName()).isEqualTo("社会保险费收入—单位缴费");
        long mirror = ledger.reverse(CLERK, id, DAY.plusDays(3), "金额有误");
        assertThat(ledger.byCause(cause)).extracting(VoucherView::id).containsExactly(id, mirror);
        assertThat(ledger.find(id).orElseThrow().reversedBy()).isEqualTo(mirror);
        refused("E-FUN-018", () -> ledger.reverse(CLERK, id, DAY, "再次冲销"));
        refused("E-FUN-017", () -> ledger.reverse(CLERK, mirror, DAY, "冲销之冲销"));
        assertThat(ledger.post(CLERK, dues(cause, 12_345))).isEqualTo(id);
    }

    @Test
    void refusesWhatIsNotAVoucher() {
        Voucher good = dues(cause(), 100);
        refused("E-FUN-001", () -> ledger.post(CLERK, new Voucher("nothing", DAY, cause(), "征缴", good.legs())));
        refused("E-FUN-004", () -> ledger.post(CLERK, legs(Leg.debit(FundAccounts.CASH, 1, null))));
        refused(
                "E-FUN-015",
                () -> ledger.post(
                        CLERK,
                        legs(Leg.debit(FundAccounts.CASH, 2, null), Leg.credit(FundAccounts.INTEREST, 1, null))));
        refused(
                "E-FUN-005",
                () -> ledger.post(CLERK, legs(Leg.debit(FundAccounts.CASH, 0, null), Leg.credit("I03", 0, null))));
        refused(
                "E-FUN-013",
                () -> ledger.post(CLERK, legs(Leg.debit("L01", 1, null), Leg.credit(FundAccounts.INTEREST, 1, null))));
        refused(
                "E-FUN-013",
                () -> ledger.post(
                        CLERK,
                        legs(Leg.debit(FundAccounts.CASH, 1, null), Leg.credit(FundAccounts.DEPOSITS, 1, null))));
        refused(
                "E-FUN-013",
                () -> ledger.post(
                        CLERK,
                        legs(Leg.debit(FundAccounts.CASH, 1, "E1"), Leg.credit(FundAccounts.INTEREST, 1, null))));
        refused(
                "E-FUN-002",
                () -> ledger.post(CLERK, legs(Leg.debit("X99", 1, null), Leg.credit(FundAccounts.INTEREST, 1, null))));
        refused(
                "E-FUN-006",
                () -> ledger.post(
                        CLERK,
                        legs(
                                Leg.debit(FundAccounts.CASH, 1, null),
                                Leg.credit(FundAccounts.DUES_PERSONS, 1, "359900190001010019"))));
    }

    @Test
    void guardedAccountsAreNeverOverdrawnOnAnyDay() {
        String fund = Funds.CADRE;
        ledger.post(CLERK, move(fund, DAY, FundAccounts.SPENDING_BANK, FundAccounts.INTEREST, 500));
        refused(
                "E-FUN-014",
                () -> ledger.post(CLERK, move(fund, DAY, FundAccounts.INTEREST, FundAccounts.SPENDING_BANK, 501)));
        refused(
                "E-FUN-014",
                () -> ledger.post(
                        CLERK, move(fund, DAY.minusDays(1), FundAccounts.INTEREST, FundAccounts.SPENDING_BANK, 500)));
        ledger.post(CLERK, move(fund, DAY.plusDays(5), FundAccounts.INTEREST, FundAccounts.SPENDING_BANK, 500));
        refused(
                "E-FUN-014",
                () -> ledger.post(
                        CLERK, move(fund, DAY.plusDays(1), FundAccounts.INTEREST, FundAccounts.SPENDING_BANK, 1)));
        assertThat(ledger.balance(fund, FundAccounts.SPENDING_BANK, null, DAY)).isEqualTo(500);
        assertThat(ledger.balance(fund, FundAccounts.SPENDING_BANK, null, DAY.plusDays(5)))
                .isZero();
    }

    /** Whatever the number of vouchers, they are one act: the first may spend what the last brings in. */
    @Test
    void aLongListIsOneAct() {
        int most = 250;
        List<Voucher> list = new ArrayList<>();
        list.add(move(Funds.EXTRA, DAY, FundAccounts.INTEREST, FundAccounts.SPENDING_BANK, most - 1));
        for (int i = 1; i < most; i++) {
            list.add(move(Funds.EXTRA, DAY, FundAccounts.SPENDING_BANK, FundAccounts.INTEREST, 1));
        }
        refused("E-FUN-014", () -> ledger.post(CLERK, list.subList(0, most - 1)));
        List<Long> ids = ledger.post(CLERK, list);
        assertThat(ids).hasSize(most).doesNotHaveDuplicates();
        assertThat(ledger.find(ids.get(most - 1)).orElseThrow().cause())
                .isEqualTo(list.get(most - 1).cause());
        assertThat(ledger.balance(Funds.EXTRA, FundAccounts.SPENDING_BANK, null, DAY))
                .isZero();
        assertThat(ledger.post(CLERK, list)).isEqualTo(ids);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update fund.entry set fen = fen + 1 where voucher_id = :id",
                "delete from fund.entry where voucher_id = :id",
                "delete from fund.entry_2025 where voucher_id = :id",
                "update fund.voucher set summary = '改' where id = :id",
                "delete from fund.voucher where id = :id",
                "truncate fund.entry",
                "truncate fund.entry_2025",
                "truncate fund.voucher cascade",
                "insert into fund.entry values (:id, 2025, 3, 'employee', 3, '2025-03-15', 'A01', '', 1)",
                "insert into fund.entry_2025 values (:id, 2025, 3, 'employee', 3, '2025-03-15', 'A01', '', 1)",
                "insert into fund.entry values (:id, 2025, 1, 'employee', 3, '2025-03-15', 'A01', '', 1)",
                "insert into fund.entry values (:id, 2026, 1, 'employee', 3, '2026-03-15', 'A01', '', 1)",
                "insert into fund.entry values (0, 2025, 1, 'employee', 3, '2025-03-15', 'A01', '', 1)",
                "insert into fund.day_balance values ('employee', 'A01', '', '2025-03-15', 0, 1)",
                "update fund.day_balance set fen = fen + 1",
                "delete from fund.day_balance",
                "truncate fund.day_balance",
            })
    void nothingPostedIsChanged(String attack) {
        long id = ledger.post(CLERK, dues(cause(), 777));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    String sql = attack.replace(":id", Long.toString(id));
                    database.sql(sql).update();
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(ledger.find(id).orElseThrow().legs()).hasSize(2);
    }

    private static final String FORGED = """
            insert into fund.voucher (id, fund, year, month, voucher_date, kind, cause_module, cause_kind, cause_id, summary, legs,
                debit_fen, content, created_by, created_name)
            values (%d, 'employee', 2025, 3, '2025-03-15', 'posting', 'direct', 'sql', '%d', '伪造', 2, 100, '', 1, '某人')""";

    @Test
    void anUnbalancedVoucherIsRefusedEvenWhenTheCheckIsForcedEarly() {
        long id = 900_000_001;
        String voucher = FORGED.formatted(id, id);
        String line = "insert into fund.entry values (%d, 2025, %d, 'employee', 3, '2025-03-15', '%s', '', %d)";
        refusedByDatabase("分录不全", voucher);
        refusedByDatabase("借贷不平", voucher, line.formatted(id, 1, "A05", 100), line.formatted(id, 2, "I03", -99));
        refusedByDatabase(
                "不符",
                voucher,
                line.formatted(id, 1, "A05", 100),
                line.formatted(id, 2, "I03", -100),
                "set constraints all immediate",
                line.formatted(id, 3, "A05", 1));
        refusedByDatabase("分录不全", voucher, line.formatted(id, 1, "A05", 0 + 50), line.formatted(id, 2, "I03", -50));
        refusedByDatabase("没有科目", voucher, line.formatted(id, 1, "B99", 100));
        refusedByDatabase("有下级科目", voucher, line.formatted(id, 1, "L01", 100));
        refusedByDatabase("往来对象必须填写", voucher, line.formatted(id, 1, "L0102", 100));
        refusedByDatabase("往来对象不应填写", voucher, line.formatted(id, 1, "A05", 100).replace("'', 100", "'E1', 100"));
        refusedByDatabase("余额不足", voucher, line.formatted(id, 1, "E03", 100), line.formatted(id, 2, "A08", -100));
        assertThat(ledger.find(id)).isEmpty();
    }

    @Test
    void whatIsPutStraightIntoAPartitionCountsOnce() {
        String first = FORGED.formatted(900_000_003, 900_000_003);
        String second = FORGED.formatted(900_000_004, 900_000_004);
        String line = "insert into fund.entry_2025 values (%d, 2025, %d, 'employee', 3, '2025-03-15', '%s', '', %d)";
        String[] fill = {first, line.formatted(900_000_003, 1, "A08", 100), line.formatted(900_000_003, 2, "I03", -100)
        };
        String take = line.formatted(900_000_004, 1, "E03", 100);
        transaction.executeWithoutResult(status -> {
            for (String sql : fill) {
                database.sql(sql).update();
            }
            database.sql(second).update();
            database.sql(take).update();
            database.sql(line.formatted(900_000_004, 2, "A08", -100)).update();
            database.sql("set constraints all immediate").update();
            status.setRollbackOnly();
        });
        String more = second.replace("'伪造', 2, 100", "'伪造', 2, 101");
        refusedByDatabase(
                "余额不足",
                fill[0],
                fill[1],
                fill[2],
                more,
                line.formatted(900_000_004, 1, "E03", 101),
                line.formatted(900_000_004, 2, "A08", -101));
    }

    @Test
    void aClosedMonthTakesNothing() {
        database.sql("""
                        insert into fund.period (fund, year, month, state, closed_by, closed_name)
                        values ('large', 2025, 3, 'closed', 7, '某人')""").update();
        refused("E-FUN-011", () -> ledger.post(CLERK, move(Funds.LARGE, DAY, FundAccounts.CASH, "I03", 5)));
        refusedByDatabase("已经结账", FORGED.formatted(900_000_002, 900_000_002).replace("'employee'", "'large'"));
        refusedByDatabase("", "update fund.period set state = 'open' where fund = 'large'");
        refusedByDatabase(
                "", "update fund.period set state = 'open', reopened_by = 7, reason = '我' where fund = 'large'");
        refusedByDatabase("只能追加", "delete from fund.period where fund = 'large'");
        ledger.post(CLERK, move(Funds.LARGE, DAY.plusMonths(1), FundAccounts.CASH, "I03", 5));
    }

    private static Voucher move(String fund, LocalDate day, String debit, String credit, long fen) {
        return new Voucher(
                fund, day, cause(), "资金划转", List.of(Leg.debit(debit, fen, null), Leg.credit(credit, fen, null)));
    }

    private static Voucher legs(Leg... legs) {
        return new Voucher(Funds.EMPLOYEE, DAY, cause(), "试验", List.of(legs));
    }

    private void refusedByDatabase(String sentence, String... statements) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    for (String sql : statements) {
                        database.sql(sql).update();
                    }
                }))
                .as(String.join(";", statements))
                .hasStackTraceContaining(sentence);
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
