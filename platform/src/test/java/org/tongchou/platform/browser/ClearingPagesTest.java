package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.gateway.ClearingDesk;
import org.tongchou.platform.gateway.ClearingDesk.Paid;
import org.tongchou.platform.gateway.OutpatientDesk;

/** What hospitals hold against the books, and what they are paid for a month. */
class ClearingPagesTest extends ClearingPages {
    private ClearingDesk desk;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        desk = ClearingDesk.open(context, port);
    }

    @Test
    void aDifferenceIsOpenedToItsRowAndHandled() {
        signIn(people.everything(), "/clearing/reconciliations");
        assertThat(page.locator("#tc-main")).containsText("这几天没有结算");
        tab("对账记录");
        assertThat(page.locator("#tc-main")).containsText("还没有机构对过账");
        List<Paid> rows = new ArrayList<>();
        for (String price : List.of("100.50", "213.40", "1360.00")) {
            rows.add(desk.pay(desk.counter.other, price));
        }
        List<Paid> told = rows.subList(1, 3);
        List<String> lines = new ArrayList<>(told.stream().map(Paid::line).toList());
        lines.add("359900000000000000000001\t3599001\tP1\t10.00\t5.00\t0\t0");
        desk.compare(lines, told, BigDecimal.TEN, new BigDecimal("5"));
        go("/clearing/reconciliations");
        Locator day = page.locator(".el-table__body:visible tr").first();
        assertThat(day).containsText("1,673.90");
        assertThat(day).containsText("不平");
        picture("days");
        clean();
        day.getByText("不平").click();
        assertThat(drawer()).containsText(rows.get(0).text("setl_id"));
        assertThat(drawer()).containsText("359900000000000000000001");
        assertThat(drawer()).containsText("100.50");
        picture("differences");
        clean();
        note("机构漏传，已通知补传");
        assertThat(drawer()).containsText("机构漏传，已通知补传");
        assertThat(drawer()).containsText("演示经办");
        picture("handled");
        Download list = page.waitForDownload(() -> exact("导出差异").click());
        assertThat(list.suggestedFilename()).endsWith(".xlsx");
        drawer().getByText(rows.get(0).text("setl_id")).click();
        assertThat(page.locator("h1")).containsText(rows.get(0).text("setl_id"));
        go("/clearing/reconciliations");
        tab("对账记录");
        assertThat(page.locator(".el-table__body:visible").first()).containsText("2（1）");
        picture("reconciliations");
        clean();
    }

    @Test
    void aMonthIsDraftedReviewedByAnotherAndOpenedToItsSettlements() throws IOException {
        People.Person first = people.everything();
        People.Person second = people.everything("second", "演示复核");
        YearMonth month = YearMonth.from(desk.counter.today);
        List<Paid> rows = new ArrayList<>();
        for (String price : List.of("880.00", "1230.40", "66.60", "45.00")) {
            rows.add(desk.pay(desk.counter.hospital, price));
        }
        rows.add(desk.back(desk.counter.hospital, rows.get(3)));
        ClearingDesk.good(desk.counter.hospital, "3203", desk.application(month, rows));
        MovableClock.move(month.plusMonths(1).atDay(5));
        desk.agreeOnDeposit(month.atDay(1));
        signIn(first, "/clearing/statements");
        assertThat(page.locator("#tc-main")).containsText("还没有月结单");
        picture("no-statements");
        exact("编制").click();
        Locator form = page.locator(".el-dialog:visible");
        day(form, "编制月份", month.toString());
        field(form, "机构编码").fill(OutpatientDesk.HOSPITAL);
        picture("drafting");
        submit(form, "编制");
        openFirst();
        assertThat(drawer()).containsText("待复核");
        assertThat(drawer()).containsText("一致");
        assertThat(drawer()).containsText("质保金按 5% 扣留（服务协议 ");
        assertThat(exact("复核")).isHidden();
        assertThat(drawer().locator(".el-table__body tr")).hasCount(rows.size());
        picture("statement");
        clean();
        signIn(second, "/clearing/statements");
        openFirst();
        exact("复核").click();
        assertThat(drawer()).containsText("演示复核 复核");
        assertThat(drawer()).containsText("待付款");
        drawer().locator(".el-drawer__body").evaluate("body => body.scrollTo(0, body.scrollHeight)");
        picture("settlements");
        Download list = page.waitForDownload(() -> exact("导出月结单").click());
        assertThat(list.suggestedFilename()).endsWith(".xlsx");
        assertThat(cells(list)).contains(month + "月结单 样例医院0001", rows.get(0).text("setl_id"));
        drawer().getByText(rows.get(0).text("setl_id")).click();
        assertThat(page.locator("h1")).containsText(rows.get(0).text("setl_id"));
        go("/clearing/statements");
        assertThat(page.locator(".el-table__body").first()).containsText("已复核");
        picture("statements");
        clean();
    }

    /** What stands in the first sheet. */
    private static List<String> cells(Download file) throws IOException {
        DataFormatter format = new DataFormatter();
        List<String> cells = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file.path()))) {
            book.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> cells.add(format.formatCellValue(cell)))));
        }
        return cells;
    }
}
