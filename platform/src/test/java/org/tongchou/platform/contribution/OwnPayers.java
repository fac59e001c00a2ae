package org.tongchou.platform.contribution;

import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;

/** People who pay themselves, their files and what became of them, for tests. */
final class OwnPayers {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final LocalDate LATER = LocalDate.of(2100, 1, 1);

    /** Calls by two people. */
    final ContributionApi api;

    /** The county of all. */
    final String county;

    private final ApplicationContext context;
    private final TransactionTemplate transactions;
    private final Villagers villagers;
    private final Persons persons;
    private final Ledger ledger;
    private final JdbcClient database;
    private int made;
    private int batches = 1000;

    OwnPayers(ApplicationContext context) {
        this.context = context;
        api = new ContributionApi(context.getBean(MockMvcTester.class));
        transactions = context.getBean(TransactionTemplate.class);
        villagers = new Villagers(context.getBean(Registry.class), transactions);
        persons = context.getBean(Persons.class);
        ledger = context.getBean(Ledger.class);
        database = context.getBean(JdbcClient.class);
        county = TestCounties.create(context.getBean(Units.class), context.getBean(Region.class))
                .first()
                .code();
    }

    /** Somebody enrolled for long. */
    long person(String scheme, String type, String identity) {
        made += 2;
        long id = villagers.person("样例个人" + made, LocalDate.of(1980, 1, 1).plusDays(made), made % 900, county);
        villagers.enrol(id, scheme, type, SINCE, county);
        if (!identity.isEmpty()) {
            villagers.identify(id, identity, SINCE, null);
        }
        return id;
    }

    /** A resident with an identity, or with none. */
    long resident(String identity) {
        return person("resident", "成年居民", identity);
    }

    /** 人员编号. */
    String numberOf(long person) {
        return persons.find(person).orElseThrow().number();
    }

    /** A row of a file of payments. */
    Map<String, String> row(String number, String period, String yuan, LocalDate day, String reference) {
        return Map.of(
                "person", number, "period", period, "amount", yuan, "day", day.toString(), "reference", reference);
    }

    /** Reads a file of payments. */
    ListRun receive(String scheme, Map<String, String> more, List<Map<String, String>> rows) {
        Map<String, String> parameters = new HashMap<>(more);
        parameters.put("scheme", scheme);
        parameters.put("account", FundAccounts.STATE_TREASURY);
        return list("contribution.person-receipts", parameters, rows);
    }

    /** Reads a list. */
    ListRun list(String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = context.getBeansOfType(Intake.class).values().stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ListRun(intake, transactions, CLERK, ++batches, parameters, rows).run();
    }

    /** The dues of a person. */
    MvcTestResult dues(String scheme, String period, long person) {
        return api.get("/person-dues?scheme=" + scheme + "&period=" + period + "&text=" + numberOf(person));
    }

    /** Where the dues of a person stand. */
    String state(String scheme, String period, long person) {
        return read(dues(scheme, period, person), "$.items[0].state");
    }

    /** What stands on an account. */
    long balance(String fund, String account) {
        return ledger.balance(fund, account, null, LATER);
    }

    /** A number from the database. */
    long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    /** Asks for a refund. */
    MvcTestResult refund(String of) {
        return api.post(
                CLERK,
                "/person-refunds",
                "{" + of + ",'holder':'样例个人','bank':'样例银行','account':'6200000000000000002','reason':'参加职工医保'}");
    }

    /** Who a payment is claimed for. */
    String claim(long person, String period) {
        return "{'number':'" + numberOf(person) + "','period':'" + period + "','reason':'来函说明'}";
    }
}
