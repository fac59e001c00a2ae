package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tongchou policy} over the packs of the repository and a small wrong one. */
class PolicyCommandTest {
    private static final Path REGIONS = Path.of("..", "regions");
    private static final Path WUHAN = REGIONS.resolve("wuhan");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), raw, false, false);
        return Main.commandLine(terminal, Engine.standard()).execute(arguments);
    }

    private void pack(String parameter) throws IOException {
        Files.writeString(folder.resolve("region.yaml"), """
                region: { code: "999900", name: 样例市, trust: demo }
                sources:
                  文件: { title: 样例文件 }
                parameters:
                  cap:
                    meaning: 限额
                    unit: 元/年
                    values: [{ from: 2024-01-01, source: 文件 一, %s }]
                """.formatted(parameter));
    }

    @Test
    void aSoundPackIsClean() throws IOException {
        pack("is: 1000");
        assertThat(run("policy", "check", folder.toString())).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("样例市", "参数 1 个", "错误 0 处，警告 0 处");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void anErrorIsShownWithFileLineAndRemedy() throws IOException {
        pack("is: 一千");
        assertThat(run("policy", "check", folder.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString())
                .contains("region.yaml:8 E-POL-008 “一千”不是单位为“元/年”的数。请写成", "错误 1 处，警告 1 处", "W-POL-004");
    }

    @Test
    void warningsFailOnlyWhenStrict() throws IOException {
        pack("is: 1000, to: 2024-06-30 }, { from: 2025-01-01, source: 文件 二, is: 2000");
        assertThat(run("policy", "check", folder.toString())).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("W-POL-005", "错误 0 处，警告 1 处");
        assertThat(run("policy", "check", "--strict", folder.toString())).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void findingsAreGivenAsJson() throws IOException {
        pack("is: 一千");
        assertThat(run("policy", "check", folder.toString(), "--json", "-")).isEqualTo(ExitCode.FINDINGS);
        JsonNode document = JsonMapper.builder().build().readTree(raw.toString(StandardCharsets.UTF_8));
        assertThat(document.path("errors").asInt()).isEqualTo(1);
        JsonNode finding = document.path("findings").path(1);
        assertThat(finding.path("code").asString()).isEqualTo("E-POL-008");
        assertThat(finding.path("severity").asString()).isEqualTo("error");
        assertThat(finding.path("file").asString()).isEqualTo("region.yaml");
        assertThat(finding.path("line").asInt()).isEqualTo(8);
        assertThat(finding.path("remedy").asString()).contains("不写逗号");
        assertThat(out.toString()).isEmpty();
        Path target = folder.resolve("findings.json");
        run("policy", "check", folder.toString(), "--json", target.toString());
        assertThat(target).content(StandardCharsets.UTF_8).isEqualTo(raw.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aReformIsCheckedWithItsPack() throws IOException {
        Path reform = Files.writeString(folder.resolve("reform.yaml.txt"), """
                reform: { name: 试, base: 别处 }
                parameters: { cap: { values: [{ from: 2025-01-01, source: 文件 二, is: { of: nothing } }] } }
                """);
        pack("is: 1000");
        assertThat(run("policy", "check", folder.toString(), "--overlay", reform.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString()).contains("reform.yaml.txt:1 E-POL-028", "reform.yaml.txt:2 E-POL-013");
    }

    @Test
    void everyRegionOfTheRepositoryHasNoErrors() throws IOException {
        try (var regions = Files.list(REGIONS)) {
            assertThat(regions.filter(Files::isDirectory).sorted())
                    .isNotEmpty()
                    .allSatisfy(region -> assertThat(run("policy", "check", region.toString()))
                            .isEqualTo(ExitCode.CLEAN));
        }
    }

    @Test
    void aParameterIsShownOverTimeWithItsSources() {
        assertThat(run("policy", "show", WUHAN.toString(), "resident.inpatient.deductible"))
                .isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString())
                .contains(
                        "（resident.inpatient.deductible，单位 元/次）",
                        "2018-01-01 起  居民办法 第二十四条（武政规〔2017〕24号，official，核对 2026-11-21）  parameters/resident.yaml:",
                        "level ≥ level2 且 visit ≥ 2：resident.inpatient.standard × resident.inpatient.repeat",
                        "其他情形：resident.inpatient.standard");
        assertThat(run("policy", "show", WUHAN.toString(), "resident.critical.ratio"))
                .isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("至 30000 元 55%，至 100000 元 65%，以上 75%");
    }

    @Test
    void parametersAreFoundByAWord() {
        assertThat(run("policy", "show", WUHAN.toString(), "起付")).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString())
                .contains("resident.outpatient.deductible  ", "个参数")
                .doesNotContain("resident.pool.cap");
        assertThat(run("policy", "show", WUHAN.toString(), "没有这样的")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("没有名称或意思含有“没有这样的”的参数");
    }

    @Test
    void whatIsNotThereIsUnusable() {
        assertThat(run("policy", "check", folder.resolve("none").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("policy", "check", WUHAN.toString(), "--overlay", "none.yaml"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("policy", "check")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("目录不存在：", "文件不存在：none.yaml", "缺少 目录");
        assertThat(run("policy")).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("check", "show");
    }
}
