package org.tongchou.platform.fund;

import java.util.Optional;
import org.tongchou.platform.web.Actor;

/**
 * Money that is paid out. An act asks for a payment within its own transaction; the fund's people put the orders into batches, a
 * second one reviews, the money leaves 支出户存款 and the bank answers. What the bank could not pay stands on 暂收款—退回待重付款.
 */
public interface Payments {
    /** Where a payment stands that was taken back before it was paid. */
    String CANCELLED = "已取消";

    /**
     * Asks for a payment. The same cause again with the same content changes nothing, with other content it is refused ({@code
     * E-FUN-070}). What was cancelled may be asked for again, with other content too.
     *
     * @return id of the order
     */
    long request(Actor actor, NewPayment payment);

    /**
     * Where the payment of an act stands: 待付款, 付款中, 已付款, 付款失败 or 已取消; empty when none was asked for. When it was asked for
     * again after it had failed, where that stands.
     */
    Optional<String> stateOf(String fund, Cause cause);

    /**
     * Takes back what has not been paid; refuses what is in a batch ({@code E-FUN-077}) or was paid.
     *
     * @return whether it had been paid and came back: then the money stands on 暂收款—退回待重付款
     */
    boolean withdraw(Actor actor, String fund, Cause cause, String reason);
}
