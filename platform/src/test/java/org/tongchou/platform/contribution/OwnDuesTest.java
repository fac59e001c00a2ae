package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.intake.ListRun;

/** What people pay themselves: assessed, aided, collected, carried, claimed from who aids. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnDuesTest {
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final int next = today.getYear() + 1;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private DuesAssessment dues;

    private OwnPayers payers;

    @BeforeAll
    void prepare(@Autowired ApplicationContext context) {
        payers = new OwnPayers(context);
    }

    @Test
    void aYearIsAssessedAidedCollectedAndClaimed() {
        String year = Integer.toString(next);
        long plain = payers.resident("");
        long poor = payers.resident("特困");
        long near = payers.resident("低保边缘");
        dues.assess(CLERK, "resident", year, today);
        assertThat(dues.assess(CLERK, "resident", year, today)).isZero();
        assertThat(ContributionApi.number(payers.dues("resident", year, plain), "$.items[0].subsidisedFen"))
                .isZero();
        assertThat(ContributionApi.number(payers.dues("resident", year, near), "$.items[0].subsidisedFen"))
                .isEqualTo(20_000);
        assertThat(payers.state("resident", year, poor)).isEqualTo("已缴");
        ListRun run = payers.receive(
                "resident",
                Map.of("count", "4", "total", "1400.00"),
                List.of(
                        payers.row(payers.numberOf(plain), year, "400.00", today, "Y1"),
                        payers.row(payers.numberOf(near), year, "400.00", today, "Y2"),
                        payers.row("无此人", year, "400.00", today, "Y3"),
                        payers.row(payers.numberOf(near), year, "200.00", today, "Y4")));
        assertThat(run.problems()).isEmpty();
        assertThat(run.warnings()).isEqualTo(Map.of(2, "W-CON-064", 3, "W-CON-066"));
        assertThat(run.outcomes().get(1)).isEqualTo("已核销");
        assertThat(payers.state("resident", year, plain)).isEqualTo("已缴");
        assertThat(payers.state("resident", year, near)).isEqualTo("已缴");
        assertThat(enrolments.file(plain).payments()).singleElement().satisfies(paid -> {
            assertThat(paid.from()).isEqualTo(LocalDate.of(next, 1, 1));
            assertThat(paid.paid()).isEqualTo(today);
        });
        assertThat(ContributionApi.number(payers.api.get("/persons/" + plain + "/dues"), "$.items[0].personalFen"))
                .isEqualTo(40_000);
        // 同一文件再来一次，没有变化；同一流水号金额不同，拒收。
        assertThat(payers.receive(
                                "resident",
                                Map.of(),
                                List.of(payers.row(payers.numberOf(plain), year, "400.00", today, "Y1")))
                        .unchanged())
                .containsExactly(1);
        assertThat(payers.receive(
                                "resident",
                                Map.of(),
                                List.of(payers.row(payers.numberOf(plain), year, "1.00", today, "Y1")))
                        .problems())
                .containsEntry(1, "E-CON-031");
        // 资助部分：一人登记，另一人复核，只申请一次。
        String aid = "{'payer':'fiscal','day':'" + today + "','document':'样例财社 1 号'}";
        long before = -payers.balance(Funds.RESIDENT, FundAccounts.SUBSIDY_ENROLMENT);
        MvcTestResult claimed = payers.api.post(CLERK, "/aid/" + year, aid);
        long claim = ContributionApi.number(claimed, "$[0].id");
        long fen = ContributionApi.number(claimed, "$[0].fen");
        assertThat(fen).isGreaterThanOrEqualTo(60_000);
        assertThat(code(payers.api.post(CLERK, "/aid/" + year, aid))).isEqualTo("E-CON-081");
        assertThat(code(payers.api.post(CLERK, "/aid/claims/" + claim + "/review", "{'accept':true}")))
                .isEqualTo("E-CON-005");
        read(payers.api.post(REVIEWER, "/aid/claims/" + claim + "/review", "{'accept':true}"), "$.voucherId");
        assertThat(-payers.balance(Funds.RESIDENT, FundAccounts.SUBSIDY_ENROLMENT))
                .isEqualTo(before + fen);
        // 资助过的人再退个人缴费要先退资助。
        assertThat(code(payers.refund(
                        "'dueId':" + ContributionApi.number(payers.dues("resident", year, near), "$.items[0].id"))))
                .isEqualTo("E-CON-074");
    }

    @Test
    void whatWasPaidBeforeTheYearIsCarriedWhenItHasBegun() {
        long early = payers.resident("");
        String year = Integer.toString(today.getYear());
        dues.assess(CLERK, "resident", year, today);
        LocalDate before = LocalDate.of(today.getYear() - 1, 12, 1);
        payers.receive("resident", Map.of(), List.of(payers.row(payers.numberOf(early), year, "400.00", before, "K1")));
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.RECEIVED_IN_ADVANCE, payers.county, before))
                .isEqualTo(-40_000);
        assertThat(ContributionApi.number(payers.api.post(CLERK, "/person-dues/carry/" + year, ""), "$[0].fen"))
                .isEqualTo(40_000);
        assertThat(code(payers.api.post(CLERK, "/person-dues/carry/" + year, "")))
                .isEqualTo("E-CON-090");
    }

    @Test
    void theAidFundPaysOnlyWhatItHas() {
        String year = Integer.toString(today.getYear());
        payers.resident("低保");
        dues.assess(CLERK, "resident", year, today);
        MvcTestResult made =
                payers.api.post(CLERK, "/aid/" + year, "{'payer':'aid','day':'" + today + "','document':'样例医保 2 号'}");
        long claim = ContributionApi.number(made, "$[0].id");
        long fen = ContributionApi.number(made, "$[0].fen");
        String review = "/aid/claims/" + claim + "/review";
        assertThat(code(payers.api.post(REVIEWER, review, "{'accept':true}"))).startsWith("E-FUN-");
        transactions.executeWithoutResult(status -> ledger.post(
                CLERK,
                new Voucher(
                        Funds.AID,
                        today,
                        new Cause("test", "money", "1"),
                        "样例拨款",
                        List.of(
                                Leg.debit(FundAccounts.TREASURY_BANK, fen, null),
                                Leg.credit(FundAccounts.SUBSIDY_COUNTY, fen, null)))));
        read(payers.api.post(REVIEWER, review, "{'accept':true}"), "$.voucherId");
        assertThat(payers.balance(Funds.AID, FundAccounts.ENROLMENT_AID)).isEqualTo(fen);
        assertThat(payers.balance(Funds.AID, FundAccounts.TREASURY_BANK)).isZero();
    }

    @Test
    void flexibleWorkersPayByMonthOrYear() {
        long monthly = payers.person("employee", "灵活就业", "");
        long yearly = payers.person("employee", "灵活就业", "");
        payers.list(
                "contribution.bases",
                Map.of("month", "2026-01"),
                List.of(Map.of("person", payers.numberOf(monthly), "base", "6000.00")));
        dues.assess(CLERK, "employee", "2026", today);
        // 6,000 元：基本医疗 8% 480 + 大额 8 + 护理 0.15% 9；没有选基数的按下限 4,500 元：360 + 8 + 6.75。
        assertThat(ContributionApi.number(payers.dues("employee", "2026-02", monthly), "$.items[0].duesFen"))
                .isEqualTo(49_700);
        ListRun run = payers.receive(
                "employee",
                Map.of(),
                List.of(
                        payers.row(payers.numberOf(monthly), "2026-01", "497.00", LocalDate.of(2026, 1, 10), "F1"),
                        payers.row(payers.numberOf(monthly), "2026", "994.00", LocalDate.of(2026, 2, 10), "F2"),
                        payers.row(payers.numberOf(yearly), "2026", "4497.00", LocalDate.of(2026, 1, 10), "F3"),
                        payers.row(payers.numberOf(monthly), "2026-09", "1.00", LocalDate.of(2026, 9, 10), "F4")));
        assertThat(run.warnings()).isEqualTo(Map.of(4, "W-CON-064"));
        assertThat(enrolments.file(monthly).payments()).hasSize(3);
        assertThat(enrolments.file(yearly).payments()).hasSize(12);
        assertThat(-payers.balance(Funds.LARGE, FundAccounts.DUES_PERSONS)).isEqualTo(15 * 800);
        assertThat(-payers.balance(Funds.CARE, FundAccounts.DUES_PERSONS)).isEqualTo(3 * 900 + 12 * 675);
        assertThat(-payers.balance(Funds.EMPLOYEE, FundAccounts.DUES_PERSONS)).isEqualTo(3 * 48_000 + 12 * 36_000);
        assertThat(-payers.balance(Funds.EMPLOYEE, FundAccounts.UNIDENTIFIED)).isEqualTo(100);
        long unknown = payers.number("select id from contribution.payment where reference = 'F4'");
        assertThat(code(payers.api.post(
                        CLERK, "/person-payments/" + unknown + "/claim", payers.claim(monthly, "2026-09"))))
                .isEqualTo("E-CON-067");
        assertThat(code(payers.api.post(CLERK, "/person-dues/runs", "{'scheme':'employee','period':'20'}")))
                .isEqualTo("E-CON-061");
        assertThat(payers.api.get("/person-dues/export?scheme=employee&period=2026&format=csv"))
                .hasStatusOk();
    }
}
