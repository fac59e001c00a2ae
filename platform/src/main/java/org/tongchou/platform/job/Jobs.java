package org.tongchou.platform.job;

import java.util.Map;
import org.tongchou.platform.web.Actor;

/** Queues long work. */
public interface Jobs {
    /**
     * Queues work within the caller's transaction: if that rolls back, nothing was queued.
     *
     * @param actor on whose behalf, and in whose scope, it runs
     * @param kind which {@link JobHandler} does it
     * @param title what people see: {@code 导入 2024 年支出明细 execution.xlsx}
     * @param parameters what the handler needs; small, no personal data
     * @return id of the job, to be shown with progress
     */
    long submit(Actor actor, String kind, String title, Map<String, String> parameters);
}
