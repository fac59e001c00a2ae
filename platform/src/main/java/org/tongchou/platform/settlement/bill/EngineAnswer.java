package org.tongchou.platform.settlement.bill;

import java.util.List;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;

/** What the engine says of a bill, as it is kept. */
final class EngineAnswer {
    private EngineAnswer() {}

    static Amounts amounts(Settlement settlement) {
        return new Amounts(
                settlement.total().fen(),
                settlement.part(Bucket.FULL_OWN).fen(),
                settlement.part(Bucket.OVER_LIMIT).fen(),
                settlement
                        .part(Bucket.PRE_PAY)
                        .plus(settlement.part(Bucket.FIRST_PAY))
                        .fen(),
                settlement.part(Bucket.SCOPE).fen(),
                settlement.part(Bucket.DEDUCTIBLE).fen(),
                settlement.fundSum().fen(),
                settlement.hospital().fen(),
                settlement.paidIn(Fund.Field.ACCT_PAY).fen(),
                settlement.paidIn(Fund.Field.ACCT_MULAID_PAY).fen(),
                settlement.cash().fen());
    }

    /** What funds pay, a row for each tier. */
    static List<Payment> payments(Settlement settlement) {
        return settlement.payments().stream()
                .filter(payment -> settlement.funds().containsKey(payment.fund().id()))
                .map(payment -> new Payment(
                        payment.tier(),
                        payment.fund().id(),
                        payment.fund().code(),
                        payment.base().fen(),
                        payment.limit() == null ? null : payment.limit().fen(),
                        payment.amount().fen()))
                .toList();
    }
}
