package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.report.AuditedFile;
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
            "例：tongchou publish examples/accounts/ningde-2024 -o 公开文件 --format docx,pdf"
        })
final class PublishCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Function<Path, Audit> auditing;

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

    PublishCommand(Terminal terminal, Function<Path, Audit> auditing) {
        this.terminal = terminal;
        this.auditing = auditing;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Publishing publishing = new Publishing(terminal, auditing);
        List<AuditedFile> audited = publishing.readBack(publishing.write(figures, output, EnumSet.copyOf(formats)));
        List<String> lines = new ArrayList<>(List.of("", "读回审核："));
        lines.addAll(Publishing.lines(audited));
        List<Summary> summaries =
                audited.stream().map(file -> Summary.of(file.audit())).toList();
        boolean broken = summaries.stream().anyMatch(summary -> summary.fail() > 0);
        if (broken) {
            lines.add("");
            lines.add(Publishing.agree(audited) ? "各格式的不符相同，列出如下：" : "各格式的不符不同，列出第一份：");
            lines.addAll(new TerminalReport(terminal.interactive(), false).lines(audited.get(0)));
        }
        terminal.print(lines);
        if (!summaries.stream().allMatch(Summary::usable)) {
            return ExitCode.UNUSABLE;
        }
        return broken ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
