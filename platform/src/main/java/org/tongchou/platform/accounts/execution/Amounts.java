package org.tongchou.platform.accounts.execution;

/**
 * What the entries of one unit, project and month come to. Amounts in fen.
 *
 * @param unitId the unit
 * @param projectId the project; 0 for none
 * @param month 1 to 12
 * @param initialFen 年初预算
 * @param adjustedFen 年初预算, 调整 and 结转
 * @param executedFen 支出
 * @param incomeFen 收入
 */
record Amounts(
        long unitId, long projectId, int month, long initialFen, long adjustedFen, long executedFen, long incomeFen) {}
