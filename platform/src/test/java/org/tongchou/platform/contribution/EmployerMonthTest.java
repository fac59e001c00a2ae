package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.contribution.Firms.Firm;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.job.TestJobs;

/** An employer's month from the declaration to the books, to the accounts of its people, and back. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmployerMonthTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TestJobs jobs;

    private ContributionApi api;
    private TestCounties counties;
    private Firms firms;

    @BeforeAll
    void prepare(@Autowired ApplicationContext application) {
        firms = Firms.in(application);
        api = firms.api();
        counties = firms.counties();
    }

    @Test
    void aMonthPaidInTimeBecomesIncomeAndCredits() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-01", 1_000_000);
        MvcTestResult owed = api.get("/declarations/{id}", id);
        // 在职 10,000 元：单位 7% + 0.7% + 0.15% = 785；个人 2% + 0.15% + 8 = 223。退休按下限 4,500 元：个人 0.15% + 8 = 14.75。
        assertThat(ContributionApi.number(owed, "$.declaration.unitFen")).isEqualTo(78_500);
        assertThat(ContributionApi.number(owed, "$.declaration.personalFen")).isEqualTo(22_300 + 1_475);
        assertThat(ContributionApi.number(owed, "$.declaration.unpaidWages")).isEqualTo(1);
        assertThat(firms.state(id)).isEqualTo("待缴费");
        firms.receive(firm, "2026-01", "1000.00", "2026-01-20", "R1-" + id);
        assertThat(firms.state(id)).isEqualTo("待缴费");
        assertThat(firms.held(firm)).isEqualTo(100_000);
        assertThat(ContributionApi.<String>read(api.get("/receipts?code=R1-" + id), "$.items[0].standing"))
                .isEqualTo("少缴");
        firms.receive(firm, "2026-01", "100.00", "2026-01-21", "R2-" + id);
        assertThat(firms.state(id)).isEqualTo("已缴清");
        assertThat(firms.held(firm)).isEqualTo(110_000 - 78_500 - 23_775);
        assertThat(ContributionApi.<String>read(api.get("/receipts?code=R2-" + id), "$.items[0].standing"))
                .isEqualTo("多缴");
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2026, 12, 31)).fen())
                .isEqualTo(20_000);
        assertThat(accounts.balance(firm.retired(), LocalDate.of(2026, 12, 31)).fen())
                .isEqualTo(9_000);
        assertThat(enrolments.file(firm.worker()).payments()).singleElement().satisfies(payment -> {
            assertThat(payment.from()).isEqualTo(LocalDate.of(2026, 1, 1));
            assertThat(payment.paid()).isEqualTo(LocalDate.of(2026, 1, 21));
        });
        assertThat(ContributionApi.<List<Object>>read(api.get("/declarations/{id}", id), "$.vouchers"))
                .hasSize(5);
    }

    @Test
    void reductionAndDeferralAreThoseOfThePolicy() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2025-03", 500_000);
        MvcTestResult owed = api.get("/declarations/{id}", id);
        // 基本医疗单位减半：175；生育 35，护理 7.5。缓缴六个月。
        assertThat(ContributionApi.number(owed, "$.declaration.unitFen")).isEqualTo(17_500 + 3_500 + 750);
        assertThat(ContributionApi.<String>read(owed, "$.declaration.due")).isEqualTo("2025-09-30");
    }

    @Test
    void aSettledMonthIsReversedByTwoAndDeclaredAgain() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-01", 1_000_000);
        firms.receive(firm, "2026-01", "1022.75", "2026-01-20", "V-" + id);
        assertThat(firms.state(id)).isEqualTo("已缴清");
        assertThat(code(api.post(CLERK, "/declarations", "{'employerCode':'" + firm.code() + "','month':'2026-01'}")))
                .isEqualTo("E-CON-003");
        read(firms.act(CLERK, id, "reversal-request", ",'reason':'工资报错'"), "$.id");
        assertThat(code(firms.act(CLERK, id, "reversal", ",'accept':true"))).isEqualTo("E-CON-005");
        read(firms.act(REVIEWER, id, "reversal", ",'accept':true"), "$.id");
        assertThat(firms.state(id)).isEqualTo("已冲销");
        assertThat(firms.held(firm)).isEqualTo(102_275);
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2100, 1, 1)).fen())
                .isZero();
        assertThat(enrolments.file(firm.worker()).payments()).isEmpty();
        long again = firms.bill(firm, "2026-01", 800_000);
        assertThat(firms.state(again)).isEqualTo("已缴清");
        assertThat(accounts.balance(firm.worker(), LocalDate.of(2100, 1, 1)).fen())
                .isEqualTo(16_000);
    }

    @Test
    void wagesComeByListAndBadRowsStayOut() {
        Firm firm = firms.firm();
        Firm other = firms.firm();
        ListRun run = firms.list(
                "contribution.wages",
                Map.of("month", "2026-04"),
                List.of(
                        wage(firm.code(), firm.worker(), "7000.00"),
                        wage(firm.code(), other.worker(), "7000.00"),
                        wage(firm.code(), firm.retired(), "0.00"),
                        Map.of("employer", firm.code(), "person", "0", "wage", "1.00")));
        assertThat(run.problems()).isEqualTo(Map.of(2, "E-CON-021", 3, "E-CON-022", 4, "E-CON-020"));
        MvcTestResult list = api.get("/declarations?month=2026-04&text=" + firm.code());
        assertThat(ContributionApi.<String>read(list, "$.items[0].state")).isEqualTo("草稿");
        assertThat(ContributionApi.number(list, "$.items[0].baseFen")).isEqualTo(700_000 + 450_000);
        assertThat(api.get("/declarations/{id}/export?format=csv", ContributionApi.number(list, "$.items[0].id")))
                .hasStatusOk();
    }

    private Map<String, String> wage(String employer, long person, String yuan) {
        return Map.of(
                "employer",
                employer,
                "person",
                persons.find(person).orElseThrow().number(),
                "wage",
                yuan);
    }

    @Test
    void aMonthOfAllEmployersIsDeclaredAndReviewedOnce() {
        Firm paid = firms.firm();
        Firm owing = firms.firm();
        firms.receive(paid, "2026-05", "9999.00", "2026-05-20", "M-" + paid.id());
        String month = "{'month':'2026-05','county':'" + counties.first().code() + "'}";
        for (int again = 0; again < 2; again++) {
            read(api.post(CLERK, "/declarations/submissions", month), "$.job");
            jobs.drain();
        }
        assertThat(states("2026-05")).containsOnly("待复核");
        read(api.post(CLERK, "/declarations/acceptances", month), "$.job");
        jobs.drain();
        assertThat(states("2026-05")).containsOnly("待复核");
        for (int again = 0; again < 2; again++) {
            read(api.post(REVIEWER, "/declarations/acceptances", month), "$.job");
            jobs.drain();
        }
        assertThat(states("2026-05")).containsOnly("待缴费", "已缴清");
        assertThat(ContributionApi.<String>read(
                        api.get("/declarations?month=2026-05&text=" + paid.code()), "$.items[0].state"))
                .isEqualTo("已缴清");
        assertThat(ContributionApi.number(api.get("/declarations?month=2026-05&text=" + owing.code()), "$.total"))
                .isEqualTo(1);
    }

    private List<String> states(String month) {
        return read(api.get("/declarations?size=200&month=" + month), "$.items[*].state");
    }

    @Test
    void theDatabaseRefusesToChangeWhatWasReviewed() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-01", 1_000_000);
        for (String sql : List.of(
                "update contribution.declaration set unit_fen = 1 where id = " + id,
                "delete from contribution.declaration where id = " + id,
                "update contribution.declaration_line set wage_fen = 1 where declaration_id = " + id,
                "delete from contribution.declaration_part where declaration_id = " + id)) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @Test
    void anotherCountysBooksStayClosed() {
        Firm firm = firms.firm();
        long id = firms.bill(firm, "2026-01", 1_000_000);
        var foreign = TestActors.in(List.of(counties.second().unitId()), "contribution.dues.view");
        assertThat(http.get().uri("/api/contribution/declarations/" + id).with(foreign))
                .hasStatus(403);
        assertThat(http.get().uri("/api/contribution/arrears").with(foreign))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }
}
