package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tongchou claims} and {@code tongchou whatif} over the demonstration region. */
class WhatIfCommandTest {
    private static final Path REGION = Path.of("..", "regions", "demo");
    private static final Path REFORM = REGION.resolve(Path.of("reforms", "three-numbers.yaml"));

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    @BeforeEach
    void generate() {
        assertThat(run("claims", "generate", "--region", REGION.toString(), "--persons", "500", "--to", year()))
                .as(err.toString())
                .isEqualTo(ExitCode.CLEAN);
    }

    private String year() {
        return folder.resolve("year").toString();
    }

    @Test
    void comparesAndWritesTheSameTablesEverywhere() throws IOException {
        Path html = folder.resolve("out.html");
        Path xlsx = folder.resolve("out.xlsx");
        assertThat(whatIf("--html", html.toString(), "--xlsx", xlsx.toString(), "--reserve", "resident=1000000"))
                .as(err.toString())
                .isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("总览", "谁减轻，谁加重", "可支付月数 =", "合成数据");
        String page = Files.readString(html);
        assertThat(page)
                .contains("<h1>样例市：减轻大病负担 试算</h1>", "改革方案 减轻大病负担（three-numbers.yaml）")
                .contains("<svg", "按救助类别", "个人负担的分布", "累计结余可支付月数")
                .doesNotContain("http://www.w3.org/1999", "<script");
        try (InputStream stream = Files.newInputStream(xlsx);
                XSSFWorkbook workbook = new XSSFWorkbook(stream)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo((int)
                    page.lines().filter(line -> line.startsWith("<h2>")).count());
            assertThat(workbook.getSheet("总览").getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("医疗费总额");
            assertThat(workbook.getSheet("总览").getRow(3).getCell(1).getNumericCellValue())
                    .isPositive();
        }
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(whatIf("--json", "--threads", "1")).isEqualTo(ExitCode.CLEAN);
        String one = raw.toString(StandardCharsets.UTF_8);
        raw.reset();
        assertThat(whatIf("--json", "--threads", "3")).isEqualTo(ExitCode.CLEAN);
        assertThat(raw.toString(StandardCharsets.UTF_8)).isEqualTo(one);
        JsonNode overall = JsonMapper.shared().readTree(one).get("tables").get(0);
        assertThat(overall.get("id").asString()).isEqualTo("overall");
        assertThat(overall.get("rows").get(0).get("变化（元）").decimalValue()).isEqualByComparingTo("0");
    }

    @Test
    void saysWhatCannotBeUsed() throws IOException {
        assertThat(whatIf("--reserve", "nobody=1")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(whatIf("--heavy", "many")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(whatIf("--threads", "0")).isEqualTo(ExitCode.UNUSABLE);
        Files.delete(folder.resolve(Path.of("year", "lines.amount.bin")));
        assertThat(whatIf()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("claims", "check", year())).isEqualTo(ExitCode.FINDINGS);
        assertThat(err.toString()).contains("没有基金“nobody”", "写的是“many”", "至少是 1", "E-CLM-001");
    }

    private int whatIf(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("whatif", "--base", REGION.toString(), "--reform", REFORM.toString(), "--claims", year()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(new String[0]));
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), raw, false, false);
        return Main.commandLine(terminal, Engine.standard()).execute(arguments);
    }
}
