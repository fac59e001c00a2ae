package org.tongchou.platform.enrolment.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.person.Rules;
import org.tongchou.platform.enrolment.person.SchemeNames;
import org.tongchou.platform.enrolment.person.SchemeRank;
import org.tongchou.platform.enrolment.person.StoredPersons;

/** What should not be on file, to be looked into and resolved by an act. */
@Component
class Detections {
    private static final int MOST = 500;
    private static final String NEWBORN_CODE = "1401";
    private static final String NOW = """
             and not %1$s.cancelled and %1$s.from_day <= :day and (%1$s.to_day is null or %1$s.to_day >= :day)""";
    private static final String TWO_SCHEMES = """
            select p.id, p.number, p.name, p.county, o.id as other_id, o.number as other_number,
                a.scheme || ' ' || a.from_day || ' ' || b.scheme || ' ' || b.from_day as found
            from enrolment.enrolment a join enrolment.enrolment b on b.person_id = a.person_id and a.scheme < b.scheme
                join enrolment.person p on p.id = a.person_id left join enrolment.person o on false
            where a.scheme = any(:basic) and b.scheme = any(:basic)
            """ + NOW.formatted("a") + NOW.formatted("b");
    private static final String SAME_PERSON = """
            select p.id, p.number, p.name, p.county, o.id as other_id, o.number as other_number, p.born::text as found
            from enrolment.person p join enrolment.person o on o.name = p.name and o.born = p.born and o.sex = p.sex
                and o.id > p.id and o.merged_into is null and not o.cancelled
            where true
            """;
    private static final String NEWBORN_GROWN = """
            select p.id, p.number, p.name, p.county, o.id as other_id, o.number as other_number, p.born::text as found
            from enrolment.enrolment a join enrolment.person p on p.id = a.person_id left join enrolment.person o on false
            where a.person_type = :newborn and p.born < :day::date - interval '2 years'
            """ + NOW.formatted("a");
    private static final String EMPLOYER_CLOSED = """
            select p.id, p.number, p.name, p.county, o.id as other_id, o.number as other_number,
                u.name || ' ' || u.closed as found
            from enrolment.employer u join enrolment.enrolment a on a.employer_id = u.id
                join enrolment.person p on p.id = a.person_id left join enrolment.person o on false
            where u.closed < :day
            """ + NOW.formatted("a");
    private static final String DEAD = """
            select p.id, p.number, p.name, p.county, o.id as other_id, o.number as other_number, p.died::text as found
            from enrolment.person p left join enrolment.person o on false where p.died is not null
            """;

    /** What is looked for. */
    enum Kind {
        /** In two basic schemes at once. */
        TWO_SCHEMES("重复参保", Detections.TWO_SCHEMES),
        /** Two files of the same name, sex and day of birth. */
        SAME_PERSON("疑似重复档案", Detections.SAME_PERSON),
        /** 新生儿 for more than two years. */
        NEWBORN_GROWN("新生儿类别超龄", Detections.NEWBORN_GROWN),
        /** Enrolled through an employer that is closed. */
        EMPLOYER_CLOSED("单位已注销仍参保", Detections.EMPLOYER_CLOSED),
        /** Dues after death. */
        DEAD_AND_PAYING("死亡后仍缴费", Detections.DEAD);

        private final String word;
        private final String sql;

        Kind(String word, String sql) {
            this.word = word;
            this.sql = sql;
        }

        /** What people read. */
        String word() {
            return word;
        }
    }

    /**
     * Something found.
     *
     * @param kind what
     * @param word what people call it
     * @param personId whose file
     * @param number 人员编号
     * @param name name
     * @param county six digits
     * @param otherId the other file; null for none
     * @param otherNumber its 人员编号; empty for none
     * @param found one sentence
     */
    record Found(
            Kind kind,
            String word,
            long personId,
            String number,
            String name,
            String county,
            @Nullable Long otherId,
            String otherNumber,
            String found) {}

    private record Hit(
            long id,
            String number,
            String name,
            String county,
            @Nullable Long otherId,
            @Nullable String otherNumber,
            String found) {}

    private final JdbcClient database;
    private final SchemeRank schemes;
    private final StoredPersons persons;
    private final Rules rules;
    private final ObjectProvider<PaymentHistory> payments;
    private final Clock clock;

    Detections(
            JdbcClient database,
            SchemeRank schemes,
            StoredPersons persons,
            Rules rules,
            ObjectProvider<PaymentHistory> payments,
            Clock clock) {
        this.database = database;
        this.schemes = schemes;
        this.persons = persons;
        this.rules = rules;
        this.payments = payments;
        this.clock = clock;
    }

    /** The first few hundred of a kind within some counties. */
    List<Found> find(Kind kind, List<String> counties) {
        LocalDate day = LocalDate.now(clock);
        List<Hit> hits = database.sql(kind.sql + """
                         and p.merged_into is null and not p.cancelled and p.county = any(:counties)
                        order by p.id limit :most""")
                .param("day", day)
                .param("basic", schemes.basic(day).toArray(String[]::new))
                .param("newborn", rules.findType(NEWBORN_CODE).orElse(""))
                .param("counties", counties.toArray(String[]::new))
                .param("most", MOST)
                .query(Hit.class)
                .list();
        List<Found> found = new ArrayList<>();
        for (Hit hit : hits) {
            String sentence = kind == Kind.DEAD_AND_PAYING ? paying(hit) : sentence(kind, hit.found());
            if (!sentence.isEmpty()) {
                String other = hit.otherNumber();
                found.add(new Found(
                        kind,
                        kind.word(),
                        hit.id(),
                        hit.number(),
                        hit.name(),
                        hit.county(),
                        hit.otherId(),
                        other == null ? "" : other,
                        sentence));
            }
        }
        return found;
    }

    /** What was paid after death; empty when nothing was. */
    private String paying(Hit hit) {
        PaymentHistory history = payments.getIfAvailable();
        return history == null
                ? ""
                : String.join("；", history.after(persons.idsOf(hit.id()), LocalDate.parse(hit.found())));
    }

    private static String sentence(Kind kind, String found) {
        String[] parts = found.split(" ", -1);
        return switch (kind) {
            case TWO_SCHEMES ->
                SchemeNames.of(parts[0]) + "（" + parts[1] + " 起）与" + SchemeNames.of(parts[2]) + "（" + parts[3]
                        + " 起）同时有效";
            case SAME_PERSON -> "姓名、性别、出生日期（" + found + "）相同";
            case NEWBORN_GROWN -> found + " 出生，仍按新生儿参保";
            case EMPLOYER_CLOSED -> parts[0] + "已于 " + parts[parts.length - 1] + " 注销";
            case DEAD_AND_PAYING -> found;
        };
    }

    /** The kinds in their order. */
    static List<Kind> kinds() {
        return Arrays.asList(Kind.values());
    }
}
