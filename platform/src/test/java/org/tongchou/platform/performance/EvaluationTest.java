package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.line;
import static org.tongchou.platform.performance.Setting.lines;
import static org.tongchou.platform.performance.Setting.refused;
import static org.tongchou.platform.performance.Setting.value;

import java.nio.charset.StandardCharsets;
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
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.identity.Units;

@PlatformTest
class EvaluationTest {
    @Autowired
    private List<TaskSource> tasks;

    private Setting setting;

    @BeforeEach
    void begin(@Autowired MockMvcTester http, @Autowired JdbcClient jdbc, @Autowired Units units) {
        setting = Setting.of(EvaluationTest.class, http, jdbc, units);
    }

    private long ready(String name) {
        return setting.approved(setting.project(name, YEAR, 318_0000_00L, 273_4800_00L), lines());
    }

    private static List<Map<String, Object>> values(List<Long> ids) {
        return new ArrayList<>(List.of(
                value(ids.get(0), "540", "检查力量不足"),
                value(ids.get(1), "96.5", ""),
                value(ids.get(2), "明显改善", ""),
                value(ids.get(3), "95", "")));
    }

    @Test
    void scoresByTheDeclaredRuleAndGoesThroughTheFlow() {
        long sheet = ready("基金监管专项");
        List<Long> ids = setting.indicators(sheet);
        String uri = "/evaluations/" + sheet;
        assertThat(setting.evaluate(sheet, 0, values(ids))).hasStatusOk();
        MvcTestResult full = setting.get(uri);
        assertThat(Setting.text(full, "$.scored.lines[0].score")).isEqualTo("27.0");
        assertThat(Setting.text(full, "$.scored.lines[0].proposed.explanation")).contains("30 × 540 ÷ 600");
        assertThat(Setting.text(full, "$.scored.lines[2].proposed.rule")).isEqualTo("定性目标如实完成得满分");
        assertThat(Setting.text(full, "$.scored.execution.points")).isEqualTo("8.6");
        assertThat(Setting.text(full, "$.scored.total")).isEqualTo("95.6");
        assertThat(Setting.text(full, "$.scored.grade")).isEqualTo("优");
        assertThat(Setting.list(full, "$.findings[*].message")).anyMatch(text -> text.contains("没有佐证材料"));
        setting.step(uri, "submit", setting.version(uri, "$.evaluation.version"));
        refused(
                setting.evaluate(sheet, setting.version(uri, "$.evaluation.version"), values(ids)),
                409,
                "E-PER-021",
                "现为“已提交”");
        assertThat(setting.post(
                        uri + "/return",
                        Map.of("version", setting.version(uri, "$.evaluation.version"), "opinion", "补充原因")))
                .hasStatusOk();
        assertThat(tasks.stream()
                        .flatMap(source -> source.waitingFor(TestActors.actor("performance.evaluation.edit")).stream()))
                .anySatisfy(task -> assertThat(task.state()).contains("个项目草稿，其中退回待更正 1 个"));
        setting.step(uri, "submit", setting.version(uri, "$.evaluation.version"));
        setting.step(uri, "review", setting.version(uri, "$.evaluation.version"));
        setting.step(uri, "confirm", setting.version(uri, "$.evaluation.version"));
        assertThat(Setting.text(setting.get(uri), "$.evaluation.state")).isEqualTo("已确认");
        refused(setting.post("/sheets/" + sheet + "/adjust", Map.of("opinion", "太高")), 409, "E-PER-033", "已经开始自评");
    }

    @Test
    void keepsTheMoneyOfTheMomentItWasHandedIn() {
        long project = setting.project("留存", YEAR, 100_0000_00L, 90_0000_00L);
        long sheet = setting.approved(project, lines());
        String uri = "/evaluations/" + sheet;
        setting.evaluate(sheet, 0, values(setting.indicators(sheet)));
        setting.spend(project, 1_0000_00L);
        assertThat(Setting.text(setting.get(uri), "$.scored.execution.points")).isEqualTo("9.1");
        setting.step(uri, "submit", 2);
        setting.spend(project, 1_0000_00L);
        MvcTestResult full = setting.get(uri);
        assertThat(Setting.text(full, "$.scored.execution.points")).isEqualTo("9.1");
        assertThat(Setting.text(full, "$.moneyChanged")).isEqualTo("true");
    }

    @Test
    void lowersScoresWithAReasonAndNeverRaisesThem() {
        long sheet = ready("调分");
        List<Long> ids = setting.indicators(sheet);
        Map<String, Object> raised = value(ids.get(0), "540", "力量不足");
        raised.put("score", 29);
        refused(setting.evaluate(sheet, 0, List.of(raised)), 422, "E-PER-056", "得分的值“29”不可用，应为不高于规则得分 27 分");
        Map<String, Object> lowered = value(ids.get(0), "540", "力量不足");
        lowered.put("score", 20);
        refused(setting.evaluate(sheet, 0, List.of(lowered)), 422, "E-PER-057", "调低理由为空");
        lowered.put("scoreReason", "台账不全");
        assertThat(setting.evaluate(sheet, 0, List.of(lowered))).hasStatusOk();
        assertThat(Setting.text(setting.get("/evaluations/" + sheet), "$.scored.lines[0].score"))
                .isEqualTo("20.0");
    }

    @Test
    void refusesValuesThatAreNoNumbersAndMissingReasons() {
        long sheet = ready("缺原因");
        List<Long> ids = setting.indicators(sheet);
        refused(
                setting.evaluate(sheet, 0, List.of(value(ids.get(0), "很多", ""))),
                422,
                "E-PER-052",
                "“检查机构数量”实际完成值的值“很多”不可用，应为数字（单位 家，不必再写单位）");
        refused(setting.evaluate(sheet, 0, List.of(value(99_999_999, "1", ""))), 422, "E-PER-050", "目标可能已经调整");
        List<Map<String, Object>> values = values(ids);
        values.set(0, value(ids.get(0), "540", ""));
        assertThat(setting.evaluate(sheet, 0, values)).hasStatusOk();
        refused(
                setting.post("/evaluations/" + sheet + "/submit", Map.of("version", 2)),
                409,
                "E-PER-060",
                "“检查机构数量”未得满分，请说明偏差原因和改进措施");
        values.set(0, value(ids.get(0), "900", ""));
        assertThat(setting.evaluate(sheet, 2, values)).hasStatusOk();
        refused(
                setting.post("/evaluations/" + sheet + "/submit", Map.of("version", 3)),
                409,
                "E-PER-060",
                "150% 以上，目标可能偏低");
        values.set(0, value(ids.get(0), "900", "新增任务"));
        values.set(2, value(ids.get(2), "略有改善", "整改周期长"));
        assertThat(setting.evaluate(sheet, 3, values)).hasStatusOk();
        refused(setting.post("/evaluations/" + sheet + "/submit", Map.of("version", 4)), 409, "E-PER-060", "没有适用的计分规则");
        Map<String, Object> decided = value(ids.get(2), "略有改善", "整改周期长");
        decided.put("share", 70);
        refused(setting.evaluate(sheet, 4, List.of(decided)), 422, "E-PER-051", "评定理由");
        decided.put("shareReason", "部分达成预期");
        values.set(2, decided);
        assertThat(setting.evaluate(sheet, 4, values)).hasStatusOk();
        assertThat(Setting.text(setting.get("/evaluations/" + sheet), "$.scored.lines[2].score"))
                .isEqualTo("21.0");
    }

    @Test
    void asksWhyTheBudgetWasNotExecuted() {
        long sheet = setting.approved(setting.project("执行慢", YEAR, 100_0000_00L, 60_0000_00L), lines());
        setting.evaluate(sheet, 0, values(setting.indicators(sheet)));
        refused(
                setting.post("/evaluations/" + sheet + "/submit", Map.of("version", 2)),
                409,
                "E-PER-060",
                "预算执行率 60.00% 低于 80%，请说明预算执行偏差原因");
    }

    @Test
    void takesBoundValuesFromTheBooks() {
        List<Map<String, Object>> lines = lines();
        Map<String, Object> bound = line("产出指标", "质量指标", "预算执行情况", "≥", "85", "%", 20);
        bound.put("source", "绑定");
        bound.put("binding", "project.execution-rate");
        lines.set(1, bound);
        long sheet = setting.approved(setting.project("取数", YEAR, 318_0000_00L, 273_4800_00L), lines);
        assertThat(setting.evaluate(sheet, 0, values(setting.indicators(sheet))))
                .hasStatusOk();
        MvcTestResult full = setting.get("/evaluations/" + sheet);
        assertThat(Setting.text(full, "$.scored.lines[1].value.actual")).isEqualTo("86");
        assertThat(Setting.text(full, "$.scored.lines[1].bound.explanation"))
                .isEqualTo("截至 2024-12-31 执行 273.48 万元 ÷ 全年预算 318.00 万元");
        assertThat(Setting.text(full, "$.scored.lines[1].score")).isEqualTo("20.0");
    }

    @Test
    void keepsEvidenceWithinScopeAndNamesPlain() {
        long sheet = ready("佐证");
        long indicator = setting.indicators(sheet).get(0);
        byte[] content = "检查台账".getBytes(StandardCharsets.UTF_8);
        MvcTestResult uploaded = setting.upload(sheet, indicator, "../../etc/<b>台账</b>.txt", content, Setting.ALL);
        long id = Setting.id(uploaded);
        assertThat(Setting.text(uploaded, "$.name")).doesNotContain("/", "<", "..");
        MvcTestResult got = setting.get("/evidence/" + id);
        assertThat(got.getResponse().getContentAsByteArray()).isEqualTo(content);
        assertThat(got.getResponse().getHeader("Content-Disposition")).startsWith("attachment");
        var elsewhere = TestActors.in(List.of(setting.units.county().id()), "performance.sheet.view");
        assertThat(setting.get("/evidence/" + id, elsewhere)).hasStatus(404);
        assertThat(setting.get("/evidence/" + id, TestActors.with())).hasStatus(403);
        assertThat(setting.upload(sheet, indicator, "a.txt", content, TestActors.with("performance.sheet.view")))
                .hasStatus(403);
        refused(
                setting.upload(
                        sheet,
                        indicator,
                        "a.html",
                        "<!doctype html><script>1</script>".getBytes(StandardCharsets.UTF_8),
                        Setting.ALL),
                422,
                "E-PER-061",
                "不能作为佐证");
        refused(setting.upload(sheet, 99_999_999, "a.txt", content, Setting.ALL), 422, "E-PER-050", "绩效指标");
        assertThat(Setting.text(setting.get("/evaluations?year=" + YEAR + "&text=佐证"), "$.items[0].proven"))
                .isEqualTo("1");
    }

    @Test
    void tellsConcurrentEdits() {
        long sheet = ready("并发");
        List<Long> ids = setting.indicators(sheet);
        assertThat(setting.evaluate(sheet, 0, values(ids))).hasStatusOk();
        refused(setting.evaluate(sheet, 0, values(ids)), 409, "E-PLT-409", "您的修改没有保存");
        assertThat(setting.evaluate(sheet, 2, values(ids))).hasStatusOk();
        refused(setting.evaluate(sheet, 2, values(ids)), 409, "E-PLT-409", "您的修改没有保存");
        var viewer = TestActors.with("performance.evaluation.edit");
        assertThat(setting.post("/evaluations/" + sheet + "/confirm", Map.of("version", 3), viewer))
                .hasStatus(403);
        assertThat(body(setting.get("/evaluations/" + sheet))).contains("目标基本实现");
    }

    @Test
    void waitsForApprovedTargets() {
        long sheet = setting.sheet(setting.project("未批复", YEAR, 100_0000L, 0), lines());
        refused(setting.evaluate(sheet, 0, List.of()), 409, "E-PER-058", "批复后才能自评");
    }
}
