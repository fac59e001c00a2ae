package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.lines;
import static org.tongchou.platform.performance.Setting.refused;

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
        String uri = "/monitors/" + sheet + "/3";
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
        assertThat(Setting.text(setting.get("/monitors?year=" + YEAR + "&quarter=3"), "$.rows[0].state"))
                .isEqualTo("已审核");
        assertThat(Setting.text(setting.get("/monitors?year=" + YEAR + "&quarter=3"), "$.due"))
                .isEqualTo("2024-10-15");
        assertThat(body(setting.get("/sheets/" + sheet + "/document?stage=monitoring&quarter=3&format=html")))
                .contains("1-9月完成值", "全年预计完成值");
    }

    @Test
    void refusesWrongQuartersValuesAndRights() {
        long sheet = setting.approved(setting.project("监控二", YEAR, 100_0000_00L, 0), lines());
        long id = setting.indicators(sheet).get(0);
        refused(setting.get("/monitors/" + sheet + "/5"), 422, "E-PER-070", "季度的值“5”不可用，应为1 至 4");
        refused(
                setting.put("/monitors/" + sheet + "/1", Map.of("lines", List.of(value(id, "一些", "", "")))),
                422,
                "E-PER-052",
                "累计完成值");
        refused(setting.post("/monitors/" + sheet + "/1/submit", Map.of("version", 1)), 409, "E-PER-072", "还没有填写");
        assertThat(setting.post(
                        "/monitors/" + sheet + "/1/submit",
                        Map.of("version", 1),
                        TestActors.with("performance.sheet.view")))
                .hasStatus(403);
        assertThat(Setting.list(setting.get("/monitors/" + sheet + "/1"), "$.standing.warnings[*].message"))
                .contains("到本季度末没有执行（现为 0 元）");
    }
}
