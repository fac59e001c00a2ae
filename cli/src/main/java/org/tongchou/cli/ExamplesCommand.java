package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.HtmlSink;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.report.TerminalReport;
import org.tongchou.accounts.report.WorkbookSink;
import org.tongchou.accounts.write.Format;
import org.tongchou.cli.Publishing.Published;
import picocli.CommandLine.Command;

/** {@code tongchou examples}. */
@Command(
        name = "examples",
        description = "用真实公开数字示范：编制、审核、报告 (publish and audit the example accounts)",
        footer = {"", "读 examples/accounts，写到 build/examples。"})
final class ExamplesCommand implements Callable<Integer> {
    private static final String HOME = "tongchou.home";

    private final Terminal terminal;
    private final Engine engine;
    private final Path home;

    /** The examples of the installation this process was started from. */
    ExamplesCommand(Terminal terminal, Engine engine) {
        this(terminal, engine, Path.of(System.getProperty(HOME, "")));
    }

    ExamplesCommand(Terminal terminal, Engine engine, Path home) {
        this.terminal = terminal;
        this.engine = engine;
        this.home = home;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Path> examples = examples();
        Path output = home.resolve("build").resolve("examples");
        terminal.print(List.of("统筹示范：把 " + examples.size() + " 套公开数字编制成公开文件，再像审核别人的文件一样读回审核。", "", "编制"));
        Publishing publishing = new Publishing(terminal, engine);
        List<Published> all = new ArrayList<>();
        for (Path example : examples) {
            String name = String.valueOf(example.getFileName());
            Published published = publishing.publish(example, output.resolve(name), EnumSet.allOf(Format.class));
            terminal.print(List.of("  " + name + "：" + published.title() + "，写出 "
                    + published.files().size() + " 个文件"));
            all.add(published);
        }
        Path report = output.resolve("report");
        List<AuditedFile> shown = all.stream().map(Published::shown).toList();
        report(shown, report);
        terminal.print(result(all, shown));
        terminal.print(List.of("文件：" + output, "报告：" + report.resolve("index.html") + "（用浏览器打开）"));
        boolean usable = all.stream()
                .flatMap(published -> published.files().stream())
                .allMatch(file -> Summary.of(file.audit()).usable());
        return usable ? ExitCode.CLEAN : ExitCode.UNUSABLE;
    }

    private List<String> result(List<Published> all, List<AuditedFile> shown) {
        TerminalReport report = new TerminalReport(terminal.interactive(), false);
        List<String> lines = new ArrayList<>(List.of("", "审核"));
        for (AuditedFile file : shown) {
            lines.addAll(report.lines(file));
            lines.add("");
        }
        lines.add("各格式逐份读回");
        lines.addAll(Publishing.lines(
                all.stream().flatMap(published -> published.files().stream()).toList()));
        lines.add(all.stream().allMatch(Published::agree) ? "同一文件各格式的不符完全相同。" : "同一文件各格式的不符有差异，见上表。");
        lines.add("");
        lines.add(report.total(
                shown.stream().map(file -> Summary.of(file.audit())).toList()));
        return lines;
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
            throw new CommandFailure("没有找到样例目录 " + folder + "；请用仓库根目录下的 ./tongchou examples 运行");
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
