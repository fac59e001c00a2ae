package org.tongchou.platform.fund.closing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.Leg;
import org.tongchou.platform.fund.Voucher;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.fund.ledger.Balances;
import org.tongchou.platform.fund.ledger.Chart;
import org.tongchou.platform.fund.ledger.Signed;
import org.tongchou.platform.fund.ledger.VoucherPosting;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * Months of a fund: closed when all that must hold holds, opened again by somebody else with a reason. Closing December also
 * carries income and spending of the year over to the surplus.
 */
@Service("fundPeriods")
public class Periods {
    private static final String TYPE = "fund.period";
    private static final String YEAR_END = "year-end";

    private final JdbcClient database;
    private final Chart chart;
    private final Balances balances;
    private final ClosingChecks checks;
    private final Ledger ledger;
    private final VoucherPosting posting;
    private final AuditLog audit;
    private final Clock clock;

    Periods(
            JdbcClient database,
            Chart chart,
            Balances balances,
            ClosingChecks checks,
            Ledger ledger,
            VoucherPosting posting,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.chart = chart;
        this.balances = balances;
        this.checks = checks;
        this.ledger = ledger;
        this.posting = posting;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A month of a fund.
     *
     * @param year the year
     * @param month 1 to 12
     * @param closed whether nothing more is posted into it
     * @param vouchers how many vouchers it has
     * @param closedName who closed it last; empty when nobody did
     * @param closedAt when
     * @param reopenedName who opened it again last; empty when nobody did
     * @param reopenedAt when
     * @param reason why it was opened again
     */
    record Period(
            int year,
            int month,
            boolean closed,
            long vouchers,
            String closedName,
            @Nullable OffsetDateTime closedAt,
            String reopenedName,
            @Nullable OffsetDateTime reopenedAt,
            String reason) {}

    /** The twelve months of a year. */
    List<Period> list(String fund, int year) {
        chart.fund(fund);
        Map<Integer, Long> vouchers = new HashMap<>();
        database.sql("""
                        select least(month, 12), count(*) from fund.voucher where fund = :fund and year = :year group by 1
                        """).param("fund", fund).param("year", year).query(row -> {
            vouchers.put(row.getInt(1), row.getLong(2));
        });
        Map<Integer, Period> known = new HashMap<>();
        database.sql("select * from fund.period where fund = :fund and year = :year")
                .param("fund", fund)
                .param("year", year)
                .query(row -> {
                    int month = row.getInt("month");
                    known.put(
                            month,
                            new Period(
                                    year,
                                    month,
                                    row.getString("state").equals("closed"),
                                    vouchers.getOrDefault(month, 0L),
                                    row.getString("closed_name"),
                                    row.getObject("closed_at", OffsetDateTime.class),
                                    row.getString("reopened_name"),
                                    row.getObject("reopened_at", OffsetDateTime.class),
                                    row.getString("reason")));
                });
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> known.getOrDefault(
                        month,
                        new Period(year, month, false, vouchers.getOrDefault(month, 0L), "", null, "", null, "")))
                .toList();
    }

    /** What is looked at before a month is closed. */
    List<ClosingChecks.Check> checks(String fund, YearMonth month) {
        chart.fund(fund);
        return checks.of(fund, month);
    }

    /** Closes a month; refuses while something must still be done. */
    @Transactional
    public void close(Actor actor, String fund, YearMonth month) {
        chart.fund(fund);
        if (month.isAfter(YearMonth.now(clock))) {
            throw Refusal.field("E-FUN-042", "会计期间", month.toString(), "已经开始的月份");
        }
        hold(fund, month);
        if (isClosed(fund, month)) {
            throw Refusal.conflict("E-FUN-043", month + " 已经结账");
        }
        checks.of(fund, month).stream()
                .filter(check -> check.state().equals(ClosingChecks.FAILED))
                .findFirst()
                .ifPresent(check -> {
                    throw Refusal.conflict("E-FUN-040", month + " 不能结账：" + check.name() + "，" + check.detail());
                });
        Long voucher = month.getMonthValue() == 12 ? closeYear(actor, fund, month.getYear()) : null;
        database.sql("""
                        insert into fund.period (fund, year, month, state, closed_by, closed_name, closed_at)
                        values (:fund, :year, :month, 'closed', :who, :whoName, :now)
                        on conflict (fund, year, month) do update set state = 'closed', closed_by = :who,
                            closed_name = :whoName, closed_at = :now
                        """)
                .param("fund", fund)
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .update();
        record(actor, "fund.period.close", fund, month, "结账", Map.of("voucherId", String.valueOf(voucher)));
    }

    /** Opens the last closed month again; never by who closed it. */
    @Transactional
    public void reopen(Actor actor, String fund, YearMonth month, @Nullable String reason) {
        chart.fund(fund);
        String why = Given.requiredLine("反结账原因", reason, 200);
        hold(fund, month);
        Long closer = database.sql("""
                        select closed_by from fund.period
                        where fund = :fund and year = :year and month = :month and state = 'closed'
                        """)
                .param("fund", fund)
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-FUN-044", month + " 没有结账，不需要反结账"));
        if (closer == actor.userId()) {
            throw Refusal.conflict("E-FUN-041", "结账人不能反结账，请由另一人办理");
        }
        if (laterClosed(fund, month)) {
            throw Refusal.conflict("E-FUN-045", month + " 之后的月份已经结账，请从最后一个已结账的月份开始反结账");
        }
        database.sql("""
                        update fund.period set state = 'open', reopened_by = :who, reopened_name = :whoName,
                            reopened_at = :now, reason = :reason
                        where fund = :fund and year = :year and month = :month
                        """)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("now", OffsetDateTime.now(clock))
                .param("reason", why)
                .param("fund", fund)
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .update();
        if (month.getMonthValue() == 12) {
            standing(fund, month.getYear())
                    .forEach(closing -> posting.reverse(actor, closing, month.atEndOfMonth(), "反结账：" + why));
        }
        record(actor, "fund.period.reopen", fund, month, "反结账", Map.of("reason", why));
    }

    /** Keeps everybody from posting into the month until the end of the transaction. */
    private void hold(String fund, YearMonth month) {
        database.sql("select pg_advisory_xact_lock(fund.month_key(:fund, :year, :month))")
                .param("fund", fund)
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query((row, number) -> 0)
                .list();
    }

    private boolean isClosed(String fund, YearMonth month) {
        return list(fund, month.getYear()).get(month.getMonthValue() - 1).closed();
    }

    private boolean laterClosed(String fund, YearMonth month) {
        return database.sql("""
                        select exists (select from fund.period where fund = :fund and state = 'closed'
                            and (year, month) > (:year, :month))
                        """)
                .param("fund", fund)
                .param("year", month.getYear())
                .param("month", month.getMonthValue())
                .query(Boolean.class)
                .single();
    }

    /** Carries income and spending of a year over to the surplus; null when there was none. */
    private @Nullable Long closeYear(Actor actor, String fund, int year) {
        LocalDate last = LocalDate.of(year, 12, 31);
        List<Leg> legs = new ArrayList<>();
        long surplus = 0;
        for (Balances.Line line : balances.of(fund, LocalDate.of(year, 1, 1), last, true)) {
            Chart.Account account = line.account();
            if (!account.leaf() || line.closingFen() == 0 || !isOfTheYear(account)) {
                continue;
            }
            for (Balances.Held held : balances.parties(fund, account.code(), last)) {
                legs.add(new Leg(account.code(), -held.fen(), held.party()));
                surplus += held.fen();
            }
        }
        if (legs.isEmpty()) {
            return null;
        }
        if (surplus != 0) {
            legs.add(new Leg(FundAccounts.SURPLUS, surplus, null));
        }
        long number = database.sql("""
                        select count(*) + 1 from fund.voucher where fund = :fund and year = :year and kind = 'closing'
                        """)
                .param("fund", fund)
                .param("year", year)
                .query(Long.class)
                .single();
        Cause cause = new Cause("fund", YEAR_END, fund + "/" + year + "/" + number);
        return posting.post(
                        Signed.by(actor),
                        VoucherPosting.Kind.CLOSING,
                        List.of(new Voucher(fund, last, cause, year + " 年收入、支出结转基金结余", legs)))
                .get(0);
    }

    private static boolean isOfTheYear(Chart.Account account) {
        return account.kind().equals("income") || account.kind().equals("expense");
    }

    private List<VoucherView> standing(String fund, int year) {
        return database.sql("""
                        select v.id from fund.voucher v where v.fund = :fund and v.year = :year and v.kind = 'closing'
                            and not exists (select from fund.voucher m where m.reverses = v.id)
                        """).param("fund", fund).param("year", year).query(Long.class).list().stream()
                .map(id -> ledger.find(id).orElseThrow())
                .toList();
    }

    private void record(Actor actor, String action, String fund, YearMonth month, String verb, Map<String, ?> after) {
        audit.record(actor, action, TYPE, fund + "/" + month, chart.fund(fund).name() + month + verb, null, after);
    }
}
