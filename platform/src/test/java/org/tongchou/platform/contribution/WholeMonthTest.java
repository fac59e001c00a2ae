package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.contribution.Firms.Firm;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.web.Actor;

/** A month of all employers at once: what comes out is what comes out one by one. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeMonthTest {
    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private JdbcClient database;

    private ContributionApi api;
    private TestCounties counties;
    private Firms firms;

    @BeforeAll
    void prepare(@Autowired ApplicationContext application) {
        firms = Firms.in(application);
        api = firms.api();
        counties = firms.counties();
    }

    private void step(Actor who, String step, String month) {
        read(api.post(who, "/declarations/" + step, "{'month':'" + month + "'}"), "$.job");
        jobs.drain();
    }

    private List<Long> ids(String month, String state) {
        return database.sql(
                        "select id from contribution.declaration where month = :month and state = :state order by id")
                .param("month", LocalDate.parse(month + "-01"))
                .param("state", state)
                .query(Long.class)
                .list();
    }

    @Test
    void aMonthOfAllEmployers() {
        List<Firm> all = IntStream.range(0, 3).mapToObj(i -> firms.firm()).toList();
        long alone = firms.bill(all.get(0), "2026-03", 1_000_000);
        firms.list(
                "contribution.wages",
                Map.of("month", "2026-03"),
                all.subList(1, 3).stream()
                        .map(firm -> Map.of(
                                "employer", firm.code(), "person", personNumber(firm.worker()), "wage", "10000.00"))
                        .toList());
        assertThat(ids("2026-03", "草稿")).hasSize(2);
        step(CLERK, "submissions", "2026-03");
        step(CLERK, "acceptances", "2026-03");
        assertThat(ids("2026-03", "待复核")).as("nobody reviews their own").hasSize(2);
        step(REVIEWER, "acceptances", "2026-03");
        List<Long> bills = ids("2026-03", "待缴费");
        assertThat(bills).hasSize(3);
        assertThat(database.sql("""
                        select count(distinct (people, base_fen, unit_fen, personal_fen, credit_fen, due))
                        from contribution.declaration where id = any(:ids)""")
                        .param("ids", bills.toArray(Long[]::new))
                        .query(Long.class)
                        .single())
                .as("all are as the one that was made alone")
                .isEqualTo(1);
        List<Map<String, String>> receipts = IntStream.range(0, 3)
                .mapToObj(i -> Map.of(
                        "employer",
                        all.get(i).code(),
                        "month",
                        "2026-03",
                        "amount",
                        i == 2 ? "1000.00" : "1022.75",
                        "day",
                        "2026-03-20",
                        "reference",
                        "W" + i))
                .toList();
        ListRun run = firms.list("contribution.receipts", Map.of("account", FundAccounts.STATE_TREASURY), receipts);
        assertThat(run.outcomes().values()).containsOnly("已入账");
        assertThat(ids("2026-03", "已缴清")).hasSize(2).contains(alone);
        assertThat(firms.held(all.get(1))).isZero();
        assertThat(firms.held(all.get(2))).isEqualTo(100_000);
        for (Firm firm : all.subList(0, 2)) {
            assertThat(accounts.balance(firm.worker(), LocalDate.of(2026, 12, 31))
                            .fen())
                    .isEqualTo(20_000);
            assertThat(accounts.balance(firm.retired(), LocalDate.of(2026, 12, 31))
                            .fen())
                    .isEqualTo(9_000);
        }
        step(CLERK, "submissions", "2026-03");
        assertThat(ids("2026-03", "待复核")).isEmpty();
    }

    private String personNumber(long person) {
        return database.sql("select number from enrolment.person where id = :id")
                .param("id", person)
                .query(String.class)
                .single();
    }

    @Test
    void whoCameSinceTheDraftIsInItWhenItIsHandedOver() {
        Firm firm = firms.firm();
        Firm other = firms.firm();
        for (Firm one : List.of(firm, other)) {
            read(api.post(CLERK, "/declarations", "{'employerCode':'" + one.code() + "','month':'2026-04'}"), "$.id");
        }
        transactions.executeWithoutResult(status -> registry.enrolments(
                registry.begin(CLERK, "import", "测试", LocalDate.of(2026, 4, 1), 1L),
                List.of(new NewEnrolment(
                        newcomer(),
                        "employee",
                        "在职",
                        LocalDate.of(2026, 4, 1),
                        null,
                        "",
                        firm.id(),
                        counties.first().code(),
                        ""))));
        step(CLERK, "submissions", "2026-04");
        assertThat(people(firm)).isEqualTo(3);
        assertThat(people(other)).isEqualTo(2);
    }

    private long newcomer() {
        Firm elsewhere = firms.firm();
        database.sql("select set_config('enrolment.act', '1', true)")
                .query(String.class)
                .single();
        database.sql("update enrolment.enrolment set to_day = '2026-03-31', end_reason = '停保' where person_id = :id")
                .param("id", elsewhere.worker())
                .update();
        return elsewhere.worker();
    }

    private int people(Firm firm) {
        return read(api.get("/declarations?month=2026-04&text=" + firm.code()), "$.items[0].people");
    }
}
