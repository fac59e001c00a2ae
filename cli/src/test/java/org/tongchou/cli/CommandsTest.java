package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.check.Checks;

/** The commands over the real engines and the example figures of the repository. */
class CommandsTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "accounts");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void publishesWhatItsOwnAuditAccepts() {
        Path figures = EXAMPLES.resolve("sample-city-2024-final");
        assertThat(run("publish", figures.toString(), "-o", folder.toString(), "--format", "docx,html,xlsx"))
                .isEqualTo(ExitCode.CLEAN);
        assertThat(folder).isDirectoryContaining("glob:**.docx").isDirectoryContaining("glob:**.html");
        assertThat(out.toString()).contains("写出 ", "读回审核：");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithFigures() throws IOException {
        assertThat(run("publish", folder.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("publish", folder.resolve("missing").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("publish", folder.toString(), "--format", "doc")).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString())
                .contains("document.yaml", "错误：目录不存在：", "应为 xlsx、docx、html、pdf")
                .doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void comparesABudgetWithTheFinalAccounts() throws IOException {
        for (String example : List.of("sample-city-2024-budget", "sample-city-2024-final")) {
            run(
                    "publish",
                    EXAMPLES.resolve(example).toString(),
                    "-o",
                    folder.resolve("in").toString(),
                    "--format",
                    "docx");
        }
        Path result = folder.resolve("out");
        assertThat(run("compare", folder.resolve("in").toString(), "-o", result.toString()))
                .isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("收支总量（万元）", "完成率", "人均支出");
        assertThat(result).isDirectoryContaining("glob:**.xlsx").isDirectoryContaining("glob:**.html");
    }

    @Test
    void needsTwoDocumentsToCompare() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.txt"), "");
        assertThat(run("compare", empty.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("E-ACC-001", "至少要有两份可读的预决算文件");
    }

    @Test
    void listsEveryCheckWithItsSentence() {
        assertThat(run("checks")).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("共 " + Checks.list().size() + " 项检查");
        assertThat(Checks.list()).allSatisfy(check -> assertThat(out.toString()).contains(check.id(), check.says()));
        assertThat(run("checks", "没有这样的检查")).isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void recomputesEveryScoreAndSaysWhichNoRuleGives() {
        String clean = EXAMPLES.resolve("sample-city-2024-final").toString();
        assertThat(run("score", clean)).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("无规则可解释 0 项", "3 × 86 ÷ 100 = 2.58 分");
        String published = EXAMPLES.resolve("ningde-2024-final").toString();
        assertThat(run("score", published, "--only", "P17")).isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString())
                .contains("P17 医疗服务与保障能力提升补助资金", "[无解] 预算执行率  7/10", "9.96 分", "5 × 318.69 ÷ 321.25 = 4.96 分")
                .contains("按规则算出 532 项，无规则可解释 5 项");
    }

    @Test
    void scoresByTheRulesOfAnotherProvince() throws IOException {
        Path pack = Files.writeString(folder.resolve("pack.yaml"), """
                id: sample
                region: 样例市
                from: 2024
                extends: national
                source: 样例
                trust: demo
                """);
        assertThat(run("rules", "--region", "样例市", "--pack", pack.toString())).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("样例市（sample，2024 年起", "规则包 1 个", "perf.weights");
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "id: x\nregoin: 样例市\n");
        assertThat(run("rules", "--pack", wrong.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("wrong.yaml").doesNotContain("\tat ");
    }

    @Test
    void saysWhenThereIsNothingToScore() throws IOException {
        Path text = Files.writeString(folder.resolve("a.txt"), "没有绩效内容的文件。");
        assertThat(run("score", text.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("score", folder.resolve("missing.docx").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("没有找到绩效目标表", "文件不存在");
    }

    @Test
    void tellsNewAndRenamedCodesOfAClassificationFile() throws IOException {
        Path good = Files.writeString(
                folder.resolve("good.csv"),
                "code,name,from,to,source\n2109998,样例专项支出,2024,,样例\n210,卫生健康支出,,,样例\n2101501,样例运行,,,样例\n");
        assertThat(run("classification", "import", good.toString())).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString())
                .contains("新增 2109998 样例专项支出", "改名 2101501 样例运行（内置：行政运行）", "共 3 个科目（类 1，款 0，项 2）：新增 1，改名 1，与内置相同 1");
        Path bad = Files.writeString(folder.resolve("bad.csv"), "code,name,from,to,source\n21,短,,,\n");
        assertThat(run("classification", "import", bad.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("L2").contains("“21”");
        Path document = Files.writeString(folder.resolve("a.txt"), "x");
        assertThat(run("audit", "--classification", bad.toString(), document.toString()))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("科目文件有误");
    }

    @Test
    void demonstratesOnTheExamplesOfTheInstallation() throws IOException {
        Path example = folder.resolve("examples").resolve("accounts").resolve("sample");
        copy(EXAMPLES.resolve("sample-city-2024-budget"), example);
        ExamplesCommand examples = new ExamplesCommand(terminal(), Engine.standard(), folder);
        assertThat(new picocli.CommandLine(examples).execute()).isEqualTo(ExitCode.CLEAN);
        assertThat(folder.resolve("build/examples/report/index.html")).content().contains("样例市医疗保障局");
        assertThat(out.toString()).contains("各格式逐份读回", "报告：");
    }

    @Test
    void saysThatTheExamplesAreMissing() {
        assertThat(Main.commandLine(terminal(), Engine.standard()).execute("examples"))
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("没有找到样例目录");
    }

    @Test
    void showsHelpForEveryCommandInChinese() {
        for (String command :
                List.of("audit", "publish", "compare", "score", "rules", "checks", "classification", "examples")) {
            assertThat(run(command, "--help")).as(command).isEqualTo(ExitCode.CLEAN);
            assertThat(out.toString()).contains("用法：tongchou " + command).doesNotContain("Usage:", "default:");
        }
        assertThat(run("classification")).isEqualTo(ExitCode.CLEAN);
        assertThat(run()).isEqualTo(ExitCode.CLEAN);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintWriter(out, true), new PrintWriter(err, true), new ByteArrayOutputStream(), false, false);
    }

    private int run(String... arguments) {
        return Main.commandLine(terminal(), Engine.standard()).execute(arguments);
    }
}
