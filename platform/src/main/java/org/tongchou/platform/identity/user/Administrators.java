package org.tongchou.platform.identity.user;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.InsuredUsers;
import org.tongchou.platform.web.Refusal;

/** The three administrators (三员): apart from each other, and never without one. */
@Component
class Administrators {
    private static final long LOCK = 0xADA1;

    private static final Map<String, String> NAMES = Map.of("system", "系统管理员", "security", "安全管理员", "audit", "审计管理员");

    private final JdbcClient database;

    Administrators(JdbcClient database) {
        this.database = database;
    }

    /**
     * Refuses when a kind has no active administrator any more; called within the transaction of the change, after it.
     * Changes at the same moment wait for each other, so that two cannot remove the last two.
     */
    void mustRemain(List<String> kinds) {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> 0)
                .list();
        for (String kind : kinds) {
            if (NAMES.containsKey(kind) && count(kind) == 0) {
                throw Refusal.conflict("E-IDN-510", "至少要有一个在用的" + NAMES.get(kind) + "，请先设置另一个");
            }
        }
    }

    /** Refuses roles that may not be held together. */
    void mustBeApart(List<String> kinds) {
        boolean administrator = kinds.stream().anyMatch(NAMES::containsKey);
        if (kinds.contains(InsuredUsers.ROLE) && kinds.size() > 1) {
            throw Refusal.conflict("E-IDN-512", "参保人角色只用于参保人查询账户，不能与其他角色并用");
        }
        if (administrator && kinds.size() > 1) {
            throw Refusal.conflict("E-IDN-511", "系统管理员、安全管理员、审计管理员互斥，也不能与业务角色并用；一个用户只能担任其中一个");
        }
    }

    private long count(String kind) {
        return database.sql("""
                        select count(distinct u.id) from identity.user_account u
                        join identity.user_role ur on ur.user_id = u.id
                        join identity.role r on r.id = ur.role_id
                        where u.active and r.active and r.kind = :kind""").param("kind", kind).query(Long.class).single();
    }
}
