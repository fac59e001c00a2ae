package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.report.AuditSink;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.HtmlSink;
import org.tongchou.accounts.report.JsonSink;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.report.TerminalReport;
import org.tongchou.accounts.report.WorkbookSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou audit}. */
@Command(
        name = "audit",
        description = {"审核已公开的部门预算、决算文件 (audit published budgets and final accounts)"},
        footer = {
            "",
            "退出码：0 没有不符；1 有不符（--fail-on warn 时含提示）；2 有文件无法审核且其余没有不符，或参数有误。",
            "例：tongchou audit 决算.pdf 预算.docx --report 审核报告"
        })
final class AuditCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(arity = "1..*", paramLabel = "文件或目录", description = "txt、md、html、docx、xlsx、pdf 文件，或含有它们的目录")
    private List<Path> inputs = List.of();

    @Option(
            names = "--report",
            paramLabel = "目录",
            description = "生成报告：index.html、每份文件一页、audit.xlsx (write HTML and xlsx)")
    private @Nullable Path report;

    @Option(names = "--json", paramLabel = "文件", description = "写出 JSON；- 为标准输出 (write JSON, - for stdout)")
    private @Nullable Path json;

    @Option(
            names = {"-a", "--all"},
            description = "列出全部发现、未查原因和相符的检查 (list everything)")
    private boolean all;

    @Option(
            names = {"-q", "--quiet"},
            description = "只打印合计 (print totals only)")
    private boolean quiet;

    @Option(
            names = "--fail-on",
            paramLabel = "级别",
            description = "到何种级别退出码为 1：${COMPLETION-CANDIDATES}，默认 ${DEFAULT-VALUE}")
    private Level failOn = Level.fail;

    @Option(
            names = "--classification",
            paramLabel = "文件",
            description = "补充科目表（CSV），用 tongchou classification import 检查过的 (more codes)")
    private @Nullable Path subjects;

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "个数",
            description = "同时审核的文件数，默认为处理器个数 (files at once)")
    private int jobs = Runtime.getRuntime().availableProcessors();

    /** The outcome from which the exit code is 1; named as users type it. */
    enum Level {
        /** Only broken relations. */
        fail,
        /** Unusual relations too. */
        warn
    }

    AuditCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (jobs < 1) {
            throw new CommandFailure("--jobs 的值 " + jobs + " 应为 1 或更大的整数");
        }
        InputFiles found = InputFiles.of(inputs);
        found.notes().forEach(terminal::complain);
        if (found.files().isEmpty()) {
            throw new CommandFailure("没有找到可审核的文件");
        }
        Classification classification =
                subjects == null ? Classification.standard() : ClassificationCommand.with(subjects);
        boolean jsonToOut = json != null && json.toString().equals("-");
        TerminalReport lines = new TerminalReport(terminal.interactive() && !jsonToOut, all);
        List<Summary> summaries = new ArrayList<>();
        try (Sinks sinks = new Sinks();
                Progress progress = new Progress(terminal, found.files().size())) {
            openSinks(sinks, jsonToOut);
            new AuditBatch(file -> engine.audit(file, classification), jobs, terminal).run(found.files(), file -> {
                sinks.accept(file);
                summaries.add(Summary.of(file.audit()));
                progress.erase();
                show(lines, file, jsonToOut);
                progress.step(file.path());
            });
            sinks.finish();
        }
        if (!jsonToOut) {
            closing(lines, summaries);
        }
        return exitCode(summaries);
    }

    private void openSinks(Sinks sinks, boolean jsonToOut) throws IOException {
        if (report != null) {
            sinks.add(new HtmlSink(report));
            sinks.add(new WorkbookSink(report.resolve("audit.xlsx")));
        }
        if (json != null) {
            sinks.add(jsonToOut ? JsonSink.to(terminal.raw()) : JsonSink.to(json));
        }
    }

    private void show(TerminalReport lines, AuditedFile file, boolean jsonToOut) {
        if (quiet || jsonToOut) {
            return;
        }
        terminal.print(lines.lines(file));
        terminal.print(List.of(""));
    }

    private void closing(TerminalReport lines, List<Summary> summaries) {
        List<String> closing = new ArrayList<>();
        if (summaries.size() > 1 || quiet) {
            closing.add(lines.total(summaries));
        }
        if (report != null) {
            closing.add("报告：" + report.resolve("index.html"));
        }
        if (json != null) {
            closing.add("JSON：" + json);
        }
        terminal.print(closing);
    }

    private int exitCode(List<Summary> summaries) {
        boolean findings = summaries.stream()
                .anyMatch(summary ->
                        summary.usable() && (summary.fail() > 0 || (failOn == Level.warn && summary.warn() > 0)));
        if (findings) {
            return ExitCode.FINDINGS;
        }
        return summaries.stream().allMatch(Summary::usable) ? ExitCode.CLEAN : ExitCode.UNUSABLE;
    }

    /** Several reports as one. */
    private static final class Sinks implements AuditSink {
        private final List<AuditSink> sinks = new ArrayList<>();

        void add(AuditSink sink) {
            sinks.add(sink);
        }

        @Override
        public void accept(AuditedFile file) throws IOException {
            for (AuditSink sink : sinks) {
                sink.accept(file);
            }
        }

        @Override
        public void finish() throws IOException {
            for (AuditSink sink : sinks) {
                sink.finish();
            }
        }

        @Override
        public void close() throws IOException {
            for (AuditSink sink : sinks) {
                sink.close();
            }
        }
    }
}
