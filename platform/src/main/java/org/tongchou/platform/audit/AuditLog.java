package org.tongchou.platform.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** Records what people do. Called within the transaction of the act, so that the act and its record stand or fall together. */
public interface AuditLog {
    /**
     * Records one act.
     *
     * @param actor who
     * @param action stable code, {@code accounts.version.approve}
     * @param objectType kind of object, {@code accounts.version}
     * @param objectId its id
     * @param summary one Chinese sentence without personal data
     * @param before state before, null for a creation; never secrets
     * @param after state after, null for a removal
     */
    void record(
            Actor actor,
            String action,
            String objectType,
            String objectId,
            String summary,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after);

    /**
     * Records the same act, done on many objects together: an entry for each.
     *
     * @param acts what was done
     */
    void record(Actor actor, String action, String objectType, List<Done> acts);

    /**
     * One of many.
     *
     * @param objectId id of the object
     * @param summary one Chinese sentence without personal data
     * @param after state after, null for a removal
     */
    record Done(String objectId, String summary, @Nullable Map<String, ?> after) {}

    /** Records an act that was refused or failed, in a transaction of its own. */
    void refused(Actor actor, String action, String objectType, String objectId, String summary);
}
