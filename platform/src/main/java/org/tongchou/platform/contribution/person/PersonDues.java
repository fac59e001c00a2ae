package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** What was billed for a person, whoever pays it. */
@Component
class PersonDues {
    private static final String BILLED = """
             from contribution.declaration_line l join contribution.declaration d on d.id = l.declaration_id
            where l.person_id = any(:persons) and d.state in ('待缴费', '已缴清', '已冲销')
            """;

    private final JdbcClient database;

    PersonDues(JdbcClient database) {
        this.database = database;
    }

    /**
     * Dues of a month.
     *
     * @param scheme the scheme
     * @param month first day of the month
     * @param payer who pays
     * @param personType 人员类别
     * @param baseFen what they are reckoned on
     * @param unitFen the employer's part
     * @param personalFen the person's part
     * @param creditFen goes to the personal account
     * @param state 待缴费, 已缴清 or 已冲销
     * @param due last day in time
     * @param paidOn when they were paid; null when they are not
     * @param cause the act that the vouchers name
     */
    record Due(
            String scheme,
            LocalDate month,
            String payer,
            String personType,
            long baseFen,
            long unitFen,
            long personalFen,
            long creditFen,
            String state,
            LocalDate due,
            @Nullable LocalDate paidOn,
            Cause cause) {}

    /** Dues of one person under all its ids, the latest month first. */
    Page<Due> of(List<Long> persons, PageQuery page) {
        Long[] ids = persons.toArray(Long[]::new);
        long total = database.sql("select count(*)" + BILLED)
                .param("persons", ids)
                .query(Long.class)
                .single();
        List<Due> rows = database.sql("""
                        select d.id, d.month, d.employer_name, l.person_type, l.base_fen, l.unit_fen, l.personal_fen,
                            l.credit_fen, d.state, d.due, d.settled_on
                        """ + BILLED + " order by d.month desc, d.id desc limit :size offset :offset")
                .param("persons", ids)
                .param("size", page.rows())
                .param("offset", page.offset())
                .query((row, number) -> new Due(
                        "employee",
                        row.getObject("month", LocalDate.class),
                        row.getString("employer_name"),
                        row.getString("person_type"),
                        row.getLong("base_fen"),
                        row.getLong("unit_fen"),
                        row.getLong("personal_fen"),
                        row.getLong("credit_fen"),
                        row.getString("state"),
                        row.getObject("due", LocalDate.class),
                        row.getObject("settled_on", LocalDate.class),
                        new Cause("contribution", "bill", Long.toString(row.getLong("id")))))
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }
}
