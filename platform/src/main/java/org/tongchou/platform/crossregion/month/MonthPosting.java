package org.tongchou.platform.crossregion.month;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.NewPayment;
import org.tongchou.platform.fund.Payee;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What a confirmed month means to the books. */
@Component("crossregionMonthPosting")
class MonthPosting {
    private final Ledger ledger;
    private final Payments payments;
    private final Partners partners;

    MonthPosting(Ledger ledger, Payments payments, Partners partners) {
        this.ledger = ledger;
        this.payments = payments;
        this.partners = partners;
    }

    static Cause cause(long month) {
        return new Cause("crossregion", "month", Long.toString(month));
    }

    /** Asks for the payment of what we owe as place of insurance. */
    void pay(Actor actor, Month month, Partner partner, List<Month.FundPart> parts) {
        for (Month.FundPart part : parts) {
            if (part.payFen() > 0) {
                Payee payee = partners.payee(partner)
                        .orElseThrow(() -> Refusal.conflict("E-CRS-059", partner.name() + " 没有登记收款账户，不能付款"));
                payments.request(
                        actor,
                        new NewPayment(
                                part.fund(),
                                cause(month.id()),
                                payee,
                                month.month() + " 异地就医清算 " + partner.name(),
                                List.of(Leg.debit(FundAccounts.REMOTE_PAYABLE, part.payFen(), partner.area()))));
            }
        }
    }

    /** Books what came in as place of care. */
    void receive(Actor actor, Month month, List<Month.FundPart> parts, LocalDate day) {
        for (Month.FundPart part : parts) {
            if (part.payFen() > 0) {
                ledger.post(
                        actor,
                        new Voucher(
                                part.fund(),
                                day,
                                cause(month.id()),
                                month.month() + " 异地就医清算到账 " + month.areaName(),
                                List.of(
                                        Leg.debit(FundAccounts.INCOME_BANK, part.payFen(), null),
                                        Leg.credit(FundAccounts.REMOTE_RECEIVABLE, part.payFen(), month.area()))));
            }
        }
    }
}
