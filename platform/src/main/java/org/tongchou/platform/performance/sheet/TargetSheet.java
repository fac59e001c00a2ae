package org.tongchou.platform.performance.sheet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The targets of a project, or of a department as a whole, for one year.
 *
 * @param id its id
 * @param year budget year
 * @param unitId the unit that carries it out
 * @param projectId the project; 0 for the department as a whole
 * @param projectCode code of the project; empty for a department
 * @param projectName name of the project; 部门整体 for a department
 * @param goal 总体目标
 * @param functionalItem 部门预算功能科目; may be empty
 * @param state 草稿, 已提交, 已审核, 已批复 or 已调整
 * @param revision 1 for the first, one more for each adjustment
 * @param replaces the revision that this one adjusts; null for the first
 * @param adjustReason why it was adjusted; empty for the first
 * @param version counts saves, for optimistic locking
 * @param updatedBy who saved it last
 * @param updatedAt when
 * @param lines its indicators in order
 */
public record TargetSheet(
        long id,
        int year,
        long unitId,
        long projectId,
        String projectCode,
        String projectName,
        String goal,
        String functionalItem,
        String state,
        int revision,
        @Nullable Long replaces,
        String adjustReason,
        int version,
        String updatedBy,
        Instant updatedAt,
        List<TargetLine> lines) {
    /** What sheets of a whole department are called. */
    public static final String WHOLE = "部门整体";

    /** Copies the list. */
    public TargetSheet {
        lines = List.copyOf(lines);
    }

    /** The same with these indicators. */
    TargetSheet withLines(List<TargetLine> others) {
        return new TargetSheet(
                id,
                year,
                unitId,
                projectId,
                projectCode,
                projectName,
                goal,
                functionalItem,
                state,
                revision,
                replaces,
                adjustReason,
                version,
                updatedBy,
                updatedAt,
                others);
    }

    /** Whether it is about a department as a whole. */
    public boolean whole() {
        return projectId == 0;
    }

    /** The sheet in a sentence: {@code 2024 年度“信息系统运维”}. */
    public String title() {
        return year + " 年度“" + projectName + "”";
    }
}
