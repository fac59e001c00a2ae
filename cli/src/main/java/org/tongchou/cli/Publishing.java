package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.derive.Derivation;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.report.Summary;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.WriteProblem;
import org.tongchou.accounts.write.Written;
import org.tongchou.performance.figures.PerformanceFigures;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.publish.PerformancePublication;
import org.tongchou.performance.publish.ReportTexts;
import org.tongchou.performance.publish.ReportTextsFile;

/**
 * Computes documents from structured figures, writes them, and reads them back: what was written is audited, not what
 * was meant.
 *
 * @param terminal where problems are said
 * @param engine reads and audits
 */
record Publishing(Terminal terminal, Engine engine) {
    private static final String ACCOUNTS = "document.yaml";

    /**
     * A document that was written.
     *
     * @param title what it is
     * @param files its files as read back, in the order of {@link Format}
     */
    record Published(String title, List<AuditedFile> files) {
        /** Whether all files have the same broken relations with the same figures, wherever these stand. */
        boolean agree() {
            return files.stream().map(file -> broken(file.audit())).distinct().count() <= 1;
        }

        /** The file to show: the Word document, because people know it; the first one when there is none. */
        AuditedFile shown() {
            return files.stream()
                    .filter(file -> file.path().endsWith(Format.DOCX.extension()))
                    .findFirst()
                    .orElse(files.get(0));
        }

        private static List<String> broken(Audit audit) {
            return audit.with(Outcome.FAIL).stream()
                    .map(result -> result.check() + " " + result.left() + " " + result.right())
                    .sorted()
                    .toList();
        }
    }

    /**
     * Writes the document of a folder of figures and audits what was written: accounts with performance behind them, or
     * performance alone where the folder has nothing else.
     *
     * @throws CommandFailure when the figures cannot be used or nothing could be written
     */
    Published publish(Path figures, Path output, Set<Format> formats) throws IOException, InterruptedException {
        if (!Files.isDirectory(figures)) {
            throw new CommandFailure("目录不存在：" + figures);
        }
        boolean alone =
                Files.exists(figures.resolve(PerformanceFigures.FILE)) && !Files.exists(figures.resolve(ACCOUNTS));
        if (alone) {
            PerformanceDocument performance = performance(figures.resolve(PerformanceFigures.FILE));
            Map<String, ReportTexts> texts = texts(figures, performance);
            String bureau = performance.bureau() == null ? "" : performance.bureau();
            return audited(bureau + "绩效信息", write(PerformancePublication.of(performance, texts), output, formats));
        }
        AccountsFigures.Loaded loaded = AccountsFigures.load(figures);
        loaded.problems().stream().map(Problem::line).forEach(terminal::complain);
        AccountsFigures usable =
                loaded.figures().orElseThrow(() -> new CommandFailure("目录 " + figures + " 的数字有误，未编制；请按上面的提示改正"));
        List<Path> written = write(withPerformance(Derivation.derive(usable), figures), output, formats);
        return audited(usable.source().title(), written);
    }

    /**
     * Writes one performance sheet or report of a folder of figures and audits what was written.
     *
     * @param only its key: {@code P03}, {@code R1}
     * @throws CommandFailure when the figures cannot be used or have no such sheet or report
     */
    Published publishOnly(String only, Path figures, Path output, Set<Format> formats)
            throws IOException, InterruptedException {
        PerformanceDocument document = performance(figures.resolve(PerformanceFigures.FILE));
        Map<String, ReportTexts> texts = texts(figures, document);
        Publication publication = Stream.concat(
                        document.sheets().stream()
                                .filter(sheet -> document.key(sheet).equalsIgnoreCase(only))
                                .map(sheet -> PerformancePublication.of(document, sheet)),
                        document.reports().stream()
                                .filter(report -> document.key(report).equalsIgnoreCase(only))
                                .map(report -> PerformancePublication.of(
                                        document, report, texts.getOrDefault(document.key(report), ReportTexts.NONE))))
                .findFirst()
                .orElseThrow(() -> new CommandFailure("没有编号为 " + only + " 的表或报告；现有表 P01–P"
                        + String.format("%02d", document.sheets().size()) + "，报告 "
                        + document.reports().size() + " 份"));
        return audited(publication.title().get(0), write(publication, output, formats));
    }

    private Published audited(String title, List<Path> written) throws IOException, InterruptedException {
        List<AuditedFile> audited = new ArrayList<>();
        new AuditBatch(engine::audit, Runtime.getRuntime().availableProcessors(), terminal).run(written, audited::add);
        return new Published(title, audited);
    }

    private static Map<String, ReportTexts> texts(Path folder, PerformanceDocument document) throws IOException {
        return ReportTextsFile.load(folder.resolve(ReportTextsFile.FILE), document);
    }

    /** The accounts with their performance sheets and reports behind them, when the folder has any. */
    private Publication withPerformance(Publication accounts, Path folder) throws IOException {
        Path file = folder.resolve(PerformanceFigures.FILE);
        if (!Files.exists(file)) {
            return accounts;
        }
        List<Content> contents = new ArrayList<>(accounts.contents());
        contents.add(new Content.Heading(1, "附件 绩效信息"));
        PerformanceDocument performance = performance(file);
        contents.addAll(PerformancePublication.of(performance, texts(folder, performance))
                .contents());
        return new Publication(accounts.title(), accounts.meta(), contents);
    }

    /**
     * The performance figures of a file or folder.
     *
     * @throws CommandFailure when they cannot be used
     */
    private PerformanceDocument performance(Path file) {
        PerformanceFigures.Loaded loaded = PerformanceFigures.load(file);
        loaded.problems().stream().map(Problem::line).forEach(terminal::complain);
        return loaded.document().orElseThrow(() -> new CommandFailure("绩效数字 " + file + " 有误，未编制；请按上面的提示改正"));
    }

    /**
     * Writes a publication in every format that can be written.
     *
     * @throws CommandFailure when none can
     */
    List<Path> write(Publication publication, Path folder, Set<Format> formats) {
        Written written = PublicationWriter.writeAll(publication, folder, formats);
        written.problems().stream().map(WriteProblem::line).forEach(terminal::complain);
        if (written.paths().isEmpty()) {
            throw new CommandFailure("没有写出任何文件");
        }
        return written.paths();
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
}
