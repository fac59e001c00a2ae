package org.tongchou.platform.accounts.execution;

import org.jspecify.annotations.Nullable;

/**
 * Progress of a project, of a unit or of all. Amounts in fen.
 *
 * @param unitId the unit; 0 for all
 * @param unitName name of the unit; 合计 for all
 * @param projectId the project; 0 when the line is not about one
 * @param projectCode code of the project; may be empty
 * @param projectName name of the project; may be empty
 * @param initialFen 年初预算
 * @param adjustedFen 全年预算
 * @param executedFen 支出
 * @param remainingFen 全年预算 less 支出
 * @param rateMillionths 执行率 in millionths; null when nothing is allotted
 * @param decemberFen expenditure of December
 */
record ProgressLine(
        long unitId,
        String unitName,
        long projectId,
        String projectCode,
        String projectName,
        long initialFen,
        long adjustedFen,
        long executedFen,
        long remainingFen,
        @Nullable Long rateMillionths,
        long decemberFen) {}
