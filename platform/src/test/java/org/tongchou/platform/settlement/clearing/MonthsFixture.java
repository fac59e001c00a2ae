package org.tongchou.platform.settlement.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.ClearingType;
import org.tongchou.platform.settlement.Clearings;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.GuestBills;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the months of institutions need: institutions with accounts, bills of all sorts, a bank that pays. */
@TestComponent
class MonthsFixture {
    static final Actor CLERK = person(811);
    static final Actor REVIEWER = person(812);
    private static final JsonMapper JSON = new JsonMapper();

    private final Counter counter;
    private final Statements statements;
    private final StatementList list;
    private final Visits visits;
    private final Settlements settlements;
    private final GuestBills guests;
    private final Clearings clearings;
    private final Persons persons;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final MockMvcTester http;
    private final Institutions institutions;
    private final Agreements agreements;
    private final Acts acts;
    private final Region region;
    private final Units units;
    private final AtomicLong next = new AtomicLong();

    MonthsFixture(
            Counter counter,
            Statements statements,
            StatementList list,
            Visits visits,
            Settlements settlements,
            GuestBills guests,
            Clearings clearings,
            Persons persons,
            Ledger ledger,
            TransactionTemplate transaction,
            JdbcClient database,
            MockMvcTester http,
            Institutions institutions,
            Agreements agreements,
            Acts acts,
            Region region,
            Units units) {
        this.counter = counter;
        this.statements = statements;
        this.list = list;
        this.visits = visits;
        this.settlements = settlements;
        this.guests = guests;
        this.clearings = clearings;
        this.persons = persons;
        this.ledger = ledger;
        this.transaction = transaction;
        this.database = database;
        this.http = http;
        this.institutions = institutions;
        this.agreements = agreements;
        this.acts = acts;
        this.region = region;
        this.units = units;
    }

    private static Actor person(long id) {
        return new Actor(
                id,
                "months" + id,
                "样例人员" + id,
                0,
                List.of(),
                true,
                List.of("test"),
                Set.of(
                        "fund.payment.edit",
                        "fund.payment.review",
                        "provider.institution.edit",
                        "provider.institution.view"));
    }

    Counter counter() {
        return counter;
    }

    Statements statements() {
        return statements;
    }

    Ledger ledger() {
        return ledger;
    }

    JdbcClient database() {
        return database;
    }

    long next() {
        return next.incrementAndGet();
    }

    /** The catalogue, and money in every fund's bank account. */
    void fill() {
        counter.fill();
        for (String fund : List.of(Funds.EMPLOYEE, Funds.RESIDENT, Funds.CRITICAL, Funds.ACCOUNT)) {
            ledger.post(
                    CLERK,
                    new Voucher(
                            fund,
                            counter.today,
                            new Cause("test", "fill", Long.toString(next())),
                            "用款",
                            List.of(
                                    Leg.debit(FundAccounts.SPENDING_BANK, 100_000_000_00L, null),
                                    Leg.credit(FundAccounts.INTEREST, 100_000_000_00L, null))));
        }
    }

    /** Two hospitals and a pharmacy under agreement, with accounts to be paid to. */
    List<String> providers() {
        ProviderFixture fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        return List.of(
                provider(fixture, "H", "医院", "02"),
                provider(fixture, "H", "医院", "05"),
                provider(fixture, "P", "零售药店", "11"));
    }

    private String provider(ProviderFixture fixture, String letter, String kind, String level) {
        String code = "%s359901%05d".formatted(letter, 500 + next());
        fixture.institution(code, kind, level);
        fixture.signed(code, LocalDate.of(counter.today.getYear(), 1, 1), "XY-" + code);
        post(CLERK, "/api/provider/institutions/" + code + "/acts", """
                {"kind": "ACCOUNT", "onDate": "%s", "holder": "样例医院", "bank": "样例银行", "account": "62000000%s",
                "reason": "首次登记"}""".formatted(counter.today, code.substring(4)));
        acts.decide(
                ProviderFixture.SECOND,
                database.sql("select max(id) from provider.act where state = '待复核'")
                        .query(Long.class)
                        .single(),
                true,
                "");
        return code;
    }

    /** From a day on the agreement keeps a deposit back; nothing is said of none. */
    void deposit(String provider, LocalDate day, BigDecimal rate) {
        if (rate.signum() > 0) {
            long agreement = database.sql("select id from provider.agreement where institution = :provider")
                    .param("provider", provider)
                    .query(Long.class)
                    .single();
            ProviderFixture.create(institutions, agreements, acts, database, region, units)
                    .deposit(agreement, day, rate, "第十二条");
        }
    }

    private JsonNode post(Actor who, String uri, String json) {
        MvcTestResult answer = http.post()
                .uri(uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
        String body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getResponse().getStatus()).as(body).isBetween(200, 299);
        return JSON.readTree(body);
    }

    Person person(String scheme, String type) {
        return persons.find(counter.person(scheme, type)).orElseThrow();
    }

    /** Somebody insured elsewhere. */
    Person guest() {
        long id = next();
        return new Person(
                -id,
                "G" + id,
                "样例异地参保人" + id,
                "01",
                "",
                "男",
                LocalDate.of(1980, 1, 1),
                null,
                "999900",
                null,
                "",
                null,
                "");
    }

    /** A stay ends at once. */
    Visit discharged(Visit visit) {
        return in(() -> {
            Visit held = visits.lock(visit.provider(), visit.number());
            if (held.state().equals(Visit.STAYING)) {
                visits.discharge(held, held.begun().plusMinutes(10));
            }
            return visits.lock(visit.provider(), visit.number());
        });
    }

    /** Settles, due to the institution or to the person. */
    Settled settle(Visit visit, Settlements.Request request, boolean elsewhere) {
        return in(() -> {
            Visit held = visits.lock(visit.provider(), visit.number());
            return elsewhere
                    ? settlements.settle(
                            Counter.HIS,
                            held,
                            request,
                            new Settlements.Due(FundAccounts.DUE_TO_PERSONS, held.personNumber(), request.day()))
                    : settlements.settle(Counter.HIS, held, request);
        });
    }

    Settled keep(Visit visit, Settlements.Request request, Function<Charges.Shares, GuestBills.Decision> home) {
        return in(() -> {
            Visit held = visits.lock(visit.provider(), visit.number());
            return guests.keep(Counter.HIS, held, request, home.apply(guests.split(held, request)));
        });
    }

    Settled restore(Visit visit, Settled mirror) {
        return in(() -> settlements.restore(Counter.HIS, visits.lock(visit.provider(), visit.number()), mirror));
    }

    Statement.View get(long id) {
        return list.view(CLERK, id);
    }

    Set<Long> cleared(long id) {
        return new HashSet<>(database.sql("select settlement_id from settlement.cleared where statement_id = :id")
                .param("id", id)
                .query(Long.class)
                .list());
    }

    /** A statement that was reviewed refuses rows, and its month an application. */
    void takesNothingLate(long id, String provider, YearMonth month) {
        assertThatThrownBy(() -> database.sql(
                                "insert into settlement.statement_fund (statement_id, fund, due_fen, pay_fen) values (:id, 'late', 1, 1)")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("不在待复核");
        if (get(id).statement().kind().equals(Statement.MONTH)) {
            assertThatThrownBy(() -> in(() -> clearings.apply(new Clearings.Application(
                            provider,
                            ClearingType.OUTPATIENT,
                            "1",
                            month,
                            month.atDay(1),
                            month.atEndOfMonth(),
                            1,
                            1,
                            1,
                            1,
                            0,
                            0,
                            "M" + next()))))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.code()).isEqualTo("E-SET-214"));
        }
    }

    /** Pays what waits for some institutions; gives how much each got. */
    Map<String, Long> payOut(String fund, List<String> providers, LocalDate day) {
        record Waiting(long id, String payeeCode, long fen) {}

        List<Waiting> orders = database.sql("""
                        select id, payee_code, fen from fund.payment_order
                        where state = '待付款' and fund = :fund and payee_code = any(:providers) order by id""")
                .param("fund", fund)
                .param("providers", providers.toArray(String[]::new))
                .query(Waiting.class)
                .list();
        Map<String, Long> paid = new HashMap<>();
        if (!orders.isEmpty()) {
            long batch = post(CLERK, "/api/fund/payments/batches", """
                    {"fund": "%s", "payDate": "%s", "orders": %s}""".formatted(
                                    fund, day, orders.stream().map(Waiting::id).toList()))
                    .get("id")
                    .asLong();
            post(REVIEWER, "/api/fund/payments/batches/" + batch + "/review", "{\"accept\": true, \"version\": 1}");
        }
        orders.forEach(order -> paid.merge(order.payeeCode(), order.fen(), Long::sum));
        return paid;
    }

    private <T> T in(java.util.function.Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
