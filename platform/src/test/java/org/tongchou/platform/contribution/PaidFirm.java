package org.tongchou.platform.contribution;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
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
import org.tongchou.platform.web.Actor;

/** An employer with one person at work, whose months are declared, reviewed and paid. */
@TestComponent
public class PaidFirm {
    /** Name of the employer. */
    public static final String NAME = "样例缴费企业";

    private static final LocalDate SINCE = LocalDate.of(2024, 1, 1);
    private static final long WAGE = 1_000_000;
    private static final Actor SECOND =
            new Actor(911, "second", "样例复核", 0, List.of(), true, List.of("test"), java.util.Set.of());

    private final Registry registry;
    private final EmployerMonths months;
    private final List<Intake> intakes;
    private final TransactionTemplate transactions;

    PaidFirm(Registry registry, EmployerMonths months, List<Intake> intakes, TransactionTemplate transactions) {
        this.registry = registry;
        this.months = months;
        this.intakes = intakes;
        this.transactions = transactions;
    }

    /**
     * The firm and who works there.
     *
     * @param code credit code
     * @param person id of the person
     */
    public record Staffed(String code, long person) {}

    /** Puts the employer and a person on file. */
    public Staffed staffed(String personName, String county) {
        String code = CreditCode.complete("91359900MA9900100").code();
        long employer = transactions.execute(status -> registry.employers(
                        registry.begin(TestActors.actor(), "import", "测试", SINCE, 1L),
                        List.of(new NewEmployer(code, NAME, "企业", county, SINCE)))
                .get(0));
        Villagers villagers = new Villagers(registry, transactions);
        long person = villagers.person(personName, LocalDate.of(1990, 3, 4), 991, county);
        villagers.enrol(new NewEnrolment(person, "employee", "在职", SINCE, null, "", employer, county, ""));
        return new Staffed(code, person);
    }

    /** Declares a month and has it reviewed; the bill waits for money. */
    public long bill(Staffed firm, YearMonth month) {
        long id = transactions.execute(
                status -> months.draft(TestActors.actor(), firm.code(), month, Map.of(firm.person(), WAGE)));
        transactions.executeWithoutResult(status -> months.submit(TestActors.actor(), id));
        transactions.executeWithoutResult(status -> months.accept(SECOND, id));
        return id;
    }

    /** Pays a bill of one wage of 10,000 yuan: 785 of the employer, 223 of the person. */
    public void pay(Staffed firm, YearMonth month) {
        new ListRun(
                        intakes.stream()
                                .filter(one -> one.kind().equals("contribution.receipts"))
                                .findFirst()
                                .orElseThrow(),
                        transactions,
                        TestActors.actor(),
                        7,
                        Map.of("account", FundAccounts.STATE_TREASURY),
                        List.of(Map.of(
                                "employer",
                                firm.code(),
                                "month",
                                month.toString(),
                                "amount",
                                "1008.00",
                                "day",
                                month.atDay(20).toString(),
                                "reference",
                                "PAID-" + month)))
                .run();
    }
}
