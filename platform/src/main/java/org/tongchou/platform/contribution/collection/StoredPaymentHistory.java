package org.tongchou.platform.contribution.collection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.coverage.Payment;
import org.tongchou.platform.enrolment.PaymentHistory;

/** What was paid for people: the settled months of their employers. */
@Component
class StoredPaymentHistory implements PaymentHistory {
    private static final String EMPLOYEE = "employee";

    private final JdbcClient database;

    StoredPaymentHistory(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Payment> of(Collection<Long> persons) {
        return database.sql("""
                        select d.month, d.settled_on from contribution.declaration_line l
                        join contribution.declaration d on d.id = l.declaration_id and d.state = '已缴清'
                        where l.person_id = any(:persons) order by d.month, d.id""")
                .param("persons", persons.toArray(Long[]::new))
                .query((row, number) -> {
                    LocalDate month = row.getObject(1, LocalDate.class);
                    return new Payment(
                            EMPLOYEE,
                            month,
                            month.plusMonths(1).minusDays(1),
                            row.getObject(2, LocalDate.class),
                            Payment.Kind.OWN);
                })
                .list();
    }

    @Override
    public List<String> after(Collection<Long> persons, LocalDate day) {
        return database.sql("""
                        select to_char(d.month, 'YYYY 年 MM 月') || ' 职工医保' || d.state || '，'
                            || to_char((l.unit_fen + l.personal_fen) / 100.0, 'FM999999990.00') || ' 元，单位：' || d.employer_name
                        from contribution.declaration_line l join contribution.declaration d on d.id = l.declaration_id
                        where l.person_id = any(:persons) and d.month > :day and d.state in ('待缴费', '已缴清')
                        order by d.month, d.id""")
                .param("persons", persons.toArray(Long[]::new))
                .param("day", day)
                .query(String.class)
                .list();
    }

    @Override
    public void paid(String scheme, LocalDate day, LongConsumer person) {
        if (scheme.equals(EMPLOYEE)) {
            RowCallbackHandler each = row -> person.accept(row.getLong(1));
            database.sql("""
                            select distinct l.person_id from contribution.declaration_line l
                            join contribution.declaration d on d.id = l.declaration_id
                            where d.state = '已缴清' and d.month = date_trunc('month', :day::date)::date""").param("day", day).query(each);
        }
    }
}
