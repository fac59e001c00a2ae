package org.tongchou.platform.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;

/** Employers whose months are declared and reviewed by jobs, one month after the other; their money is there already. */
public final class KilledMonths {
    /** How many employers, each with one person at work. */
    public static final int FIRMS = 8;

    private static final YearMonth FIRST = YearMonth.of(2024, 1);
    private static final int MONTHS = 30;
    private static final String COUNTY = "359901";
    private static final LocalDate SINCE = FIRST.atDay(1);

    private final Registry registry;
    private final List<Intake> intakes;
    private final Jobs jobs;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    KilledMonths(
            Registry registry,
            List<Intake> intakes,
            Jobs jobs,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.registry = registry;
        this.intakes = List.copyOf(intakes);
        this.jobs = jobs;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Makes the employers and their people in a county that is there, and takes their money in. */
    public void create() {
        Villagers villagers = new Villagers(registry, transaction);
        List<Map<String, String>> rows = new ArrayList<>();
        for (int order = 1; order <= FIRMS; order++) {
            String code = CreditCode.complete("91359900MA" + String.format("%07d", order))
                    .code();
            int number = order;
            long employer = transaction.execute(status -> registry.employers(
                            registry.begin(TestActors.actor(), "import", "测试", SINCE, 1L),
                            List.of(new NewEmployer(code, "样例企业" + number, "企业", COUNTY, SINCE)))
                    .get(0));
            long person = villagers.person("样例员工" + order, LocalDate.of(1990, 1, order), order, COUNTY);
            villagers.enrol(new NewEnrolment(person, "employee", "在职", SINCE, null, "", employer, COUNTY, ""));
            for (int month = 0; month < MONTHS; month++) {
                YearMonth of = FIRST.plusMonths(month);
                rows.add(Map.of(
                        "employer",
                        code,
                        "month",
                        of.toString(),
                        "amount",
                        "2000.00",
                        "day",
                        of.atDay(10).toString(),
                        "reference",
                        code + " " + of));
            }
        }
        Intake receipts = intakes.stream()
                .filter(one -> one.kind().equals("contribution.receipts"))
                .findFirst()
                .orElseThrow();
        new ListRun(
                        receipts,
                        transaction,
                        ContributionApi.CLERK,
                        1,
                        Map.of("account", FundAccounts.STATE_TREASURY),
                        rows)
                .run();
    }

    /** Queues what the month under way still needs, or the next month if there is to be more. */
    public boolean step(boolean more) {
        if (count("select count(*) from job.job where kind = 'contribution.months' and state in ('queued', 'running')")
                > 0) {
            return true;
        }
        int done = (int) count("select count(distinct month) from contribution.declaration");
        YearMonth month = FIRST.plusMonths(Math.max(0, done - 1));
        long submitted = count("select count(*) from contribution.declaration where state <> '草稿' and month = '"
                + month.atDay(1) + "'");
        if (done > 0 && submitted < FIRMS) {
            return submit(ContributionApi.CLERK, "submit", month);
        }
        if (count("select count(*) from contribution.declaration where state = '待复核'") > 0) {
            return submit(ContributionApi.REVIEWER, "accept", month);
        }
        return more && done < MONTHS && submit(ContributionApi.CLERK, "submit", FIRST.plusMonths(done));
    }

    private boolean submit(Actor actor, String step, YearMonth month) {
        transaction.executeWithoutResult(status -> jobs.submit(
                actor,
                "contribution.months",
                "批量办理 " + month,
                Map.of("step", step, "month", month.toString(), "counties", COUNTY)));
        return true;
    }

    private long count(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
