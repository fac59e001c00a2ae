package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.funding.Part;
import org.tongchou.platform.contribution.employer.Declaration.Incoming;
import org.tongchou.platform.contribution.employer.Declaration.Line;
import org.tongchou.platform.contribution.employer.Declaration.PartSum;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The rows of declarations. */
@Component
public class DeclarationStore {
    private static final int CHUNK = 5_000;
    private static final Map<String, String> SORTABLE = Map.of(
            "id", "id",
            "month", "month",
            "employerName", "employer_name",
            "state", "state",
            "people", "people",
            "unitFen", "unit_fen",
            "personalFen", "personal_fen",
            "due", "due");
    private static final Map<String, String> LINES_SORTABLE =
            Map.of("number", "number", "name", "name", "wageFen", "wage_fen", "baseFen", "base_fen");
    private static final String LINE = """
            select person_id, number, name, person_type, wage_fen, base_fen, unit_fen, personal_fen, basic_fen, credit_fen
            from contribution.declaration_line
            """;

    private final JdbcClient database;

    DeclarationStore(JdbcClient database) {
        this.database = database;
    }

    Page<Declaration> page(Where where, PageQuery page) {
        long total = where.query(database, "select count(*) from contribution.declaration", "")
                .query(Long.class)
                .single();
        List<Declaration> rows = where.query(
                        database,
                        "select * from contribution.declaration",
                        page.orderBy(SORTABLE, "month desc, id desc") + " limit " + page.rows() + " offset "
                                + page.offset())
                .query(Declaration.class)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** A declaration, held until the end of the transaction. */
    public Declaration lock(long id) {
        return find("id = :id for update", Map.of("id", id)).orElseThrow(() -> Refusal.notFound("这份申报"));
    }

    Declaration get(long id) {
        return find("id = :id", Map.of("id", id)).orElseThrow(() -> Refusal.notFound("这份申报"));
    }

    /** The one that counts for an employer and month, held until the end of the transaction. */
    public Optional<Declaration> live(long employer, LocalDate month) {
        return find(
                "employer_id = :employer and month = :month and state not in ('已冲销', '已撤回') for update",
                Map.of("employer", employer, "month", month));
    }

    /** Those of a month that wait for review by somebody else than who entered them, in order. */
    List<Long> waiting(List<String> counties, LocalDate month, long notBy) {
        return database.sql("""
                        select id from contribution.declaration where state = '待复核' and month = :month
                            and county = any(:counties) and entered_by <> :who order by id""")
                .param("month", month)
                .param("counties", counties.toArray(String[]::new))
                .param("who", notBy)
                .query(Long.class)
                .list();
    }

    /** Employers whose month is submitted, whether it is reviewed or not. */
    Set<Long> submitted(List<String> counties, LocalDate month) {
        return database.sql("""
                        select employer_id from contribution.declaration where month = :month and county = any(:counties)
                            and state in ('待复核', '待缴费', '已缴清')""")
                .param("month", month)
                .param("counties", counties.toArray(String[]::new))
                .query(Long.class)
                .set();
    }

    /** The bill of an employer and month. */
    Optional<Declaration> bill(long employer, LocalDate month) {
        return find(
                "employer_id = :employer and month = :month and state in ('待缴费', '已缴清')",
                Map.of("employer", employer, "month", month));
    }

    private Optional<Declaration> find(String condition, Map<String, ?> values) {
        return database.sql("select * from contribution.declaration where " + condition)
                .params(values)
                .query(Declaration.class)
                .optional();
    }

    /** Wages that were declared last, by id of the person; of the same declaration first. */
    Map<Long, @Nullable Long> wages(long employer, LocalDate month) {
        Map<Long, @Nullable Long> wages = new HashMap<>();
        database.sql("""
                        select person_id, wage_fen from contribution.declaration_line where declaration_id = (
                            select id from contribution.declaration
                            where employer_id = :employer and month <= :month and state <> '已撤回'
                            order by month desc, (state <> '已冲销') desc, id desc limit 1)
                            and wage_fen is not null""").param("employer", employer).param("month", month).query(row -> {
            wages.put(row.getLong(1), row.getLong(2));
        });
        return wages;
    }

    /** Writes the people and sums of one that is worked on, over those it had. */
    void write(long id, Assessment.Assessed assessed) {
        database.sql("delete from contribution.declaration_line where declaration_id = :id")
                .param("id", id)
                .update();
        database.sql("delete from contribution.declaration_part where declaration_id = :id")
                .param("id", id)
                .update();
        List<Line> lines = assessed.lines();
        for (int from = 0; from < lines.size(); from += CHUNK) {
            insert(id, lines.subList(from, Math.min(from + CHUNK, lines.size())));
        }
        List<PartSum> parts = assessed.parts();
        database.sql("""
                        insert into contribution.declaration_part
                        select :id, part, unit, personal
                        from unnest(:part::text[], :unit::bigint[], :personal::bigint[]) as p (part, unit, personal)""")
                .param("id", id)
                .param("part", column("text", parts, PartSum::part))
                .param("unit", column("bigint", parts, PartSum::unitFen))
                .param("personal", column("bigint", parts, PartSum::personalFen))
                .update();
        database.sql("""
                        update contribution.declaration set people = :people, unpaid_wages = :without, base_fen = :base,
                            unit_fen = :unit, personal_fen = :personal, credit_fen = :credit, due = :due,
                            version = version + 1 where id = :id""")
                .param("people", lines.size())
                .param(
                        "without",
                        lines.stream().filter(line -> line.wageFen() == null).count())
                .param("base", assessed.baseFen())
                .param("unit", parts.stream().mapToLong(PartSum::unitFen).sum())
                .param(
                        "personal",
                        parts.stream().mapToLong(PartSum::personalFen).sum())
                .param("credit", lines.stream().mapToLong(Line::creditFen).sum())
                .param("due", assessed.due())
                .param("id", id)
                .update();
    }

    private void insert(long id, List<Line> lines) {
        database.sql("""
                        insert into contribution.declaration_line
                        select :id, l.* from unnest(:person::bigint[], :number::text[], :name::text[], :type::text[],
                            :wage::bigint[], :base::bigint[], :unit::bigint[], :personal::bigint[], :basic::bigint[],
                            :credit::bigint[]) as l""")
                .param("id", id)
                .param("person", column("bigint", lines, Line::personId))
                .param("number", column("text", lines, Line::number))
                .param("name", column("text", lines, Line::name))
                .param("type", column("text", lines, Line::personType))
                .param("wage", column("bigint", lines, Line::wageFen))
                .param("base", column("bigint", lines, Line::baseFen))
                .param("unit", column("bigint", lines, Line::unitFen))
                .param("personal", column("bigint", lines, Line::personalFen))
                .param("basic", column("bigint", lines, Line::basicFen))
                .param("credit", column("bigint", lines, Line::creditFen))
                .update();
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    Page<Line> lines(long id, PageQuery page) {
        long total = database.sql("select people from contribution.declaration where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        List<Line> rows = database.sql(LINE + " where declaration_id = :id"
                        + page.orderBy(LINES_SORTABLE, "person_id") + " limit " + page.rows() + " offset "
                        + page.offset())
                .param("id", id)
                .query(Line.class)
                .list();
        return new Page<>(rows, total, page.number(), page.rows());
    }

    /** Gives the people in order, some at a time. */
    public void eachLines(long id, Consumer<List<Line>> visitor) {
        long after = 0;
        while (true) {
            List<Line> rows = database.sql(LINE + """
                             where declaration_id = :id and person_id > :after order by person_id limit
                            """ + CHUNK)
                    .param("id", id)
                    .param("after", after)
                    .query(Line.class)
                    .list();
            if (rows.isEmpty()) {
                return;
            }
            visitor.accept(rows);
            after = rows.get(rows.size() - 1).personId();
        }
    }

    /** What is owed, by insurance in the engine's order. */
    public List<PartSum> parts(long id) {
        Map<String, PartSum> found = new HashMap<>();
        database.sql(
                        "select part, unit_fen, personal_fen from contribution.declaration_part where declaration_id = :id")
                .param("id", id)
                .query(row -> {
                    found.put(row.getString(1), new PartSum(row.getString(1), "", row.getLong(2), row.getLong(3)));
                });
        return java.util.Arrays.stream(Part.values())
                .filter(part -> found.containsKey(part.word()))
                .map(part -> {
                    PartSum sum = java.util.Objects.requireNonNull(found.get(part.word()));
                    return new PartSum(part.word(), part.printed(), sum.unitFen(), sum.personalFen());
                })
                .toList();
    }

    /** What came in for an employer and month, in order of time. */
    public List<Incoming> receipts(long employer, LocalDate month) {
        return database.sql("""
                        select id, day, fen, reference from contribution.receipt
                        where employer_id = :employer and month = :month order by day, id""")
                .param("employer", employer)
                .param("month", month)
                .query(Incoming.class)
                .list();
    }
}
