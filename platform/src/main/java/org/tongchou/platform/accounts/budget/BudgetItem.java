package org.tongchou.platform.accounts.budget;

import org.jspecify.annotations.Nullable;

/**
 * An item of the budget of expenditure. Amounts in fen.
 *
 * @param unitId the unit
 * @param unitName name of the unit
 * @param projectId the project; null when there is none
 * @param projectCode code of the project; may be empty
 * @param projectName name of the project; may be empty
 * @param functionalCode functional code
 * @param functionalName its name
 * @param economicCode economic code; may be empty
 * @param economicName its name
 * @param fund source of money
 * @param nature nature of expenditure
 * @param initialFen 年初预算
 * @param carryOverFen 结转
 * @param adjustmentFen 调整
 * @param totalFen 全年预算: the three together
 * @param executedFen 支出
 * @param rateMillionths 执行率 in millionths; null when nothing is allotted
 */
record BudgetItem(
        long unitId,
        String unitName,
        @Nullable Long projectId,
        String projectCode,
        String projectName,
        String functionalCode,
        String functionalName,
        String economicCode,
        String economicName,
        String fund,
        String nature,
        long initialFen,
        long carryOverFen,
        long adjustmentFen,
        long totalFen,
        long executedFen,
        @Nullable Long rateMillionths) {}
