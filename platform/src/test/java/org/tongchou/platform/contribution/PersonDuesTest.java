package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;

/** From a person to the dues, from the dues and the account to the vouchers, from an employer to its vouchers. */
@PlatformTest
@Import(PaidFirm.class)
class PersonDuesTest {
    private static final String[] RIGHTS = {"contribution.dues.view", "fund.ledger.view", "fund.account.view"};

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private PaidFirm firms;

    @Test
    void aPersonsDuesLeadToTheVouchers() {
        TestCounties counties = TestCounties.create(units, region);
        PaidFirm.Staffed firm = firms.staffed("样例在职", counties.first().code());
        long paid = firms.bill(firm, YearMonth.of(2026, 1));
        firms.pay(firm, YearMonth.of(2026, 1));
        firms.bill(firm, YearMonth.of(2026, 2));
        String dues = "/api/contribution/persons/" + firm.person() + "/dues";

        MvcTestResult answer = get(dues);
        assertThat(ContributionApi.number(answer, "$.total")).isEqualTo(2);
        assertThat(ContributionApi.<String>read(answer, "$.items[0].state")).isEqualTo("待缴费");
        assertThat(ContributionApi.<String>read(answer, "$.items[1].state")).isEqualTo("已缴清");
        assertThat(ContributionApi.number(answer, "$.items[1].unitFen")).isEqualTo(78_500);
        assertThat(ContributionApi.number(answer, "$.items[1].personalFen")).isEqualTo(22_300);
        assertThat(ContributionApi.number(answer, "$.items[1].creditFen")).isEqualTo(20_000);
        assertThat(ContributionApi.<String>read(answer, "$.items[1].cause.id")).isEqualTo(Long.toString(paid));

        MvcTestResult vouchers = get("/api/fund/vouchers?module=contribution&causeKind=bill&causeId=" + paid);
        assertThat(ContributionApi.number(vouchers, "$.total")).isEqualTo(5);
        assertThat(ContributionApi.number(
                        get("/api/fund/vouchers?module=contribution&causeKind=bill&causeId=" + (paid + 1)), "$.total"))
                .isZero();
        MvcTestResult movement = get("/api/fund/personal-accounts/" + firm.person() + "/movements");
        assertThat(ContributionApi.number(movement, "$.items[0].fen")).isEqualTo(20_000);
        long voucher = ContributionApi.number(movement, "$.items[0].voucher");
        assertThat(ContributionApi.<List<Integer>>read(vouchers, "$.items[*].id"))
                .contains((int) voucher);

        // The employer's page: the receipt as well as the five of the bill that name it.
        String party = firm.code().substring(8, 17);
        assertThat(ContributionApi.number(get("/api/fund/vouchers?party=" + party), "$.total"))
                .isEqualTo(6);
        assertThat(ContributionApi.number(get("/api/fund/vouchers?party=" + party + "0"), "$.total"))
                .isZero();

        assertThat(http.perform(MockMvcRequestBuilders.get(dues)
                        .with(TestActors.in(List.of(counties.second().unitId()), RIGHTS))))
                .hasStatus(403);
        assertThat(http.perform(MockMvcRequestBuilders.get(dues).with(TestActors.with("fund.ledger.view"))))
                .hasStatus(403);
        assertThat(get("/api/contribution/persons/999999/dues")).hasStatus(404);
        assertThat(LocalDate.parse(ContributionApi.read(answer, "$.items[1].paidOn")))
                .isEqualTo(LocalDate.of(2026, 1, 20));
    }

    private MvcTestResult get(String uri) {
        return http.perform(MockMvcRequestBuilders.get(uri).with(TestActors.with(RIGHTS)));
    }
}
