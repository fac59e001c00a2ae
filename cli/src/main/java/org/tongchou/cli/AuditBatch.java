package org.tongchou.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.report.AuditedFile;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

/**
 * Audits several files at once and hands the results on in file order. Only a few audits are in memory at a time. A
 * file that cannot be audited becomes an audit that says so.
 *
 * @param auditing audits one file
 * @param jobs how many files are worked on at once
 * @param terminal where stack traces go when they are wanted
 */
record AuditBatch(Function<Path, Audit> auditing, int jobs, Terminal terminal) {
    private static final int AHEAD = 2;

    /** What takes the results, in file order. */
    interface Receiver {
        /** Takes one result; called from the thread that runs the batch. */
        void accept(AuditedFile file) throws IOException;
    }

    /**
     * Runs the batch.
     *
     * @throws IOException from the receiver
     * @throws InterruptedException when stopped by the user
     */
    void run(List<Path> files, Receiver receiver) throws IOException, InterruptedException {
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(jobs, Math.max(1, files.size())), runnable -> {
            Thread thread = new Thread(null, runnable, "audit", 0);
            thread.setDaemon(true);
            return thread;
        });
        try {
            Deque<Future<AuditedFile>> running = new ArrayDeque<>();
            for (Path file : files) {
                running.add(workers.submit(() -> audit(file)));
                if (running.size() >= jobs * AHEAD) {
                    receiver.accept(next(running));
                }
            }
            while (!running.isEmpty()) {
                receiver.accept(next(running));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static AuditedFile next(Deque<Future<AuditedFile>> running) throws InterruptedException {
        try {
            return running.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private AuditedFile audit(Path file) {
        try {
            if (!Files.exists(file)) {
                return unusable(file, ProblemCode.FILE_UNREADABLE, "文件不存在，请检查路径");
            }
            return new AuditedFile(file.toString(), auditing.apply(file));
        } catch (RuntimeException | StackOverflowError e) {
            terminal.trace(e);
            return unusable(
                    file, ProblemCode.INTERNAL, "程序内部错误（" + e.getClass().getSimpleName() + "），本文件未能审核，其余文件不受影响");
        } catch (OutOfMemoryError e) {
            terminal.trace(e);
            return unusable(file, ProblemCode.INTERNAL, "内存不足，本文件未能审核；可减少 --jobs，或设 TONGCHOU_JAVA_OPTS=-Xmx4g 后重试");
        }
    }

    private static AuditedFile unusable(Path file, ProblemCode code, String message) {
        String name = String.valueOf(file.getFileName());
        List<Problem> problems = List.of(new Problem(code, name, null, file.toString(), message));
        DocumentMeta meta = new DocumentMeta(null, null, null, null, null, List.of());
        RawDocument raw = new RawDocument(name, Medium.TEXT, List.of(), problems);
        AccountsDocument document = new AccountsDocument(name, meta, List.of(), List.of(), problems, raw);
        return new AuditedFile(file.toString(), new Audit(document, List.of()));
    }
}
