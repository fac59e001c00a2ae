package org.tongchou.platform.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.performance.Setting.YEAR;
import static org.tongchou.platform.performance.Setting.body;
import static org.tongchou.platform.performance.Setting.lines;
import static org.tongchou.platform.performance.Setting.refused;
import static org.tongchou.platform.performance.Setting.value;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.performance.check.PerformanceAudit;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.accounts.DocumentAttachment;
import org.tongchou.platform.identity.Units;

@PlatformTest
class ReportTest {
    @TempDir
    private Path folder;

    @Autowired
    private List<DocumentAttachment> attachments;

    private Setting setting;

    @BeforeEach
    void begin(@Autowired MockMvcTester http, @Autowired JdbcClient jdbc, @Autowired Units units) {
        setting = Setting.of(ReportTest.class, http, jdbc, units);
    }

    private long confirmed(String name, long budget, long spent, String actual) {
        long sheet = setting.approved(setting.project(name, YEAR, budget, spent), lines());
        List<Long> ids = setting.indicators(sheet);
        Map<String, Object> lowered = value(ids.get(1), "97", "");
        lowered.put("score", 18);
        lowered.put("scoreReason", "两处整改不彻底");
        MvcTestResult saved = setting.evaluate(
                sheet,
                0,
                List.of(
                        value(ids.get(0), actual, "检查力量不足，已增配人员"),
                        lowered,
                        value(ids.get(2), "明显改善", ""),
                        value(ids.get(3), "95", "")));
        assertThat(saved).as(body(saved)).hasStatusOk();
        String uri = "/evaluations/" + sheet;
        for (String action : List.of("submit", "review", "confirm")) {
            setting.step(uri, action, setting.version(uri, "$.evaluation.version"));
        }
        return sheet;
    }

    @Test
    void publishesWhatAuditsClean() throws IOException {
        long first = confirmed("基金监管专项", 318_0000_00L, 273_4800_00L, "540");
        confirmed("宣传培训", 85_6000_33L, 85_5912_77L, "610");
        sampled(first);
        for (String format : List.of("docx", "xlsx", "html")) {
            PerformanceAudit audit = audited("/documents?year=2024&stage=evaluation&format=" + format, format);
            assertThat(audit.document().sheets()).as(format).hasSize(2);
            assertThat(audit.results().stream()
                            .filter(result -> result.outcome() == CheckResult.Outcome.FAIL)
                            .map(CheckResult::message))
                    .as(format)
                    .isEmpty();
            assertThat(audit.unexplained()).as(format).isZero();
            assertThat(audit.reproduced()).as(format).isGreaterThanOrEqualTo(10);
        }
        assertThat(setting.get("/documents?year=2024&stage=evaluation&format=pdf")
                        .getResponse()
                        .getContentAsString())
                .startsWith("%PDF");
        MvcTestResult findings = setting.get("/findings?year=2024");
        assertThat(Setting.number(findings, "$.failed")).isZero();
        assertThat(Setting.number(findings, "$.passed")).isGreaterThan(10);
        List<Content> attached = attachments.stream()
                .flatMap(one -> one.contents(List.of(setting.units.own().id()), YEAR, DocumentKind.FINAL).stream())
                .toList();
        assertThat(attached.stream().filter(Content.Grid.class::isInstance)).hasSize(3);
        assertThat(attachments.stream()
                        .flatMap(one ->
                                one.contents(List.of(setting.units.own().id()), YEAR, DocumentKind.BUDGET).stream())
                        .filter(Content.Grid.class::isInstance))
                .hasSize(2);
        summary();
    }

    private void summary() {
        MvcTestResult summary = setting.get("/summary?year=2024");
        assertThat(Setting.number(summary, "$.totals.projects")).isEqualTo(2);
        assertThat(Setting.number(summary, "$.totals.confirmed")).isEqualTo(2);
        assertThat(Setting.number(summary, "$.totals.adjustedFen")).isEqualTo(318_0000_00 + 85_6000_33);
        assertThat(Setting.number(summary, "$.grades.优")).isEqualTo(2);
    }

    private PerformanceAudit audited(String uri, String format) throws IOException {
        MvcTestResult result = setting.get(uri);
        assertThat(result).as(uri).hasStatusOk();
        Path file = folder.resolve("document." + format);
        Files.write(file, result.getResponse().getContentAsByteArray());
        return PerformanceAuditor.standard().audit(AccountsReader.read(file));
    }

    private void sampled(long sheet) {
        String uri = "/reviews/" + sheet;
        refused(setting.post(uri, Map.of()), 422, "E-PER-018", "抽取理由");
        assertThat(setting.post(uri, Map.of("because", "金额最大"))).hasStatus(201);
        refused(setting.post(uri, Map.of("because", "再来")), 409, "E-PER-080", "已列入重点评价");
        MvcTestResult full = setting.get(uri);
        List<Map<String, Object>> items = new ArrayList<>();
        for (Map<String, Object> item : JsonPath.<List<Map<String, Object>>>read(body(full), "$.review.items")) {
            Map<String, Object> typed = new LinkedHashMap<>();
            typed.put("weight", item.get("weight"));
            typed.put("score", item.getOrDefault("score", item.get("weight")));
            typed.put("reason", item.get("reason"));
            items.add(typed);
        }
        refused(setting.post(uri + "/confirm", Map.of("version", 2)), 409, "E-PER-084", "没有评分");
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("version", 2);
        input.put("number", "样医保绩〔2025〕1号");
        for (String part : List.of("background", "organisation", "problems", "measures", "advice")) {
            input.put(part, "第一段。\n第二段。");
        }
        input.put("items", items);
        assertThat(setting.put(uri, input)).hasStatusOk();
        setting.step(uri, "confirm", 3);
        assertThat(Setting.text(setting.get(uri), "$.review.grade")).isEqualTo("优");
        assertThat(body(setting.get(uri + "/document?format=html"))).contains("样医保绩〔2025〕1号");
    }

    @Test
    void printsASingleSheetAndRefusesUnknownFormats() {
        long sheet =
                setting.sheet(2023, setting.project(setting.units.centre().id(), "单张", 2023, 100_0000L, 0), lines());
        assertThat(body(setting.get("/sheets/" + sheet + "/document?stage=targets&format=html")))
                .contains("检查机构数量", "≥600家");
        refused(setting.get("/sheets/" + sheet + "/document?stage=targets&format=exe"), 422, "E-PER-090", "格式");
        refused(setting.get("/sheets/" + sheet + "/document?stage=x&format=pdf"), 422, "E-PER-092", "环节");
        refused(setting.get("/documents?year=2022&stage=evaluation&format=pdf"), 409, "E-PER-091", "还没有可以导出");
    }
}
