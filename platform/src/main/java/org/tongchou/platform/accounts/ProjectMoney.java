package org.tongchou.platform.accounts;

import java.util.List;

/**
 * The money of one project in one year, summed from its entries.
 *
 * @param projectId its id
 * @param code project code
 * @param name project name
 * @param unitId the unit that carries it out
 * @param unitName name of that unit
 * @param funds one for every fund that has money; amounts in fen
 */
public record ProjectMoney(
        long projectId, String code, String name, long unitId, String unitName, List<FundMoney> funds) {
    /** Copies the list. */
    public ProjectMoney {
        funds = List.copyOf(funds);
    }

    /**
     * The money from one source.
     *
     * @param fund 一般公共预算, 政府性基金, 国有资本经营 or 其他资金
     * @param initialFen 年初预算数
     * @param adjustedFen 全年预算数: initial, adjustments and carried over
     * @param executedFen 全年执行数
     */
    public record FundMoney(String fund, long initialFen, long adjustedFen, long executedFen) {}
}
