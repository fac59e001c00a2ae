package org.tongchou.platform.settlement.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.settlement.manual.ManualDesk.ACCEPTS;
import static org.tongchou.platform.settlement.manual.ManualDesk.APPROVES;
import static org.tongchou.platform.settlement.manual.ManualDesk.REVIEWS;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.tongchou.platform.JsonApi;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.advance.ClaimDesk;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;

/** What was settled at the desk: paid, not paid, paid again, taken back and recovered. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class, Bank.class, ClaimDesk.class, ManualDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualPaymentTest {
    private static final String ANEW =
            "{\"version\": %d, \"note\": \"已与本人核对\", \"account\": \"6200000000000077\", \"holder\": \"样例人\", \"bank\": \"样例银行\"}";

    @Autowired
    private Counter counter;

    @Autowired
    private ManualDesk desk;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Bank bank;

    @Autowired
    private ClaimDesk claims;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Applications applications;

    private JsonApi api;

    @BeforeAll
    void fill(@Autowired MockMvcTester http) {
        api = new JsonApi(http);
        desk.open();
    }

    @AfterEach
    void booksSayWhatApplicationsSay() {
        desk.booksSayWhatApplicationsSay();
    }

    @Test
    void aSettlementIsTakenBackExactly() {
        long person = counter.person("resident", "成年居民");
        Application settled = desk.settled(person, "other", "inpatient", "9000.00");
        String before = year(person);
        Application asked = decisions.askCancel(REVIEWS, settled.id(), settled.version(), "发现联网结算");
        assertThatThrownBy(() -> decisions.cancel(REVIEWS, settled.id(), asked.version(), true))
                .hasMessageContaining("不能自己确认");
        Application cancelled = decisions.cancel(APPROVES, settled.id(), asked.version(), true);
        assertThat(cancelled.state()).isEqualTo(Application.CANCELLED);
        assertThat(claims.of(settled.number())).isEmpty();
        assertThat(year(person)).isNotEqualTo(before).matches("[{0,}]+");
        Application again = desk.settled(person, "other", "inpatient", "9000.00");
        assertThat(again.dueFen()).isEqualTo(settled.dueFen());
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        Application paid =
                decisions.askCancel(REVIEWS, again.id(), desk.now(again).version(), "材料不实");
        decisions.cancel(APPROVES, again.id(), paid.version(), true);
        assertThat(claims.of(again.number())).containsExactly("参保人 追偿中 " + again.dueFen());
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.TO_RECOVER, again.number(), counter.today))
                .isEqualTo(again.dueFen());
    }

    private String year(long person) {
        return database.sql("select cells::text from settlement.year_state where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    @Test
    void moneyThatCameBackIsNotRecoveredFromThePerson() {
        Application settled = desk.settled(counter.person("resident", "成年居民"), "other", "inpatient", "8000.00");
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, false);
        Application asked =
                decisions.askCancel(REVIEWS, settled.id(), desk.now(settled).version(), "本人放弃");
        decisions.cancel(APPROVES, settled.id(), asked.version(), true);
        assertThat(claims.of(settled.number())).isEmpty();
        assertThat(ledger.balance(
                        Funds.RESIDENT, FundAccounts.RETURNED_PAYMENTS, settled.personNumber(), counter.today))
                .isZero();
    }

    @Test
    void anAdvanceIsRecoveredFromTheThirdPartyInPartsAndTheRestWrittenOff() {
        Application settled = desk.settled(counter.person("resident", "成年居民"), "advance", "inpatient", "30000.00");
        assertThat(claims.of(settled.number())).containsExactly("第三人 追偿中 " + settled.dueFen());
        long party = ledger.balance(Funds.RESIDENT, FundAccounts.TO_RECOVER, settled.number(), counter.today);
        assertThat(party).isEqualTo(settled.dueFen());
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.INPATIENT, settled.number(), counter.today))
                .as("what is to be recovered is not spent")
                .isZero();
        claims.enter(REVIEWS, settled.number(), "收款", 100_000);
        assertThatThrownBy(() -> claims.review(REVIEWS, settled.number())).hasMessageContaining("另一人");
        claims.review(APPROVES, settled.number());
        assertThatThrownBy(() -> claims.enter(REVIEWS, settled.number(), "收款", settled.dueFen()))
                .hasMessageContaining("尚未追回");
        Application asked = decisions.askCancel(REVIEWS, settled.id(), settled.version(), "试撤销");
        assertThatThrownBy(() -> decisions.cancel(APPROVES, settled.id(), asked.version(), true))
                .hasMessageContaining("已有收款");
        claims.enter(REVIEWS, settled.number(), "核销", settled.dueFen() - 100_000);
        claims.review(APPROVES, settled.number());
        assertThat(claims.of(settled.number())).containsExactly("第三人 已结清 " + settled.dueFen());
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.TO_RECOVER, settled.number(), counter.today))
                .isZero();
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.INPATIENT, settled.number(), counter.today))
                .isEqualTo(settled.dueFen() - 100_000);
    }

    private static Actor at(Actor colleague) {
        return new Actor(
                colleague.userId(),
                colleague.userName(),
                colleague.displayName(),
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of("settlement.manual.view", "settlement.manual.approve"));
    }

    @Test
    void whatTheFundTookBackIsOrderedAnewToAnotherAccount(@Autowired DeskTasks tasks) {
        Actor approver = at(APPROVES);
        Application settled = desk.settled(counter.person("resident", "成年居民"), "other", "inpatient", "9000.00");
        String uri = "/api/settlement/manual/applications/" + settled.id();
        bank.cancel(Funds.RESIDENT, "账号与户名不符");
        JsonNode stopped = api.get(approver, uri);
        assertThat(stopped.at("/application/state").asString()).isEqualTo(Application.STOPPED);
        assertThat(stopped.at("/payments/0/state").asString()).isEqualTo("已取消");
        JsonNode step = stopped.at("/steps").get(stopped.at("/steps").size() - 1);
        assertThat(step.get("action").asString()).isEqualTo("付款单被取消");
        assertThat(step.get("note").asString()).isEqualTo("账号与户名不符");
        assertThat(tasks.waitingFor(approver))
                .anySatisfy(task -> assertThat(task.title()).isEqualTo("重新提交手工报销付款"));
        int version = stopped.at("/application/version").asInt();
        assertThat(api.refused(at(ACCEPTS), uri + "/payment", ANEW.formatted(version)))
                .isEqualTo("E-SET-106");
        assertThat(api.refused(approver, uri + "/payment", "{\"version\": %d}".formatted(version)))
                .isEqualTo("E-PLT-020");
        assertThat(api.refused(
                        approver, uri + "/payment", ANEW.formatted(version).replace("6200000000000077", "abc")))
                .isEqualTo("E-SET-114");
        JsonNode again = api.post(approver, uri + "/payment", ANEW.formatted(version));
        assertThat(again.at("/application/state").asString()).isEqualTo(Application.SETTLED);
        assertThat(again.at("/application/accountMasked").asString()).endsWith("0077");
        assertThat(again.at("/payments/0/state").asString()).isEqualTo("待付款");
        assertThat(api.refused(
                        approver,
                        uri + "/payment",
                        ANEW.formatted(again.at("/application/version").asInt())))
                .as("once")
                .isEqualTo("E-SET-119");
        assertThat(database.sql("select account_shown from fund.payment_order where state = '待付款'")
                        .query(String.class)
                        .single())
                .endsWith("0077");
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.PAID);
        assertThat(applications.steps(settled.id()))
                .extracting(Application.Step::action)
                .endsWith("复核通过并结算", "付款单被取消", "重新提交付款", "付款成功");
    }

    @Test
    void oneFundMayHavePaidWhenTheOtherIsOrderedAnew() {
        Actor approver = at(APPROVES);
        Application settled = desk.settled(counter.person("resident", "成年居民"), "other", "inpatient", "150000.00");
        bank.cancel(Funds.CRITICAL, "等待核对");
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.STOPPED);
        JsonNode again = api.post(
                approver,
                "/api/settlement/manual/applications/" + settled.id() + "/payment",
                "{\"version\": %d, \"note\": \"已核对\"}"
                        .formatted(desk.now(settled).version()));
        assertThat(again.at("/payments")).hasSize(2);
        assertThat(again.at("/application/state").asString()).isEqualTo(Application.SETTLED);
        bank.cancel(Funds.CRITICAL, "再次核对");
        api.post(
                approver,
                "/api/settlement/manual/applications/" + settled.id() + "/payment",
                "{\"version\": %d, \"note\": \"又核对\"}"
                        .formatted(desk.now(settled).version()));
        bank.answer(bank.pay(Funds.CRITICAL, counter.today), counter.today, true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.PAID);
    }

    @Test
    void whatTheFundTookBackMayBeTakenBackWhole() {
        Application settled = desk.settled(counter.person("resident", "成年居民"), "other", "inpatient", "7000.00");
        bank.cancel(Funds.RESIDENT, "重复申请");
        Application asked =
                decisions.askCancel(REVIEWS, settled.id(), desk.now(settled).version(), "重复申请");
        assertThatThrownBy(() -> decisions.payAgain(
                        APPROVES, settled.id(), new Decisions.Repayment(asked.version(), "再付", null, null, null)))
                .hasMessageContaining("正在申请撤销");
        decisions.cancel(APPROVES, settled.id(), asked.version(), true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.CANCELLED);
        assertThat(claims.of(settled.number())).isEmpty();
    }

    @Test
    void aCancelledRepaymentMayBeAskedForAgain() {
        Application settled = desk.settled(counter.person("resident", "成年居民"), "other", "inpatient", "6000.00");
        long batch = bank.pay(Funds.RESIDENT, counter.today);
        bank.answer(batch, counter.today, false);
        bank.repay(batch, 1);
        bank.cancel(Funds.RESIDENT, "账号有误");
        assertThat(desk.now(settled).state()).isEqualTo(Application.FAILED);
        assertThat(applications.steps(settled.id()))
                .extracting(Application.Step::note)
                .contains("账号有误");
        bank.repay(batch, 1);
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.PAID);
    }
}
