package org.tongchou.benefit.settle;

import org.tongchou.money.Money;

/**
 * How a line is split: amount = own + over + pre + first + scope. A line carries its refunds; a refund line, and a line in
 * a package, carries nothing.
 *
 * @param amount what is split
 * @param own 全自费
 * @param over 超限价
 * @param pre 先行自付
 * @param first 异地先行自付
 * @param scope 政策范围内
 */
public record LineSplit(Money amount, Money own, Money over, Money pre, Money first, Money scope) {}
