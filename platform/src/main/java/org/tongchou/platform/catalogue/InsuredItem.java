package org.tongchou.platform.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the fund pays of an item on a day, for one level and one person type.
 *
 * @param code code in the insured catalogue (医保目录编码)
 * @param name its name
 * @param itemClass {@code A} 甲类, {@code B} 乙类 or {@code C} 丙类, as the benefit engine says it
 * @param share own pre-payment share (先行自付比例), 0 to 1, at most four decimals; null for that of its class
 * @param limit price limit of one unit in yuan, at most six decimals; null for none
 * @param restricted whether its use is restricted (限制使用)
 * @param note what the catalogue says of the restriction; may be empty
 * @param chargeType kind of charge (医疗收费项目类别); may be empty
 */
public record InsuredItem(
        String code,
        String name,
        String itemClass,
        @Nullable BigDecimal share,
        @Nullable BigDecimal limit,
        boolean restricted,
        String note,
        String chargeType) {}
