package org.tongchou.platform.training;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * How charges were split, in yuan.
 *
 * @param total all
 * @param own 全自费
 * @param over 超限价
 * @param pre 先行自付
 * @param scope 符合政策范围
 */
public record HisSplit(BigDecimal total, BigDecimal own, BigDecimal over, BigDecimal pre, BigDecimal scope) {
    /** No charges. */
    public static final HisSplit NONE =
            new HisSplit(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);

    /** Both together. */
    public HisSplit and(HisSplit other) {
        return new HisSplit(
                total.add(other.total),
                own.add(other.own),
                over.add(other.over),
                pre.add(other.pre),
                scope.add(other.scope));
    }

    /** The sum over the rows of an answer. */
    static HisSplit of(JsonNode rows) {
        List<HisSplit> each = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new HisSplit(
                        row.path("det_item_fee_sumamt").decimalValue(),
                        row.path("fulamt_ownpay_amt").decimalValue(),
                        row.path("overlmt_amt").decimalValue(),
                        row.path("preselfpay_amt").decimalValue(),
                        row.path("inscp_scp_amt").decimalValue()))
                .toList();
        return each.stream().reduce(NONE, HisSplit::and);
    }
}
