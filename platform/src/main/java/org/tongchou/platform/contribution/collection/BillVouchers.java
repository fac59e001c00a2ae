package org.tongchou.platform.contribution.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.funding.Part;
import org.tongchou.platform.contribution.employer.Declaration;
import org.tongchou.platform.contribution.employer.Declaration.PartSum;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;

/** What becomes of an employer's money when a bill is paid whole: income of each fund, and the people's accounts. */
final class BillVouchers {
    private static final Map<Part, String> FUNDS = Map.of(
            Part.BASIC, Funds.EMPLOYEE,
            Part.MATERNITY, Funds.MATERNITY,
            Part.LARGE, Funds.LARGE,
            Part.CARE, Funds.CARE);

    private BillVouchers() {}

    /**
     * The money of a bill.
     *
     * @param feeFen late fee
     * @param directFen what people pay to the basic insurance and get into their own accounts
     * @param parts what is owed, by insurance
     * @param bank account where the last of it came in
     */
    record Money(long feeFen, long directFen, List<PartSum> parts, String bank) {
        Money {
            parts = List.copyOf(parts);
        }
    }

    /** The vouchers of a bill; the one of the personal accounts, if any, is the last. */
    static List<Voucher> of(Declaration bill, Money money, LocalDate day) {
        List<Voucher> vouchers = new ArrayList<>();
        String bank = money.bank();
        long direct = money.directFen();
        long transferred = bill.creditFen() - direct;
        String party = Settling.party(bill.employerCode());
        Cause cause = Settling.cause(bill);
        String summary = bill.employerName() + " " + YearMonth.from(bill.month()) + " 医疗保险费";
        List<Leg> basic = new ArrayList<>();
        long away = bill.creditFen();
        for (PartSum part : money.parts()) {
            String fund = FUNDS.getOrDefault(Part.valueOf(part.part().toUpperCase(Locale.ROOT)), "");
            if (fund.equals(Funds.EMPLOYEE)) {
                add(basic, FundAccounts.DUES_EMPLOYERS, -part.unitFen(), party);
                add(basic, FundAccounts.DUES_PERSONS, direct - part.personalFen(), party);
            } else {
                List<Leg> legs = new ArrayList<>();
                add(legs, bank, part.unitFen() + part.personalFen(), null);
                add(legs, FundAccounts.DUES_EMPLOYERS, -part.unitFen(), party);
                add(legs, FundAccounts.DUES_PERSONS, -part.personalFen(), party);
                away += part.unitFen() + part.personalFen();
                add(vouchers, fund, day, cause, summary, legs);
            }
        }
        add(basic, FundAccounts.RECEIVED_OTHER, bill.dueFen() + money.feeFen(), party);
        add(basic, FundAccounts.LATE_FEES, -money.feeFen(), party);
        add(basic, FundAccounts.TO_OTHER_FUNDS, transferred, null);
        add(basic, bank, -away, null);
        add(vouchers, Funds.EMPLOYEE, day, cause, summary, basic);
        List<Leg> legs = new ArrayList<>();
        add(legs, bank, bill.creditFen(), null);
        add(legs, FundAccounts.DUES_PERSONS, -direct, party);
        add(legs, FundAccounts.FROM_OTHER_FUNDS, -transferred, null);
        add(vouchers, Funds.ACCOUNT, day, cause, summary, legs);
        return vouchers;
    }

    private static void add(List<Leg> legs, String account, long fen, @Nullable String party) {
        if (fen != 0) {
            legs.add(new Leg(account, fen, party));
        }
    }

    private static void add(
            List<Voucher> vouchers, String fund, LocalDate day, Cause cause, String summary, List<Leg> legs) {
        if (!legs.isEmpty()) {
            vouchers.add(new Voucher(fund, day, cause, summary, legs));
        }
    }
}
