package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** Employers with a person at work and a retired one: their months are declared, and money comes in for them. */
final class Firms {
    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);

    private final ContributionApi api;
    private final Registry registry;
    private final TransactionTemplate transactions;
    private final List<Intake> intakes;
    private final Ledger ledger;
    private final Villagers villagers;
    private final TestCounties counties;
    private int made;

    private Firms(ApplicationContext application) {
        this.api = new ContributionApi(application.getBean(MockMvcTester.class));
        this.registry = application.getBean(Registry.class);
        this.transactions = application.getBean(TransactionTemplate.class);
        this.intakes = List.copyOf(application.getBeansOfType(Intake.class).values());
        this.ledger = application.getBean(Ledger.class);
        this.villagers = new Villagers(registry, transactions);
        this.counties = TestCounties.create(application.getBean(Units.class), application.getBean(Region.class));
    }

    /** Makes the counties in which the employers will be. */
    static Firms in(ApplicationContext application) {
        return new Firms(application);
    }

    ContributionApi api() {
        return api;
    }

    TestCounties counties() {
        return counties;
    }

    /** An employer with one person at work and one retired. */
    record Firm(long id, String code, long worker, long retired) {}

    Firm firm() {
        int order = ++made * 10;
        String text =
                CreditCode.complete("91359900MA" + String.format("%07d", order)).code();
        long id = transactions.execute(status -> registry.employers(
                        registry.begin(TestActors.actor(), "import", "测试", SINCE, 1L),
                        List.of(new NewEmployer(
                                text, "样例企业" + order, "企业", counties.first().code(), SINCE)))
                .get(0));
        long worker = person(id, order, 1990, "在职");
        long retired = person(id, order + 2, 1950, "退休");
        return new Firm(id, text, worker, retired);
    }

    private long person(long employer, int order, int born, String type) {
        long person = villagers.person(
                "样例员工" + order,
                LocalDate.of(born, 3, 4),
                order,
                counties.first().code());
        villagers.enrol(new NewEnrolment(
                person,
                "employee",
                type,
                SINCE,
                null,
                "",
                employer,
                counties.first().code(),
                ""));
        return person;
    }

    ListRun list(String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = intakes.stream()
                .filter(one -> one.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ListRun(intake, transactions, CLERK, 7, parameters, rows).run();
    }

    MvcTestResult act(Actor who, long id, String what, String more) {
        long version = ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.version");
        return api.post(who, "/declarations/" + id + "/" + what, "{'version':" + version + more + "}");
    }

    long bill(Firm firm, String month, long wage) {
        long id = ContributionApi.number(
                api.post(CLERK, "/declarations", "{'employerCode':'" + firm.code() + "','month':'" + month + "'}"),
                "$.id");
        long version = ContributionApi.number(api.get("/declarations/{id}", id), "$.declaration.version");
        read(
                api.put(
                        CLERK,
                        "/declarations/" + id + "/wages",
                        "{'version':" + version + ",'wages':[{'personId':" + firm.worker() + ",'wageFen':" + wage
                                + "}]}"),
                "$.id");
        read(act(CLERK, id, "submission", ""), "$.id");
        assertThat(code(act(CLERK, id, "review", ",'accept':true"))).isEqualTo("E-CON-005");
        read(act(REVIEWER, id, "review", ",'accept':true"), "$.id");
        return id;
    }

    ListRun receive(Firm firm, String month, String yuan, String day, String reference) {
        return list(
                "contribution.receipts",
                Map.of("account", FundAccounts.STATE_TREASURY),
                List.of(Map.of(
                        "employer", firm.code(), "month", month, "amount", yuan, "day", day, "reference", reference)));
    }

    String state(long id) {
        return read(api.get("/declarations/{id}", id), "$.declaration.state");
    }

    /** What stands on 暂收款 for an employer. */
    long held(Firm firm) {
        return -ledger.balance(
                Funds.EMPLOYEE, FundAccounts.RECEIVED_OTHER, firm.code().substring(8, 17), LocalDate.of(2100, 1, 1));
    }
}
