package org.tongchou.platform.contribution.employer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** Names of the insurances by word, in the engine's order. */
    private static final Map<String, String> PARTS = Arrays.stream(Part.values())
            .collect(Collectors.toMap(Part::word, Part::printed, (one, other) -> one, LinkedHashMap::new));

    private final JdbcClient database;

    DeclarationStore(JdbcClient database) {
        this.database = database;
    }

    Page<Declaration> page(Where where, PageQuery page) {
        return where.page(
                database,
                page,
                "select count(*) from contribution.declaration",
                "select * from contribution.declaration",
                page.orderBy(SORTABLE, "month desc, id desc"),
                Declaration.class);
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

    /** Those that count for a month of some employers, by employer; held until the end of the transaction. */
    Map<Long, Declaration> live(Collection<Long> employers, LocalDate month) {
        return database
                .sql("""
                        select * from contribution.declaration where employer_id = any(:employers) and month = :month
                            and state not in ('已冲销', '已撤回') order by id for update""")
                .param("employers", employers.toArray(Long[]::new))
                .param("month", month)
                .query(Declaration.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Declaration::employerId, one -> one));
    }

    /** Some by their ids, held until the end of the transaction. */
    List<Declaration> lock(Collection<Long> ids) {
        return database.sql("select * from contribution.declaration where id = any(:ids) order by id for update")
                .param("ids", ids.toArray(Long[]::new))
                .query(Declaration.class)
                .list();
    }

    /** Some by their ids. */
    List<Declaration> all(Collection<Long> ids) {
        return database.sql("select * from contribution.declaration where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Declaration.class)
                .list();
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

    /** The bills of employers' months that are not settled, held until the end of the transaction. */
    public List<Declaration> owed(Long[] employers, String[] months) {
        return database.sql("""
                        select * from contribution.declaration where state = '待缴费' and (employer_id, month) in (
                            select * from unnest(:employers::bigint[], :months::date[]))
                        order by id for update""")
                .param("employers", employers)
                .param("months", months)
                .query(Declaration.class)
                .list();
    }

    private Optional<Declaration> find(String condition, Map<String, ?> values) {
        return database.sql("select * from contribution.declaration where " + condition)
                .params(values)
                .query(Declaration.class)
                .optional();
    }

    /** Wages that were declared last, by id of the employer and of the person; of the same declaration first. */
    Map<Long, Map<Long, @Nullable Long>> wages(Collection<Long> employers, LocalDate month) {
        Map<Long, Map<Long, @Nullable Long>> wages = new HashMap<>();
        database.sql("""
                        select d.employer_id, l.person_id, l.wage_fen
                        from unnest(:employers::bigint[]) as employer (id) cross join lateral (
                                select id, employer_id from contribution.declaration
                                where employer_id = employer.id and month <= :month and state <> '已撤回'
                                order by month desc, (state <> '已冲销') desc, id desc limit 1) d
                            join contribution.declaration_line l on l.declaration_id = d.id
                        where l.wage_fen is not null""")
                .param("employers", employers.toArray(Long[]::new))
                .param("month", month)
                .query(row -> {
                    wages.computeIfAbsent(row.getLong(1), id -> new HashMap<>()).put(row.getLong(2), row.getLong(3));
                });
        return wages;
    }

    /** Of what people each was assessed, see {@link Assessment.Staff#inputs}. */
    Map<Long, String> inputs(Collection<Long> ids) {
        Map<Long, String> inputs = new HashMap<>();
        database.sql("select id, inputs from contribution.declaration where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    inputs.put(row.getLong(1), row.getString(2));
                });
        return inputs;
    }

    /** Writes the people and sums of some that are worked on, over those they had, by id. */
    void write(Map<Long, Assessment.Assessed> assessed) {
        Long[] ids = assessed.keySet().toArray(Long[]::new);
        for (String table : List.of("declaration_line", "declaration_part")) {
            database.sql("delete from contribution." + table + " where declaration_id = any(:ids)")
                    .param("ids", ids)
                    .update();
        }
        List<Of<Line>> lines = new ArrayList<>();
        List<Of<PartSum>> parts = new ArrayList<>();
        List<Of<Assessment.Assessed>> sums = new ArrayList<>();
        assessed.forEach((id, of) -> {
            of.lines().forEach(line -> lines.add(new Of<>(id, line)));
            of.parts().forEach(part -> parts.add(new Of<>(id, part)));
            sums.add(new Of<>(id, of));
        });
        for (int from = 0; from < lines.size(); from += CHUNK) {
            insert(lines.subList(from, Math.min(from + CHUNK, lines.size())));
        }
        database.sql("""
                        insert into contribution.declaration_part
                        select * from unnest(:id::bigint[], :part::text[], :unit::bigint[], :personal::bigint[])""")
                .param("id", ids(parts))
                .param("part", column("text", parts, PartSum::part))
                .param("unit", column("bigint", parts, PartSum::unitFen))
                .param("personal", column("bigint", parts, PartSum::personalFen))
                .update();
        database.sql("""
                        update contribution.declaration d set people = s.people, unpaid_wages = s.without, base_fen = s.base,
                            unit_fen = s.unit, personal_fen = s.personal, credit_fen = s.credit, due = s.due,
                            inputs = s.inputs, version = version + 1
                        from unnest(:id::bigint[], :people::int[], :without::int[], :base::bigint[], :unit::bigint[],
                                :personal::bigint[], :credit::bigint[], :due::date[], :inputs::text[])
                            as s (id, people, without, base, unit, personal, credit, due, inputs)
                        where d.id = s.id""")
                .param("id", ids(sums))
                .param("people", column("int", sums, of -> of.lines().size()))
                .param("without", column("int", sums, Assessment.Assessed::unpaid))
                .param("base", column("bigint", sums, Assessment.Assessed::baseFen))
                .param("unit", column("bigint", sums, Assessment.Assessed::unitFen))
                .param("personal", column("bigint", sums, Assessment.Assessed::personalFen))
                .param("credit", column("bigint", sums, Assessment.Assessed::creditFen))
                .param("due", column("date", sums, Assessment.Assessed::due))
                .param("inputs", column("text", sums, Assessment.Assessed::inputs))
                .update();
    }

    /** Something of a declaration. */
    private record Of<T>(long id, T what) {}

    private void insert(List<Of<Line>> lines) {
        database.sql("""
                        insert into contribution.declaration_line
                        select l.* from unnest(:id::bigint[], :person::bigint[], :number::text[], :name::text[], :type::text[],
                            :wage::bigint[], :base::bigint[], :unit::bigint[], :personal::bigint[], :basic::bigint[],
                            :credit::bigint[]) as l""")
                .param("id", ids(lines))
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

    private static <T> SqlArrayValue ids(List<Of<T>> rows) {
        return new SqlArrayValue("bigint", rows.stream().map(Of::id).toArray());
    }

    private static <T> SqlArrayValue column(String type, List<Of<T>> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(
                type, rows.stream().map(row -> value.apply(row.what())).toArray());
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

    /**
     * What somebody's account is credited with.
     *
     * @param declaration id of the declaration
     * @param person id of the person
     * @param fen how much
     */
    public record LineCredit(long declaration, long person, long fen) {}

    /** Gives what accounts are credited with by declarations, some at a time. */
    public void eachCredit(Long[] ids, Consumer<List<LineCredit>> visitor) {
        List<LineCredit> credits = database.sql("""
                        select declaration_id as declaration, person_id as person, credit_fen as fen
                        from contribution.declaration_line where declaration_id = any(:ids) and credit_fen > 0
                        order by declaration_id, person_id""")
                .param("ids", ids)
                .query((row, number) -> new LineCredit(row.getLong(1), row.getLong(2), row.getLong(3)))
                .list();
        for (int from = 0; from < credits.size(); from += CHUNK) {
            visitor.accept(credits.subList(from, Math.min(from + CHUNK, credits.size())));
        }
    }

    /** Of what people pay to the basic insurance, how much goes to their own accounts, by id. */
    public Map<Long, Long> direct(Long[] ids) {
        Map<Long, Long> direct = new HashMap<>();
        database.sql("""
                        select declaration_id, sum(least(credit_fen, basic_fen))::bigint
                        from contribution.declaration_line where declaration_id = any(:ids) group by declaration_id""").param("ids", ids).query(row -> {
            direct.put(row.getLong(1), row.getLong(2));
        });
        return direct;
    }

    /** What is owed, by insurance in the engine's order. */
    public List<PartSum> parts(long id) {
        return parts(new Long[] {id}).getOrDefault(id, List.of());
    }

    /** What is owed by declarations, by id and by insurance in the engine's order. */
    public Map<Long, List<PartSum>> parts(Long[] ids) {
        return database
                .sql("""
                        select declaration_id, part, unit_fen, personal_fen from contribution.declaration_part
                        where declaration_id = any(:ids) order by declaration_id, array_position(:order::text[], part)""")
                .param("ids", ids)
                .param("order", PARTS.keySet().toArray(String[]::new))
                .query((row, number) -> new Of<>(
                        row.getLong(1),
                        new PartSum(
                                row.getString(2),
                                PARTS.getOrDefault(row.getString(2), ""),
                                row.getLong(3),
                                row.getLong(4))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Of::id, Collectors.mapping(Of::what, Collectors.toList())));
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
