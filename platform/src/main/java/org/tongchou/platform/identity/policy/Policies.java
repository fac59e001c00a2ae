package org.tongchou.platform.identity.policy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** The policy as dated data: every setting stays with its reason, the last one that has begun is in force. */
@Service
public class Policies {
    private final JdbcClient database;
    private final JsonMapper json;
    private final AuditLog audit;
    private final Clock clock;

    Policies(JdbcClient database, JsonMapper json, AuditLog audit, Clock clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The policy in force now. */
    public Policy current() {
        return database.sql("""
                        select value::text from identity.policy where valid_from <= :now
                        order by valid_from desc, id desc limit 1""")
                .param("now", OffsetDateTime.now(clock))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Policy.class))
                .orElse(Policy.USUAL);
    }

    /** Everything that was ever set, the latest first. */
    List<Setting> history() {
        return database.sql("""
                        select value::text as value, valid_from, reason, set_by from identity.policy
                        order by valid_from desc, id desc limit 100""")
                .query((row, number) -> new Setting(
                        json.readValue(row.getString("value"), Policy.class),
                        row.getObject("valid_from", OffsetDateTime.class)
                                .atZoneSameInstant(clock.getZone())
                                .toOffsetDateTime(),
                        row.getString("reason"),
                        row.getString("set_by")))
                .list();
    }

    /** Puts a policy in force from now on. */
    @Transactional
    Policy set(Actor actor, Policy policy, String reason) {
        if (reason.isBlank() || reason.length() > 200) {
            throw Refusal.field("E-IDN-202", "调整理由", reason, "1 至 200 个字");
        }
        Policy before = current();
        database.sql("""
                        insert into identity.policy (value, valid_from, reason, set_by)
                        values (:value::jsonb, :now, :reason, :by)""")
                .param("value", json.writeValueAsString(policy))
                .param("now", OffsetDateTime.now(clock))
                .param("reason", reason.strip())
                .param("by", actor.displayName())
                .update();
        audit.record(
                actor,
                "identity.policy.set",
                "identity.policy",
                "",
                "调整安全策略：" + reason.strip(),
                seen(before),
                seen(policy));
        return policy;
    }

    private static Map<String, ?> seen(Policy policy) {
        Map<String, Integer> values = new LinkedHashMap<>();
        values.put("口令最短长度", policy.passwordLength());
        values.put("口令字符种类", policy.passwordKinds());
        values.put("口令历史个数", policy.passwordHistory());
        values.put("口令有效天数", policy.passwordDays());
        values.put("锁定前失败次数", policy.lockTries());
        values.put("锁定分钟数", policy.lockMinutes());
        values.put("空闲退出分钟数", policy.sessionMinutes());
        values.put("每分钟登录次数", policy.signInsPerMinute());
        values.put("审计日志保留月数", policy.auditMonths());
        return values;
    }

    /**
     * A setting.
     *
     * @param policy what was set
     * @param validFrom from when it holds
     * @param reason why
     * @param setBy who set it
     */
    record Setting(Policy policy, OffsetDateTime validFrom, String reason, String setBy) {}
}
