package org.tongchou.platform.settlement;

import java.util.List;
import org.tongchou.platform.settlement.Charges.Shares;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/**
 * Bills of people insured elsewhere: split by the catalogue here, settled by their own region, kept here. Their visits bear a person id
 * below zero. All calls join the caller's transaction. They are taken back by {@link Settlements#cancel}.
 */
public interface GuestBills {
    /** How the open charges are split; refuses sums that are not those of the request. */
    Shares split(Visit visit, Request request);

    /** Keeps what the home region decided: settlement, lines, and vouchers, due to the provider and to be had back from the home region. */
    Settled keep(Actor actor, Visit visit, Request request, Decision decision);

    /** What the home region decided, as a settlement that is not kept. */
    Settled shown(Visit visit, Request request, Decision decision);

    /**
     * What the home region decided.
     *
     * @param home code of the region
     * @param personType person type there
     * @param amounts who pays what; splits as was told to it
     * @param ratio 基本医保支付比例, in 10^-8
     * @param payments what each fund there pays
     * @param balanceFen what is left in the personal account
     */
    record Decision(
            String home, String personType, Amounts amounts, long ratio, List<Payment> payments, long balanceFen) {
        /** Copies the list. */
        public Decision {
            payments = List.copyOf(payments);
        }
    }
}
