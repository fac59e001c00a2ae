package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/** What a settlement means to the books: what a fund pays of it is spent, and due to the provider. */
@Component
class Postings {
    static final String MODULE = "settlement";
    private static final Map<String, String> SPENDING = Map.of(
            "inpatient", FundAccounts.INPATIENT,
            "day_surgery", FundAccounts.INPATIENT,
            "chronic", FundAccounts.CHRONIC,
            "maternity_inpatient", FundAccounts.MATERNITY_CARE,
            "maternity_outpatient", FundAccounts.MATERNITY_CARE,
            "care_month", FundAccounts.CARE);

    private final Ledger ledger;

    Postings(Ledger ledger) {
        this.ledger = ledger;
    }

    static Cause cause(long settlement) {
        return new Cause(MODULE, "settlement", Long.toString(settlement));
    }

    /** Posts what funds and accounts pay; gives the voucher of the account fund, 0 when accounts pay nothing. */
    long post(
            Actor actor,
            long settlement,
            String number,
            String kind,
            String provider,
            LocalDate day,
            List<Payment> payments,
            long accountsFen) {
        Map<String, Long> funds = new LinkedHashMap<>();
        payments.forEach(payment -> funds.merge(payment.fund(), payment.fen(), Long::sum));
        String spending = SPENDING.getOrDefault(kind, FundAccounts.OUTPATIENT);
        List<Voucher> vouchers = new ArrayList<>();
        funds.forEach((fund, fen) -> vouchers.add(voucher(
                fund,
                day,
                settlement,
                number,
                fund.equals(Funds.CRITICAL) ? FundAccounts.CRITICAL_ILLNESS : spending,
                provider,
                fen)));
        if (accountsFen > 0) {
            vouchers.add(
                    voucher(Funds.ACCOUNT, day, settlement, number, FundAccounts.ACCOUNT_USE, provider, accountsFen));
        }
        if (vouchers.isEmpty()) {
            return 0;
        }
        List<Long> ids = ledger.post(actor, vouchers);
        return accountsFen > 0 ? ids.get(ids.size() - 1) : 0;
    }

    private static Voucher voucher(
            String fund, LocalDate day, long settlement, String number, String spending, String provider, long fen) {
        return new Voucher(
                fund,
                day,
                cause(settlement),
                "医疗费结算 " + number,
                List.of(Leg.debit(spending, fen, provider), Leg.credit(FundAccounts.DUE_TO_PROVIDERS, fen, provider)));
    }

    /**
     * Takes the vouchers of a settlement back; gives the mirror in the account fund, 0 when there was none. What was paid to the
     * provider already is to be recovered from it, or kept from what it is paid next.
     */
    long reverse(Actor actor, Settled settled, LocalDate day, String reason) {
        long account = 0;
        for (VoucherView voucher : ledger.byCause(cause(settled.id()))) {
            if (voucher.reverses() == null) {
                cover(actor, settled, voucher, day);
                long mirror = ledger.reverse(actor, voucher.id(), day, reason);
                account = voucher.fund().equals(Funds.ACCOUNT) ? mirror : account;
            }
        }
        return account;
    }

    private void cover(Actor actor, Settled settled, VoucherView voucher, LocalDate day) {
        long due = -ledger.balance(voucher.fund(), FundAccounts.DUE_TO_PROVIDERS, settled.provider(), day);
        long missing = voucher.debitFen() - due;
        if (missing > 0) {
            ledger.post(
                    actor,
                    new Voucher(
                            voucher.fund(),
                            day,
                            new Cause(MODULE, "recovery", Long.toString(settled.id())),
                            "已拨付后撤销的结算 " + settled.number(),
                            List.of(
                                    Leg.debit(FundAccounts.TO_RECOVER, missing, settled.provider()),
                                    Leg.credit(FundAccounts.DUE_TO_PROVIDERS, missing, settled.provider()))));
        }
    }
}
