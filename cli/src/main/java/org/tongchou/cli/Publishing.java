package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.write.Format;

/**
 * Computes documents from structured figures, writes them, and reads them back: what was written is audited, not what
 * was meant.
 *
 * @param terminal where progress and problems are said
 * @param auditing audits one file
 */
record Publishing(Terminal terminal, Function<Path, Audit> auditing) {
    /**
     * Writes the document of a folder of figures.
     *
     * @return the files written
     * @throws CommandFailure when the figures cannot be used or nothing could be written
     */
    List<Path> write(Path figures, Path output, Set<Format> formats) {
        if (!Files.isDirectory(figures)) {
            throw new CommandFailure("目录不存在：" + figures);
        }
        AccountsFigures.Loaded loaded = AccountsFigures.load(figures);
        loaded.problems().stream().map(Problem::line).forEach(terminal::complain);
        AccountsFigures usable =
                loaded.figures().orElseThrow(() -> new CommandFailure("目录 " + figures + " 的数字有误，未编制；请按上面的提示改正"));
        return new PublicationFiles(terminal).write(Derivation.derive(usable), output, formats);
    }

    /** Audits files, in file order. */
    List<AuditedFile> readBack(List<Path> files) throws IOException, InterruptedException {
        List<AuditedFile> audited = new ArrayList<>();
        new AuditBatch(auditing, Runtime.getRuntime().availableProcessors(), terminal).run(files, audited::add);
        return audited;
    }

    /** One line a file: what its audit came to. */
    static List<String> lines(List<AuditedFile> audited) {
        List<String> header = List.of("文件", "表格", "表内数据", "相符", "不符", "提示", "未查");
        List<List<String>> rows = new ArrayList<>();
        for (AuditedFile file : audited) {
            Summary summary = Summary.of(file.audit());
            List<String> row = new ArrayList<>();
            row.add(file.audit().document().file());
            for (int count : List.of(
                    summary.tables(),
                    summary.facts(),
                    summary.pass(),
                    summary.fail(),
                    summary.warn(),
                    summary.skip())) {
                row.add(String.valueOf(count));
            }
            rows.add(row);
        }
        return new TextTable(header, rows).lines();
    }

    /** Whether all files have the same broken relations. */
    static boolean agree(List<AuditedFile> audited) {
        return audited.stream().map(file -> broken(file.audit())).distinct().count() <= 1;
    }

    private static Set<String> broken(Audit audit) {
        return audit.with(Outcome.FAIL).stream().map(CheckResult::id).collect(Collectors.toSet());
    }
}
