/**
 * Exact money, rates and percentages (金额、费率、百分比).
 *
 * <p>{@link org.tongchou.money.Money} is an amount in fen; everything outside prints and parses it in 元 or 万元 through
 * {@link org.tongchou.money.MoneyUnit}. No floating point anywhere; rounding only where a caller names it.
 */
@NullMarked
package org.tongchou.money;

import org.jspecify.annotations.NullMarked;
