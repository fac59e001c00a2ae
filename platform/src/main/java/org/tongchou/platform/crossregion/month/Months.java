package org.tongchou.platform.crossregion.month;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.BillBook;
import org.tongchou.platform.crossregion.partner.MonthRows;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.fund.Payments;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Months between regions: drawn up from our bills, compared with the other region's list, reviewed by a second person, paid. */
@Service("crossregionMonths")
class Months {
    private static final String COLUMNS = """
            select m.*, p.name as area_name,
                (select count(*) from crossregion.month_difference d where d.month_id = m.id) as differences,
                (select count(*) from crossregion.month_difference d where d.month_id = m.id and d.note = '') as open
            from crossregion.month m join crossregion.partner p on p.area = m.area""";

    private final JdbcClient database;
    private final MonthLists lists;
    private final MonthRows rows;
    private final MonthPosting posting;
    private final Partners partners;
    private final Payments payments;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Months(
            JdbcClient database,
            MonthLists lists,
            MonthRows rows,
            MonthPosting posting,
            Partners partners,
            Payments payments,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.lists = lists;
        this.rows = rows;
        this.posting = posting;
        this.partners = partners;
        this.payments = payments;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    Page<Month> list(String role, String area, PageQuery page) {
        long total = database.sql("""
                        select count(*) from crossregion.month where (:role = '' or role = :role) and (:area = '' or area = :area)""")
                .param("role", role)
                .param("area", area)
                .query(Long.class)
                .single();
        List<Month> found = database.sql(COLUMNS
                        + " where (:role = '' or m.role = :role) and (:area = '' or m.area = :area)"
                        + page.orderBy(Map.of("id", "m.id", "month", "m.month", "state", "m.state"), "m.id desc")
                        + " limit " + page.rows() + " offset " + page.offset())
                .param("role", role)
                .param("area", area)
                .query((row, i) -> read(row))
                .list();
        return new Page<>(found, total, page.number(), page.rows());
    }

    Month get(long id) {
        return database.sql(COLUMNS + " where m.id = :id")
                .param("id", id)
                .query((row, i) -> read(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这个月的异地清算"));
    }

    Month.View view(long id) {
        return new Month.View(get(id), funds(id), differences(id));
    }

    List<Month.FundPart> funds(long id) {
        return database.sql("select * from crossregion.month_fund where month_id = :id order by fund")
                .param("id", id)
                .query((row, i) -> {
                    String fund = row.getString("fund");
                    Fund named = region.pack().vocabulary().funds().get(fund);
                    return new Month.FundPart(
                            fund,
                            named == null ? fund : named.name(),
                            row.getLong("due_fen"),
                            row.getLong("carried_fen"),
                            row.getLong("pay_fen"),
                            payments.stateOf(fund, MonthPosting.cause(id)).orElse(""));
                })
                .list();
    }

    private List<Month.Difference> differences(long id) {
        return database.sql("""
                        select line, kind, message, kept, our_total_fen, our_pay_fen, their_total_fen, their_pay_fen, note,
                            handled_name
                        from crossregion.month_difference where month_id = :id order by line""").param("id", id).query(Month.Difference.class).list();
    }

    /** Our bills of a month, as the other region gets them. */
    List<Messages.Row> ours(long id) {
        Month month = get(id);
        return rows.of(month.role(), month.area(), YearMonth.parse(month.month()));
    }

    /** Draws a month up; the other region's list is the given one, or asked for when null. */
    @Transactional
    public Month draw(Actor actor, Month.Request request, @Nullable List<Messages.Row> given) {
        String role = Given.text(request.role());
        if (!role.equals(BillBook.CARE) && !role.equals(BillBook.HOME)) {
            throw Refusal.field("E-CRS-050", "角色", role, "就医地或参保地");
        }
        String text = Given.text(request.month());
        if (!text.matches("20[0-9]{2}-(0[1-9]|1[0-2])")
                || !YearMonth.parse(text).isBefore(YearMonth.now(clock))) {
            throw Refusal.field("E-CRS-051", "月份", text, "形如 2026-03 的、已经过去的月份");
        }
        YearMonth month = YearMonth.parse(text);
        Partner partner = partners.get(Given.text(request.area()));
        hold(role, partner);
        if (taken(role, partner, text)) {
            throw Refusal.conflict("E-CRS-052", "与" + partner.name() + " " + text + " 的" + role + "清算已经编制，或还有一个月待复核");
        }
        List<Messages.Row> ours = rows.of(role, partner.area(), month);
        List<Messages.Row> theirs = given == null ? lists.ask(role, partner, month) : given;
        long id = create(actor, role, partner, text, ours, theirs);
        database.sql("""
                        insert into crossregion.month_bill (bill_id, month_id)
                        select b.id, :id from crossregion.bill b where b.role = :role and b.area = :area and b.day <= :last
                            and not exists (select from crossregion.month_bill t where t.bill_id = b.id)""")
                .param("id", id)
                .param("role", role)
                .param("area", partner.area())
                .param("last", month.atEndOfMonth())
                .update();
        fund(id, role, partner);
        compare(id, ours, theirs);
        Month drawn = get(id);
        record(actor, "draw", "编制", drawn);
        return drawn;
    }

    private void hold(String role, Partner partner) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('crossregion.month ' || :what, 0))")
                .param("what", role + partner.area())
                .query((row, i) -> 0)
                .list();
    }

    private boolean taken(String role, Partner partner, String month) {
        return database.sql("""
                        select exists (select from crossregion.month where role = :role and area = :area
                            and (state = '待复核' or (state <> '已退回' and month = :month)))""")
                .param("role", role)
                .param("area", partner.area())
                .param("month", month)
                .query(Boolean.class)
                .single();
    }

    private long create(
            Actor actor,
            String role,
            Partner partner,
            String month,
            List<Messages.Row> ours,
            List<Messages.Row> theirs) {
        return database.sql("""
                        insert into crossregion.month (role, area, month, our_count, our_total_fen, our_pay_fen, their_count,
                            their_total_fen, their_pay_fen, created_by, created_name)
                        values (:role, :area, :month, :count, :total, :pay, :theirCount, :theirTotal, :theirPay, :who, :whoName)
                        returning id""")
                .param("role", role)
                .param("area", partner.area())
                .param("month", month)
                .param("count", ours.size())
                .param("total", ours.stream().mapToLong(Messages.Row::totalFen).sum())
                .param("pay", ours.stream().mapToLong(Messages.Row::payFen).sum())
                .param("theirCount", theirs.size())
                .param(
                        "theirTotal",
                        theirs.stream().mapToLong(Messages.Row::totalFen).sum())
                .param(
                        "theirPay",
                        theirs.stream().mapToLong(Messages.Row::payFen).sum())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .query(Long.class)
                .single();
    }

    /** What is due by fund, with what earlier months left below zero. */
    private void fund(long id, String role, Partner partner) {
        database.sql("""
                        insert into crossregion.month_fund (month_id, fund, due_fen, carried_fen, pay_fen)
                        select :id, fund, sum(due), sum(carried), greatest(sum(due) + sum(carried), 0) from (
                            select f.fund, f.fen as due, 0 as carried from crossregion.month_bill t
                                join crossregion.bill_fund f on f.bill_id = t.bill_id where t.month_id = :id
                            union all
                            select f.fund, 0, f.due_fen - f.pay_fen from crossregion.month_fund f
                                join crossregion.month m on m.id = f.month_id
                            where m.role = :role and m.area = :area and m.state in ('已确认', '已到账')) parts
                        group by fund having sum(due) <> 0 or sum(carried) <> 0""")
                .param("id", id)
                .param("role", role)
                .param("area", partner.area())
                .update();
    }

    private void compare(long id, List<Messages.Row> ours, List<Messages.Row> theirs) {
        Map<String, Messages.Row> left = new LinkedHashMap<>();
        theirs.forEach(row -> left.put(row.message() + " " + row.kept(), row));
        int line = 0;
        for (Messages.Row here : ours) {
            Messages.Row there = left.remove(here.message() + " " + here.kept());
            if (there == null) {
                differ(id, ++line, "本地多", here, null);
            } else if (there.totalFen() != here.totalFen() || there.payFen() != here.payFen()) {
                differ(id, ++line, "金额不符", here, there);
            }
        }
        for (Messages.Row there : left.values()) {
            differ(id, ++line, "对方多", null, there);
        }
    }

    private void differ(long id, int line, String kind, Messages.@Nullable Row here, Messages.@Nullable Row there) {
        Messages.Row any = Objects.requireNonNull(here == null ? there : here);
        database.sql("""
                        insert into crossregion.month_difference (month_id, line, kind, message, kept, our_total_fen, our_pay_fen,
                            their_total_fen, their_pay_fen)
                        values (:id, :line, :kind, :message, :kept, :total::bigint, :pay::bigint, :theirTotal::bigint,
                            :theirPay::bigint)""")
                .param("id", id)
                .param("line", line)
                .param("kind", kind)
                .param("message", any.message())
                .param("kept", any.kept())
                .param("total", here == null ? null : here.totalFen())
                .param("pay", here == null ? null : here.payFen())
                .param("theirTotal", there == null ? null : there.totalFen())
                .param("theirPay", there == null ? null : there.payFen())
                .update();
    }

    /** Says how a difference was handled. */
    @Transactional
    public Month.View handle(Actor actor, long id, int line, @Nullable String note) {
        Month month = waiting(id, null);
        int changed = database.sql("""
                        update crossregion.month_difference set note = :note, handled_name = :name
                        where month_id = :id and line = :line""")
                .param("note", Given.requiredLine("处理说明", note, 500))
                .param("name", actor.displayName())
                .param("id", id)
                .param("line", line)
                .update();
        if (changed == 0) {
            throw Refusal.notFound("这一行差异");
        }
        record(actor, "handle", "处理差异第 " + line + " 行：", month);
        return view(id);
    }

    private Month waiting(long id, @Nullable Integer version) {
        database.sql("select 1 from crossregion.month where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        Month month = get(id);
        if (!month.state().equals(Month.WAITING) || (version != null && version != month.version())) {
            throw Refusal.conflict("E-CRS-053", "这个月的清算" + month.state() + "，不能再改；请刷新后再看");
        }
        return month;
    }

    /** Confirms it, which asks for the payment of what we owe, or returns it; never by who drew it up. */
    @Transactional
    public Month review(Actor actor, long id, Month.Review review) {
        Month month = waiting(id, Given.required("版本", review.version()));
        if (month.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-CRS-054", "编制人不能复核自己编制的清算，请由另一人复核");
        }
        boolean accept = Given.required("复核结论", review.accept());
        if (accept && month.open() > 0) {
            throw Refusal.conflict("E-CRS-055", "还有 " + month.open() + " 行差异没有处理，不能确认");
        }
        String reason = accept ? "" : Given.requiredLine("退回原因", review.reason(), 200);
        if (accept && month.role().equals(BillBook.HOME)) {
            posting.pay(actor, month, partners.get(month.area()), funds(id));
        }
        if (!accept) {
            database.sql("delete from crossregion.month_bill where month_id = :id")
                    .param("id", id)
                    .update();
        }
        database.sql("""
                        update crossregion.month set state = :state, reason = :reason, reviewed_by = :who,
                            reviewed_name = :whoName, reviewed_at = now(), version = version + 1 where id = :id""")
                .param("state", accept ? Month.DONE : "已退回")
                .param("reason", reason)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("id", id)
                .update();
        Month after = get(id);
        record(actor, accept ? "confirm" : "return", accept ? "复核" : "退回", after);
        return after;
    }

    /** Books that the other region paid; by another than who drew the month up. */
    @Transactional
    public Month receive(Actor actor, long id, Month.Receipt receipt) {
        database.sql("select 1 from crossregion.month where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
        Month month = get(id);
        if (!month.state().equals(Month.DONE) || !month.role().equals(BillBook.CARE)) {
            throw Refusal.conflict("E-CRS-056", "只有已确认的就医地清算可以登记到账");
        }
        if (month.createdBy() == actor.userId()) {
            throw Refusal.conflict("E-CRS-054", "编制人不能登记到账，请由另一人登记");
        }
        LocalDate day = Given.day("到账日期", receipt.day());
        posting.receive(actor, month, funds(id), day);
        database.sql(
                        "update crossregion.month set state = :state, received_on = :day, version = version + 1 where id = :id")
                .param("state", Month.RECEIVED)
                .param("day", day)
                .param("id", id)
                .update();
        Month after = get(id);
        record(actor, "receive", "登记到账", after);
        return after;
    }

    private void record(Actor actor, String act, String verb, Month month) {
        audit.record(
                actor,
                "crossregion.month." + act,
                "crossregion.month",
                Long.toString(month.id()),
                verb + "与" + month.areaName() + " " + month.month() + " 的" + month.role() + "清算",
                null,
                Map.of(
                        "本地", Money.ofFen(month.ourPayFen()).toString(),
                        "对方", Money.ofFen(month.theirPayFen()).toString(),
                        "差异", month.differences()));
    }

    private static Month read(ResultSet row) throws SQLException {
        return new Month(
                row.getLong("id"),
                row.getString("role"),
                row.getString("area"),
                row.getString("area_name"),
                row.getString("month"),
                row.getString("state"),
                row.getLong("our_count"),
                row.getLong("our_total_fen"),
                row.getLong("our_pay_fen"),
                row.getLong("their_count"),
                row.getLong("their_total_fen"),
                row.getLong("their_pay_fen"),
                row.getLong("differences"),
                row.getLong("open"),
                row.getString("reason"),
                row.getLong("created_by"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class),
                row.getString("reviewed_name"),
                row.getObject("received_on", LocalDate.class),
                row.getInt("version"));
    }
}
