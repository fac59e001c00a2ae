package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tongchou.platform.sample.SamplePeople;
import org.tongchou.platform.sample.SampleRegion;

/** A hospital gets access, and somebody settles a visit there and sees every call. */
@TestPropertySource(properties = "tongchou.training=true")
class GatewayPagesTest extends BrowserTest {
    private static final int PEOPLE = 120;

    @Autowired
    private SampleRegion region;

    @Autowired
    private SamplePeople sample;

    @Test
    void grantsAccessAndSettlesAVisit() {
        region.make(region.setting(PEOPLE, 3), (done, total, title) -> {});
        String hospital = sample.providers().stream()
                .filter(each -> each.kind().equals("医院"))
                .findFirst()
                .orElseThrow()
                .code();
        signIn(people.everything(), "/gateway/accesses");
        button("开通接入").click();
        Locator form = page.locator(".el-dialog:visible");
        chooseFirst(form, "机构", hospital);
        exact("开通").click();
        Locator keys = page.locator(".el-dialog:visible").filter(new Locator.FilterOptions().setHasText("只显示这一次"));
        assertThat(keys).containsText("密钥");
        picture("keys");
        keys.getByText("已交付，关闭").click();
        assertThat(page.locator(".el-drawer:visible")).containsText("还没有调用");
        go("/gateway/accesses");
        picture("accesses");
        assertThat(Axe.findings(page)).isEmpty();

        go("/training");
        picture("counter");
        assertThat(Axe.findings(page)).isEmpty();
        button("开始就诊").click();
        settle();
        for (String item : List.of("样例普通门诊诊查", "样例生化检验")) {
            chooseFirst(page.locator("#tc-main"), "项目", item);
            button("加入").click();
        }
        button("上传费用").click();
        assertThat(page.locator("#tc-main")).containsText("合计 88.00 元");
        button("预结算").click();
        assertThat(page.locator("#tc-main")).containsText("基金支付");
        exact("结算").click();
        assertThat(page.locator("h1")).containsText("已结算");
        picture("visit");
        assertThat(Axe.findings(page)).isEmpty();

        go("/gateway/transactions");
        assertThat(page.locator("#tc-main")).containsText("门诊结算");
        picture("transactions");
        assertThat(Axe.findings(page)).isEmpty();
        go("/gateway/dictionaries?type=med_type");
        assertThat(page.locator("#tc-main")).containsText("普通门诊");
        go("/gateway/calls");
        assertThat(page.locator("#tc-main")).containsText("人员信息获取");
        picture("calls");
        assertThat(Axe.findings(page)).isEmpty();
    }
}
