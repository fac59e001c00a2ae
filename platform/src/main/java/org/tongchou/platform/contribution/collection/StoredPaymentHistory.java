package org.tongchou.platform.contribution.collection;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.coverage.Payment;
import org.tongchou.platform.enrolment.PaymentHistory;

/** What was paid for people: the settled months of their employers, and what they paid themselves. */
@Component
class StoredPaymentHistory implements PaymentHistory {
    private static final String EMPLOYEE = "employee";

    private final JdbcClient database;

    StoredPaymentHistory(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Payment> of(Collection<Long> persons) {
        return persons.stream()
                .map(this::of)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Payment::from).thenComparing(Payment::scheme))
                .toList();
    }

    /** Of one id: a list of them would be planned anew every time, which takes longer than the look itself. */
    private List<Payment> of(long person) {
        return database.sql("""
                        select 'employee' as scheme, d.month as first, (d.month + interval '1 month - 1 day')::date as last,
                            d.settled_on as paid, false as subsidised
                        from contribution.declaration_line l
                        join contribution.declaration d on d.id = l.declaration_id and d.state = '已缴清'
                        where l.person_id = :person
                        union all
                        select scheme, from_day, to_day, paid_on, subsidised_fen > 0 from contribution.due
                        where person_id = :person and state = '已缴'""")
                .param("person", person)
                .query((row, number) -> new Payment(
                        row.getString("scheme"),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getObject("paid", LocalDate.class),
                        row.getBoolean("subsidised") ? Payment.Kind.SUBSIDISED : Payment.Kind.OWN))
                .list();
    }

    @Override
    public List<String> after(Collection<Long> persons, LocalDate day) {
        return database.sql("""
                        select to_char(d.month, 'YYYY 年 MM 月') || ' 职工医保' || d.state || '，'
                            || to_char((l.unit_fen + l.personal_fen) / 100.0, 'FM999999990.00') || ' 元，单位：' || d.employer_name
                        from contribution.declaration_line l join contribution.declaration d on d.id = l.declaration_id
                        where l.person_id = any(:persons) and d.month > :day and d.state in ('待缴费', '已缴清')
                        union all
                        select period || case scheme when 'resident' then ' 年居民医保' else ' 灵活就业人员职工医保' end || state || '，'
                            || to_char((dues_fen - subsidised_fen) / 100.0, 'FM999999990.00') || ' 元'
                        from contribution.due where person_id = any(:persons) and from_day > :day and state in ('待缴', '已缴')
                        order by 1""")
                .param("persons", persons.toArray(Long[]::new))
                .param("day", day)
                .query(String.class)
                .list();
    }

    @Override
    public void paid(String scheme, LocalDate day, LongConsumer person) {
        RowCallbackHandler each = row -> person.accept(row.getLong(1));
        database.sql("""
                        select distinct person_id from contribution.due
                        where scheme = :scheme and state = '已缴' and from_day <= :day and to_day >= :day""").param("scheme", scheme).param("day", day).query(each);
        if (scheme.equals(EMPLOYEE)) {
            database.sql("""
                            select distinct l.person_id from contribution.declaration_line l
                            join contribution.declaration d on d.id = l.declaration_id
                            where d.state = '已缴清' and d.month = date_trunc('month', :day::date)::date""").param("day", day).query(each);
        }
    }
}
