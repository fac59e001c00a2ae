package org.tongchou.platform.settlement.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.IntakeRun;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.advance.Accident;
import org.tongchou.platform.settlement.advance.ClaimDesk;
import org.tongchou.platform.settlement.manual.Application.Invoice;
import org.tongchou.platform.settlement.manual.Decisions.Decision;
import org.tongchou.platform.web.Actor;

/** Applications from acceptance to payment, and all ways out. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class, Bank.class, ClaimDesk.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManualDeskTest {
    private static final Actor ACCEPTS = Counter.colleague(1);
    private static final Actor REVIEWS = Counter.colleague(2);
    private static final Actor APPROVES = Counter.colleague(3);
    private static final List<String> ALL =
            List.copyOf(DeskRules.rules().materials().keySet());

    @Autowired
    private Counter counter;

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
    private Persons persons;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Bank bank;

    @Autowired
    private ClaimDesk claims;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private List<Verification> verifications;

    private int invoice;

    @BeforeAll
    void fill(
            @Autowired Institutions institutions,
            @Autowired Agreements agreements,
            @Autowired Acts acts,
            @Autowired Region region,
            @Autowired Units units,
            @Autowired CatalogueSample sample) {
        counter.fill(institutions, agreements, acts, region, units, sample);
        for (String fund : List.of(Funds.RESIDENT, Funds.CRITICAL, Funds.EMPLOYEE, Funds.ACCOUNT)) {
            bank.fill(fund, 100_000_000, counter.today);
        }
    }

    /** What people are due in the books is what applications have open, one by one. */
    @AfterEach
    void booksSayWhatApplicationsSay() {
        verifications.forEach(
                each -> assertThat(each.problems()).as(each.name()).isEmpty());
        for (Application one : database.sql("select * from settlement.application")
                .query(Application.class)
                .list()) {
            long due = 0;
            for (String fund : List.of(Funds.RESIDENT, Funds.CRITICAL, Funds.EMPLOYEE, Funds.ACCOUNT, Funds.LARGE)) {
                due -= ledger.balance(fund, FundAccounts.DUE_TO_PERSONS, one.number(), counter.today);
            }
            if (!one.state().equals(Application.FAILED)) {
                assertThat(due)
                        .as("%s %s", one.number(), one.state())
                        .isIn(one.state().equals(Application.SETTLED) ? List.of(0L, one.dueFen()) : List.of(0L));
            }
        }
    }

    private Application.Request request(
            long person, String kind, String care, String yuan, @Nullable List<String> handed) {
        String number = persons.find(person).orElseThrow().number();
        long fen = new BigDecimal(yuan).movePointRight(2).longValueExact();
        return new Application.Request(
                number,
                kind,
                "resident",
                care,
                kind.equals("remote") ? "out_of_province" : "local",
                kind.equals("remote") ? "referred" : "none",
                "",
                "",
                "样例外地医院",
                "03",
                counter.today.minusDays(10),
                counter.today.minusDays(4),
                "J18.900",
                "肺炎",
                List.of(new Invoice("FP" + ++invoice, fen)),
                handed == null ? ALL : handed,
                false,
                "样例人",
                "样例银行",
                "6200000000000001",
                "",
                kind.equals("advance")
                        ? new Accident(counter.today.minusDays(10), "样例路口", "被车辆碰撞", true, "样例第三人", "", "拒绝支付")
                        : null);
    }

    private Application accepted(long person, String kind, String care, String yuan) {
        Application application = acceptance.accept(ACCEPTS, request(person, kind, care, yuan, null));
        charges.add(
                ACCEPTS,
                application.id(),
                List.of(new DeskCharges.Line(
                        "", null, Counter.CLASS_A, "样例药", new BigDecimal(yuan), BigDecimal.ONE, null)));
        return application;
    }

    private static Decision decision(Application application, String outcome, String reason) {
        return new Decision(application.version(), outcome, reason, null);
    }

    private Application settled(long person, String kind, String care, String yuan) {
        Application accepted = accepted(person, kind, care, yuan);
        Application reviewed = decisions.review(REVIEWS, accepted.id(), decision(accepted, "pass", ""));
        return decisions.approve(APPROVES, accepted.id(), decision(reviewed, "pass", ""));
    }

    private Application now(Application application) {
        return applications.get(ACCEPTS, application.id());
    }

    private long batch(String fund) {
        return bank.pay(fund, counter.today);
    }

    @Test
    void anApplicationGoesThroughFourHandsToPayment() {
        long person = counter.person("resident", "成年居民");
        Application accepted = acceptance.accept(
                ACCEPTS, request(person, "remote", "inpatient", "20000.00", List.of("identity", "invoice")));
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
        long first = batch(Funds.RESIDENT);
        bank.answer(first, counter.today, false);
        assertThat(now(settled).state()).isEqualTo(Application.FAILED);
        bank.repay(first, 1);
        bank.answer(batch(Funds.RESIDENT), counter.today, true);
        assertThat(now(settled).state()).isEqualTo(Application.PAID);
        assertThat(applications.steps(settled.id()))
                .extracting(Application.Step::action)
                .containsExactly("受理，一次性告知缺件", "补正", "初审通过", "复核通过并结算", "银行退回，待重付", "付款成功");
        assertThat(charges.list(now(settled))).hasSize(2);
    }

    @Test
    void whatWasPaidForAlreadyIsRefused() {
        long person = counter.person("resident", "成年居民");
        Application first = accepted(person, "emergency", "outpatient", "300.00");
        Application.Request again = request(person, "emergency", "outpatient", "300.00", null);
        assertThatThrownBy(() -> acceptance.accept(ACCEPTS, again)).hasMessageContaining(first.number());
        Application.Request other =
                request(counter.person("resident", "成年居民"), "emergency", "outpatient", "300.00", null);
        String used =
                Objects.requireNonNull(applications.invoices(first.id()).get(0).number());
        invoice = Integer.parseInt(used.substring(2)) - 1;
        Application.Request sameInvoice =
                request(counter.person("resident", "成年居民"), "emergency", "outpatient", "300.00", null);
        assertThatThrownBy(() -> acceptance.accept(ACCEPTS, sameInvoice)).hasMessageContaining("票据号码");
        invoice += 100;
        Application withdrawn = decisions.withdraw(ACCEPTS, first.id(), first.version(), "本人撤回");
        assertThat(withdrawn.state()).isEqualTo(Application.WITHDRAWN);
        assertThat(acceptance.accept(ACCEPTS, sameInvoice).state()).isEqualTo(Application.ACCEPTED);
        assertThat(acceptance.accept(ACCEPTS, other).state()).isEqualTo(Application.ACCEPTED);

        long patient = counter.person("resident", "成年居民");
        Visit visit = counter.visit(patient, "resident", "outpatient", "88.00");
        counter.settle(visit, 8_800);
        Application.Request twice = request(patient, "network", "outpatient", "88.00", null);
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
    void aSettlementIsTakenBackExactly() {
        long person = counter.person("resident", "成年居民");
        Application settled = settled(person, "other", "inpatient", "9000.00");
        String before = year(person);
        Application asked = decisions.askCancel(REVIEWS, settled.id(), settled.version(), "发现联网结算");
        assertThatThrownBy(() -> decisions.cancel(REVIEWS, settled.id(), asked.version(), true))
                .hasMessageContaining("不能自己确认");
        Application cancelled = decisions.cancel(APPROVES, settled.id(), asked.version(), true);
        assertThat(cancelled.state()).isEqualTo(Application.CANCELLED);
        assertThat(claims.of(settled.number())).isEmpty();
        assertThat(year(person)).isNotEqualTo(before).matches("[{0,}]+");
        Application again = settled(person, "other", "inpatient", "9000.00");
        assertThat(again.dueFen()).isEqualTo(settled.dueFen());
        bank.answer(batch(Funds.RESIDENT), counter.today, true);
        Application paid = decisions.askCancel(REVIEWS, again.id(), now(again).version(), "材料不实");
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
        Application settled = settled(counter.person("resident", "成年居民"), "other", "inpatient", "8000.00");
        bank.answer(batch(Funds.RESIDENT), counter.today, false);
        Application asked =
                decisions.askCancel(REVIEWS, settled.id(), now(settled).version(), "本人放弃");
        decisions.cancel(APPROVES, settled.id(), asked.version(), true);
        assertThat(claims.of(settled.number())).isEmpty();
        assertThat(ledger.balance(
                        Funds.RESIDENT, FundAccounts.RETURNED_PAYMENTS, settled.personNumber(), counter.today))
                .isZero();
    }

    @Test
    void anAdvanceIsRecoveredFromTheThirdPartyInPartsAndTheRestWrittenOff() {
        Application settled = settled(counter.person("resident", "成年居民"), "advance", "inpatient", "30000.00");
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

    @Test
    void reviewersReturnAndRefuse() {
        long person = counter.person("resident", "成年居民");
        Application accepted = accepted(person, "other", "outpatient", "120.00");
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
