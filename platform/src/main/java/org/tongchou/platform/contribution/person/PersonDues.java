package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** What was billed for a person, whoever pays it: an employer, or the person. */
@Component
class PersonDues {
    private static final String OWED = """
            from (select 'employee' as scheme, to_char(d.month, 'YYYY-MM') as period, d.month as first,
                    d.employer_name as payer, l.person_type, l.base_fen, l.unit_fen, l.personal_fen,
                    0::bigint as subsidised_fen, l.credit_fen, d.state, d.due, d.settled_on as paid_on, 'bill' as kind,
                    d.id::text as act
                from contribution.declaration_line l join contribution.declaration d on d.id = l.declaration_id
                where l.person_id = any(:persons) and d.state in ('待缴费', '已缴清', '已冲销')
                union all
                select u.scheme, u.period, u.from_day, '本人', u.person_type, u.base_fen, 0, u.dues_fen - u.subsidised_fen,
                    u.subsidised_fen, u.credit_fen, u.state, u.closes, u.paid_on,
                    case when p.claimed_by is not null then 'person-claim' when p.id is not null then 'person-receipt'
                        when u.claim_id is not null then 'aid' end,
                    case when p.claimed_by is not null then p.id::text
                        when p.id is not null then p.batch_id || '/' || p.part || '/' || p.day else u.claim_id::text end
                from contribution.due u left join contribution.payment p on p.id = u.payment_id
                where u.person_id = any(:persons) and u.state <> '已作废') o
            """;

    private final JdbcClient database;

    PersonDues(JdbcClient database) {
        this.database = database;
    }

    /**
     * Dues of a month or year.
     *
     * @param scheme the scheme
     * @param period the month {@code 2026-03}, or the year
     * @param payer name of the employer, or 本人
     * @param personType 人员类别
     * @param baseFen what they are reckoned on
     * @param unitFen the employer's part
     * @param personalFen the person's part
     * @param subsidisedFen paid by assistance
     * @param creditFen goes to the personal account
     * @param state 待缴费, 已缴清 or 已冲销; 待缴, 已缴 or 已退费
     * @param due last day in time
     * @param paidOn when they were paid; null when they are not
     * @param cause the act that the vouchers name; null when nothing was posted for it
     */
    record Due(
            String scheme,
            String period,
            String payer,
            String personType,
            long baseFen,
            long unitFen,
            long personalFen,
            long subsidisedFen,
            long creditFen,
            String state,
            LocalDate due,
            @Nullable LocalDate paidOn,
            @Nullable Cause cause) {}

    /** Dues of one person under all its ids, the latest month first. */
    Page<Due> of(List<Long> persons, PageQuery page) {
        Long[] ids = persons.toArray(Long[]::new);
        long total = database.sql("select count(*) " + OWED)
                .param("persons", ids)
                .query(Long.class)
                .single();
        List<Due> rows = database.sql("""
                        select *
                        """ + OWED + " order by first desc, scheme, act desc limit :size offset :offset")
                .param("persons", ids)
                .param("size", page.rows())
                .param("offset", page.offset())
                .query((row, number) -> new Due(
                        row.getString("scheme"),
                        row.getString("period"),
                        row.getString("payer"),
                        row.getString("person_type"),
                        row.getLong("base_fen"),
                        row.getLong("unit_fen"),
                        row.getLong("personal_fen"),
                        row.getLong("subsidised_fen"),
                        row.getLong("credit_fen"),
                        row.getString("state"),
                        row.getObject("due", LocalDate.class),
                        row.getObject("paid_on", LocalDate.class),
                        row.getString("kind") == null
                                ? null
                                : PersonBooks.cause(row.getString("kind"), row.getString("act"))))
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }
}
