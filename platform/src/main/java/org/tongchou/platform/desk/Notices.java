package org.tongchou.platform.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Notices, the newest first. */
@Service
class Notices {
    private static final String TYPE = "desk.notice";
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_BODY = 4000;

    private final JdbcClient database;
    private final AuditLog audit;
    private final Clock clock;

    Notices(JdbcClient database, AuditLog audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those to be shown today. */
    List<Notice> current() {
        return database.sql("""
                        select id, title, body, until, published_by, published_at from desk.notice
                        where withdrawn_at is null and (until is null or until >= :today)
                        order by id desc limit 20""")
                .param("today", LocalDate.now(clock))
                .query(Notices::notice)
                .list();
    }

    /** Publishes a notice. */
    @Transactional
    public Notice publish(Actor actor, @Nullable String title, @Nullable String body, @Nullable LocalDate until) {
        String wantedTitle = text("标题", title, LONGEST_TITLE);
        String wantedBody = text("正文", body, LONGEST_BODY);
        if (until != null && until.isBefore(LocalDate.now(clock))) {
            throw Refusal.field("E-DSK-002", "最后显示日", until.toString(), "今天或以后的日期");
        }
        Notice notice = database.sql("""
                        insert into desk.notice (title, body, until, published_by, published_at)
                        values (:title, :body, :until, :by, :at)
                        returning id, title, body, until, published_by, published_at""")
                .param("title", wantedTitle)
                .param("body", wantedBody)
                .param("until", until)
                .param("by", actor.displayName())
                .param("at", OffsetDateTime.now(clock))
                .query(Notices::notice)
                .single();
        audit.record(
                actor,
                "desk.notice.publish",
                TYPE,
                Long.toString(notice.id()),
                "发布通知“" + notice.title() + "”",
                null,
                Map.of("title", notice.title(), "body", notice.body()));
        return notice;
    }

    /** Takes a notice back. */
    @Transactional
    public void withdraw(Actor actor, long id) {
        int changed = database.sql("""
                        update desk.notice set withdrawn_by = :by, withdrawn_at = :at
                        where id = :id and withdrawn_at is null""")
                .param("by", actor.displayName())
                .param("at", OffsetDateTime.now(clock))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw Refusal.notFound("该通知，可能已撤回");
        }
        audit.record(actor, "desk.notice.withdraw", TYPE, Long.toString(id), "撤回通知", null, null);
    }

    private static String text(String field, @Nullable String value, int longest) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty() || text.length() > longest) {
            throw Refusal.field("E-DSK-001", field, text, "1 至 " + longest + " 个字");
        }
        return text;
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("until", LocalDate.class),
                row.getString("published_by"),
                row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
