package org.tongchou.platform.accounts.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The three-public events of the books. */
@Service
public class ThreePublicEvents {
    private static final Map<String, String> SORTABLE = Map.of(
            "date", "t.event_date",
            "kind", "t.kind",
            "name", "t.name",
            "unitName", "t.unit_id",
            "times", "t.times",
            "people", "t.people");

    private final JdbcClient database;
    private final Books books;
    private final Registers registers;

    ThreePublicEvents(JdbcClient database, Books books, Registers registers) {
        this.database = database;
        this.books = books;
        this.registers = registers;
    }

    Sheet<ThreePublicEvent, ThreePublicEvent.Totals> list(Actor actor, ThreePublicEvent.Filter filter, PageQuery page) {
        List<ThreePublicEvent> all = all(actor, filter, page);
        return new Sheet<>(
                all.stream().skip(page.offset()).limit(page.rows()).toList(),
                all.size(),
                page.number(),
                page.rows(),
                ThreePublicEvent.Totals.of(all));
    }

    List<ThreePublicEvent> all(Actor actor, ThreePublicEvent.Filter filter, PageQuery order) {
        Book book = books.get(actor, filter.bookId());
        return new Where()
                .and("t.book_id = :book", "book", book.id())
                .and("t.unit_id in (:scope)", "scope", books.unitsInScope(actor, book))
                .and("t.cancelled = :cancelled", "cancelled", Boolean.TRUE.equals(filter.cancelled()))
                .when(filter.unitId(), "t.unit_id = :unit", "unit")
                .when(filter.kind(), "t.kind = :kind", "kind")
                .when(filter.batchId(), "t.batch_id = :batch", "batch")
                .when(filter.text(), "strpos(lower(t.name || ' ' || t.purpose), lower(:text)) > 0", "text")
                .query(
                        database,
                        "select t.* from accounts.three_public_event t",
                        order.orderBy(SORTABLE, "t.event_date, t.id"))
                .query(reader(book))
                .list();
    }

    /** Registers an event; refuses what breaks a rule. */
    @Transactional
    public ThreePublicEvent create(Actor actor, ThreePublicEvent.Request request) {
        Book book = books.lockOpen(actor, Given.required("账套", request.bookId()));
        checked(actor, book, request);
        ThreePublicEvent made = get(actor, insert(actor, book, request, null));
        registers.created(actor, Kind.EVENT, made.id(), made.name(), state(made));
        return made;
    }

    @Transactional
    ThreePublicEvent change(Actor actor, long id, ThreePublicEvent.Request request) {
        ThreePublicEvent before = get(actor, id);
        Book book = books.lockOpen(actor, before.bookId());
        Registers.mustCount(Kind.EVENT, before.trail().cancelled());
        int rows = database.sql("""
                        update accounts.three_public_event set unit_id = :unit, kind = :kind, event_date = :date, name = :name,
                            purpose = :purpose, times = :times, people = :people,
                            version = version + 1, updated_by = :who, updated_at = now()
                        where id = :id and version = :version and not cancelled
                        """)
                .params(checked(actor, book, request))
                .param("who", actor.displayName())
                .param("id", id)
                .param("version", Given.required("版本", request.version()))
                .update();
        ThreePublicEvent after = get(actor, id);
        registers.changed(actor, Kind.EVENT, id, before.name(), rows, state(before), state(after));
        return after;
    }

    @Transactional
    ThreePublicEvent cancel(Actor actor, long id, Cancellation request) {
        ThreePublicEvent before = get(actor, id);
        books.lockOpen(actor, before.bookId());
        Registers.mustCount(Kind.EVENT, before.trail().cancelled());
        registers.cancel(actor, Kind.EVENT, id, before.name(), request);
        return get(actor, id);
    }

    ThreePublicEvent get(Actor actor, long id) {
        long bookId = database.sql("select book_id from accounts.three_public_event where id = :id")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("“三公”事项"));
        Book book = books.get(actor, bookId);
        return database.sql("select * from accounts.three_public_event where id = :id")
                .param("id", id)
                .query(reader(book))
                .optional()
                .filter(event -> actor.sees(event.unitId()))
                .orElseThrow(() -> Refusal.notFound("“三公”事项"));
    }

    /** What events of a book must be like, as this person may register them. */
    public EventRules rules(Actor actor, long bookId) {
        Book book = books.get(actor, bookId);
        return new EventRules(book.year(), books.unitsInScope(actor, book));
    }

    /** Registers the events of a batch; all of them or none. */
    @Transactional
    public Posting post(Actor actor, long bookId, List<ThreePublicEvent.Request> requests, long batchId) {
        Book book = books.lockOpen(actor, bookId);
        EventRules rules = new EventRules(book.year(), books.unitsInScope(actor, book));
        return Registers.post(requests, rules::check, request -> insert(actor, book, request, batchId));
    }

    /** Cancels the events of a batch that still count; tells how many. */
    @Transactional
    public int cancelBatch(Actor actor, long bookId, long batchId, String reason) {
        return registers.cancelBatch(actor, Kind.EVENT, bookId, batchId, reason);
    }

    private long insert(Actor actor, Book book, ThreePublicEvent.Request request, @Nullable Long batchId) {
        return database.sql("""
                        insert into accounts.three_public_event (book_id, unit_id, kind, event_date, name, purpose, times, people,
                            batch_id, created_by, created_name, updated_by)
                        values (:book, :unit, :kind, :date, :name, :purpose, :times, :people, :batch::bigint, :whoId, :who,
                            :who)
                        returning id
                        """)
                .params(values(request))
                .param("book", book.id())
                .param("batch", batchId)
                .param("whoId", actor.userId())
                .param("who", actor.displayName())
                .query(Long.class)
                .single();
    }

    /** The values of a request that keeps the rules. */
    private Map<String, @Nullable Object> checked(Actor actor, Book book, ThreePublicEvent.Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        Problems.refuse(new EventRules(book.year(), Set.of(unit)).check(request));
        return values(request);
    }

    private static Map<String, @Nullable Object> values(ThreePublicEvent.Request request) {
        Map<String, @Nullable Object> values = new HashMap<>();
        String kind = Given.text(request.kind());
        values.put("unit", request.unitId());
        values.put("kind", kind);
        values.put("date", request.date());
        values.put("name", Given.text(request.name()));
        values.put("purpose", Given.text(request.purpose()));
        values.put("times", request.times());
        values.put("people", kind.equals(ThreePublicEvent.VEHICLES) ? (Integer) 0 : request.people());
        return values;
    }

    private RowMapper<ThreePublicEvent> reader(Book book) {
        Map<Long, String> names = registers.unitNames(book);
        return (row, n) -> read(row, names);
    }

    private static ThreePublicEvent read(ResultSet row, Map<Long, String> unitNames) throws SQLException {
        long unit = row.getLong("unit_id");
        return new ThreePublicEvent(
                row.getLong("id"),
                row.getLong("book_id"),
                unit,
                unitNames.getOrDefault(unit, ""),
                row.getString("kind"),
                row.getObject("event_date", LocalDate.class),
                row.getString("name"),
                row.getString("purpose"),
                row.getInt("times"),
                row.getInt("people"),
                Registers.Trail.read(row));
    }

    private static Map<String, ?> state(ThreePublicEvent event) {
        return Map.of(
                "unitId", event.unitId(),
                "kind", event.kind(),
                "date", event.date().toString(),
                "name", event.name(),
                "purpose", event.purpose(),
                "times", event.times(),
                "people", event.people());
    }
}
