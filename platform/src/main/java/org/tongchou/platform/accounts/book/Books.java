package org.tongchou.platform.accounts.book;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The books and who may see them. */
@Service
public class Books {
    private static final String BOOK =
            "select id, bureau_id, year, state = 'open' as open, version from accounts.book ";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final JdbcClient database;
    private final Units units;
    private final AuditLog audit;
    private final Clock clock;

    Books(JdbcClient database, Units units, AuditLog audit, Clock clock) {
        this.database = database;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** The books within the actor's scope, the latest year first. */
    public List<Book> list(Actor actor) {
        return database.sql(BOOK + "order by year desc, bureau_id").query(Book.class).list().stream()
                .filter(book -> sees(actor, book))
                .toList();
    }

    /** A book; refuses with 404 when there is none in scope. */
    public Book get(Actor actor, long id) {
        return found(actor, id, "");
    }

    /** The units of a book's bureau, parents first; county bureaus below a city keep books of their own. */
    public List<Unit> units(Book book) {
        List<Unit> below = units.below(book.bureauId());
        String level = below.get(0).level();
        return below.stream().filter(unit -> unit.level().equals(level)).toList();
    }

    /** The units of a book that the actor may see and change. */
    public Set<Long> unitsInScope(Actor actor, Book book) {
        return units(book).stream().map(Unit::id).filter(actor::sees).collect(Collectors.toUnmodifiableSet());
    }

    /** Refuses a unit that is not of the book's bureau (404) or not within the scope (403). */
    public void mustContain(Actor actor, Book book, long unitId) {
        if (units(book).stream().noneMatch(unit -> unit.id() == unitId)) {
            throw Refusal.notFound("本部门的这个单位");
        }
        actor.mustSee(unitId);
    }

    /** Opens a bureau's book for a year. */
    @Transactional
    public Book open(Actor actor, long bureauId, int year) {
        Unit bureau = units.get(bureauId);
        if (bureau.parentId() != null && units.get(bureau.parentId()).level().equals(bureau.level())) {
            throw Refusal.field("E-BKS-001", "部门", bureau.name(), "主管部门本身，不是它的所属单位");
        }
        actor.mustSee(bureauId);
        if (year < 2000 || year > 2100) {
            throw Refusal.field("E-BKS-002", "年度", Integer.toString(year), "2000 至 2100 的四位年份");
        }
        try {
            long id = database.sql(
                            "insert into accounts.book (bureau_id, year, updated_by) values (:bureau, :year, :who) returning id")
                    .param("bureau", bureauId)
                    .param("year", year)
                    .param("who", actor.displayName())
                    .query(Long.class)
                    .single();
            audit.record(
                    actor,
                    "accounts.book.open",
                    "accounts.book",
                    Long.toString(id),
                    "开设" + bureau.name() + " " + year + " 年度账套",
                    null,
                    Map.of("bureauId", bureauId, "year", year));
            return get(actor, id);
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("E-BKS-003", bureau.name() + " " + year + " 年度的账套已经开设");
        }
    }

    /** Closes a book, or opens it again; waits for postings under way. */
    @Transactional
    public Book setOpen(Actor actor, long id, boolean open, int version) {
        Book book = found(actor, id, "for update");
        if (book.version() != version) {
            throw changedMeanwhile("accounts.book", id, "账套");
        }
        if (book.open() == open) {
            throw Refusal.conflict("E-BKS-004", open ? "账套没有关闭" : "账套已经关闭");
        }
        database.sql("""
                        update accounts.book set state = :state, version = version + 1, updated_by = :who, updated_at = now()
                        where id = :id
                        """)
                .param("state", open ? "open" : "closed")
                .param("who", actor.displayName())
                .param("id", id)
                .update();
        String done = open ? "重新启用" : "关闭";
        audit.record(
                actor,
                open ? "accounts.book.reopen" : "accounts.book.close",
                "accounts.book",
                Long.toString(id),
                done + " " + book.year() + " 年度账套",
                Map.of("open", book.open()),
                Map.of("open", open));
        return get(actor, id);
    }

    /** The book, open and held so until the transaction ends: a version is frozen before or after, never between. */
    public Book lockOpen(Actor actor, long id) {
        Book book = found(actor, id, "for share");
        if (!book.open()) {
            throw Refusal.conflict("E-BKS-005", book.year() + " 年度账套已经关闭，不能再登记或冲销；确需更正请先重新启用账套");
        }
        return book;
    }

    /** Tells who changed a row of a table of this schema meanwhile. The table's name is a constant of the code. */
    public Refusal changedMeanwhile(String table, long id, String what) {
        return database.sql("select updated_by, updated_at from " + table + " where id = :id")
                .param("id", id)
                .query((row, n) -> changedMeanwhile(what, row.getString(1), row.getObject(2, OffsetDateTime.class)))
                .optional()
                .orElseGet(() -> Refusal.notFound(what));
    }

    /** Tells who changed something meanwhile. */
    public Refusal changedMeanwhile(String what, String who, OffsetDateTime when) {
        return Refusal.changedMeanwhile(
                what, who, when.atZoneSameInstant(clock.getZone()).format(MINUTE));
    }

    private Book found(Actor actor, long id, String lock) {
        return database.sql(BOOK + "where id = :id " + lock)
                .param("id", id)
                .query(Book.class)
                .optional()
                .filter(book -> sees(actor, book))
                .orElseThrow(() -> Refusal.notFound("账套"));
    }

    private boolean sees(Actor actor, Book book) {
        return actor.allUnits() || units(book).stream().anyMatch(unit -> actor.sees(unit.id()));
    }
}
