package org.tongchou.platform.enrolment.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeRank;

/** Who should be in basic insurance and is not (未参保动员名单). */
@Component
public class Missing {
    private static final String RESIDENT = "resident";
    private static final String SELECT = """
            select p.id, p.number, p.name, p.certificate_masked as masked, p.born, p.county, p.phone_masked as phone,
                coalesce(h.number, '') as household, coalesce(h.address, '') as address,
                coalesce(f.assignee_name, '') as assignee
            from enrolment.person p left join enrolment.household h on h.id = p.household_id
                left join enrolment.followup f on f.person_id = p.id and f.state <> '已办结'
            where p.merged_into is null and not p.cancelled and p.died is null and
            """;
    private static final String ENROLLED = """
            exists (select 1 from enrolment.enrolment e where e.person_id = %s and not e.cancelled
                and e.scheme = any(:basic) and e.from_day <= %s and (e.to_day is null or e.to_day >= %s))""";
    private static final String TODAY = ENROLLED.formatted("p.id", ":day", ":day");
    private static final String YEAR_BEFORE = ENROLLED.formatted("p.id", ":before", ":before");
    private static final String RELATIVE =
            " exists (select 1 from enrolment.person r where r.household_id = p.household_id"
                    + " and r.id <> p.id and not r.cancelled and r.merged_into is null and "
                    + ENROLLED.formatted("r.id", ":day", ":day") + ")";

    /** Why somebody is on the list; everybody is for one reason only. */
    public enum Reason {
        /** In basic insurance a year ago and not now. */
        NOT_RENEWED("去年参保，今年未续", " and not " + TODAY + " and " + YEAR_BEFORE),
        /** Not a year ago either, but somebody of the household is. */
        RELATIVE_ENROLLED("家庭成员已参保，本人未参保", " and not " + TODAY + " and not " + YEAR_BEFORE + " and " + RELATIVE),
        /** On the roll of the population only. */
        ON_ROLL_ONLY("在人口名单中，未参保", " and not " + TODAY + " and not " + YEAR_BEFORE + " and not " + RELATIVE),
        /** In the resident scheme, and nothing is paid. */
        UNPAID(
                "已参保登记，未缴费",
                " and exists (select 1 from enrolment.enrolment e where e.person_id = p.id and not e.cancelled"
                        + " and e.scheme = 'resident' and e.from_day <= :day and (e.to_day is null or e.to_day >= :day))");

        private final String word;
        private final String condition;

        Reason(String word, String condition) {
            this.word = word;
            this.condition = condition;
        }

        /** What people read. */
        public String word() {
            return word;
        }
    }

    /**
     * Somebody to be called.
     *
     * @param id the person
     * @param number 人员编号
     * @param name name
     * @param masked masked number of the certificate
     * @param born day of birth
     * @param county six digits
     * @param phone masked telephone number
     * @param household 户号
     * @param address where
     * @param assignee who calls them already; empty when nobody does
     */
    public record Person(
            long id,
            String number,
            String name,
            String masked,
            LocalDate born,
            String county,
            String phone,
            String household,
            String address,
            String assignee) {}

    private final JdbcClient database;
    private final SchemeRank schemes;
    private final ObjectProvider<PaymentHistory> payments;
    private final Rules rules;

    Missing(JdbcClient database, SchemeRank schemes, ObjectProvider<PaymentHistory> payments, Rules rules) {
        this.database = database;
        this.schemes = schemes;
        this.payments = payments;
        this.rules = rules;
    }

    /** The first people of a list, in the order of households. */
    @Transactional(readOnly = true)
    public List<Person> list(Reason reason, List<String> counties, @Nullable LocalDate given, int most) {
        return people(
                reason,
                " p.county = any(:counties)",
                "counties",
                counties.toArray(String[]::new),
                rules.dayOrToday(given),
                most);
    }

    /** Those of the given people who are on one of the lists today. */
    @Transactional(readOnly = true)
    public List<Person> among(Set<Reason> reasons, Set<Long> ids) {
        return reasons.stream()
                .flatMap(reason -> people(
                        reason, " p.id = any(:ids)", "ids", ids.toArray(Long[]::new), rules.today(), Integer.MAX_VALUE)
                        .stream())
                .toList();
    }

    private List<Person> people(Reason reason, String which, String name, Object values, LocalDate day, int most) {
        Predicate<Person> wanted = reason == Reason.UNPAID ? unpaid(day) : person -> true;
        List<Person> people = new ArrayList<>();
        try (var rows = database
                .sql(SELECT + which + reason.condition + " order by h.number nulls last, p.id")
                .param(name, values)
                .param("day", day)
                .param("before", day.minusYears(1))
                .param("basic", schemes.basic(day).toArray(String[]::new))
                .query(Person.class)
                .stream()) {
            rows.filter(wanted).limit(most).forEach(people::add);
        }
        return people;
    }

    /** Those of whom no payment is known; nobody, when no module tells payments. */
    private Predicate<Person> unpaid(LocalDate day) {
        PaymentHistory history = payments.getIfAvailable();
        if (history == null) {
            return person -> false;
        }
        BitSet paid = new BitSet();
        history.paid(RESIDENT, day, person -> paid.set(Math.toIntExact(person)));
        return person -> !paid.get(Math.toIntExact(person.id()));
    }
}
