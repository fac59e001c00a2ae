package org.tongchou.platform.job;

import java.util.Map;
import java.util.function.LongSupplier;
import org.tongchou.platform.web.Actor;

/** The run that a handler is given: writes its progress down a few times a second at most. */
final class RunningJob implements JobRun {
    private static final long NANOS_BETWEEN_WRITES = 300_000_000;

    private final long id;
    private final JobTable.Work work;
    private final Progress progress;
    private final LongSupplier nanos;
    private long written;
    private long done;
    private long total;
    private String message = "";
    private Map<String, ?> result = Map.of();
    private volatile boolean cancelled;

    RunningJob(long id, JobTable.Work work, Progress progress, LongSupplier nanos) {
        this.id = id;
        this.work = work;
        this.progress = progress;
        this.nanos = nanos;
        this.written = nanos.getAsLong() - NANOS_BETWEEN_WRITES;
    }

    /** Writes progress down, outside of the handler's transactions, and tells whether the job is to stop. */
    @FunctionalInterface
    interface Progress {
        boolean write(long done, long total, String message);
    }

    /** Thrown through the handler to stop it. */
    static final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1;

        Cancelled() {
            super("cancelled");
        }
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public Actor actor() {
        return work.actor();
    }

    @Override
    public Map<String, String> parameters() {
        return work.parameters();
    }

    @Override
    public void progress(long done, long total, String message) {
        boolean newStep = !message.equals(this.message);
        this.done = done;
        this.total = total;
        this.message = message;
        if (newStep) {
            write();
        } else {
            writeSometimes();
        }
    }

    @Override
    public void stopIfCancelled() {
        writeSometimes();
        if (cancelled) {
            throw new Cancelled();
        }
    }

    @Override
    public void result(Map<String, ?> result) {
        this.result = Map.copyOf(result);
    }

    /** Asks the run to stop at its next chance. */
    void cancel() {
        cancelled = true;
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }

    Map<String, ?> result() {
        return result;
    }

    private void writeSometimes() {
        if (nanos.getAsLong() - written >= NANOS_BETWEEN_WRITES) {
            write();
        }
    }

    private void write() {
        written = nanos.getAsLong();
        if (progress.write(done, total, message)) {
            cancelled = true;
        }
    }
}
