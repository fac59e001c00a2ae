package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.lines;
import static org.tongchou.platform.performance.Setting.refused;
import static org.tongchou.platform.performance.Setting.value;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.identity.NewUnit;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;

/** The money of a department as a whole comes from all entries of its book, every amount opens to its entries. */
@PlatformTest
class DepartmentTest {
    private static final long WAN = 100_0000L;
    private static final LocalDate DAY = LocalDate.of(YEAR, 5, 6);

    private Setting setting;

    @BeforeEach
    void begin(@Autowired MockMvcTester http, @Autowired JdbcClient jdbc, @Autowired Units units) {
        setting = Setting.of(DepartmentTest.class, http, jdbc, units);
    }

    private void entry(long unit, long project, String kind, String fund, String nature, long fen) {
        setting.post(new Setting.Entry(unit, project, kind, DAY, fund, nature, fen));
    }

    @Test
    void addsUpTheWholeBookAndOpensToItsVouchers(@Autowired Units units) {
        Unit county = units.create(
                Actor.SYSTEM,
                new NewUnit(
                        "100301",
                        "样例区医疗保障局",
                        "行政单位",
                        "县级",
                        setting.units.bureau().id(),
                        "样例市",
                        5));
        long own = setting.units.own().id();
        long centre = setting.units.centre().id();
        long project = setting.project("信息系统运维", YEAR, 100 * WAN, 60 * WAN);
        entry(own, 0, "budget_initial", "一般公共预算", "基本支出", 500 * WAN);
        entry(own, 0, "budget_adjustment", "一般公共预算", "基本支出", 20 * WAN);
        entry(own, 0, "expense", "一般公共预算", "基本支出", 470 * WAN);
        entry(centre, 0, "budget_initial", "其他资金", "基本支出", 80 * WAN);
        entry(centre, 0, "expense", "其他资金", "基本支出", 75 * WAN);
        entry(centre, 0, "expense", "其他资金", "基本支出", -5 * WAN);
        setting.post(county.id(), new Setting.Entry(county.id(), 0, "expense", DAY, "一般公共预算", "基本支出", 9_999 * WAN));
        long sheet = setting.department(setting.units.bureau().id(), lines());
        List<Long> ids = setting.indicators(sheet);
        assertThat(setting.evaluate(
                        sheet,
                        0,
                        List.of(
                                value(ids.get(0), "600", ""),
                                value(ids.get(1), "96", ""),
                                value(ids.get(2), "明显改善", ""),
                                value(ids.get(3), "95", ""))))
                .hasStatusOk();
        String uri = "/evaluations/" + sheet;
        MvcTestResult full = setting.get(uri);
        assertThat(rows(full))
                .containsExactly(
                        "年度资金总额 680000000 700000000 600000000",
                        "其中：财政拨款 600000000 620000000 530000000",
                        "其他资金 80000000 80000000 70000000",
                        "基本支出 580000000 600000000 540000000",
                        "项目支出 100000000 100000000 60000000");
        assertThat(Setting.list(full, "$.scored.money.rows[*].from"))
                .allMatch(from -> from.startsWith("账套中本单位及所属单位（共 3 个）的全部支出预算和支出明细"))
                .anyMatch(from -> from.endsWith("与各项目绩效表取自同一批明细"));
        opens(sheet, full);
        setting.step(uri, "submit", setting.version(uri, "$.evaluation.version"));
        entry(own, 0, "expense", "一般公共预算", "基本支出", 1 * WAN);
        MvcTestResult kept = setting.get(uri);
        assertThat(rows(kept)).contains("基本支出 580000000 600000000 540000000");
        assertThat(Setting.text(kept, "$.moneyChanged")).isEqualTo("true");
        opens(sheet, kept);
        assertThat(body(setting.get("/sheets/" + sheet + "/document?stage=evaluation&format=html")))
                .contains("基本支出", "项目支出", "年度资金总额");
        accounts(project);
    }

    /** The library offers indicators of projects to departments as well: there they have no value. */
    @Test
    void aDepartmentHasNoValueOfAProject() {
        long county = setting.units.county().id();
        for (String kind : List.of("budget_initial", "expense")) {
            setting.post(county, new Setting.Entry(county, 0, kind, DAY, "一般公共预算", "基本支出", 8 * WAN));
        }
        List<Map<String, Object>> lines = lines();
        for (int i = 0; i < 2; i++) {
            Map<String, Object> bound = Setting.line("产出指标", "质量指标", "本项目情况" + i, "≥", "85", "%", i == 0 ? 30 : 20);
            bound.put("source", "绑定");
            bound.put("binding", i == 0 ? "project.execution-rate" : "project.executed");
            lines.set(i, bound);
        }
        MvcTestResult full = setting.get("/evaluations/" + setting.department(county, lines));
        assertThat(Setting.list(full, "$.scored.lines[*].line.binding"))
                .contains("project.execution-rate", "project.executed");
        assertThat(Setting.list(full, "$.scored.lines[?(@.bound)].line.name")).isEmpty();
    }

    /** Every amount of every row is the sum of its entries. */
    private void opens(long sheet, MvcTestResult full) {
        String last = Setting.list(full, "$.scored.money[?(@.lastEntry)].lastEntry").stream()
                .map(id -> "&lastEntry=" + id)
                .findFirst()
                .orElse("");
        List<Map<String, Object>> rows = JsonPath.read(body(full), "$.scored.money.rows");
        Map.of("INITIAL", "initialFen", "ADJUSTED", "adjustedFen", "EXECUTED", "executedFen")
                .forEach((column, field) -> rows.forEach(row -> {
                    MvcTestResult vouchers = setting.get("/sheets/" + sheet + "/vouchers?row=" + row.get("name")
                            + "&column=" + column + "&until=2024-12-31&size=2" + last);
                    assertThat(Setting.text(vouchers, "$.fen"))
                            .as(row.get("name") + " " + column)
                            .isEqualTo(String.valueOf(row.get(field)));
                    assertThat(Setting.list(vouchers, "$.entries[*].id"))
                            .hasSize(Math.min(2, Setting.number(vouchers, "$.total")));
                }));
    }

    private static List<String> rows(MvcTestResult full) {
        return JsonPath.<List<Map<String, Object>>>read(body(full), "$.scored.money.rows").stream()
                .map(row -> row.get("name") + " " + row.get("initialFen") + " " + row.get("adjustedFen") + " "
                        + row.get("executedFen"))
                .toList();
    }

    /** What a project said it spent and what the books then say of its functional code. */
    private void accounts(long project) {
        long sheet = setting.approved(project, lines());
        assertThat(Setting.text(setting.get("/sheets/" + sheet), "$.sheet.functionalItem"))
                .startsWith("2101505 ");
        List<Long> ids = setting.indicators(sheet);
        setting.put(
                "/evaluations/" + sheet,
                Map.of(
                        "version",
                        0,
                        "achieved",
                        "基本实现。",
                        "executionReason",
                        "结算推迟",
                        "lines",
                        List.of(
                                value(ids.get(0), "600", ""),
                                value(ids.get(1), "96", ""),
                                value(ids.get(2), "明显改善", ""),
                                value(ids.get(3), "95", ""))));
        setting.step("/evaluations/" + sheet, "submit", 2);
        assertThat(found()).isEmpty();
        setting.spend(project, -10 * WAN);
        assertThat(found())
                .singleElement()
                .satisfies(
                        item -> assertThat(String.valueOf(item.get("message"))).contains("执行数之和", "2101505"))
                .satisfies(item -> assertThat(item.get("sheets"))
                        .isEqualTo(List.of(Map.of("sheetId", (int) sheet, "project", "信息系统运维"))));
    }

    private List<Map<String, Object>> found() {
        MvcTestResult findings = setting.get("/findings?year=2024");
        assertThat(findings).hasStatusOk();
        return JsonPath.read(body(findings), "$.items[?(@.check == 'perf.money-accounts')]");
    }

    @Test
    void refusesRowsThatAreNotThereAndForeignSheets() {
        long sheet = setting.sheet(2023, setting.project("查凭证", 2023, 10 * WAN, 5 * WAN), lines());
        String uri = "/sheets/" + sheet + "/vouchers?column=EXECUTED&until=2023-12-31&row=";
        refused(setting.get(uri + "基本支出"), 404, "E-PLT-404", "资金行“基本支出”");
        assertThat(Setting.text(setting.get(uri + "其他资金"), "$.total")).isEqualTo("0");
        refused(
                setting.get("/sheets/" + sheet + "/vouchers?column=EXECUTED&until=2024-12-31&row=年度资金总额"),
                422,
                "E-PER-076",
                "2023 年内的日期");
        assertThat(setting.get(
                        uri + "年度资金总额",
                        TestActors.in(List.of(setting.units.county().id()), "performance.sheet.view")))
                .hasStatus(404);
        assertThat(setting.get(uri + "年度资金总额", TestActors.with("accounts.book.view")))
                .hasStatus(403);
    }
}
