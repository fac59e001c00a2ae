package org.tongchou.platform.settlement.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.settlement.manual.ManualDesk.ACCEPTS;
import static org.tongchou.platform.settlement.manual.ManualDesk.ALL;
import static org.tongchou.platform.settlement.manual.ManualDesk.APPROVES;
import static org.tongchou.platform.settlement.manual.ManualDesk.REVIEWS;
import static org.tongchou.platform.settlement.manual.ManualDesk.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.IntakeRun;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.advance.ClaimDesk;
import org.tongchou.platform.settlement.manual.Decisions.Decision;
import org.tongchou.platform.web.Actor;

/** Applications from acceptance to payment, refused, returned, and the days they may take. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class, Bank.class, ClaimDesk.class, ManualDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualDeskTest {
    @Autowired
    private Counter counter;

    @Autowired
    private ManualDesk desk;

    @Autowired
    private Acceptance acceptance;

    @Autowired
    private DeskCharges charges;

    @Autowired
    private Decisions decisions;

    @Autowired
    private Applications applications;

    @Autowired
    private WorkingDays days;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Bank bank;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    void fill() {
        desk.open();
    }

    @AfterEach
    void booksSayWhatApplicationsSay() {
        desk.booksSayWhatApplicationsSay();
    }

    @Test
    void anApplicationGoesThroughFourHandsToPayment() {
        long person = counter.person("resident", "成年居民");
        Application accepted = acceptance.accept(
                ACCEPTS, desk.request(person, "remote", "inpatient", "20000.00", List.of("identity", "invoice")));
        assertThat(accepted.state()).isEqualTo(Application.INCOMPLETE);
        assertThat(applications.steps(accepted.id()).get(0).note())
                .contains("缺：")
                .contains("出院小结");
        Application complete = acceptance.supplement(ACCEPTS, accepted.id(), accepted.version(), ALL);
        assertThat(complete.state()).isEqualTo(Application.ACCEPTED);
        assertThat(complete.dueOn()).isEqualTo(days.after(counter.today, 10));
        assertThatThrownBy(() -> decisions.review(REVIEWS, complete.id(), decision(complete, "pass", "")))
                .hasMessageContaining("与票据合计");
        IntakeRun list = new IntakeRun(
                intakes, transaction, ACCEPTS, "settlement.manual-charges", Map.of("application", complete.number()));
        String day = complete.ended().toString();
        list.run(
                new IntakeRow(
                        1,
                        Map.of(
                                "sn",
                                "1",
                                "day",
                                day,
                                "code",
                                Counter.CLASS_A,
                                "name",
                                "样例药",
                                "price",
                                "190",
                                "pieces",
                                "100",
                                "fen",
                                "19000.00")),
                new IntakeRow(
                        2,
                        Map.of(
                                "sn", "2", "day", day, "code", "NOTHING", "name", "床位", "price", "100", "pieces", "10",
                                "fen", "1000.00")),
                new IntakeRow(
                        3,
                        Map.of(
                                "sn", "3", "day", day, "code", "NOTHING", "name", "床位", "price", "100", "pieces", "10",
                                "fen", "1000.01")));
        assertThat(list.problems).containsExactly("E-SET-024");
        assertThat(charges.list(complete))
                .extracting(DeskCharges.Entered::ownFen)
                .containsExactly(0L, 100_000L);
        assertThatThrownBy(() -> decisions.review(ACCEPTS, complete.id(), decision(complete, "pass", "")))
                .hasMessageContaining("另一人");
        Application reviewed = decisions.review(REVIEWS, complete.id(), decision(complete, "pass", ""));
        for (Actor same : List.of(ACCEPTS, REVIEWS)) {
            assertThatThrownBy(() -> decisions.approve(same, complete.id(), decision(reviewed, "pass", "")))
                    .hasMessageContaining("另一人");
        }
        long expected = decisions.preview(reviewed).amounts().fund();
        Application settled = decisions.approve(APPROVES, complete.id(), decision(reviewed, "pass", ""));
        assertThat(settled.state()).isEqualTo(Application.SETTLED);
        assertThat(settled.dueFen()).isEqualTo(expected).isPositive();
        assertThat(-ledger.balance(Funds.RESIDENT, FundAccounts.DUE_TO_PERSONS, settled.number(), counter.today))
                .isEqualTo(expected);
        long first = bank.pay(Funds.RESIDENT, counter.today);
        bank.answer(first, counter.today, false);
        assertThat(desk.now(settled).state()).isEqualTo(Application.FAILED);
        bank.repay(first, 1);
        bank.answer(bank.pay(Funds.RESIDENT, counter.today), counter.today, true);
        assertThat(desk.now(settled).state()).isEqualTo(Application.PAID);
        assertThat(applications.steps(settled.id()))
                .extracting(Application.Step::action)
                .containsExactly("受理，一次性告知缺件", "补正", "初审通过", "复核通过并结算", "银行退回，待重付", "付款成功");
        assertThat(charges.list(desk.now(settled))).hasSize(2);
    }

    @Test
    void whatWasPaidForAlreadyIsRefused() {
        long person = counter.person("resident", "成年居民");
        Application first = desk.accepted(person, "emergency", "outpatient", "300.00");
        Application.Request again = desk.request(person, "emergency", "outpatient", "300.00", null);
        assertThatThrownBy(() -> acceptance.accept(ACCEPTS, again)).hasMessageContaining(first.number());
        Application.Request other =
                desk.request(counter.person("resident", "成年居民"), "emergency", "outpatient", "300.00", null);
        String used =
                Objects.requireNonNull(applications.invoices(first.id()).get(0).number());
        desk.invoice = Integer.parseInt(used.substring(2)) - 1;
        Application.Request sameInvoice =
                desk.request(counter.person("resident", "成年居民"), "emergency", "outpatient", "300.00", null);
        assertThatThrownBy(() -> acceptance.accept(ACCEPTS, sameInvoice)).hasMessageContaining("票据号码");
        desk.invoice += 100;
        Application withdrawn = decisions.withdraw(ACCEPTS, first.id(), first.version(), "本人撤回");
        assertThat(withdrawn.state()).isEqualTo(Application.WITHDRAWN);
        assertThat(acceptance.accept(ACCEPTS, sameInvoice).state()).isEqualTo(Application.ACCEPTED);
        assertThat(acceptance.accept(ACCEPTS, other).state()).isEqualTo(Application.ACCEPTED);

        long patient = counter.person("resident", "成年居民");
        Visit visit = counter.visit(patient, "resident", "outpatient", "88.00");
        counter.settle(visit, 8_800);
        Application.Request twice = desk.request(patient, "network", "outpatient", "88.00", null);
        Application.Request same = new Application.Request(
                twice.person(),
                twice.kind(),
                twice.scheme(),
                twice.care(),
                twice.place(),
                twice.filing(),
                "",
                Counter.HOSPITAL,
                "样例医院",
                "03",
                counter.today,
                counter.today,
                "J18.900",
                "肺炎",
                twice.invoices(),
                ALL,
                false,
                "样例人",
                "样例银行",
                "6200000000000001",
                "",
                null);
        assertThatThrownBy(() -> acceptance.accept(ACCEPTS, same)).hasMessageContaining("已经联网结算");
    }

    @Test
    void reviewersReturnAndRefuse() {
        long person = counter.person("resident", "成年居民");
        Application accepted = desk.accepted(person, "other", "outpatient", "120.00");
        Application back = decisions.review(
                REVIEWS, accepted.id(), new Decision(accepted.version(), "return", "清单不清楚", List.of("list")));
        assertThat(back.state()).isEqualTo(Application.INCOMPLETE);
        assertThat(applications.missing(back.id())).containsExactly("费用清单");
        Application again = acceptance.supplement(ACCEPTS, back.id(), back.version(), List.of("list"));
        Application refused = decisions.review(REVIEWS, again.id(), decision(again, "refuse", "不属于支付范围"));
        assertThat(refused.state()).isEqualTo(Application.REFUSED);
        assertThatThrownBy(() -> decisions.review(REVIEWS, again.id(), decision(refused, "pass", "")))
                .hasMessageContaining("不予支付");
        List<String> states = new ArrayList<>();
        applications.counts(ACCEPTS).forEach(count -> states.add(count.state()));
        assertThat(states).contains(Application.REFUSED);
    }

    @Test
    void workingDaysLeaveOutWhatWasTold() {
        LocalDate friday = LocalDate.of(2027, 2, 5);
        assertThat(days.after(friday, 1)).isEqualTo(LocalDate.of(2027, 2, 8));
        days.tell(APPROVES, LocalDate.of(2027, 2, 8), false, "样例假日");
        days.tell(APPROVES, LocalDate.of(2027, 2, 7), true, "样例调休");
        assertThat(days.after(friday, 1)).isEqualTo(LocalDate.of(2027, 2, 7));
        assertThat(days.after(friday, 2)).isEqualTo(LocalDate.of(2027, 2, 9));
        assertThat(days.of(2027)).hasSize(2);
    }
}
