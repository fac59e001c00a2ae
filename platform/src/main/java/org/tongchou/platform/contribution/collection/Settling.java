package org.tongchou.platform.contribution.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.funding.Part;
import org.tongchou.platform.contribution.employer.Assessment;
import org.tongchou.platform.contribution.employer.Declaration;
import org.tongchou.platform.contribution.employer.Declaration.Incoming;
import org.tongchou.platform.contribution.employer.Declaration.Line;
import org.tongchou.platform.contribution.employer.Declaration.PartSum;
import org.tongchou.platform.contribution.employer.DeclarationStore;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.web.Actor;

/**
 * Settles bills with what came in: an employer's money stands on 暂收款—其他 until a month is paid whole with its late fee; then it
 * becomes income of each fund, and the accounts of the people are credited.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Settling {
    /** Module name in causes. */
    static final String MODULE = "contribution";

    /** A bill's cause. */
    static final String BILL = "bill";

    private static final Map<Part, String> FUNDS = Map.of(
            Part.BASIC, Funds.EMPLOYEE,
            Part.MATERNITY, Funds.MATERNITY,
            Part.LARGE, Funds.LARGE,
            Part.CARE, Funds.CARE);

    private final JdbcClient database;
    private final DeclarationStore store;
    private final Assessment assessment;
    private final Ledger ledger;
    private final PersonalAccounts accounts;

    Settling(
            JdbcClient database,
            DeclarationStore store,
            Assessment assessment,
            Ledger ledger,
            PersonalAccounts accounts) {
        this.database = database;
        this.store = store;
        this.assessment = assessment;
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** The short code of an employer in the books: its organisation code, as a credit code may look like a person's number. */
    static String party(String employerCode) {
        return employerCode.length() == 18 ? employerCode.substring(8, 17) : employerCode;
    }

    /** A bill with what was paid of it, and the late fee on what came late. */
    record Paid(long heldFen, long feeFen, LocalDate last) {}

    /** What an employer has paid for a bill so far; paid principal first, the fee on each late payment. */
    Paid paid(Declaration bill) {
        List<Incoming> receipts = store.receipts(bill.employerId(), bill.month());
        long held = receipts.stream().mapToLong(Incoming::fen).sum() - refunded(bill.employerId(), bill.month());
        long available = held;
        long open = bill.dueFen();
        long fee = 0;
        LocalDate last = bill.month();
        for (Incoming receipt : receipts) {
            long part = Math.min(Math.min(open, receipt.fen()), available);
            if (part > 0) {
                open -= part;
                available -= part;
                if (receipt.day().isAfter(bill.due())) {
                    fee += assessment.lateFee(bill.month(), "", part, receipt.day());
                }
            }
            last = receipt.day().isAfter(last) ? receipt.day() : last;
        }
        return new Paid(held, fee, last);
    }

    long refunded(long employer, LocalDate month) {
        return database.sql("""
                        select coalesce(sum(fen), 0)::bigint from contribution.refund
                        where employer_id = :employer and month = :month and state <> '已退回'""")
                .param("employer", employer)
                .param("month", month)
                .query(Long.class)
                .single();
    }

    /** Holds an employer's month until the end of the transaction. */
    public void hold(long employer, LocalDate month) {
        database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('contribution.month ' || :employer || ' ' || :month, 0))")
                .param("employer", employer)
                .param("month", month.toString())
                .query((row, number) -> 0)
                .list();
    }

    /** What is there beyond the bill of a month. */
    long free(long employer, LocalDate month) {
        return database.sql("""
                        select received_fen - refunded_fen - case when state = '待缴费' then least(received_fen, due_fen)
                            else settled_fen end from contribution.employer_month
                        where employer_id = :employer and month = :month""")
                .param("employer", employer)
                .param("month", month)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Settles the bill of an employer's month if enough is there. */
    public void settle(Actor actor, long employer, LocalDate month, LocalDate day) {
        hold(employer, month);
        Declaration bill = store.live(employer, month)
                .filter(one -> one.state().equals(Declaration.OWED))
                .orElse(null);
        if (bill == null) {
            return;
        }
        Paid paid = paid(bill);
        if (paid.heldFen() < bill.dueFen() + paid.feeFen()) {
            return;
        }
        LocalDate posted = paid.last().isAfter(day) ? paid.last() : day;
        post(actor, bill, paid.feeFen(), posted);
        database.sql("""
                        update contribution.declaration set state = '已缴清', fee_fen = :fee, settled_on = :day,
                            version = version + 1 where id = :id""")
                .param("fee", paid.feeFen())
                .param("day", paid.last())
                .param("id", bill.id())
                .update();
    }

    private void post(Actor actor, Declaration bill, long fee, LocalDate day) {
        long[] direct = {0};
        store.eachLines(
                bill.id(),
                lines -> direct[0] += lines.stream()
                        .mapToLong(line -> Math.min(line.creditFen(), line.basicFen()))
                        .sum());
        long transferred = bill.creditFen() - direct[0];
        String party = party(bill.employerCode());
        String bank = bank(bill);
        Cause cause = new Cause(MODULE, BILL, Long.toString(bill.id()));
        String summary = bill.employerName() + " " + YearMonth.from(bill.month()) + " 医疗保险费";
        List<Voucher> vouchers = new ArrayList<>();
        List<Leg> basic = new ArrayList<>();
        long away = direct[0] + transferred;
        for (PartSum part : store.parts(bill.id())) {
            String fund = FUNDS.getOrDefault(Part.valueOf(part.part().toUpperCase(java.util.Locale.ROOT)), "");
            if (fund.equals(Funds.EMPLOYEE)) {
                add(basic, FundAccounts.DUES_EMPLOYERS, -part.unitFen(), party);
                add(basic, FundAccounts.DUES_PERSONS, direct[0] - part.personalFen(), party);
            } else {
                List<Leg> legs = new ArrayList<>();
                add(legs, bank, part.unitFen() + part.personalFen(), null);
                add(legs, FundAccounts.DUES_EMPLOYERS, -part.unitFen(), party);
                add(legs, FundAccounts.DUES_PERSONS, -part.personalFen(), party);
                away += part.unitFen() + part.personalFen();
                add(vouchers, fund, day, cause, summary, legs);
            }
        }
        add(basic, FundAccounts.RECEIVED_OTHER, bill.dueFen() + fee, party);
        add(basic, FundAccounts.LATE_FEES, -fee, party);
        add(basic, FundAccounts.TO_OTHER_FUNDS, transferred, null);
        add(basic, bank, -away, null);
        add(vouchers, Funds.EMPLOYEE, day, cause, summary, basic);
        ledger.post(actor, vouchers);
        if (bill.creditFen() > 0) {
            List<Leg> legs = new ArrayList<>();
            add(legs, bank, bill.creditFen(), null);
            add(legs, FundAccounts.DUES_PERSONS, -direct[0], party);
            add(legs, FundAccounts.FROM_OTHER_FUNDS, -transferred, null);
            long voucher = ledger.post(actor, new Voucher(Funds.ACCOUNT, day, cause, summary, legs));
            store.eachLines(
                    bill.id(),
                    lines -> accounts.credit(
                            actor,
                            YearMonth.from(bill.month()).toString(),
                            lines.stream()
                                    .filter(line -> line.creditFen() > 0)
                                    .map(line -> new PersonalAccounts.Credit(
                                            line.personId(), line.creditFen(), day, false, cause, voucher))
                                    .toList()));
        }
    }

    private static void add(List<Leg> legs, String account, long fen, @org.jspecify.annotations.Nullable String party) {
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

    /** Where the last money for a bill came in. */
    private String bank(Declaration bill) {
        return database.sql("""
                        select account from contribution.receipt where employer_id = :employer and month = :month
                        order by day desc, id desc limit 1""")
                .param("employer", bill.employerId())
                .param("month", bill.month())
                .query(String.class)
                .optional()
                .orElse(FundAccounts.STATE_TREASURY);
    }

    /** Takes a settlement back: vouchers and credits by their mirrors; the money stands on 暂收款 again. */
    public void takeBack(Actor actor, Declaration bill, LocalDate day) {
        Cause cause = new Cause(MODULE, BILL, Long.toString(bill.id()));
        long mirror = 0;
        for (VoucherView voucher : ledger.byCause(cause)) {
            if (voucher.kind().equals("posting") && voucher.reversedBy() == null) {
                long id = ledger.reverse(actor, voucher.id(), day, bill.reversingReason());
                mirror = voucher.fund().equals(Funds.ACCOUNT) ? id : mirror;
            }
        }
        long voucher = mirror;
        Cause reversal = new Cause(MODULE, "reversal", Long.toString(bill.id()));
        store.eachLines(bill.id(), lines -> {
            for (Line line : lines) {
                if (line.creditFen() > 0) {
                    accounts.reverse(
                            actor,
                            new PersonalAccounts.Refund(
                                    line.personId(), line.creditFen(), day, cause, reversal, voucher));
                }
            }
        });
    }

    /** Books money that came in: under its employer, or as 待查明款项. */
    void book(Actor actor, long receipt, String account, long fen, LocalDate day, String code, boolean known) {
        String party = party(code);
        ledger.post(
                actor,
                new Voucher(
                        Funds.EMPLOYEE,
                        day,
                        new Cause(MODULE, "receipt", Long.toString(receipt)),
                        known ? "单位缴费到账" : "到账待查明",
                        List.of(
                                Leg.debit(account, fen, null),
                                Leg.credit(
                                        known ? FundAccounts.RECEIVED_OTHER : FundAccounts.UNIDENTIFIED, fen, party))));
    }

    /** Books money under the employer that claimed it. */
    void claim(Actor actor, long receipt, String from, String to, long fen, LocalDate day) {
        ledger.post(
                actor,
                new Voucher(
                        Funds.EMPLOYEE,
                        day,
                        new Cause(MODULE, "claim", Long.toString(receipt)),
                        "认领待查明款项",
                        List.of(
                                Leg.debit(FundAccounts.UNIDENTIFIED, fen, party(from)),
                                Leg.credit(FundAccounts.RECEIVED_OTHER, fen, party(to)))));
    }
}
