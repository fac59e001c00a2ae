package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.version.Versions;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.TestJobs;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreement;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;

/** Agreements and catalogue versions in the browser. */
class ProviderPagesTest extends BrowserTest {
    @Autowired
    private Institutions institutions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Acts acts;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Region region;

    @Autowired
    private Units units;

    @Autowired
    private Versions versions;

    @Autowired
    private TestJobs jobs;

    @Test
    void signsAndSuspendsAnAgreement() {
        ProviderFixture fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        fixture.hospital("H35990100001");
        Agreement application = fixture.apply("H35990100001", LocalDate.of(2026, 1, 5));
        String path = "/provider/agreements/" + application.id();
        People.Person clerk = people.everything();
        People.Person second = people.everything("second", "演示复核");
        signIn(clerk, path);
        button("评估").click();
        Locator form = page.locator(".el-dialog:visible");
        int[] points = {10, 18, 12, 18, 13, 9, 8};
        for (int at = 0; at < points.length; at++) {
            form.locator(".el-input-number input").nth(at).fill(Integer.toString(points[at]));
            form.locator(".el-input-number input").nth(at).press("Tab");
        }
        assertThat(form).containsText("合计 88 分");
        submit(form);
        assertThat(page.locator(".pv-decision")).containsText("自己提出的事项由另一人复核");
        approveAs(second, path);
        signIn(clerk, path);
        button("协商").click();
        form = page.locator(".el-dialog:visible");
        form.getByLabel("协商内容").fill("按样例条款执行");
        submit(form);
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("签订").setExact(true))
                .click();
        form = page.locator(".el-dialog:visible");
        form.getByLabel("协议编号").fill("样医协〔2026〕1号");
        day(form, "起始日期", "2026-01-01");
        day(form, "截止日期", "2027-12-31");
        picture("sign");
        submit(form);
        approveAs(second, path);
        assertThat(page.locator("#tc-main h1")).containsText("生效");
        signIn(clerk, path);
        button("中止").click();
        form = page.locator(".el-dialog:visible");
        day(form, "办理日期", "2026-03-01");
        day(form, "中止至", "2026-05-31");
        form.getByLabel("原因").fill("未按规定上传数据");
        submit(form);
        approveAs(second, path);
        assertThat(page.locator("#tc-main h1")).containsText("中止");
        assertThat(page.locator(".tc-trail")).containsText("未按规定上传数据");
        picture("agreement");
        assertThat(Axe.findings(page)).isEmpty();
        for (String each : List.of("institutions", "agreements", "staff", "acts", "villages")) {
            go("/provider/" + each);
            picture(each);
        }
    }

    @Test
    void takesInANewCatalogueVersionAndShowsWhatChanged() {
        CatalogueFixture fixture = new CatalogueFixture(versions);
        fixture.release(
                "disease",
                "2025-01-01",
                true,
                CatalogueFixture.named("disease", Map.of("I10.x00", "高血压", "J44.900", "慢阻肺")));
        String file =
                CatalogueFixture.named("disease", new TreeMap<>(Map.of("I10.x00", "原发性高血压", "N18.500", "慢性肾病5期")))
                        .stream()
                        .map(row -> String.join("\t", row) + "\n")
                        .collect(Collectors.joining());
        try (TestJobs.Background running = jobs.keepDraining()) {
            assertThat(running).isNotNull();
            signIn(people.everything(), "/catalogue/versions");
            button("导入下载的文件").click();
            settle();
            Locator kind = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("名单种类"));
            kind.click();
            kind.fill("1307");
            page.locator(".el-select-dropdown:visible .el-select-dropdown__item:visible")
                    .first()
                    .click();
            page.locator("#tc-main input[aria-label='版本名称']").fill("2026年第1期");
            page.locator("#tc-main input[aria-label='来源']").fill("样例市〔2026〕1号");
            day(page.locator("#tc-main"), "生效日期", "2026-01-01");
            page.locator("#tc-main .el-radio").first().click();
            page.locator("input[type=file]")
                    .setInputFiles(new FilePayload("1307.txt", "text/plain", file.getBytes(StandardCharsets.UTF_8)));
            button("入账 2 行").click();
            button("确认入账 2 行").click();
            assertThat(page.locator("#tc-main")).containsText("新增 1、变更 1、终止 1、不变 0");
            picture("version-batch");
            signIn(people.everything("second", "演示复核"), "/catalogue/versions");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("2026年第1期"))
                    .click();
            settle();
            assertThat(page.locator(".tc-says").first()).containsText("新增 1、变更 1、终止 1、不变 0");
            assertThat(page.locator(".el-table__body").first()).containsText("诊断名称：高血压 → 原发性高血压");
            picture("version");
            assertThat(Axe.findings(page)).isEmpty();
            button("发布").click();
            assertThat(page.locator("#tc-main h1")).containsText("已发布");
        }
        go("/catalogue/differences");
        assertThat(page.locator(".el-table__body").first()).containsText("慢性肾病5期");
        picture("differences");
        Download changes = page.waitForDownload(() -> button("导出").click());
        assertThat(changes.suggestedFilename()).endsWith(".xlsx");
        for (String each : List.of("items", "versions", "matchings")) {
            go("/catalogue/" + each);
            picture("catalogue-" + each);
        }
    }

    private void approveAs(People.Person second, String path) {
        signIn(second, path);
        button("复核通过").click();
        assertThat(page.locator(".pv-decision")).isHidden();
    }

    private static void submit(Locator form) {
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("提交"))
                .click();
        assertThat(form).isHidden();
    }
}
