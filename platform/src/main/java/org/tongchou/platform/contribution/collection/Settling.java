package org.tongchou.platform.contribution.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

    /** First key of the locks on employers' months. */
    private static final int LOCKS = 0x4455_4553;

    /** A power of two; a transaction can hold a few thousand. */
    private static final int MOST_LOCKS = 1024;

    private static final int CHUNK = 500;

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

    /** An employer's month. */
    public record Due(long employer, LocalDate month) {}

    /**
     * A bill with what was paid of it.
     *
     * @param bill the bill
     * @param heldFen what came in and was not paid back
     * @param feeFen the late fee on what came late
     * @param last when it was paid whole; as long as it is not, when the last money came
     */
    private record Paid(Declaration bill, long heldFen, long feeFen, LocalDate last) {
        boolean whole() {
            return heldFen >= bill.dueFen() + feeFen;
        }
    }

    /** What an employer has paid for a bill so far; paid principal first, the fee on each late payment. */
    private Paid paid(Declaration bill, List<Incoming> receipts, long refunded) {
        long held = receipts.stream().mapToLong(Incoming::fen).sum() - refunded;
        long available = held;
        long open = bill.dueFen();
        long fee = 0;
        long came = 0;
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
            came += receipt.fen();
            if (open == 0 && Math.min(came, held) >= bill.dueFen() + fee) {
                break;
            }
        }
        return new Paid(bill, held, fee, last);
    }

    /** Holds an employer's month until the end of the transaction. */
    public void hold(long employer, LocalDate month) {
        hold(List.of(new Due(employer, month)));
    }

    /** Holds employers' months until the end of the transaction; some may share a lock, as there are not enough for all. */
    public void hold(Collection<Due> months) {
        database.sql("""
                        select pg_advisory_xact_lock(%d, lock) from (
                            select distinct hashtext(employer || ' ' || month) & %d as lock
                            from unnest(:employers::bigint[], :months::date[]) as due (employer, month)
                            order by lock offset 0) locks""".formatted(LOCKS, MOST_LOCKS - 1))
                .param("employers", employers(months))
                .param("months", months(months))
                .query((row, number) -> 0)
                .list();
    }

    private static Long[] employers(Collection<Due> months) {
        return months.stream().map(Due::employer).toArray(Long[]::new);
    }

    private static String[] months(Collection<Due> months) {
        return months.stream().map(due -> due.month().toString()).toArray(String[]::new);
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
        settle(actor, List.of(new Due(employer, month)), day);
    }

    /**
     * Settles the bills of employers' months for which enough is there.
     *
     * @param day first day on which that may stand in the books; else when they were paid whole
     */
    public void settle(Actor actor, Collection<Due> months, LocalDate day) {
        List<Due> all = months.stream().distinct().toList();
        for (int from = 0; from < all.size(); from += CHUNK) {
            settleSome(actor, all.subList(from, Math.min(from + CHUNK, all.size())), day);
        }
    }

    private void settleSome(Actor actor, List<Due> months, LocalDate day) {
        hold(months);
        List<Declaration> bills = store.owed(employers(months), months(months));
        Map<Due, List<Incoming>> receipts = new HashMap<>();
        Map<Due, String> banks = new HashMap<>();
        receipts(months, receipts, banks);
        Map<Due, Long> refunded = refunded(months);
        List<Paid> whole = bills.stream()
                .map(bill -> {
                    Due due = new Due(bill.employerId(), bill.month());
                    return paid(bill, receipts.getOrDefault(due, List.of()), refunded.getOrDefault(due, 0L));
                })
                .filter(Paid::whole)
                .toList();
        if (whole.isEmpty()) {
            return;
        }
        post(actor, whole, banks, day);
        database.sql("""
                        update contribution.declaration d set state = '已缴清', fee_fen = paid.fee, settled_on = paid.day,
                            version = version + 1
                        from unnest(:ids::bigint[], :fees::bigint[], :days::date[]) as paid (id, fee, day)
                        where d.id = paid.id""")
                .param("ids", whole.stream().map(paid -> paid.bill().id()).toArray(Long[]::new))
                .param("fees", whole.stream().map(Paid::feeFen).toArray(Long[]::new))
                .param(
                        "days",
                        whole.stream().map(paid -> paid.last().toString()).toArray(String[]::new))
                .update();
    }

    /** What came in for employers' months in order of time, and where the last of it came. */
    private void receipts(List<Due> months, Map<Due, List<Incoming>> receipts, Map<Due, String> banks) {
        database.sql("""
                        select r.employer_id, r.month, r.id, r.day, r.fen, r.reference, r.account
                        from unnest(:employers::bigint[], :months::date[]) as due (employer, month)
                            join contribution.receipt r on r.employer_id = due.employer and r.month = due.month
                        order by r.day, r.id""")
                .param("employers", employers(months))
                .param("months", months(months))
                .query(row -> {
                    Due due = new Due(row.getLong(1), row.getObject(2, LocalDate.class));
                    receipts.computeIfAbsent(due, any -> new ArrayList<>())
                            .add(new Incoming(
                                    row.getLong(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getLong(5),
                                    row.getString(6)));
                    banks.put(due, row.getString(7));
                });
    }

    private Map<Due, Long> refunded(List<Due> months) {
        Map<Due, Long> refunded = new HashMap<>();
        database.sql("""
                        select f.employer_id, f.month, sum(f.fen)::bigint
                        from unnest(:employers::bigint[], :months::date[]) as due (employer, month)
                            join contribution.refund f on f.employer_id = due.employer and f.month = due.month
                        where f.state <> '已退回' group by f.employer_id, f.month""")
                .param("employers", employers(months))
                .param("months", months(months))
                .query(row -> {
                    refunded.put(new Due(row.getLong(1), row.getObject(2, LocalDate.class)), row.getLong(3));
                });
        return refunded;
    }

    static Cause cause(Declaration bill) {
        return new Cause(MODULE, BILL, Long.toString(bill.id()));
    }

    private void post(Actor actor, List<Paid> whole, Map<Due, String> banks, LocalDate day) {
        Long[] ids = whole.stream().map(paid -> paid.bill().id()).toArray(Long[]::new);
        Map<Long, Long> direct = store.direct(ids);
        Map<Long, List<PartSum>> parts = store.parts(ids);
        List<Voucher> vouchers = new ArrayList<>();
        Map<Long, Integer> accountVouchers = new HashMap<>();
        Map<Long, LocalDate> days = new HashMap<>();
        for (Paid paid : whole) {
            Declaration bill = paid.bill();
            LocalDate posted = paid.last().isAfter(day) ? paid.last() : day;
            String bank = banks.getOrDefault(new Due(bill.employerId(), bill.month()), FundAccounts.STATE_TREASURY);
            days.put(bill.id(), posted);
            vouchers.addAll(BillVouchers.of(
                    bill,
                    new BillVouchers.Money(
                            paid.feeFen(),
                            direct.getOrDefault(bill.id(), 0L),
                            parts.getOrDefault(bill.id(), List.of()),
                            bank),
                    posted));
            if (bill.creditFen() > 0) {
                accountVouchers.put(bill.id(), vouchers.size() - 1);
            }
        }
        List<Long> posted = ledger.post(actor, vouchers);
        whole.stream()
                .map(Paid::bill)
                .filter(bill -> bill.creditFen() > 0)
                .collect(Collectors.groupingBy(Declaration::month))
                .forEach((month, bills) -> {
                    Map<Long, Cause> causes =
                            bills.stream().collect(Collectors.toMap(Declaration::id, Settling::cause));
                    store.eachCredit(
                            causes.keySet().toArray(Long[]::new),
                            some -> accounts.credit(
                                    actor,
                                    YearMonth.from(month).toString(),
                                    some.stream()
                                            .map(line -> new PersonalAccounts.Credit(
                                                    line.person(),
                                                    line.fen(),
                                                    Objects.requireNonNull(days.get(line.declaration())),
                                                    false,
                                                    Objects.requireNonNull(causes.get(line.declaration())),
                                                    posted.get(Objects.requireNonNull(
                                                            accountVouchers.get(line.declaration())))))
                                            .toList()));
                });
    }

    /** Takes a settlement back: vouchers and credits by their mirrors; the money stands on 暂收款 again. */
    public void takeBack(Actor actor, Declaration bill, LocalDate day) {
        Cause cause = cause(bill);
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

    /**
     * Money that came in.
     *
     * @param id id of the receipt
     * @param account where it came in
     * @param fen how much
     * @param day when
     * @param code code of the employer in the file
     * @param known whether that is on file
     */
    record Receipt(long id, String account, long fen, LocalDate day, String code, boolean known) {
        private Voucher voucher() {
            String standing = known ? FundAccounts.RECEIVED_OTHER : FundAccounts.UNIDENTIFIED;
            return new Voucher(
                    Funds.EMPLOYEE,
                    day,
                    new Cause(MODULE, "receipt", Long.toString(id)),
                    known ? "单位缴费到账" : "到账待查明",
                    List.of(Leg.debit(account, fen, null), Leg.credit(standing, fen, party(code))));
        }
    }

    /** Books money that came in: under its employer, or as 待查明款项. */
    void book(Actor actor, List<Receipt> receipts) {
        ledger.post(actor, receipts.stream().map(Receipt::voucher).toList());
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
