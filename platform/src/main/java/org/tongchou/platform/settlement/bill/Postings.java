package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Due;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.clearing.Recoveries;
import org.tongchou.platform.web.Actor;

/** What a settlement means to the books: what a fund pays of it is spent, and due to the provider or the person. */
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

    private final JdbcClient database;
    private final Ledger ledger;

    Postings(JdbcClient database, Ledger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    static Cause cause(long settlement) {
        return new Cause(MODULE, "settlement", Long.toString(settlement));
    }

    /** Posts what funds and accounts pay; gives the voucher of the account fund, 0 when accounts pay nothing. */
    long post(Actor actor, Settled settled, Due due) {
        Map<String, Long> funds = new LinkedHashMap<>();
        settled.payments().forEach(payment -> funds.merge(payment.fund(), payment.fen(), Long::sum));
        String spending = SPENDING.getOrDefault(settled.kind(), FundAccounts.OUTPATIENT);
        List<Voucher> vouchers = new ArrayList<>();
        funds.forEach((fund, fen) -> vouchers.add(voucher(
                fund, settled, fund.equals(Funds.CRITICAL) ? FundAccounts.CRITICAL_ILLNESS : spending, due, fen)));
        long accountsFen = settled.amounts().account() + settled.amounts().mutual();
        if (accountsFen > 0) {
            vouchers.add(voucher(Funds.ACCOUNT, settled, FundAccounts.ACCOUNT_USE, due, accountsFen));
        }
        if (vouchers.isEmpty()) {
            return 0;
        }
        List<Long> ids = ledger.post(actor, vouchers);
        return accountsFen > 0 ? ids.get(ids.size() - 1) : 0;
    }

    /** Posts what the home region of somebody insured elsewhere pays: due to the provider here, to be had back from there. */
    void postGuest(Actor actor, Settled settled, String home) {
        Amounts amounts = settled.amounts();
        long fen = amounts.fund() + amounts.account() + amounts.mutual();
        if (fen != 0) {
            ledger.post(
                    actor,
                    new Voucher(
                            guestFund(settled.scheme()),
                            settled.day(),
                            cause(settled.id()),
                            "异地参保人结算 " + settled.number(),
                            List.of(
                                    Leg.debit(FundAccounts.REMOTE_RECEIVABLE, fen, home),
                                    Leg.credit(FundAccounts.DUE_TO_PROVIDERS, fen, settled.provider()))));
        }
    }

    /** The fund that pays first for people of a scheme who are insured elsewhere. */
    static String guestFund(String scheme) {
        return scheme.equals("employee") ? Funds.EMPLOYEE : Funds.RESIDENT;
    }

    private static Voucher voucher(String fund, Settled settled, String spending, Due due, long fen) {
        return new Voucher(
                fund,
                due.day(),
                cause(settled.id()),
                "医疗费结算 " + settled.number(),
                List.of(Leg.debit(spending, fen, due.party()), Leg.credit(due.account(), fen, due.party())));
    }

    /**
     * Takes the vouchers of a settlement back; gives the mirror in the account fund, 0 when there was none. What was paid
     * already is to be recovered, or kept from what is paid next.
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
        VoucherView.Line owed =
                voucher.legs().stream().filter(leg -> leg.fen() < 0).findFirst().orElseThrow();
        if (owed.account().equals(FundAccounts.REMOTE_PAYABLE)) {
            return; // regions set off what was paid and taken back in the next month
        }
        long due = -ledger.balance(voucher.fund(), owed.account(), owed.party(), day);
        long missing = voucher.debitFen() - due;
        if (missing > 0) {
            if (owed.account().equals(FundAccounts.DUE_TO_PROVIDERS)) {
                Recoveries.note(database, owed.party(), voucher.fund(), missing, "settlement " + settled.id());
            }
            ledger.post(
                    actor,
                    new Voucher(
                            voucher.fund(),
                            day,
                            new Cause(MODULE, "recovery", Long.toString(settled.id())),
                            "已拨付后撤销的结算 " + settled.number(),
                            List.of(
                                    Leg.debit(FundAccounts.TO_RECOVER, missing, owed.party()),
                                    Leg.credit(owed.account(), missing, owed.party()))));
        }
    }
}
