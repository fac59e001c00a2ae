package org.tongchou.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.MovableClock;
import org.tongchou.platform.gateway.CrossregionDesk;

/** Bills of both roles, and a month that regions hold against each other. */
class CrossregionPagesTest extends ClearingPages {
    private CrossregionDesk abroad;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        abroad = CrossregionDesk.open(context, port);
    }

    @Test
    void regionsHoldTheirBillsAgainstEachOther(@Autowired JdbcClient database) {
        People.Person first = people.everything();
        People.Person second = people.everything("second", "演示复核");
        signIn(first, "/clearing/crossregion");
        assertThat(page.locator("#tc-main")).containsText("还没有异地就医结算");
        tab("月度清算");
        assertThat(page.locator("#tc-main")).containsText("还没有编制过清算");
        String guest = abroad.pay(abroad.guestNumber(CrossregionDesk.guest(7)), "200.00")
                .at("/setlinfo/setl_id")
                .asString();
        abroad.send("K1", abroad.counter.person(), true, 20_000_00);
        abroad.send("K2", abroad.counter.person(), true, 30_000_00);
        go("/clearing/crossregion");
        Locator bills = page.locator(".el-table__body:visible").first();
        assertThat(bills.locator("tr")).hasCount(3);
        assertThat(bills).containsText("就医地");
        assertThat(bills).containsText("参保地");
        picture("bills");
        clean();
        tab("往来报文");
        picture("messages");
        clean();
        tab("统筹区");
        picture("partners");
        clean();
        YearMonth month = YearMonth.from(abroad.counter.today);
        MovableClock.move(month.plusMonths(1).atDay(6));
        database.sql("update crossregion.simulated_bill set pay_fen = pay_fen + 100 where message = 'K2'")
                .update();
        signIn(first, "/clearing/crossregion");
        tab("月度清算");
        exact("编制清算").click();
        Locator form = page.locator(".el-dialog:visible");
        day(form, "清算月份", month.toString());
        picture("drafting");
        submit(form, "编制");
        openFirst();
        assertThat(drawer()).containsText("金额不符");
        assertThat(drawer()).containsText("K2");
        note("对方多记一元，按本地付款");
        assertThat(drawer()).containsText("对方多记一元，按本地付款");
        picture("month");
        clean();
        signIn(second, "/clearing/crossregion");
        tab("月度清算");
        openFirst();
        exact("复核").click();
        assertThat(drawer()).containsText("已确认");
        assertThat(drawer()).containsText("待付款");
        picture("confirmed");
        go("/clearing/crossregion");
        tab("月度清算");
        assertThat(page.locator(".el-table__body:visible").first()).containsText("1（0）");
        picture("months");
        clean();
        go("/settlement/bills/" + guest);
        assertThat(page.locator("#tc-main")).containsText("异地参保人的结算");
    }
}
