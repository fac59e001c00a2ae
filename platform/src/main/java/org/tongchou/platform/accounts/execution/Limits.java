package org.tongchou.platform.accounts.execution;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** The limits beyond which progress is warned of. */
@Service
class Limits {
    private final JdbcClient database;
    private final Books books;
    private final AuditLog audit;

    Limits(JdbcClient database, Books books, AuditLog audit) {
        this.database = database;
        this.books = books;
        this.audit = audit;
    }

    /**
     * A limit as it is typed in.
     *
     * @param value millionths, fen or month
     * @param severity 提示 or 需说明
     * @param source where it comes from
     * @param version the version that was seen
     */
    record Request(
            @Nullable Long value,
            @Nullable String severity,
            @Nullable String source,
            @Nullable Integer version) {}

    List<Limit> list() {
        return database.sql("select * from accounts.execution_limit order by code")
                .query(Limit.class)
                .list();
    }

    Map<String, Limit> byCode() {
        return list().stream().collect(Collectors.toUnmodifiableMap(Limit::code, Function.identity()));
    }

    @Transactional
    Limit change(Actor actor, String code, Request request) {
        Limit before = get(code);
        long value = Given.required("界限值", request.value());
        long most = switch (before.valueUnit()) {
            case "月" -> 12;
            case "分" -> EntryRules.LARGEST_FEN;
            default -> 10_000_000;
        };
        if (value < 1 || value > most) {
            throw Refusal.field(
                    "E-BKS-302", "界限值", Long.toString(value), "1 至 " + most + "（单位：" + before.valueUnit() + "）");
        }
        String severity = Given.text(request.severity());
        if (!List.of("提示", "需说明").contains(severity)) {
            throw Refusal.field("E-BKS-303", "级别", severity, "提示或需说明");
        }
        int changed = database.sql("""
                        update accounts.execution_limit set value = :value, severity = :severity, source = :source,
                            version = version + 1, updated_by = :who, updated_at = now()
                        where code = :code and version = :version
                        """)
                .param("value", value)
                .param("severity", severity)
                .param("source", Given.requiredLine("依据", request.source(), 200))
                .param("who", actor.displayName())
                .param("code", code)
                .param("version", Given.required("版本", request.version()))
                .update();
        if (changed == 0) {
            throw books.changedMeanwhile("预警界限“" + before.name() + "”", before.updatedBy(), before.updatedAt());
        }
        audit.record(
                actor,
                "accounts.execution.limit",
                "accounts.execution_limit",
                code,
                "修改预警界限“" + before.name() + "”",
                Map.of("value", before.value(), "severity", before.severity(), "source", before.source()),
                Map.of("value", value, "severity", severity, "source", Given.text(request.source())));
        return get(code);
    }

    private Limit get(String code) {
        return database.sql("select * from accounts.execution_limit where code = :code")
                .param("code", code)
                .query(Limit.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("预警界限"));
    }
}
