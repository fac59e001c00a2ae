package org.tongchou.platform.settlement.manual;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Bank;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.advance.Accident;
import org.tongchou.platform.settlement.manual.Application.Invoice;
import org.tongchou.platform.settlement.manual.Decisions.Decision;
import org.tongchou.platform.web.Actor;

/** Three people at the desk for manual reimbursement, for tests. */
@TestComponent
class ManualDesk {
    /** Accepts. */
    static final Actor ACCEPTS = Counter.colleague(1);

    /** Reviews. */
    static final Actor REVIEWS = Counter.colleague(2);

    /** Approves. */
    static final Actor APPROVES = Counter.colleague(3);

    /** All materials. */
    static final List<String> ALL = List.copyOf(DeskRules.rules().materials().keySet());

    private final ApplicationContext context;
    private final Counter counter;
    private final Acceptance acceptance;
    private final DeskCharges charges;
    private final Decisions decisions;
    private final Applications applications;
    private final Persons persons;
    private final Ledger ledger;
    private final JdbcClient database;

    /** The number of the last invoice. */
    int invoice;

    ManualDesk(
            ApplicationContext context,
            Counter counter,
            Acceptance acceptance,
            DeskCharges charges,
            Decisions decisions,
            Applications applications,
            Persons persons,
            Ledger ledger,
            JdbcClient database) {
        this.context = context;
        this.counter = counter;
        this.acceptance = acceptance;
        this.charges = charges;
        this.decisions = decisions;
        this.applications = applications;
        this.persons = persons;
        this.ledger = ledger;
        this.database = database;
    }

    /** A hospital, a catalogue, and money in the bank. */
    void open() {
        counter.fill();
        for (String fund : List.of(Funds.RESIDENT, Funds.CRITICAL, Funds.EMPLOYEE, Funds.ACCOUNT)) {
            context.getBean(Bank.class).fill(fund, 100_000_000, counter.today);
        }
    }

    /** What people are due in the books is what applications have open, one by one. */
    void booksSayWhatApplicationsSay() {
        context.getBeansOfType(Verification.class)
                .values()
                .forEach(each -> assertThat(each.problems()).as(each.name()).isEmpty());
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
                        .isIn(
                                List.of(Application.SETTLED, Application.STOPPED)
                                                .contains(one.state())
                                        ? List.of(0L, one.dueFen())
                                        : List.of(0L));
            }
        }
    }

    /** A request for somebody of this kind, with these materials or with all. */
    Application.Request request(long person, String kind, String care, String yuan, @Nullable List<String> handed) {
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

    /** Accepted, with all its charges. */
    Application accepted(long person, String kind, String care, String yuan) {
        Application application = acceptance.accept(ACCEPTS, request(person, kind, care, yuan, null));
        charges.add(
                ACCEPTS,
                application.id(),
                List.of(new DeskCharges.Line(
                        "", null, Counter.CLASS_A, "样例药", new BigDecimal(yuan), BigDecimal.ONE, null)));
        return application;
    }

    /** A decision on what was read. */
    static Decision decision(Application application, String outcome, String reason) {
        return new Decision(application.version(), outcome, reason, null);
    }

    /** Settled by three people. */
    Application settled(long person, String kind, String care, String yuan) {
        Application accepted = accepted(person, kind, care, yuan);
        Application reviewed = decisions.review(REVIEWS, accepted.id(), decision(accepted, "pass", ""));
        return decisions.approve(APPROVES, accepted.id(), decision(reviewed, "pass", ""));
    }

    /** As it stands now. */
    Application now(Application application) {
        return applications.get(ACCEPTS, application.id());
    }
}
