package org.tongchou.platform.job;

/**
 * Does one kind of long work. A run may be cut off at any moment and started again from the beginning, so it must find
 * out what is already done and never do anything twice.
 */
public interface JobHandler {
    /** The kind of work, {@code accounts.import}. */
    String kind();

    /**
     * Does the work.
     *
     * @param run parameters, progress, cancellation
     * @throws Exception when the work failed for good; a {@link org.tongchou.platform.web.Refusal}'s sentence is shown
     */
    void run(JobRun run) throws Exception;
}
