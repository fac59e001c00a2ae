package org.tongchou.platform.enrolment.person;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolment;
import org.tongchou.platform.enrolment.HeadCount;
import org.tongchou.platform.enrolment.HeadCut;

/** Everybody who is enrolled on a day: one by one, and as heads by cuts. */
@Component
public class EnrolledRows {
    private static final int FETCH = 2000;
    private static final String PERIOD = """
            e.id, e.person_id, e.scheme, e.person_type, e.from_day, e.to_day, e.end_reason, e.employer_id, e.county, e.fee_tier
            """;
    private static final String FROM = """
             from enrolment.enrolment e join enrolment.person p on p.id = e.person_id
            """;
    private static final String WORDS = """
            array(select i.word from enrolment.identity i where i.person_id = e.person_id and not i.cancelled
                and i.from_day <= :day and (i.to_day is null or i.to_day >= :day) order by i.word)
            """;
    private static final String AGES = """
            case when extract(year from age(:day::date, p.born)) < 7 then '0—6 岁'
                when extract(year from age(:day::date, p.born)) < 18 then '7—17 岁'
                when extract(year from age(:day::date, p.born)) < 45 then '18—44 岁'
                when extract(year from age(:day::date, p.born)) < 60 then '45—59 岁'
                when extract(year from age(:day::date, p.born)) < 80 then '60—79 岁' else '80 岁以上' end
            """;
    /** What a cut is in the row; the class of aid is made of the words afterwards. */
    private static final Map<HeadCut, String> CUTS = new EnumMap<>(Map.of(
            HeadCut.SCHEME, "e.scheme",
            HeadCut.COUNTY, "e.county",
            HeadCut.PERSON_TYPE, "e.person_type",
            HeadCut.FEE_TIER, "e.fee_tier",
            HeadCut.SEX, "p.sex",
            HeadCut.AGE, AGES,
            HeadCut.AID_CLASS, "array_to_string(" + WORDS + ", ' ')",
            HeadCut.EMPLOYER, "coalesce(e.employer_id::text, '')"));

    private final JdbcClient database;
    private final JdbcClient streaming;
    private final AidClasses classes;
    private final SchemeRank schemes;

    EnrolledRows(JdbcClient database, DataSource source, AidClasses classes, SchemeRank schemes) {
        this.database = database;
        JdbcTemplate template = new JdbcTemplate(source);
        template.setFetchSize(FETCH);
        this.streaming = JdbcClient.create(template);
        this.classes = classes;
        this.schemes = schemes;
    }

    /** Gives them one by one; the cursor needs a transaction. */
    @Transactional
    public void each(EnrolledQuery query, Consumer<Enrolled> consumer) {
        RowCallbackHandler each = row -> consumer.accept(read(row));
        where(query)
                .query(streaming, """
                        select p.number, p.name, p.born, p.sex,
                        """ + PERIOD + ", " + WORDS + " as words " + FROM, " order by e.person_id, e.scheme")
                .query(each);
    }

    /** Heads by cuts. */
    public List<HeadCount> count(EnrolledQuery query, Set<HeadCut> cuts) {
        List<HeadCut> by = cuts.stream().sorted().toList();
        String expressions = by.stream().map(CUTS::get).collect(Collectors.joining(", "));
        Where where = query.scheme() == null ? counting(query) : where(query);
        Map<Map<HeadCut, String>, Long> heads = new HashMap<>();
        where.query(
                        database,
                        "select count(*)" + (by.isEmpty() ? "" : ", " + expressions) + FROM,
                        by.isEmpty()
                                ? ""
                                : " group by "
                                        + by.stream()
                                                .map(cut -> Integer.toString(by.indexOf(cut) + 2))
                                                .collect(Collectors.joining(", ")))
                .query(row -> {
                    Map<HeadCut, String> of = new TreeMap<>();
                    for (int i = 0; i < by.size(); i++) {
                        of.put(by.get(i), word(by.get(i), row.getString(i + 2)));
                    }
                    heads.merge(of, row.getLong(1), Long::sum);
                });
        return heads.entrySet().stream()
                .map(cell -> new HeadCount(cell.getKey(), cell.getValue()))
                .toList();
    }

    private String word(HeadCut cut, String value) {
        return cut == HeadCut.AID_CLASS ? classes.of(Arrays.asList(value.split(" "))) : value;
    }

    /** Without a scheme everybody counts once, in the basic scheme that ranks first. */
    private Where counting(EnrolledQuery query) {
        return where(query)
                .and(
                        "e.scheme = any(:basic)",
                        "basic",
                        schemes.basic(query.day()).toArray(String[]::new))
                .and("""
                        not exists (select 1 from enrolment.enrolment o where o.person_id = e.person_id and not o.cancelled
                            and o.from_day <= :day and (o.to_day is null or o.to_day >= :day)
                            and array_position(:basic, o.scheme) < array_position(:basic, e.scheme))""");
    }

    private static Where where(EnrolledQuery query) {
        Where where = new Where()
                .and("not e.cancelled and not p.cancelled and e.from_day <= :day", "day", query.day())
                .and("(e.to_day is null or e.to_day >= :day)")
                .and("(p.died is null or p.died >= :day)")
                .when(query.scheme(), "e.scheme = :scheme", "scheme");
        array(where, query.employers(), "e.employer_id = any(:employers)", "employers", new Long[0]);
        array(where, query.counties(), "e.county = any(:counties)", "counties", new String[0]);
        array(where, query.persons(), "e.person_id = any(:persons)", "persons", new Long[0]);
        return where;
    }

    private static <T> void array(
            Where where, @Nullable Collection<T> values, String condition, String name, T[] type) {
        if (values != null) {
            where.and(condition, name, values.toArray(type));
        }
    }

    private Enrolled read(ResultSet row) throws SQLException {
        List<String> words = words(row.getArray("words"));
        return new Enrolled(
                period(row, 0),
                row.getString("number"),
                row.getString("name"),
                row.getObject("born", LocalDate.class),
                row.getString("sex"),
                words,
                classes.of(words));
    }

    private static List<String> words(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    static Enrolment period(ResultSet row, int number) throws SQLException {
        return new Enrolment(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("scheme"),
                row.getString("person_type"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("end_reason"),
                row.getObject("employer_id", Long.class),
                row.getString("county"),
                row.getString("fee_tier"));
    }

    /** The periods of a person in order of time. */
    public List<Enrolment> periods(long person) {
        return database.sql("select " + PERIOD + """
                         from enrolment.enrolment e where e.person_id = :person and not e.cancelled
                        order by e.from_day, e.id""")
                .param("person", person)
                .query(EnrolledRows::period)
                .list();
    }
}
