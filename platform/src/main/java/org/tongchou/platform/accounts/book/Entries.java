package org.tongchou.platform.accounts.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Looks entries up. */
@Service
public class Entries {
    private static final String SELECT = """
            select e.*, coalesce(p.name, '') as project_name,
                (select m.id from accounts.entry m where m.year = e.year and m.reverses = e.id) as reversed_by
            from accounts.entry e left join accounts.project p on p.id = e.project_id
            """;
    private static final String USUAL = "e.entry_date, e.id";
    private static final Map<String, String> SORTABLE = Map.of(
            "date", "e.entry_date",
            "fen", "e.fen",
            "voucherNo", "e.voucher_no",
            "unitName", "e.unit_id",
            "functionalCode", "e.functional_code",
            "economicCode", "e.economic_code",
            "projectName", "p.name",
            "createdAt", "e.id");

    private final JdbcClient database;
    private final Books books;
    private final Subjects subjects;

    Entries(JdbcClient database, Books books, Subjects subjects) {
        this.database = database;
        this.books = books;
        this.subjects = subjects;
    }

    /** One page of the entries that the filter lets through, and the totals of all of them. */
    public Sheet<EntryRow, Totals> list(Actor actor, EntryFilter filter, PageQuery page) {
        Book book = books.get(actor, filter.bookId());
        Where where = where(actor, filter, book);
        Totals totals = totals(where);
        List<EntryRow> rows = where.query(
                        database,
                        SELECT,
                        page.orderBy(SORTABLE, USUAL) + " limit " + page.rows() + " offset " + page.offset())
                .query(reader(book))
                .list();
        return new Sheet<>(rows, totals.count(), page.number(), page.rows(), totals);
    }

    /** Gives all entries that the filter lets through one by one, in the order that is asked for, and returns the totals. */
    @Transactional(readOnly = true)
    public Totals each(Actor actor, EntryFilter filter, PageQuery page, Consumer<EntryRow> taker) {
        Book book = books.get(actor, filter.bookId());
        Where where = where(actor, filter, book);
        try (Stream<EntryRow> rows = where
                .query(database, SELECT, page.orderBy(SORTABLE, USUAL))
                .withFetchSize(2_000)
                .query(reader(book))
                .stream()) {
            rows.forEach(taker);
        }
        return totals(where);
    }

    /** One entry; refuses with 404 when there is none in scope. */
    public EntryRow get(Actor actor, long id) {
        long bookId = database.sql("select book_id from accounts.entry where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔明细"));
        Book book = books.get(actor, bookId);
        return database.sql(SELECT + " where e.id = :id and e.unit_id in (:scope)")
                .param("id", id)
                .param("scope", scope(actor, book))
                .query(reader(book))
                .optional()
                .orElseThrow(() -> Refusal.notFound("这笔明细"));
    }

    private Where where(Actor actor, EntryFilter filter, Book book) {
        return filter.where(book, scope(actor, book));
    }

    private Set<Long> scope(Actor actor, Book book) {
        Set<Long> units = books.unitsInScope(actor, book);
        if (units.isEmpty()) {
            throw Refusal.notFound("账套");
        }
        return units;
    }

    private Totals totals(Where where) {
        return where.query(
                        database,
                        "select count(*) as count, coalesce(sum(e.fen), 0)::bigint as fen from accounts.entry e",
                        "")
                .query(Totals.class)
                .single();
    }

    private org.springframework.jdbc.core.RowMapper<EntryRow> reader(Book book) {
        Map<Long, String> names =
                books.units(book).stream().collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name));
        return (row, n) -> read(row, book.year(), names);
    }

    private EntryRow read(ResultSet row, int year, Map<Long, String> unitNames) throws SQLException {
        String kind = row.getString("kind");
        long unit = row.getLong("unit_id");
        String functional = row.getString("functional_code");
        String economic = row.getString("economic_code");
        return new EntryRow(
                row.getLong("id"),
                kind,
                EntryKind.valueOf(kind.toUpperCase(Locale.ROOT)).printed(),
                unit,
                unitNames.getOrDefault(unit, ""),
                row.getObject("entry_date", LocalDate.class),
                row.getString("voucher_no"),
                row.getString("summary"),
                row.getString("counterparty"),
                id(row, "project_id"),
                row.getString("project_name"),
                functional,
                subjects.name(functional, year),
                economic,
                subjects.name(economic, year),
                row.getString("fund"),
                row.getString("nature"),
                row.getLong("fen"),
                id(row, "reverses"),
                id(row, "reversed_by"),
                id(row, "batch_id"),
                row.getString("created_name"),
                row.getObject("created_at", OffsetDateTime.class));
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long id = row.getLong(column);
        return row.wasNull() ? null : id;
    }

    /**
     * The totals of a list.
     *
     * @param count rows
     * @param fen sum of the amounts in fen
     */
    public record Totals(long count, long fen) {}
}
