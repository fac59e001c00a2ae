package org.tongchou.platform.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.contribution.ContributionApi.CLERK;
import static org.tongchou.platform.contribution.ContributionApi.REVIEWER;
import static org.tongchou.platform.contribution.ContributionApi.number;
import static org.tongchou.platform.contribution.ContributionApi.read;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;

/** The subsidies of 宁德 in 2024 as its bureau published them, entered, reviewed and added up by the module. */
@PlatformTest
@TestPropertySource(properties = "tongchou.region=ningde")
class NingdeSubsidyTest {
    @Autowired
    private MockMvcTester http;

    @Test
    void thePublishedFiguresComeOut() {
        ContributionApi api = new ContributionApi(http);
        List<Long> ids = new ArrayList<>();
        String[][] grants = {
            {"central", "", "预拨", "102162000000"},
            {"central", "", "清算", "9054000000"},
            {"province", "", "预拨", "29863000000"},
            {"province", "", "清算", "1241000000"},
            {"county", "", "预拨", "46172130000"},
            {"other", "建档立卡等困难学生", "预拨", "27360000"},
        };
        for (String[] grant : grants) {
            ids.add(number(
                    api.post(
                            CLERK,
                            "/subsidies/2024/grants",
                            "{'level':'%s','payer':'%s','stage':'%s','fen':%s,'day':'2024-12-01','document':'2024 年度部门决算'}"
                                    .formatted((Object[]) grant)),
                    "$.id"));
        }
        read(
                api.post(REVIEWER, "/subsidies/2024/grants/review", "{'accept':true,'ids':" + ids + "}"),
                "$[5].voucherId");
        MvcTestResult year = api.get("/subsidies/2024");
        assertThat(number(year, "$.standardFen")).isEqualTo(70_800);
        assertThat(number(year, "$.totalFen")).isEqualTo(188_519_490_000L);
        // 266.27 万人
        assertThat(Math.round(number(year, "$.impliedHeads") / 100.0)).isEqualTo(26_627);
        assertThat(ContributionApi.<List<Double>>read(year, "$.payers[*].share"))
                .containsExactly(58.99, 16.5, 24.49, 0.01);
        assertThat(ContributionApi.<List<Double>>read(year, "$.payers[0:2].advanceShare"))
                .containsExactly(91.86, 96.01);
    }
}
