package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.lines;
import static org.tongchou.platform.performance.Setting.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.tongchou.platform.identity.Units;

@PlatformTest
class MonitorTest {
    private Setting setting;

    @Autowired
    private Clock clock;

    @BeforeEach
    void begin(@Autowired MockMvcTester http, @Autowired JdbcClient jdbc, @Autowired Units units) {
        setting = Setting.of(MonitorTest.class, http, jdbc, units);
    }

    private static Map<String, Object> value(long id, String actual, String expected, String reason) {
        return Map.of("indicatorId", id, "actual", actual, "expected", expected, "reason", reason);
    }

    @Test
    void warnsByDeclaredRulesAndAsksForReasons() {
        long sheet = setting.approved(setting.project("监控", YEAR, 100_0000_00L, 30_0000_00L), lines());
        List<Long> ids = setting.indicators(sheet);
        String uri = "/monitors/" + sheet + "/9";
        List<Map<String, Object>> values = new ArrayList<>(List.of(
                value(ids.get(0), "200", "500", ""),
                value(ids.get(1), "96", "96", ""),
                value(ids.get(2), "正在改善", "明显改善", ""),
                value(ids.get(3), "92", "92", "")));
        assertThat(setting.put(uri, Map.of("version", 0, "lines", values))).hasStatusOk();
        MvcTestResult full = setting.get(uri);
        assertThat(Setting.list(full, "$.standing.warnings[*].message"))
                .containsExactlyInAnyOrder(
                        "三季度末执行率低于 65%（现为 30%）",
                        "“检查机构数量”三季度末完成值不到目标值的 60%（目标 ≥600家，已完成 200）", "“检查机构数量”预计全年完不成目标（目标 ≥600家，预计 500）");
        refused(setting.post(uri + "/submit", Map.of("version", 2)), 409, "E-PER-074", "请说明偏差原因和纠偏措施");
        assertThat(setting.put(uri, Map.of("version", 2, "reason", "招标推迟", "measures", "十月完成招标", "lines", values)))
                .hasStatusOk();
        refused(setting.post(uri + "/submit", Map.of("version", 3)), 409, "E-PER-074", "请说明该指标的偏差原因");
        values.set(0, value(ids.get(0), "200", "500", "人员不足"));
        assertThat(setting.put(uri, Map.of("version", 3, "reason", "招标推迟", "measures", "十月完成招标", "lines", values)))
                .hasStatusOk();
        setting.step(uri, "submit", 4);
        setting.step(uri, "review", setting.version(uri, "$.standing.monitor.version"));
        assertThat(Setting.list(
                        setting.get("/monitors?year=" + YEAR + "&month=9"),
                        "$.rows[?(@.sheetId == " + sheet + ")].state"))
                .containsExactly("已审核");
        assertThat(Setting.text(setting.get("/monitors?year=" + YEAR + "&month=9"), "$.due"))
                .isEqualTo("2024-10-15");
        assertThat(body(setting.get("/sheets/" + sheet + "/document?stage=monitoring&month=9&format=html")))
                .contains("1-9月完成值", "全年预计完成值");
    }

    @Test
    void refusesWrongPeriodsValuesAndRights() {
        long sheet = setting.approved(setting.project("监控二", YEAR, 100_0000_00L, 0), lines());
        long id = setting.indicators(sheet).get(0);
        refused(setting.get("/monitors/" + sheet + "/5"), 422, "E-PER-070", "监控截止月份的值“5”不可用，应为3、6、7、9、12 之一");
        refused(
                setting.put("/monitors/" + sheet + "/6", Map.of("lines", List.of(value(id, "一些", "", "")))),
                422,
                "E-PER-052",
                "累计完成值");
        refused(setting.post("/monitors/" + sheet + "/6/submit", Map.of("version", 1)), 409, "E-PER-072", "还没有填写");
        assertThat(setting.post(
                        "/monitors/" + sheet + "/6/submit",
                        Map.of("version", 1),
                        TestActors.with("performance.sheet.view")))
                .hasStatus(403);
        assertThat(Setting.list(setting.get("/monitors/" + sheet + "/6"), "$.standing.warnings[*].message"))
                .contains("到截止日没有执行（现为 0 元）");
    }

    @Test
    void countsWhatWasPostedUpToTheCutOffDate() {
        long project = setting.project("截止日", YEAR, 100_0000_00L, 0);
        setting.on(project, "expense", LocalDate.of(YEAR, 7, 31), 20_0000_00L);
        setting.on(project, "expense", LocalDate.of(YEAR, 8, 1), 30_0000_00L);
        setting.on(project, "budget_adjustment", LocalDate.of(YEAR, 9, 15), 10_0000_00L);
        List<Map<String, Object>> lines = lines();
        Map<String, Object> bound = Setting.line("产出指标", "质量指标", "预算执行情况", "≥", "85", "%", 20);
        bound.put("source", "绑定");
        bound.put("binding", "project.execution-rate");
        lines.set(1, bound);
        long sheet = setting.approved(project, lines);
        List<Long> ids = setting.indicators(sheet);
        MvcTestResult july = setting.get("/monitors/" + sheet + "/7");
        assertThat(Setting.text(july, "$.standing.money.until")).isEqualTo("2024-07-31");
        assertThat(Setting.text(july, "$.due")).isEqualTo("2024-08-15");
        assertThat(money(july)).containsExactly("100000000", "100000000", "20000000");
        assertThat(Setting.list(july, "$.standing.warnings[*].message")).contains("七月末执行率低于 50%（现为 20%）");
        assertThat(Setting.text(july, "$.standing.monitor.values['" + ids.get(1) + "'].actual"))
                .isEqualTo("20");
        MvcTestResult september = setting.get("/monitors/" + sheet + "/9");
        assertThat(money(september)).containsExactly("100000000", "110000000", "50000000");
        assertThat(Setting.text(september, "$.standing.monitor.values['" + ids.get(1) + "'].actual"))
                .isEqualTo("45.45");
        MvcTestResult list = setting.get("/monitors?year=" + YEAR + "&month=7");
        assertThat(Setting.text(list, "$.until")).isEqualTo("2024-07-31");
        assertThat(Setting.list(list, "$.rows[?(@.sheetId == " + sheet + ")].executedFen"))
                .containsExactly("20000000");
    }

    private static List<String> money(MvcTestResult full) {
        return List.of(
                Setting.text(full, "$.standing.money.rows[0].initialFen"),
                Setting.text(full, "$.standing.money.rows[0].adjustedFen"),
                Setting.text(full, "$.standing.money.rows[0].executedFen"));
    }

    @Test
    void keepsTheMoneyOfTheCutOffWithItsVouchers() {
        long project = setting.project("留存截止数", YEAR, 100_0000_00L, 90_0000_00L);
        long sheet = setting.approved(project, lines());
        List<Long> ids = setting.indicators(sheet);
        String uri = "/monitors/" + sheet + "/7";
        List<Map<String, Object>> values = List.of(
                value(ids.get(0), "600", "600", ""),
                value(ids.get(1), "96", "96", ""),
                value(ids.get(2), "正在改善", "明显改善", ""),
                value(ids.get(3), "92", "92", ""));
        assertThat(setting.put(uri, Map.of("version", 0, "lines", values))).hasStatusOk();
        setting.step(uri, "submit", 2);
        setting.on(project, "expense", LocalDate.of(YEAR, 7, 15), 1_0000_00L);
        MvcTestResult full = setting.get(uri);
        assertThat(money(full)).containsExactly("100000000", "100000000", "90000000");
        String kept = "/sheets/" + sheet + "/vouchers?row=年度资金总额&column=EXECUTED&until=2024-07-31";
        String last = Setting.text(full, "$.standing.money.lastEntry");
        assertThat(Setting.text(setting.get(kept + "&lastEntry=" + last), "$.fen"))
                .isEqualTo("90000000");
        assertThat(Setting.text(setting.get(kept), "$.fen")).isEqualTo("91000000");
    }

    @Test
    void takesNothingInBeforeTheCutOffIsOver() {
        int year = LocalDate.now(clock).getYear();
        long sheet = setting.sheet(year, setting.project("未到期", year, 100_0000_00L, 50_0000_00L), lines());
        setting.approve(sheet);
        String uri = "/monitors/" + sheet + "/12";
        assertThat(setting.put(uri, Map.of("version", 0, "lines", List.of()))).hasStatusOk();
        refused(
                setting.post(uri + "/submit", Map.of("version", 2)),
                409,
                "E-PER-075",
                "数据截至 " + year + "-12-31，这一天过后才能提交");
    }
}
