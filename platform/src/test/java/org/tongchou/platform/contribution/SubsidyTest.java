package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.code;
import static org.tongchou.platform.contribution.ContributionApi.number;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;

/** Subsidies of the fiscal levels: counted, paid in advance, cleared; and the published figures of a city. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubsidyTest {
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Ledger ledger;

    private ContributionApi api;
    private TestCounties counties;
    private Villagers villagers;
    private int people;

    @BeforeAll
    void prepare() {
        api = new ContributionApi(http);
        counties = TestCounties.create(units, region);
        villagers = new Villagers(registry, transactions);
    }

    private void residents(String county, int heads, LocalDate from) {
        for (int i = 0; i < heads; i++) {
            people += 1;
            long person =
                    villagers.person("样例居民" + people, LocalDate.of(1960, 1, 1).plusDays(people), people % 900, county);
            villagers.enrol(person, "resident", "成年居民", from, county);
        }
    }

    private MvcTestResult all(String stage, String day) {
        return api.post(
                CLERK,
                "/subsidies/2025/grants/all",
                "{'stage':'" + stage + "','day':'" + day + "','document':'样例财社〔2025〕1 号'}");
    }

    private void accept(MvcTestResult made) {
        List<Integer> ids = read(made, "$[*].id");
        String json = "{'accept':true,'ids':" + ids + "}";
        assertThat(code(api.post(CLERK, "/subsidies/2025/grants/review", json))).isEqualTo("E-CON-005");
        read(api.post(REVIEWER, "/subsidies/2025/grants/review", json), "$[0].voucherId");
        assertThat(code(api.post(REVIEWER, "/subsidies/2025/grants/review", json)))
                .isEqualTo("E-CON-056");
    }

    @Test
    void advanceAndClearingAreSharesTimesHeads() {
        Random random = new Random(20261122);
        residents(counties.first().code(), 5 + random.nextInt(5), FROM);
        residents(counties.second().code(), 5 + random.nextInt(5), FROM);
        assertThat(code(all("预拨", "2025-02-10"))).isEqualTo("E-CON-053");
        read(api.post(CLERK, "/subsidies/2025/heads", "{'kind':'预计','day':'2025-01-31'}"), "$.year");
        MvcTestResult advance = all("预拨", "2025-02-10");
        assertThat(code(all("预拨", "2025-02-10"))).isEqualTo("E-CON-055");
        accept(advance);
        assertThat(ContributionApi.<List<Object>>read(all("预拨", "2025-02-11"), "$"))
                .isEmpty();
        assertThat(code(all("清算", "2025-11-20"))).isEqualTo("E-CON-054");
        residents(counties.first().code(), 3, LocalDate.of(2025, 3, 1));
        read(api.post(CLERK, "/subsidies/2025/heads", "{'kind':'核定','day':'2025-06-30'}"), "$.year");
        accept(all("清算", "2025-11-20"));
        MvcTestResult year = api.get("/subsidies/2025");
        List<Integer> rest = read(year, "$.shares[*].restFen");
        assertThat(rest).hasSize(8).containsOnly(0);
        List<Integer> heads = read(year, "$.heads[*].counted");
        long counted = heads.stream().mapToLong(Integer::longValue).sum();
        assertThat(counted).isEqualTo(people);
        assertThat(number(year, "$.totalFen")).isEqualTo(counted * 70_000);
        assertThat(number(year, "$.impliedHeads")).isEqualTo(counted);
        // What was granted is what is in the books.
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.TREASURY_BANK, null, LocalDate.of(2025, 12, 31)))
                .isEqualTo(counted * 70_000);
        // Clearing again finds nothing left.
        assertThat(ContributionApi.<List<Object>>read(all("清算", "2025-11-21"), "$"))
                .isEmpty();
        // 一档县：中央 60%、省 20%、市每人 40 元，县出其余。
        assertThat(ContributionApi.<List<Integer>>read(
                        year, "$.shares[?(@.county=='" + counties.first().code() + "' && @.level=='central')].dueFen"))
                .containsExactly(heads.get(0) * 42_000);
        assertThat(api.get("/subsidies/2025/export?format=csv")).hasStatusOk();
    }

    @Test
    void badGrantsAreRefused() {
        String[] bad = {
            "{'level':'village','stage':'预拨','fen':1,'day':'2025-01-01','document':'a'}", "E-CON-051",
            "{'level':'central','stage':'借款','fen':1,'day':'2025-01-01','document':'a'}", "E-CON-052",
            "{'level':'central','stage':'预拨','fen':-1,'day':'2025-01-01','document':'a'}", "E-PLT-022",
            "{'level':'other','stage':'预拨','fen':1,'day':'2025-01-01','document':'a'}", "E-PLT-020",
        };
        for (int i = 0; i < bad.length; i += 2) {
            assertThat(code(api.post(CLERK, "/subsidies/2026/grants", bad[i])))
                    .as(bad[i])
                    .isEqualTo(bad[i + 1]);
        }
        assertThat(code(api.get("/subsidies/1900"))).isEqualTo("E-CON-057");
        MvcTestResult made = api.post(
                CLERK,
                "/subsidies/2026/grants",
                "{'level':'city','stage':'预拨','fen':100,'day':'2026-01-01','document':'a'}");
        String ids = "'ids':[" + number(made, "$.id") + "]";
        assertThat(ContributionApi.<List<String>>read(
                        api.post(
                                REVIEWER,
                                "/subsidies/2026/grants/review",
                                "{'accept':false,'reason':'金额有误'," + ids + "}"),
                        "$[*].state"))
                .containsExactly("已退回");
        assertThat(number(api.get("/subsidies/2026"), "$.totalFen")).isZero();
    }
}
