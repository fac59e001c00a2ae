package org.tongchou.platform.disclosure.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.Auditor;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.read.AccountsReader;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.format.Limits;
import org.tongchou.accounts.source.format.SourceReader;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.report.PerformanceSupplement;

/** Reads and checks one file with the engines. Nothing in it is executed or fetched; memory is bounded by limits. */
public final class Analysis {
    /** Largest file in bytes. */
    public static final long LARGEST = 50L * 1024 * 1024;

    /** Steps of an analysis. */
    public static final int STEPS = 4;

    private Analysis() {}

    /** Is told what is being done. */
    @FunctionalInterface
    public interface Progress {
        /**
         * A step begins.
         *
         * @param done steps done before it, of {@link #STEPS}
         * @param message what is being done, in Chinese
         */
        void step(int done, String message);
    }

    /**
     * Reads and checks a file; what cannot be read is a problem in the answer.
     *
     * @param content where the bytes are
     * @param name the file's name, whose ending may tell its kind
     */
    public static AuditedFile run(Path content, String name, Progress progress) throws IOException {
        progress.step(0, "正在读取文件");
        RawDocument raw = read(content, name);
        progress.step(1, "正在识别表格和文字中的数字");
        AccountsDocument document = AccountsReader.recognise(raw);
        progress.step(2, "正在核对勾稽关系和绩效得分");
        Audit audit = PerformanceSupplement.add(
                Auditor.standard().audit(document),
                PerformanceAuditor.standard().audit(document));
        progress.step(3, "正在保存结果");
        return new AuditedFile(name, audit);
    }

    /** Readers tell some kinds of files by their ending, which stored content does not have. */
    private static RawDocument read(Path content, String name) throws IOException {
        Path folder = Files.createTempDirectory("tongchou-audit");
        Path link = folder.resolve("document" + ending(name));
        try {
            Files.createSymbolicLink(link, content.toAbsolutePath());
            RawDocument raw = SourceReader.read(link, Limits.STANDARD.withFileBytes(LARGEST));
            return new RawDocument(name, raw.medium(), raw.blocks(), raw.problems());
        } finally {
            Files.deleteIfExists(link);
            Files.deleteIfExists(folder);
        }
    }

    private static String ending(String name) {
        int point = name.lastIndexOf('.');
        String ending = point < 0 ? "" : name.substring(point).toLowerCase(Locale.ROOT);
        return ending.matches("\\.[a-z0-9]{1,8}") ? ending : "";
    }
}
