package org.tongchou.platform.accounts.execution;

import org.jspecify.annotations.Nullable;

/**
 * Something about the progress that stands out.
 *
 * @param code code of the limit
 * @param name name of the limit
 * @param needsReason whether a reason has to be given
 * @param unitId the unit
 * @param unitName name of the unit
 * @param projectId the project; 0 for the unit as a whole
 * @param projectName name of the project; empty for the unit as a whole
 * @param sentence what was found, with figures
 * @param reason the reason that was given; null when there is none
 * @param reasonVersion version of the reason, for changing it; 0 when there is none
 * @param reasonBy who gave it; null when there is none
 */
record Warning(
        String code,
        String name,
        boolean needsReason,
        long unitId,
        String unitName,
        long projectId,
        String projectName,
        String sentence,
        @Nullable String reason,
        int reasonVersion,
        @Nullable String reasonBy) {
    boolean waits() {
        return needsReason && reason == null;
    }

    Warning because(String given, int version, String who) {
        return new Warning(
                code, name, needsReason, unitId, unitName, projectId, projectName, sentence, given, version, who);
    }
}
