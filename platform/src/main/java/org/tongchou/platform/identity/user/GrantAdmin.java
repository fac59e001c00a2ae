package org.tongchou.platform.identity.user;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.secondfactor.SecondFactors;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What the security administrator does: what users may do and see, and who is locked out. Never for themselves. */
@Service
class GrantAdmin {
    private static final List<String> SCOPES = List.of("own", "below", "all");

    private final JdbcClient database;
    private final UserStore users;
    private final Administrators administrators;
    private final SecondFactors factors;
    private final AuditLog audit;

    GrantAdmin(
            JdbcClient database,
            UserStore users,
            Administrators administrators,
            SecondFactors factors,
            AuditLog audit) {
        this.database = database;
        this.users = users;
        this.administrators = administrators;
        this.factors = factors;
        this.audit = audit;
    }

    /**
     * What a user shall hold.
     *
     * @param roleIds ids of roles
     * @param scope own, below or all
     * @param version version of the user that was read
     */
    record Grant(@Nullable List<Long> roleIds, @Nullable String scope, int version) {
        Grant {
            roleIds = roleIds == null ? List.of() : List.copyOf(roleIds);
        }

        @Override
        public List<Long> roleIds() {
            return Objects.requireNonNull(roleIds);
        }
    }

    /** Replaces roles and data scope. */
    @Transactional
    public UserStore.User grant(Actor actor, long id, Grant grant) {
        UserStore.User before = other(actor, id, "不能给自己授权；请另一位安全管理员办理");
        String scope = Objects.requireNonNullElse(grant.scope(), "");
        if (!SCOPES.contains(scope)) {
            throw Refusal.field("E-IDN-520", "数据范围", scope, "own（本单位）、below（本单位及下级）或 all（全部）");
        }
        if (scope.equals("all") && !actor.allUnits()) {
            throw Refusal.forbidden("您的数据范围不是全部单位，不能授予全部单位");
        }
        List<Long> wanted = grant.roleIds().stream().distinct().sorted().toList();
        List<String> kinds = database.sql("select kind from identity.role where id = any(:ids) and active")
                .param("ids", wanted.toArray(Long[]::new))
                .query(String.class)
                .list();
        if (kinds.size() != wanted.size()) {
            throw Refusal.field("E-IDN-521", "角色", wanted.toString(), "在用的角色");
        }
        administrators.mustBeApart(kinds);
        int changed = database.sql("""
                        update identity.user_account set scope = :scope, grant_no = grant_no + 1,
                            version = version + 1, updated_by = :by, updated_at = now()
                        where id = :id and version = :version""")
                .param("scope", scope)
                .param("by", actor.displayName())
                .param("id", id)
                .param("version", grant.version())
                .update();
        if (changed == 0) {
            throw Refusal.changedMeanwhile("用户", before.updatedBy(), before.updatedAt());
        }
        database.sql("delete from identity.user_role where user_id = :id")
                .param("id", id)
                .update();
        database.sql("insert into identity.user_role (user_id, role_id) select :id, unnest(:roles::bigint[])")
                .param("id", id)
                .param("roles", wanted.toArray(Long[]::new))
                .update();
        administrators.mustRemain(before.kinds());
        UserStore.User after = users.get(actor, id);
        audit.record(
                actor,
                "identity.grant.change",
                "identity.user",
                Long.toString(id),
                "调整用户 " + after.userName() + " 的角色和数据范围",
                seen(before),
                seen(after));
        return after;
    }

    /** Lets somebody try again who was locked. */
    @Transactional
    public UserStore.User unlock(Actor actor, long id) {
        UserStore.User user = other(actor, id, "不能给自己解锁");
        database.sql("delete from identity.sign_in_guard where user_name = :name")
                .param("name", user.userName())
                .update();
        return done(actor, user, "identity.guard.unlock", "解锁用户 ");
    }

    /** Takes somebody's second factor away, for example because the device was lost. */
    @Transactional
    public UserStore.User resetSecondFactor(Actor actor, long id) {
        UserStore.User user = other(actor, id, "不能重置自己的动态口令；请另一位安全管理员办理");
        factors.reset(id);
        endSessionsOf(id);
        return done(actor, user, "identity.guard.reset-second-factor", "重置动态口令：用户 ");
    }

    /** Signs somebody out everywhere. */
    @Transactional
    public UserStore.User endSessions(Actor actor, long id) {
        UserStore.User user = users.get(actor, id);
        endSessionsOf(id);
        return done(actor, user, "identity.guard.end-sessions", "强制下线：用户 ");
    }

    private void endSessionsOf(long id) {
        database.sql("update identity.user_account set session_no = session_no + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private UserStore.User other(Actor actor, long id, String sentence) {
        if (id == actor.userId()) {
            throw Refusal.forbidden(sentence);
        }
        return users.get(actor, id);
    }

    private UserStore.User done(Actor actor, UserStore.User user, String action, String act) {
        audit.record(actor, action, "identity.user", Long.toString(user.id()), act + user.userName(), null, null);
        return users.get(actor, user.id());
    }

    private static Map<String, ?> seen(UserStore.User user) {
        return Map.of("角色", user.roleNames(), "数据范围", user.scope());
    }
}
