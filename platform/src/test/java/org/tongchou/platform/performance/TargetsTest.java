package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.line;
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
class TargetsTest {
    private Setting setting;

    @BeforeEach
    void begin(@Autowired MockMvcTester http, @Autowired JdbcClient jdbc, @Autowired Units units) {
        setting = Setting.of(TargetsTest.class, http, jdbc, units);
    }

    @Test
    void goesFromDraftToApprovalAndBack() {
        long id = setting.sheet(setting.project("基金监管", YEAR, 318_00_0000L, 273_48_0000L), lines());
        String uri = "/sheets/" + id;
        setting.step(uri, "submit", setting.version(uri, "$.sheet.version"));
        refused(
                setting.put(uri, Map.of("version", setting.version(uri, "$.sheet.version"), "lines", lines())),
                409,
                "E-PER-021",
                "现为“已提交”，不能修改");
        int version = setting.version(uri, "$.sheet.version");
        refused(setting.post(uri + "/return", Map.of("version", version)), 422, "E-PER-018", "退回意见为空");
        assertThat(setting.post(uri + "/return", Map.of("version", version, "opinion", "目标偏低")))
                .hasStatusOk();
        version = setting.version(uri, "$.sheet.version");
        setting.step(uri, "submit", version);
        refused(setting.post(uri + "/review", Map.of("version", version + 1)), 403, "E-PLT-403", "是您自己提交的，不能由您审核");
        setting.step(uri, "review", version + 1);
        setting.step(uri, "approve", version + 2);
        MvcTestResult full = setting.get(uri);
        assertThat(Setting.text(full, "$.sheet.state")).isEqualTo("已批复");
        assertThat(Setting.list(full, "$.trail[*].action")).containsExactly("新建", "提交", "退回", "提交", "审核通过", "批复");
        assertThat(Setting.number(full, "$.money.rows[0].adjustedFen")).isEqualTo(318_00_0000);
    }

    @Test
    void refusesWhatCannotBeHandedIn() {
        List<Map<String, Object>> light = new ArrayList<>(lines());
        light.remove(3);
        long id = setting.sheet(setting.project("宣传", YEAR, 100_0000L, 0), light);
        refused(
                setting.post("/sheets/" + id + "/submit", Map.of("version", 2)),
                409,
                "E-PER-031",
                "指标分值合计 80 分，应为 90 分（另有预算执行率 10 分，共 100 分）");
    }

    @Test
    void refusesWrongOperatorsTargetsWeightsAndDoubleNames() {
        long id = setting.sheet(setting.project("培训", YEAR, 100_0000L, 0), List.of());
        refused(save(id, line("产出指标", "数量指标", "场次", "≈", "3", "场", 10)), 422, "E-PER-016", "符号的值“≈”不可用");
        refused(save(id, line("产出指标", "社会效益指标", "场次", "≥", "3", "场", 10)), 422, "E-PER-016", "二级指标");
        refused(save(id, line("产出指标", "数量指标", "场次", "≥", "若干", "场", 10)), 422, "E-PER-013", "请把符号改为“定性”");
        refused(save(id, line("产出指标", "数量指标", "场次", "≥", "3", "场", -1)), 422, "E-PER-015", "分值的值“-1.0”不可用");
        refused(save(id, line("产出指标", "数量指标", "", "≥", "3", "场", 1)), 422, "E-PER-012", "指标名称为空");
        Map<String, Object> once = line("产出指标", "数量指标", "场次", "≥", "3", "场", 10);
        refused(
                setting.put("/sheets/" + id, Map.of("version", 2, "lines", List.of(once, once))),
                422,
                "E-PER-011",
                "不与其他指标重名");
        Map<String, Object> bound = line("产出指标", "数量指标", "场次", "≥", "3", "场", 10);
        bound.put("source", "绑定");
        bound.put("binding", "no.such");
        refused(save(id, bound), 422, "E-PER-016", "绑定的取数");
    }

    private MvcTestResult save(long id, Map<String, Object> line) {
        return setting.put("/sheets/" + id, Map.of("version", 2, "lines", List.of(line)));
    }

    @Test
    void keepsOneSheetForAProjectAndOneVersionForAnEdit() {
        long project = setting.project("系统运维", YEAR, 640_0000L, 0);
        long id = setting.sheet(project, lines());
        refused(
                setting.post("/sheets", Map.of("year", YEAR, "unitId", 0, "projectId", project, "copy", false)),
                409,
                "E-PER-030",
                "已有绩效目标表（草稿）");
        assertThat(setting.put("/sheets/" + id, Map.of("version", 2, "goal", "甲改", "lines", lines())))
                .hasStatusOk();
        refused(
                setting.put("/sheets/" + id, Map.of("version", 2, "goal", "乙改", "lines", lines())),
                409,
                "E-PLT-409",
                "已被测试用户");
    }

    @Test
    void adjustsAsANewRevisionWithItsDifferences() {
        long id = setting.approved(setting.project("救助", YEAR, 4185_0000L, 0), lines());
        refused(setting.post("/sheets/" + id + "/adjust", Map.of()), 422, "E-PER-018", "调整理由");
        long next = Setting.id(setting.post("/sheets/" + id + "/adjust", Map.of("opinion", "年中追加任务")));
        List<Map<String, Object>> changed = lines();
        changed.set(0, line("产出指标", "数量指标", "检查机构数量", "≥", "700", "家", 30));
        assertThat(setting.put(
                        "/sheets/" + next,
                        Map.of(
                                "version",
                                setting.version("/sheets/" + next, "$.sheet.version"),
                                "goal",
                                "守住基金安全。",
                                "lines",
                                changed)))
                .hasStatusOk();
        MvcTestResult full = setting.get("/sheets/" + next);
        assertThat(Setting.number(full, "$.sheet.revision")).isEqualTo(2);
        assertThat(Setting.text(full, "$.differences[0].before")).contains("≥600家");
        assertThat(Setting.text(full, "$.differences[0].after")).contains("≥700家");
        assertThat(Setting.list(full, "$.differences")).hasSize(1);
        setting.approve(next);
        assertThat(Setting.text(setting.get("/sheets/" + id), "$.sheet.state")).isEqualTo("已调整");
    }

    @Test
    void copiesLastYearAndTellsTargetsThatNeverChange() {
        int[] years = {2021, 2022, 2023};
        long last = 0;
        for (int year : years) {
            long project = setting.project("连续项目", year, 100_0000L, 0);
            last = Setting.id(setting.post(
                    "/sheets", Map.of("year", year, "unitId", 0, "projectId", project, "copy", year > 2021)));
            String uri = "/sheets/" + last;
            if (year == 2021) {
                assertThat(setting.put(uri, Map.of("version", 1, "goal", "目标", "lines", lines())))
                        .hasStatusOk();
            }
            if (year < 2023) {
                setting.approve(last);
            }
        }
        List<String> findings = Setting.list(setting.get("/sheets/" + last), "$.findings[*].message");
        assertThat(findings).anyMatch(message -> message.contains("目标 ≥600家 连续 3 年未变"));
    }

    @Test
    void showsOnlyWhatIsInScopeAndAllowed() {
        long id = setting.sheet(setting.project("范围", YEAR, 100_0000L, 0), lines());
        var elsewhere = TestActors.in(
                List.of(setting.units.county().id()), "performance.sheet.view", "performance.target.edit");
        refused(setting.get("/sheets/" + id, elsewhere), 404, "E-PLT-404", "没有找到这张绩效表");
        assertThat(Setting.number(setting.get("/sheets?year=" + YEAR, elsewhere), "$.total"))
                .isZero();
        assertThat(setting.post("/sheets/" + id + "/submit", Map.of("version", 2), elsewhere))
                .hasStatus(404);
        var viewer = TestActors.with("performance.sheet.view");
        assertThat(setting.post("/sheets/" + id + "/submit", Map.of("version", 2), viewer))
                .hasStatus(403);
        assertThat(setting.post("/sheets/" + id + "/approve", Map.of("version", 2), viewer))
                .hasStatus(403);
    }

    @Test
    void keepsMarkupAsText() {
        List<Map<String, Object>> lines = lines();
        lines.set(0, line("产出指标", "数量指标", "<script>alert(1)</script>", "≥", "600", "家", 30));
        long id = setting.approved(setting.project("<img src=x onerror=alert(1)>", YEAR, 100_0000L, 0), lines);
        assertThat(body(setting.get("/sheets/" + id))).contains("<script>alert(1)</script>");
        String html = body(setting.get("/sheets/" + id + "/document?stage=targets&format=html"));
        assertThat(html)
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
    }

    @Test
    void offersALibraryThatMayGrow() {
        assertThat(Setting.number(setting.get("/library?text=满意度"), "$.total")).isGreaterThanOrEqualTo(2);
        Map<String, Object> item = line("产出指标", "数量指标", "新增指标", "≥", "", "件", 0);
        item.put("field", "通用");
        Setting.id(setting.post("/library", item));
        refused(setting.post("/library", item), 409, "E-PER-040", "已有同级的“新增指标”");
    }
}
