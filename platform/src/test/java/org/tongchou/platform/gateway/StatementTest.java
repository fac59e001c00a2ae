package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.ClearingDesk.CLERK;
import static org.tongchou.platform.gateway.ClearingDesk.REVIEWER;
import static org.tongchou.platform.gateway.ClearingDesk.good;
import static org.tongchou.platform.gateway.ClearingDesk.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.platform.JsonApi;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.gateway.ClearingDesk.Paid;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;

/** What institutions are paid for their months, from the hospital's system to the payment. */
@PlatformTest
@Import({EverybodyPaid.class, MovableClock.class, Bank.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementTest {
    private static final long SEED = 20261122;

    @LocalServerPort
    private int port;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Bank bank;

    private JsonApi api;
    private ClearingDesk desk;

    @BeforeAll
    void open(@Autowired ApplicationContext context, @Autowired MockMvcTester http) {
        api = new JsonApi(http);
        desk = ClearingDesk.open(context, port);
    }

    @AfterAll
    void release() {
        MovableClock.release();
    }

    private long due() {
        return -ledger.balance(
                "resident", FundAccounts.DUE_TO_PROVIDERS, OutpatientDesk.HOSPITAL, desk.counter.today.plusYears(1));
    }

    private long account(String code) {
        return ledger.balance("resident", code, OutpatientDesk.HOSPITAL, desk.counter.today.plusYears(1));
    }

    private static long fen(BigDecimal yuan) {
        return yuan.movePointRight(2).longValueExact();
    }

    @Test
    void aMonthIsPaidFromItsSettlementsAndLaterMirrorsFallIntoTheNext() {
        Hospital hospital = desk.counter.hospital;
        Random random = new Random(SEED);
        List<Paid> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add(desk.pay(hospital, (50 + random.nextInt(900)) + "." + (10 + random.nextInt(90))));
        }
        rows.add(desk.back(hospital, rows.get(3)));
        long month = fen(sum(rows, "fund_pay_sumamt"));
        assertThat(due())
                .as("what settlements say is what the ledger says")
                .isEqualTo(month)
                .isPositive();
        YearMonth first = YearMonth.from(desk.counter.today);
        String apply = desk.application(first, rows);
        String number = good(hospital, "3203", apply).at("/clr_appy_evt_id").asString();
        assertThat(OutpatientDesk.fault(hospital.call("3203", apply))).startsWith("[E-SET-212]");
        good(hospital, "3204", "{\"data\": {\"clr_appy_evt_id\": \"%s\"}}".formatted(number));
        number = good(hospital, "3203", apply).at("/clr_appy_evt_id").asString();

        String draw = "{\"month\": \"%s\", \"kind\": \"月结\", \"provider\": \"%s\"}";
        assertThat(api.refused(CLERK, "/api/settlement/statements", draw.formatted(first, OutpatientDesk.HOSPITAL)))
                .as("a month that is not over")
                .isEqualTo("E-SET-221");
        MovableClock.move(first.plusMonths(1).atDay(5));
        prepay(10_00);
        desk.agreeOnDeposit(first.atDay(1));
        long id = api.post(CLERK, "/api/settlement/statements", draw.formatted(first, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        JsonNode view = api.get(CLERK, "/api/settlement/statements/" + id);
        assertThat(view.at("/statement/agrees").asString()).isEqualTo("一致");
        assertThat(view.at("/statement/depositSource").asString())
                .as("as the agreement says")
                .startsWith("服务协议 ")
                .endsWith(" 第十二条");
        assertThat(view.at("/statement/dueFen").asLong()).isEqualTo(month);
        long deposit = view.at("/statement/depositFen").asLong();
        assertThat(deposit).isEqualTo(Math.round(month * 0.05));
        assertThat(view.at("/statement/payFen").asLong()).isEqualTo(month - deposit - 10_00);
        assertThat(api.get(CLERK, "/api/settlement/statements/" + id + "/settlements")
                        .get("total")
                        .asInt())
                .isEqualTo(rows.size());
        String review = "{\"accept\": true, \"version\": 1}";
        assertThat(api.refused(CLERK, "/api/settlement/statements/" + id + "/review", review))
                .isEqualTo("E-SET-225");

        Paid late = rows.get(0);
        desk.back(hospital, late);
        api.post(REVIEWER, "/api/settlement/statements/" + id + "/review", review);
        assertThat(OutpatientDesk.fault(
                        hospital.call("3204", "{\"data\": {\"clr_appy_evt_id\": \"%s\"}}".formatted(number))))
                .as("closed")
                .startsWith("[E-SET-214]");
        long taken = fen(late.yuan("fund_pay_sumamt"));
        assertThat(due()).isZero();
        assertThat(account(FundAccounts.TO_RECOVER))
                .as("taken back, yet part of the month")
                .isEqualTo(taken);
        assertThat(account(FundAccounts.DEPOSITS)).isEqualTo(-deposit);
        assertThat(account(FundAccounts.PREPAID_PROVIDERS)).isZero();
        assertThat(account(FundAccounts.CLEARED_PROVIDERS)).isEqualTo(-(month - deposit - 10_00));
        takenBackOrdersAreAskedForAgain(id, month - deposit - 10_00);
        payOut(month - deposit - 10_00);
        assertThat(account(FundAccounts.CLEARED_PROVIDERS)).isZero();

        nextMonths(first.plusMonths(1), rows, taken, draw);
        depositGoesBack(deposit);
    }

    private void nextMonths(YearMonth second, List<Paid> rows, long taken, String draw) {
        Paid also = rows.get(1);
        desk.back(desk.counter.hospital, also);
        long less = taken + fen(also.yuan("fund_pay_sumamt"));
        assertThat(account(FundAccounts.TO_RECOVER)).isEqualTo(less);
        MovableClock.move(second.plusMonths(1).atDay(5));
        long id = api.post(CLERK, "/api/settlement/statements", draw.formatted(second, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        assertThat(api.get(CLERK, "/api/settlement/statements/" + id)
                        .at("/statement/dueFen")
                        .asLong())
                .as("mirrors made after the month was cleared")
                .isEqualTo(-less);
        assertThat(api.refused(
                        REVIEWER, "/api/settlement/statements/" + id + "/review", "{\"accept\": true, \"version\": 1}"))
                .as("nobody applied for it: a word is needed")
                .isEqualTo("E-PLT-020");
        api.post(
                REVIEWER,
                "/api/settlement/statements/" + id + "/review",
                "{\"accept\": true, \"version\": 1, \"note\": \"只有撤销，机构没有申请\"}");
        assertThat(account(FundAccounts.TO_RECOVER)).isEqualTo(less);
        long more = 0;
        while (more <= less) {
            more += fen(desk.pay(desk.counter.hospital, "700.00").yuan("fund_pay_sumamt"));
        }
        YearMonth third = second.plusMonths(1);
        MovableClock.move(third.plusMonths(1).atDay(5));
        id = api.post(CLERK, "/api/settlement/statements", draw.formatted(third, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        api.post(
                REVIEWER,
                "/api/settlement/statements/" + id + "/review",
                "{\"accept\": true, \"version\": 1, \"note\": \"机构没有申请\"}");
        JsonNode fund = api.get(CLERK, "/api/settlement/statements/" + id).at("/funds/0");
        assertThat(fund.get("carriedFen").asLong()).isEqualTo(-less);
        assertThat(fund.get("recoveredFen").asLong()).isEqualTo(less);
        assertThat(fund.get("payFen").asLong() + fund.get("depositFen").asLong())
                .isEqualTo(more - less);
        assertThat(account(FundAccounts.TO_RECOVER)).isZero();
        assertThat(due()).isZero();
    }

    private void depositGoesBack(long deposit) {
        long all = -account(FundAccounts.DEPOSITS);
        assertThat(all).isGreaterThan(deposit);
        LocalDate later = desk.counter.today.plusYears(2).withMonth(1).withDayOfMonth(10);
        MovableClock.move(later);
        long id = api.post(
                        CLERK,
                        "/api/settlement/statements",
                        "{\"month\": \"%s-12\", \"kind\": \"退还质保金\", \"provider\": \"%s\"}"
                                .formatted(later.getYear() - 1, OutpatientDesk.HOSPITAL))
                .at("/0/id")
                .asLong();
        JsonNode back = api.post(
                REVIEWER, "/api/settlement/statements/" + id + "/review", "{\"accept\": true, \"version\": 1}");
        assertThat(back.get("payFen").asLong()).isEqualTo(all);
    }

    /** Money in the bank, some of it paid ahead. */
    private void prepay(long fen) {
        LocalDate day = desk.counter.today;
        ledger.post(
                CLERK,
                new Voucher(
                        "resident",
                        day,
                        new Cause("test", "fill", "1"),
                        "用款",
                        List.of(
                                Leg.debit(FundAccounts.SPENDING_BANK, 100_000_00, null),
                                Leg.credit(FundAccounts.INTEREST, 100_000_00, null))));
        ledger.post(
                CLERK,
                new Voucher(
                        "resident",
                        day,
                        new Cause("test", "prepay", "1"),
                        "预付",
                        List.of(
                                Leg.debit(FundAccounts.PREPAID_PROVIDERS, fen, OutpatientDesk.HOSPITAL),
                                Leg.credit(FundAccounts.SPENDING_BANK, fen, null))));
    }

    /** The fund's people took the order back: the statement says so, and asks for the same once more. */
    private void takenBackOrdersAreAskedForAgain(long id, long fen) {
        String again = "/api/settlement/statements/" + id + "/payment";
        assertThat(api.refused(REVIEWER, again, "")).isEqualTo("E-SET-228");
        JsonNode order = api.get(CLERK, "/api/fund/payments/orders?state=待付款&fund=resident")
                .at("/items/0");
        bank.cancel("resident", "账号与户名不符");
        JsonNode view = api.get(CLERK, "/api/settlement/statements/" + id);
        assertThat(view.at("/funds")
                        .valueStream()
                        .filter(part -> part.get("payFen").asLong() == fen))
                .singleElement()
                .satisfies(part -> assertThat(part.get("payment").asString()).isEqualTo("已取消"));
        api.post(REVIEWER, again, "");
        JsonNode anew = api.get(CLERK, "/api/fund/payments/orders?state=待付款&fund=resident")
                .at("/items/0");
        assertThat(anew.get("id").asLong()).isNotEqualTo(order.get("id").asLong());
        assertThat(anew.get("fen").asLong()).isEqualTo(fen);
        assertThat(api.refused(REVIEWER, again, "")).isEqualTo("E-SET-228");
    }

    private void payOut(long fen) {
        JsonNode orders = api.get(CLERK, "/api/fund/payments/orders?state=待付款&fund=resident");
        assertThat(orders.at("/items/0/fen").asLong()).isEqualTo(fen);
        long batch = api.post(CLERK, "/api/fund/payments/batches", """
                {"fund": "resident", "payDate": "%s", "orders": [%d]}""".formatted(
                                YearMonth.from(desk.counter.today).plusMonths(1).atDay(6),
                                orders.at("/items/0/id").asLong()))
                .get("id")
                .asLong();
        api.post(REVIEWER, "/api/fund/payments/batches/" + batch + "/review", "{\"accept\": true, \"version\": 1}");
    }
}
