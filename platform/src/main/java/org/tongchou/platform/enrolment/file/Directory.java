package org.tongchou.platform.enrolment.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.person.Certificate;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** The list of people: by name, any number, county, scheme. */
@Component
class Directory {
    /** Longer lists are not counted to the end: nobody pages through them. */
    private static final int COUNTED = 10_000;

    private static final String COLUMNS = """
            select p.id, p.number, p.name, p.certificate_masked as masked, p.sex, p.born, p.died, p.county,
                coalesce((select string_agg(e.scheme || ' ' || e.person_type, '、' order by e.from_day)
                    from enrolment.enrolment e where e.person_id = p.id and not e.cancelled and e.from_day <= :today
                        and (e.to_day is null or e.to_day >= :today)), '') as enrolled
            """;
    /** A masked number as lists show it. */
    private static final Pattern WHOLE_MASK = Pattern.compile("[0-9A-Za-z]{6}\\*{8}[0-9A-Za-z]{4}");

    private static final String FROM = " from enrolment.person p";
    private static final Map<String, String> SORTABLE =
            Map.of("number", "p.number", "name", "p.name", "born", "p.born");
    private static final String IN_SCHEME = """
            exists (select 1 from enrolment.enrolment e where e.person_id = p.id and not e.cancelled and e.scheme = :scheme
                and e.from_day <= :today and (e.to_day is null or e.to_day >= :today))""";
    private static final String NOWHERE = """
            not exists (select 1 from enrolment.enrolment e where e.person_id = p.id and not e.cancelled
                and e.from_day <= :today and (e.to_day is null or e.to_day >= :today))""";

    private final JdbcClient database;
    private final PersonalSecrets secrets;
    private final Region region;
    private final Clock clock;

    Directory(JdbcClient database, PersonalSecrets secrets, Region region, Clock clock) {
        this.database = database;
        this.secrets = secrets;
        this.region = region;
        this.clock = clock;
    }

    /**
     * Whom to look for.
     *
     * @param text beginning of the name, 人员编号, masked number, or number of the certificate
     * @param county six digits
     * @param scheme in which scheme today; {@code none} for nobody's
     * @param householdId a household
     * @param employerId an employer or school
     */
    record Search(
            @Nullable String text,
            @Nullable String county,
            @Nullable String scheme,
            @Nullable Long householdId,
            @Nullable Long employerId) {}

    /**
     * A person in a list.
     *
     * @param id its id
     * @param number 人员编号
     * @param name name
     * @param masked masked number of the certificate
     * @param sex {@code male}, {@code female} or empty
     * @param born day of birth
     * @param died day of death
     * @param county six digits
     * @param enrolled scheme and person type of each period of today, separated by 、
     */
    record Row(
            long id,
            String number,
            String name,
            String masked,
            String sex,
            LocalDate born,
            @Nullable LocalDate died,
            String county,
            String enrolled) {}

    Page<Row> find(Actor actor, Search search, PageQuery page) {
        Where where = where(actor, search);
        String order = page.orderByKey(SORTABLE, "p.id");
        long total = where.query(
                        database, "select count(*) from (select 1" + FROM, " limit " + COUNTED + ") as counted")
                .param("today", today())
                .query(Long.class)
                .single();
        List<Row> rows = where.query(
                        database,
                        COLUMNS + " from (select p.*" + FROM,
                        order + " limit " + page.rows() + " offset " + page.offset() + ") as p" + order)
                .param("today", today())
                .query(Directory::read)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** Everybody who is looked for, in the order of their ids. */
    @Transactional(readOnly = true)
    void each(Actor actor, Search search, Consumer<Row> consumer) {
        try (var rows = where(actor, search)
                .query(database, COLUMNS + FROM, " order by p.id")
                .param("today", today())
                .query(Directory::read)
                .stream()) {
            rows.forEach(consumer);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Where where(Actor actor, Search search) {
        Where where = new Where()
                .and("p.merged_into is null and not p.cancelled")
                .and("p.county = any(:scope)", "scope", scope(actor))
                .when(search.county(), "p.county = :county", "county")
                .when(search.householdId(), "p.household_id = :household", "household")
                .when(
                        search.employerId(),
                        "exists (select 1 from enrolment.enrolment e where e.person_id = p.id and e.employer_id = :employer"
                                + " and not e.cancelled and e.from_day <= :today and (e.to_day is null or e.to_day >= :today))",
                        "employer");
        String text = Given.text(search.text());
        if (!text.isEmpty()) {
            text(where, text);
        }
        String scheme = Given.text(search.scheme());
        if (scheme.equals("none")) {
            where.and(NOWHERE);
        } else if (!scheme.isEmpty()) {
            where.and(IN_SCHEME, "scheme", scheme);
        }
        return where;
    }

    private void text(Where where, String text) {
        if (WHOLE_MASK.matcher(text).matches()) {
            where.and("p.certificate_masked = :masked", "masked", text.toUpperCase(Locale.ROOT));
            return;
        }
        if (text.contains("*")) {
            where.and("p.certificate_masked like :masked", "masked", text.replaceAll("\\*+", "%"));
            return;
        }
        if (text.codePoints().anyMatch(Character::isIdeographic)) {
            where.and("p.name like :name", "name", text.replaceAll("[%_\\\\]", "") + "%");
            return;
        }
        Certificate.parse(text)
                .findValue()
                .ifPresentOrElse(
                        certificate ->
                                where.and("p.certificate_hash = :hash", "hash", secrets.hash(certificate.number())),
                        () -> where.and("p.number = :number", "number", text));
    }

    String[] scope(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getString("number"),
                row.getString("name"),
                row.getString("masked"),
                row.getString("sex"),
                row.getObject("born", LocalDate.class),
                row.getObject("died", LocalDate.class),
                row.getString("county"),
                row.getString("enrolled"));
    }
}
