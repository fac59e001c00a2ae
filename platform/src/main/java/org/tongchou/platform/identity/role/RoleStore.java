package org.tongchou.platform.identity.role;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Roles in {@code identity.role}. */
@Service
class RoleStore {
    private static final String SELECT = """
            select r.id, r.code, r.name, r.kind, r.note, r.second_factor, r.active, r.version, r.updated_by,
                to_char(r.updated_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as updated_at,
                array(select right_code from identity.role_right rr where rr.role_id = r.id order by 1) as rights,
                (select count(*) from identity.user_role ur join identity.user_account u on u.id = ur.user_id
                    where ur.role_id = r.id and u.active) as users
            from identity.role r""";

    private final JdbcClient database;
    private final RoleSeeds seeds;
    private final AuditLog audit;

    RoleStore(JdbcClient database, RoleSeeds seeds, AuditLog audit) {
        this.database = database;
        this.seeds = seeds;
        this.audit = audit;
    }

    List<Role> list() {
        return database.sql(SELECT + " order by r.kind = 'business', r.id")
                .query(RoleStore::role)
                .list();
    }

    Role get(long id) {
        return database.sql(SELECT + " where r.id = :id")
                .param("id", id)
                .query(RoleStore::role)
                .optional()
                .orElseThrow(() -> Refusal.notFound("角色"));
    }

    @Transactional
    public Role create(Actor actor, Wanted wanted) {
        String code = Objects.requireNonNullElse(wanted.code(), "").strip();
        if (!code.matches("[a-z][a-z0-9-]{1,30}")) {
            throw Refusal.field("E-IDN-401", "角色编码", code, "2 至 31 个小写字母、数字或短横线，以字母开头");
        }
        check(wanted, "business");
        try {
            long id = database.sql("""
                            insert into identity.role (code, name, kind, note, second_factor, updated_by)
                            values (:code, :name, 'business', :note, :factor, :by) returning id""")
                    .param("code", code)
                    .param("name", wanted.name().strip())
                    .param("note", Objects.requireNonNullElse(wanted.note(), ""))
                    .param("factor", wanted.secondFactor())
                    .param("by", actor.displayName())
                    .query(Long.class)
                    .single();
            replaceRights(id, wanted.rights());
            Role made = get(id);
            audit.record(
                    actor,
                    "identity.role.create",
                    "identity.role",
                    Long.toString(id),
                    "新建角色 " + made.name(),
                    null,
                    seen(made));
            return made;
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-402", "角色编码或名称已被使用，请换一个");
        }
    }

    @Transactional
    public Role change(Actor actor, long id, Wanted wanted) {
        Role before = get(id);
        check(wanted, before.kind());
        if (actor.roles().contains(before.code()) && !before.rights().containsAll(wanted.rights())) {
            throw Refusal.forbidden("不能给自己所在的角色增加权限；请另一位安全管理员办理");
        }
        if (!wanted.active() && before.active() && before.users() > 0) {
            throw Refusal.conflict("E-IDN-403", "角色“" + before.name() + "”还有 " + before.users() + " 个在用用户，请先调整这些用户的角色");
        }
        if (!wanted.active() && !before.kind().equals("business")) {
            throw Refusal.conflict("E-IDN-404", "三员角色不能停用");
        }
        try {
            int changed = database.sql("""
                            update identity.role set name = :name, note = :note, second_factor = :factor,
                                active = :active, version = version + 1, updated_by = :by, updated_at = now()
                            where id = :id and version = :version""")
                    .param("name", wanted.name().strip())
                    .param("note", Objects.requireNonNullElse(wanted.note(), ""))
                    .param("factor", wanted.secondFactor())
                    .param("active", wanted.active())
                    .param("by", actor.displayName())
                    .param("id", id)
                    .param("version", wanted.version())
                    .update();
            if (changed == 0) {
                throw Refusal.changedMeanwhile("角色", before.updatedBy(), before.updatedAt());
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-402", "角色名称已被使用，请换一个");
        }
        replaceRights(id, wanted.rights());
        database.sql("""
                        update identity.user_account set grant_no = grant_no + 1
                        where id in (select user_id from identity.user_role where role_id = :id)""").param("id", id).update();
        Role after = get(id);
        audit.record(
                actor,
                "identity.role.change",
                "identity.role",
                Long.toString(id),
                "修改角色 " + after.name(),
                seen(before),
                seen(after));
        return after;
    }

    private void check(Wanted wanted, String kind) {
        String name = Objects.requireNonNullElse(wanted.name(), "").strip();
        if (name.isEmpty() || name.length() > 40 || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("E-IDN-405", "角色名称", name, "1 至 40 个字");
        }
        if (wanted.note() != null && wanted.note().length() > 200) {
            throw Refusal.field("E-IDN-406", "说明", wanted.note(), "不超过 200 个字");
        }
        List<String> known = seeds.rights().stream().map(right -> right.code()).toList();
        for (String right : wanted.rights()) {
            if (!known.contains(right)) {
                throw Refusal.field("E-IDN-407", "权限", right, "系统已有的权限");
            }
            if (!seeds.kindsOf(right).contains(kind)) {
                throw Refusal.conflict("E-IDN-408", "权限 " + right + " 不能授予这类角色：系统、安全、审计管理与业务办理应当分开");
            }
        }
    }

    private void replaceRights(long id, List<String> rights) {
        database.sql("delete from identity.role_right where role_id = :id")
                .param("id", id)
                .update();
        database.sql("insert into identity.role_right (role_id, right_code) select :id, unnest(:rights::text[])")
                .param("id", id)
                .param("rights", new TreeSet<>(rights).toArray(String[]::new))
                .update();
    }

    private static Map<String, ?> seen(Role role) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("名称", role.name());
        values.put("说明", role.note());
        values.put("要求动态口令", role.secondFactor());
        values.put("在用", role.active());
        values.put("权限", role.rights());
        return values;
    }

    private static Role role(ResultSet row, int number) throws SQLException {
        return new Role(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("note"),
                row.getBoolean("second_factor"),
                row.getBoolean("active"),
                Arrays.asList((String[]) row.getArray("rights").getArray()),
                row.getInt("users"),
                row.getInt("version"),
                row.getString("updated_by"),
                row.getString("updated_at"));
    }

    /**
     * A role.
     *
     * @param kind system, security, audit or business
     * @param secondFactor whether its holders must have a second factor
     * @param rights codes of rights
     * @param users active holders
     */
    record Role(
            long id,
            String code,
            String name,
            String kind,
            String note,
            boolean secondFactor,
            boolean active,
            List<String> rights,
            int users,
            int version,
            String updatedBy,
            String updatedAt) {}

    /**
     * What a role shall be.
     *
     * @param code for a new one
     * @param version for a change, the version that was read
     */
    record Wanted(
            @Nullable String code,
            String name,
            @Nullable String note,
            boolean secondFactor,
            boolean active,
            @Nullable List<String> rights,
            int version) {
        Wanted {
            rights = rights == null ? List.of() : List.copyOf(rights);
        }

        @Override
        public List<String> rights() {
            return Objects.requireNonNull(rights);
        }
    }
}
