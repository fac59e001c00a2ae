package org.tongchou.platform.accounts.register;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What all registers do alike: post batches, record acts, cancel rows, tell who was faster. */
@Component
public class Registers {
    private final JdbcClient database;
    private final Books books;
    private final AuditLog audit;

    Registers(JdbcClient database, Books books, AuditLog audit) {
        this.database = database;
        this.books = books;
        this.audit = audit;
    }

    /** A register: its table and what a row is called. Constants of the code. */
    enum Kind {
        CONTRACT("contract", "采购合同"),
        ASSET("asset", "资产"),
        EVENT("three_public_event", "“三公”事项"),
        PRIOR("prior_figure", "上年决算数");

        private final String table;
        private final String printed;

        Kind(String table, String printed) {
            this.table = "accounts." + table;
            this.printed = printed;
        }

        String table() {
            return table;
        }
    }

    Map<Long, String> unitNames(Book book) {
        return books.units(book).stream().collect(Collectors.toUnmodifiableMap(Unit::id, Unit::name));
    }

    void created(Actor actor, Kind kind, long id, String name, Map<String, ?> after) {
        audit.record(
                actor,
                kind.table + ".create",
                kind.table,
                Long.toString(id),
                "登记" + kind.printed + "“" + name + "”",
                null,
                after);
    }

    /** Records a change; refuses when no row was changed because somebody else was faster. */
    void changed(Actor actor, Kind kind, long id, String name, int rows, Map<String, ?> before, Map<String, ?> after) {
        if (rows == 0) {
            throw books.changedMeanwhile(kind.table, id, kind.printed + "“" + name + "”");
        }
        audit.record(
                actor,
                kind.table + ".change",
                kind.table,
                Long.toString(id),
                "修改" + kind.printed + "“" + name + "”",
                before,
                after);
    }

    /** Cancels a row; it stays to be seen but counts no more. */
    void cancel(Actor actor, Kind kind, long id, String name, Cancellation request) {
        String reason = Given.requiredLine("作废原因", request.reason(), 500);
        int rows = database.sql("update " + kind.table + """
                         set cancelled = true, cancel_reason = :reason, version = version + 1, updated_by = :who,
                            updated_at = now()
                        where id = :id and version = :version and not cancelled
                        """)
                .param("reason", reason)
                .param("who", actor.displayName())
                .param("id", id)
                .param("version", Given.required("版本", request.version()))
                .update();
        if (rows == 0) {
            throw books.changedMeanwhile(kind.table, id, kind.printed + "“" + name + "”");
        }
        audit.record(
                actor,
                kind.table + ".cancel",
                kind.table,
                Long.toString(id),
                "作废" + kind.printed + "“" + name + "”",
                Map.of("cancelled", false),
                Map.of("cancelled", true, "reason", reason));
    }

    /** Registers rows; all of them, or none when any of them breaks a rule. */
    static <T> Posting post(List<T> rows, Function<T, List<EntryProblem>> rules, Function<T, Long> insert) {
        List<EntryProblem> problems = Problems.all(rows, rules);
        return new Posting(problems.isEmpty() ? rows.stream().map(insert).toList() : List.of(), problems);
    }

    /** Cancels all rows of an import batch that still count; tells how many. The batch keeps the record. */
    int cancelBatch(Actor actor, Kind kind, long bookId, long batchId, String reason) {
        Book book = books.lockOpen(actor, bookId);
        database.sql("select distinct unit_id from " + kind.table + " where book_id = :book and batch_id = :batch")
                .param("book", book.id())
                .param("batch", batchId)
                .query(Long.class)
                .list()
                .forEach(actor::mustSee);
        return database.sql("update " + kind.table + """
                         set cancelled = true, cancel_reason = :reason, version = version + 1, updated_by = :who,
                            updated_at = now()
                        where book_id = :book and batch_id = :batch and not cancelled
                        """)
                .param("reason", Given.requiredLine("冲销原因", reason, 500))
                .param("who", actor.displayName())
                .param("book", book.id())
                .param("batch", batchId)
                .update();
    }

    static void mustCount(Kind kind, boolean cancelled) {
        if (cancelled) {
            throw Refusal.conflict("E-BKS-401", "这条" + kind.printed + "已经作废，不能修改");
        }
    }

    static LocalDate within(String field, @Nullable LocalDate date, int year) {
        LocalDate given = Given.required(field, date);
        if (given.getYear() != year) {
            throw Refusal.field("E-BKS-402", field, given.toString(), year + " 年内的日期");
        }
        return given;
    }

    /**
     * What became of a row.
     *
     * @param version for changing it
     * @param cancelled whether it counts no more
     * @param cancelReason why; empty when it counts
     * @param createdName who entered it
     * @param createdAt when
     * @param updatedBy who changed it last
     * @param updatedAt when
     */
    public record Trail(
            int version,
            boolean cancelled,
            String cancelReason,
            String createdName,
            OffsetDateTime createdAt,
            String updatedBy,
            OffsetDateTime updatedAt) {
        static Trail read(java.sql.ResultSet row) throws java.sql.SQLException {
            return new Trail(
                    row.getInt("version"),
                    row.getBoolean("cancelled"),
                    row.getString("cancel_reason"),
                    row.getString("created_name"),
                    row.getObject("created_at", OffsetDateTime.class),
                    row.getString("updated_by"),
                    row.getObject("updated_at", OffsetDateTime.class));
        }
    }
}
