package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.report.TerminalReport;
import org.tongchou.accounts.write.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou publish}. */
@Command(
        name = "publish",
        description = "由结构化数字编制预决算公开文件，写出后读回审核 (publish accounts from figures, then audit them)",
        footer = {
            "",
            "目录内容见 docs 与 examples/accounts 中的样例。",
            "退出码：0 写出的文件没有不符；1 有不符（原数字如此）；2 数字有误或无法写出。",
            "例：tongchou publish examples/accounts/ningde-2024-final -o 公开文件 --format docx,pdf"
        })
final class PublishCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "目录", description = "结构化数字所在目录")
    private Path figures = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "目录",
            description = "写到哪个目录，默认 ${DEFAULT-VALUE} (where to)",
            defaultValue = "published")
    private Path output = Path.of("published");

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "格式",
            description = "写出的格式：${COMPLETION-CANDIDATES}，默认全部",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.class)
    private List<Format> formats = List.of(Format.values());

    @Option(names = "--only", paramLabel = "编号", description = "只编制一张绩效表或一份报告，例如 P03、R1")
    private @Nullable String only;

    PublishCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Publishing publishing = new Publishing(terminal, engine);
        EnumSet<Format> wanted = EnumSet.copyOf(formats);
        Publishing.Published published = only == null
                ? publishing.publish(figures, output, wanted)
                : publishing.publishOnly(only, figures, output, wanted);
        List<String> lines = new ArrayList<>();
        published.files().forEach(file -> lines.add("写出 " + file.path()));
        lines.addAll(List.of("", "读回审核："));
        lines.addAll(Publishing.lines(published.files()));
        List<Summary> summaries =
                published.files().stream().map(file -> Summary.of(file.audit())).toList();
        boolean broken = summaries.stream().anyMatch(summary -> summary.fail() > 0);
        if (broken) {
            lines.addAll(List.of("", published.agree() ? "各格式的不符相同：" : "各格式的不符不尽相同，以下是其中一份："));
            lines.addAll(new TerminalReport(terminal.interactive(), false).lines(published.shown()));
        }
        terminal.print(lines);
        if (!summaries.stream().allMatch(Summary::usable)) {
            return ExitCode.UNUSABLE;
        }
        return broken ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
