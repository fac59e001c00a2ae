package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.compare.Comparison;
import org.tongchou.accounts.compare.ComparisonPublication;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.write.Format;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongchou compare}. */
@Command(
        name = "compare",
        description = "比较两个年度或几个部门的预决算：总量、结构、人均、增减、“三公”经费 (compare years or bureaus)",
        footer = {"", "同一部门的不同年度计算增减，同一年度的预算和决算计算完成率。", "例：tongchou compare 2023决算.pdf 2024决算.pdf -o 比较"})
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(arity = "1..*", paramLabel = "文件或目录", description = "要比较的预决算文件，或含有它们的目录")
    private List<Path> inputs = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "目录",
            description = "写出比较表的目录 (write the comparison here)")
    private @Nullable Path output;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "格式",
            description = "写出的格式：${COMPLETION-CANDIDATES}，默认 xlsx,html",
            converter = FormatConverter.class,
            completionCandidates = FormatConverter.class)
    private List<Format> formats = List.of(Format.XLSX, Format.HTML);

    @Option(
            names = {"-a", "--all"},
            description = "结构列到款、项 (list divisions and items too)")
    private boolean all;

    CompareCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        InputFiles found = InputFiles.of(inputs);
        found.notes().forEach(terminal::complain);
        List<AccountsDocument> documents = new ArrayList<>();
        List<String> unusable = new ArrayList<>();
        int jobs = Runtime.getRuntime().availableProcessors();
        new AuditBatch(file -> new Audit(engine.read(file, Classification.standard()), List.of()), jobs, terminal)
                .run(found.files(), file -> {
                    AccountsDocument document = file.audit().document();
                    if (Summary.of(file.audit()).usable()) {
                        documents.add(document);
                    } else {
                        unusable.add(file.path());
                        terminal.complain(file.path() + " 无法读取，不参加比较");
                        document.problems().stream().map(Problem::line).forEach(terminal::complain);
                    }
                });
        if (documents.size() < 2) {
            throw new CommandFailure("至少要有两份可读的预决算文件才能比较，现有 " + documents.size() + " 份");
        }
        Comparison comparison = Comparison.of(documents);
        terminal.print(new ComparisonText(comparison, all).lines());
        if (output != null) {
            terminal.print(List.of(""));
            new Publishing(terminal, engine)
                    .write(ComparisonPublication.of(comparison), output, EnumSet.copyOf(formats))
                    .forEach(path -> terminal.print(List.of("写出 " + path)));
        }
        return unusable.isEmpty() ? ExitCode.CLEAN : ExitCode.UNUSABLE;
    }
}
