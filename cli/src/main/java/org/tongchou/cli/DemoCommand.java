package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.HtmlSink;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.report.TerminalReport;
import org.tongchou.accounts.report.WorkbookSink;
import org.tongchou.accounts.write.Format;
import picocli.CommandLine.Command;

/** {@code tongchou demo}. */
@Command(
        name = "demo",
        description = "用真实公开数字演示：编制、审核、报告 (publish and audit the example accounts)",
        footer = {"", "读 examples/accounts，写到 build/demo。"})
final class DemoCommand implements Callable<Integer> {
    private static final String HOME = "tongchou.home";

    private final Terminal terminal;
    private final Function<Path, Audit> auditing;
    private final Path home;

    /** A demo of the installation this process was started from. */
    DemoCommand(Terminal terminal, Function<Path, Audit> auditing) {
        this(terminal, auditing, Path.of(System.getProperty(HOME, "")));
    }

    DemoCommand(Terminal terminal, Function<Path, Audit> auditing, Path home) {
        this.terminal = terminal;
        this.auditing = auditing;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> examples = examples();
        Path output = home.resolve("build").resolve("demo");
        terminal.print(List.of("统筹演示：" + examples.size() + " 个部门公开过的数字，先编制成公开文件，再像审核别人的文件一样审核。", ""));
        Publishing publishing = new Publishing(terminal, auditing);
        List<AuditedFile> first = new ArrayList<>();
        List<AuditedFile> all = new ArrayList<>();
        boolean agree = true;
        for (Path example : examples) {
            Path folder = output.resolve(String.valueOf(example.getFileName()));
            List<AuditedFile> audited =
                    publishing.readBack(publishing.write(example, folder, EnumSet.allOf(Format.class)));
            agree &= Publishing.agree(audited);
            first.add(audited.get(0));
            all.addAll(audited);
        }
        Path report = output.resolve("report");
        report(first, report);
        List<String> lines = new ArrayList<>(List.of("", "审核结果："));
        TerminalReport terminalReport = new TerminalReport(terminal.interactive(), false);
        for (AuditedFile file : first) {
            lines.addAll(terminalReport.lines(file));
            lines.add("");
        }
        lines.add("各格式逐份读回：");
        lines.addAll(Publishing.lines(all));
        lines.add(agree ? "同一部门各格式的不符完全相同。" : "同一部门各格式的不符有差异，见上表。");
        lines.add("");
        lines.add(terminalReport.total(
                first.stream().map(file -> Summary.of(file.audit())).toList()));
        lines.add("文件：" + output);
        lines.add("报告：" + report.resolve("index.html") + "（用浏览器打开）");
        terminal.print(lines);
        return all.stream().allMatch(file -> Summary.of(file.audit()).usable()) ? ExitCode.CLEAN : ExitCode.UNUSABLE;
    }

    private static void report(List<AuditedFile> files, Path folder) throws IOException {
        try (HtmlSink pages = new HtmlSink(folder);
                WorkbookSink workbook = new WorkbookSink(folder.resolve("audit.xlsx"))) {
            for (AuditedFile file : files) {
                pages.accept(file);
                workbook.accept(file);
            }
            pages.finish();
            workbook.finish();
        }
    }

    private List<Path> examples() throws IOException {
        Path folder = home.resolve("examples").resolve("accounts");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("没有找到样例目录 " + folder + "；请用仓库根目录下的 ./tongchou demo 运行");
        }
        try (Stream<Path> inside = Files.list(folder)) {
            List<Path> examples = inside.filter(Files::isDirectory).sorted().toList();
            if (examples.isEmpty()) {
                throw new CommandFailure("样例目录 " + folder + " 是空的");
            }
            return examples;
        }
    }
}
