package org.tongchou.platform.contribution.collection;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.employer.Assessment;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Employer;
import org.tongchou.platform.enrolment.Employers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What came in against what is owed: matched, short, over, unknown; arrears by age; unknown money claimed. */
@Service
class Receivables {
    private static final Map<String, String> RECEIPTS_SORTABLE =
            Map.of("id", "r.id", "day", "r.day", "fen", "r.fen", "month", "r.month");
    private static final Map<String, String> ARREARS_SORTABLE =
            Map.of("employerName", "d.employer_name", "month", "d.month", "due", "d.due", "dueFen", "m.due_fen");
    private static final String STANDING = """
            case when r.employer_id is null then '待查明'
                when m.state = '已缴清' and m.received_fen - m.refunded_fen > m.settled_fen then '多缴'
                when m.state = '已缴清' then '已核销'
                when m.state = '待缴费' then '少缴'
                when m.received_fen - m.refunded_fen <= 0 then '已退费' else '没有核定' end""";
    private static final String RECEIPTS = """
             from contribution.receipt r left join contribution.employer_month m
                on m.employer_id = r.employer_id and m.month = r.month
             left join contribution.declaration d on d.id = m.declaration_id""";
    private static final String ARREARS = """
             from contribution.declaration d join contribution.employer_month m on m.declaration_id = d.id
            """;

    private final JdbcClient database;
    private final Settling settling;
    private final Assessment assessment;
    private final Employers employers;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    Receivables(
            JdbcClient database,
            Settling settling,
            Assessment assessment,
            Employers employers,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.settling = settling;
        this.assessment = assessment;
        this.employers = employers;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Money that came in.
     *
     * @param id its id
     * @param employerCode credit code
     * @param employerName name; empty when unknown
     * @param month month that it is for
     * @param fen how much
     * @param day when
     * @param account where
     * @param reference number of the bank or tax office
     * @param batchId the imported file
     * @param standing 待查明, 没有核定, 少缴, 已核销, 多缴 or 已退费
     * @param overFen what is there beyond the bill of the month
     * @param declarationId the bill; null when there is none
     */
    record Receipt(
            long id,
            String employerCode,
            String employerName,
            LocalDate month,
            long fen,
            LocalDate day,
            String account,
            String reference,
            long batchId,
            String standing,
            long overFen,
            @Nullable Long declarationId) {}

    /**
     * A bill that is not paid in time.
     *
     * @param declarationId the bill
     * @param employerCode credit code
     * @param employerName name
     * @param county six digits
     * @param month month
     * @param due last day in time
     * @param dueFen bill
     * @param receivedFen paid of it
     * @param owedFen left
     * @param feeFen late fee if the rest were paid on the day
     * @param days days after the last day in time
     * @param age 三个月以内, 三个月至一年 or 一年以上
     */
    record Arrear(
            long declarationId,
            String employerCode,
            String employerName,
            String county,
            LocalDate month,
            LocalDate due,
            long dueFen,
            long receivedFen,
            long owedFen,
            long feeFen,
            long days,
            String age) {}

    Page<Receipt> receipts(
            String[] counties,
            boolean all,
            @Nullable String standing,
            @Nullable String code,
            @Nullable LocalDate month,
            PageQuery page) {
        Where where = new Where()
                .and("(d.county = any(:counties) or (d.id is null and :all))", "counties", counties)
                .with("all", all)
                .when(standing, STANDING + " = :standing", "standing")
                .when(code, "(r.employer_code = :code or r.reference = :code)", "code")
                .when(month, "r.month = :month", "month");
        return where.page(
                database,
                page,
                "select count(*) " + RECEIPTS,
                """
                        select r.id, r.employer_code, coalesce(d.employer_name, '') as employer_name, r.month, r.fen, r.day,
                            r.account, r.reference, r.batch_id, d.id as declaration_id,
                            greatest(coalesce(m.received_fen - m.refunded_fen - m.settled_fen, 0), 0) as over_fen,
                        """ + STANDING + " as standing " + RECEIPTS,
                page.orderBy(RECEIPTS_SORTABLE, "r.id desc"),
                Receipt.class);
    }

    Page<Arrear> arrears(String[] counties, LocalDate day, @Nullable String text, PageQuery page) {
        Where where = new Where()
                .and("d.state = '待缴费' and d.county = any(:counties)", "counties", counties)
                .and("d.due < :day", "day", day)
                .when(text, "(d.employer_code = :text or position(:text in d.employer_name) > 0)", "text");
        long total = where.query(database, "select count(*) " + ARREARS, "")
                .query(Long.class)
                .single();
        List<Arrear> rows = where.query(
                        database,
                        """
                        select d.id, d.employer_code, d.employer_name, d.county, d.month, d.due, m.due_fen,
                            m.received_fen - m.refunded_fen as received_fen
                        """ + ARREARS,
                        page.orderBy(ARREARS_SORTABLE, "d.due, d.id") + " limit " + page.rows() + " offset "
                                + page.offset())
                .query((row, number) -> {
                    LocalDate due = row.getObject("due", LocalDate.class);
                    long owed = Math.max(0, row.getLong("due_fen") - row.getLong("received_fen"));
                    LocalDate month = row.getObject("month", LocalDate.class);
                    return new Arrear(
                            row.getLong("id"),
                            row.getString("employer_code"),
                            row.getString("employer_name"),
                            row.getString("county"),
                            month,
                            due,
                            row.getLong("due_fen"),
                            row.getLong("received_fen"),
                            owed,
                            assessment.lateFee(month, "", owed, day),
                            ChronoUnit.DAYS.between(due, day),
                            age(due, day));
                })
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    private static String age(LocalDate due, LocalDate day) {
        long months = ChronoUnit.MONTHS.between(due, day);
        return months < 3 ? "三个月以内" : months < 12 ? "三个月至一年" : "一年以上";
    }

    /** Tells whose money an unknown receipt is. */
    @Transactional
    void claim(
            Actor actor,
            long receipt,
            @Nullable String employerCode,
            @Nullable YearMonth month,
            @Nullable String reason) {
        String why = Given.requiredLine("认领依据", reason, 200);
        String code = Given.text(employerCode);
        Employer employer =
                employers.byCode(code).orElseThrow(() -> Refusal.field("E-CON-001", "单位代码", code, "已登记的参保单位的统一社会信用代码"));
        actor.mustSee(region.county(employer.county()).unitId());
        LocalDate first = Given.required("所属月份", month).atDay(1);
        Unknown unknown = database.sql("""
                        select given_code as code, fen, day from contribution.receipt
                        where id = :id and employer_id is null for update""")
                .param("id", receipt)
                .query(Unknown.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-CON-033", "这笔到账不是待查明款项，或已被认领"));
        LocalDate today = LocalDate.now(clock);
        database.sql("""
                        update contribution.receipt set employer_id = :employer, employer_code = :code, month = :month,
                            claimed_by = :who, claimed_name = :whoName, claim_reason = :reason where id = :id""")
                .param("employer", employer.id())
                .param("code", employer.code())
                .param("month", first)
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("reason", why)
                .param("id", receipt)
                .update();
        settling.claim(actor, receipt, unknown.code(), employer.code(), unknown.fen(), today);
        settling.settle(actor, employer.id(), first, today);
        audit.record(
                actor,
                "contribution.receipt.claim",
                "contribution.receipt",
                Long.toString(receipt),
                "认领待查明款项 " + Money.ofFen(unknown.fen()) + "至" + employer.name(),
                null,
                Map.of("依据", why, "所属月份", first.toString()));
    }

    private record Unknown(String code, long fen, LocalDate day) {}
}
