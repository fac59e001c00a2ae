package org.tongchou.platform.job;

import java.util.Map;
import org.tongchou.platform.web.Actor;

/** One run of a job, as its handler sees it. */
public interface JobRun {
    /** Id of the job. */
    long id();

    /** On whose behalf. */
    Actor actor();

    /** What was submitted. */
    Map<String, String> parameters();

    /**
     * Tells how far the work is; cheap to call often.
     *
     * @param done steps done
     * @param total steps in all, 0 when not known
     * @param message what is being done now, in Chinese
     */
    void progress(long done, long total, String message);

    /** Stops the run, by an exception that the handler lets pass, when somebody cancelled the job. */
    void stopIfCancelled();

    /** What the job gave: small values shown to people and read by pages, for example a count or the id of a file. */
    void result(Map<String, ?> result);
}
