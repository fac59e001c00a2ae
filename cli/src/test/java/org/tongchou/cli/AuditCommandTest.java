package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.money.MoneyUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditCommandTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    @Test
    void isCleanWhenNothingIsBroken() throws IOException {
        assertThat(run("audit", file("pass.txt"))).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("样例市医疗保障局 2024 年度部门决算").contains("相符 1  不符 0");
    }

    @Test
    void tellsFindingsByItsExitCode() throws IOException {
        assertThat(run("audit", file("fail.txt"), file("empty.txt"))).isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString()).contains("共 2 份文件：不符 1，提示 0，无法审核 1 份");
    }

    @Test
    void countsWarningsOnlyWhenAsked() throws IOException {
        assertThat(run("audit", file("warn.txt"))).isEqualTo(ExitCode.CLEAN);
        assertThat(run("audit", "--fail-on", "warn", file("warn.txt"))).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void isUnusableWhenAFileIsAndNothingElseIsFound() throws IOException {
        assertThat(run("audit", file("pass.txt"), file("empty.txt"))).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void goesOnAfterAFileThatIsMissingAndOneThatBreaksTheProgram() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("audit", "-j", "3"));
        for (int i = 0; i < 20; i++) {
            arguments.add(file("pass" + i + ".txt"));
        }
        arguments.add(5, folder.resolve("缺.txt").toString());
        arguments.add(9, file("crash.txt"));
        assertThat(run(arguments.toArray(String[]::new))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(out.toString())
                .contains("文件不存在，请检查路径", "程序内部错误（IllegalStateException）", "共 22 份文件：不符 0，提示 0，无法审核 2 份")
                .doesNotContain("\tat ");
        assertThat(err.toString()).isEmpty();
        assertThat(Stream.of(out.toString().split("\n"))
                        .filter(line -> line.startsWith("样例市"))
                        .map(line -> line.substring(line.lastIndexOf("pass"))))
                .containsExactlyElementsOf(Stream.iterate(0, i -> i + 1)
                        .limit(20)
                        .map(i -> "pass" + i + ".txt")
                        .toList());
    }

    @Test
    void takesEveryDocumentOfAFolder() throws IOException {
        file("pass.txt");
        file("deep/pass.docx");
        file("deep/~$pass.docx");
        file("picture.png");
        assertThat(run("audit", folder.toString())).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("共 2 份文件");
        assertThat(err.toString()).contains("有 1 个文件不是文档格式");
    }

    @Test
    void writesJsonToStandardOutputAndNothingElse() throws IOException {
        assertThat(run("audit", "--json", "-", file("fail.txt"), file("pass.txt")))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString()).isEmpty();
        JsonNode documents = JsonMapper.shared()
                .readTree(raw.toString(StandardCharsets.UTF_8))
                .get("documents");
        assertThat(documents.size()).isEqualTo(2);
        assertThat(documents.get(0).get("checks").get(0).get("result").asString())
                .isEqualTo("FAIL");
    }

    @Test
    void writesReportAndJsonFiles() throws IOException {
        Path report = folder.resolve("报告");
        Path json = folder.resolve("out.json");
        run("audit", "-q", "--report", report.toString(), "--json", json.toString(), file("fail.txt"));
        assertThat(report.resolve("index.html")).content().contains("样例市医疗保障局");
        assertThat(report.resolve("001-fail.html")).exists();
        assertThat(report.resolve("audit.xlsx")).isNotEmptyFile();
        assertThat(json).isNotEmptyFile();
        assertThat(out.toString().lines())
                .containsExactly("共 1 份文件：不符 1，提示 0", "报告：" + report.resolve("index.html"), "JSON：" + json);
    }

    @Test
    void saysWhereAReportCannotBeWritten() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file, not a folder");
        assertThat(run("audit", "--report", blocked.toString(), file("pass.txt")))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("错误：").contains(blocked.toString()).doesNotContain("\tat ");
    }

    @Test
    void explainsWrongArgumentsInChinese() throws IOException {
        assertThat(run("audit", "--reprot", "x", file("pass.txt"))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("audit")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("audit", "--jobs", "many", file("pass.txt"))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("audit", "--fail-on", "never", file("pass.txt"))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("audit", "--jobs", "0", file("pass.txt"))).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("audit", Files.createDirectories(folder.resolve("none")).toString()))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("frobnicate")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString().lines().filter(line -> line.startsWith("错误：")))
                .containsExactly(
                        "错误：不认识的参数 --reprot",
                        "错误：缺少 文件或目录",
                        "错误：--jobs 的值“many”无法识别，应为 整数",
                        "错误：--fail-on 的值“never”无法识别，应为 fail、warn",
                        "错误：--jobs 的值 0 应为 1 或更大的整数",
                        "错误：没有找到可审核的文件",
                        "错误：不认识的参数 frobnicate");
    }

    @Test
    void showsHelpInChineseAndTheVersion() {
        assertThat(run("audit", "--help")).isEqualTo(ExitCode.CLEAN);
        assertThat(run("--version")).isEqualTo(ExitCode.CLEAN);
        assertThat(run("--help")).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString())
                .contains("用法：tongchou audit", "退出码", "统筹 Tongchou 0", "命令：")
                .doesNotContain("Usage:", "project.version");
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out), new PrintWriter(err), raw, false, false);
        return Main.commandLine(terminal, new ByName()).execute(arguments);
    }

    private String file(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "x").toString();
    }

    /** An engine whose outcome is in the file's name. */
    private static final class ByName implements Engine {
        @Override
        public AccountsDocument read(Path file, Classification classification) {
            return document(file);
        }

        @Override
        public Audit audit(AccountsDocument document) {
            String name = document.file();
            Outcome outcome =
                    name.startsWith("fail") ? Outcome.FAIL : name.startsWith("warn") ? Outcome.WARN : Outcome.PASS;
            CheckResult result = new CheckResult(
                    "N.total",
                    "total",
                    "narrative",
                    outcome,
                    null,
                    "左 = 右",
                    null,
                    null,
                    null,
                    null,
                    "",
                    List.of(),
                    "左右");
            return new Audit(document, List.of(result));
        }
    }

    private static AccountsDocument document(Path file) {
        String name = file.getFileName().toString();
        DocumentMeta meta =
                new DocumentMeta("样例市", "样例市医疗保障局", 2024, DocumentKind.FINAL, MoneyUnit.WAN_YUAN, List.of());
        NarrativeFigure figure = new NarrativeFigure(
                "支出合计", java.math.BigDecimal.TEN, 0, "万元", List.of(), "", "支出合计 10 万元。", Place.line(1), 5);
        List<NarrativeFigure> narrative = name.startsWith("empty") ? List.of() : List.of(figure);
        RawDocument raw = new RawDocument(name, Medium.TEXT, List.of(), List.of());
        if (name.startsWith("crash")) {
            throw new IllegalStateException("planted");
        }
        return new AccountsDocument(name, meta, List.of(), narrative, List.of(), raw);
    }
}
