package org.tongchou.platform.accounts.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Given;
import org.tongchou.platform.accounts.book.Sheet;
import org.tongchou.platform.accounts.book.Where;
import org.tongchou.platform.accounts.register.Registers.Kind;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The three-public events of the books. */
@Service
public class ThreePublicEvents {
    private static final int MOST_TIMES = 10_000;
    private static final int MOST_PEOPLE = 100_000;
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
        long id = database.sql("""
                        insert into accounts.three_public_event (book_id, unit_id, kind, event_date, name, purpose, times, people,
                            created_by, created_name, updated_by)
                        values (:book, :unit, :kind, :date, :name, :purpose, :times, :people, :whoId, :who, :who)
                        returning id
                        """)
                .params(values(actor, book, request))
                .param("book", book.id())
                .param("whoId", actor.userId())
                .param("who", actor.displayName())
                .query(Long.class)
                .single();
        ThreePublicEvent made = get(actor, id);
        registers.created(actor, Kind.EVENT, id, made.name(), state(made));
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
                .params(values(actor, book, request))
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

    private Map<String, Object> values(Actor actor, Book book, ThreePublicEvent.Request request) {
        long unit = Given.required("单位", request.unitId());
        books.mustContain(actor, book, unit);
        String kind = Given.text(request.kind());
        if (!ThreePublicEvent.KINDS.contains(kind)) {
            throw Refusal.field("E-BKS-430", "事项类别", kind, String.join("、", ThreePublicEvent.KINDS) + "之一");
        }
        int times = Given.required("次数", request.times());
        if (times < 1 || times > MOST_TIMES) {
            throw Refusal.field("E-BKS-431", "次数", Integer.toString(times), "1 至 " + MOST_TIMES + " 的整数");
        }
        boolean vehicles = kind.equals(ThreePublicEvent.VEHICLES);
        int people = vehicles ? 0 : Given.required("人次", request.people());
        if (!vehicles && (people < 1 || people > MOST_PEOPLE)) {
            throw Refusal.field("E-BKS-432", "人次", Integer.toString(people), "1 至 " + MOST_PEOPLE + " 的整数");
        }
        return Map.of(
                "unit",
                unit,
                "kind",
                kind,
                "date",
                Registers.within("日期", request.date(), book.year()),
                "name",
                Given.requiredLine("名称", request.name(), 200),
                "purpose",
                Given.line("事由", request.purpose(), 500),
                "times",
                times,
                "people",
                people);
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
