package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestUnits;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.json.JsonMapper;

/** Units, a book with projects and money, and a short way of asking, for tests of performance management. */
final class Setting {
    static final int YEAR = 2024;
    static final RequestPostProcessor ALL = TestActors.with(
            "performance.sheet.view",
            "performance.target.edit",
            "performance.target.review",
            "performance.target.approve",
            "performance.monitor.edit",
            "performance.monitor.review",
            "performance.evaluation.edit",
            "performance.evaluation.review",
            "performance.evaluation.confirm",
            "performance.review.edit",
            "performance.library.edit");

    /** Somebody else, who reviews and approves what the first person hands in. */
    static final RequestPostProcessor REVIEWER = TestActors.as(new Actor(
            902,
            "test3",
            "测试审核",
            0,
            List.of(),
            true,
            List.of("test"),
            Set.of(
                    "performance.sheet.view",
                    "performance.target.review",
                    "performance.target.approve",
                    "performance.monitor.review",
                    "performance.evaluation.review",
                    "performance.evaluation.confirm",
                    "performance.review.edit")));

    private static final Map<Class<?>, Setting> MADE = new ConcurrentHashMap<>();

    private final MockMvcTester http;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();
    final TestUnits units;
    private int projects;

    /** The setting of a test class, made once in its database. */
    static Setting of(Class<?> test, MockMvcTester http, JdbcClient jdbc, Units units) {
        return MADE.computeIfAbsent(test, key -> new Setting(http, jdbc, units));
    }

    private Setting(MockMvcTester http, JdbcClient jdbc, Units units) {
        this.http = http;
        this.jdbc = jdbc;
        this.units = TestUnits.create(units);
    }

    /** A project of the bureau's 本级 with a budget and what was spent, in fen. */
    long project(String name, int year, long budget, long spent) {
        return project(units.own().id(), name, year, budget, spent);
    }

    long project(long unit, String name, int year, long budget, long spent) {
        projects++;
        long project = jdbc.sql("""
                        insert into accounts.project (book_id, unit_id, code, name, updated_by)
                        values (:book, :unit, :code, :name, '测试') returning id""")
                .param("book", book(units.bureau().id(), year))
                .param("unit", unit)
                .param("code", "X" + (1000 + projects))
                .param("name", name)
                .query(Long.class)
                .single();
        LocalDate day = LocalDate.of(year, 6, 30);
        post(new Entry(unit, project, "budget_initial", day, "一般公共预算", "项目支出", budget));
        post(new Entry(unit, project, "expense", day, "一般公共预算", "项目支出", spent));
        return project;
    }

    private long book(long bureau, int year) {
        return jdbc.sql("""
                        insert into accounts.book (bureau_id, year) values (:bureau, :year)
                        on conflict (bureau_id, year) do update set year = excluded.year returning id""")
                .param("bureau", bureau)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** More spent on a project in the middle of the year, in fen. */
    void spend(long project, long fen) {
        on(project, "expense", LocalDate.of(YEAR, 6, 30), fen);
    }

    /** An entry of a project of the bureau's 本级 on a day, in fen. */
    void on(long project, String kind, LocalDate day, long fen) {
        post(new Entry(units.own().id(), project, kind, day, "一般公共预算", "项目支出", fen));
    }

    /**
     * An entry.
     *
     * @param project 0 for none
     */
    record Entry(long unit, long project, String kind, LocalDate day, String fund, String nature, long fen) {}

    void post(Entry entry) {
        post(units.bureau().id(), entry);
    }

    /** An entry in the book of a bureau. */
    void post(long bureau, Entry entry) {
        if (entry.fen() == 0) {
            return;
        }
        jdbc.sql("""
                        insert into accounts.entry (year, book_id, unit_id, kind, entry_date, project_id, functional_code,
                            economic_code, fund, nature, fen, created_by, created_name)
                        values (:year, :book, :unit, :kind, :day, nullif(:project, 0), :functional,
                            '30299', :fund, :nature, :fen, 1, '测试')""")
                .param("year", entry.day().getYear())
                .param("book", book(bureau, entry.day().getYear()))
                .param("unit", entry.unit())
                .param("kind", entry.kind())
                .param("day", entry.day())
                .param("project", entry.project())
                .param("functional", entry.nature().equals("基本支出") ? "2101501" : "2101505")
                .param("fund", entry.fund())
                .param("nature", entry.nature())
                .param("fen", entry.fen())
                .update();
    }

    MvcTestResult get(String uri) {
        return get(uri, ALL);
    }

    MvcTestResult get(String uri, RequestPostProcessor who) {
        return http.get().uri("/api/performance" + uri).with(who).exchange();
    }

    MvcTestResult post(String uri, Map<String, ?> body) {
        return post(uri, body, ALL);
    }

    MvcTestResult post(String uri, Map<String, ?> body, RequestPostProcessor who) {
        return http.post()
                .uri("/api/performance" + uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    MvcTestResult put(String uri, Map<String, ?> body) {
        return http.put()
                .uri("/api/performance" + uri)
                .with(ALL)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .exchange();
    }

    MvcTestResult upload(long sheet, long indicator, String name, byte[] content, RequestPostProcessor who) {
        return http.post()
                .uri("/api/performance/evaluations/" + sheet + "/evidence?indicatorId=" + indicator)
                .multipart()
                .file(new org.springframework.mock.web.MockMultipartFile("file", name, "text/plain", content))
                .with(who)
                .with(csrf())
                .exchange();
    }

    static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    static String text(MvcTestResult result, String path) {
        return String.valueOf(JsonPath.<Object>read(body(result), path));
    }

    static int number(MvcTestResult result, String path) {
        return ((Number) JsonPath.<Object>read(body(result), path)).intValue();
    }

    static List<String> list(MvcTestResult result, String path) {
        return JsonPath.<List<Object>>read(body(result), path).stream()
                .map(String::valueOf)
                .toList();
    }

    static long id(MvcTestResult result) {
        assertThat(result).as(body(result)).hasStatus(201);
        return number(result, "$.id");
    }

    /** Asserts a refusal with its code and a part of its sentence. */
    static void refused(MvcTestResult result, int status, String code, String part) {
        assertThat(result).as(body(result)).hasStatus(status);
        assertThat(text(result, "$.code")).isEqualTo(code);
        assertThat(text(result, "$.message")).contains(part);
    }

    static Map<String, Object> line(
            String level1, String level2, String name, String operator, String target, String unit, double weight) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level1", level1);
        line.put("level2", level2);
        line.put("name", name);
        line.put("operator", operator);
        line.put("target", target);
        line.put("unit", unit);
        line.put("weight", BigDecimal.valueOf(weight));
        return line;
    }

    /** Lines that make 90 points. */
    static List<Map<String, Object>> lines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        lines.add(line("产出指标", "数量指标", "检查机构数量", "≥", "600", "家", 30));
        lines.add(line("产出指标", "质量指标", "问题整改率", "≥", "95", "%", 20));
        lines.add(line("效益指标", "社会效益指标", "基金安全情况", "定性", "明显改善", "", 30));
        lines.add(line("满意度指标", "服务对象满意度指标", "群众满意度", "≥", "90", "%", 10));
        return lines;
    }

    /** A sheet as a draft with these lines. */
    long sheet(long project, List<Map<String, Object>> lines) {
        return sheet(YEAR, project, lines);
    }

    long sheet(int year, long project, List<Map<String, Object>> lines) {
        long id = id(post("/sheets", Map.of("year", year, "unitId", 0, "projectId", project, "copy", false)));
        MvcTestResult saved = put("/sheets/" + id, Map.of("version", 1, "goal", "守住基金安全。", "lines", lines));
        assertThat(saved).as(body(saved)).hasStatusOk();
        return id;
    }

    /** A sheet of a department as a whole, approved. */
    long department(long unit, List<Map<String, Object>> lines) {
        long id = id(post("/sheets", Map.of("year", YEAR, "unitId", unit, "projectId", 0, "copy", false)));
        MvcTestResult saved = put("/sheets/" + id, Map.of("version", 1, "goal", "履职尽责。", "lines", lines));
        assertThat(saved).as(body(saved)).hasStatusOk();
        approve(id);
        return id;
    }

    /** An approved sheet. */
    long approved(long project, List<Map<String, Object>> lines) {
        long id = sheet(project, lines);
        approve(id);
        return id;
    }

    void approve(long id) {
        step("/sheets/" + id, "submit", version("/sheets/" + id, "$.sheet.version"));
        step("/sheets/" + id, "review", version("/sheets/" + id, "$.sheet.version"));
        step("/sheets/" + id, "approve", version("/sheets/" + id, "$.sheet.version"));
    }

    int version(String uri, String path) {
        return number(get(uri), path);
    }

    void step(String uri, String action, int version) {
        MvcTestResult result = post(
                uri + "/" + action,
                Map.of("version", version, "opinion", "同意"),
                action.equals("submit") ? ALL : REVIEWER);
        assertThat(result).as(body(result)).hasStatusOk();
    }

    /** Ids of the indicators of a sheet. */
    List<Long> indicators(long sheet) {
        return list(get("/sheets/" + sheet), "$.sheet.lines[*].id").stream()
                .map(Long::valueOf)
                .toList();
    }

    static Map<String, Object> value(long indicator, String actual, String reason) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("indicatorId", indicator);
        value.put("actual", actual);
        value.put("reason", reason);
        return value;
    }

    MvcTestResult evaluate(long sheet, int version, List<Map<String, Object>> values) {
        return put(
                "/evaluations/" + sheet,
                Map.of("version", version, "achieved", "目标基本实现。", "executionReason", "", "lines", values));
    }
}
