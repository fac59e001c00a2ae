package org.tongchou.platform.identity.user;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.Unit;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.identity.policy.Passwords;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** What the system administrator does: that users exist, not what they may do. */
@Service
class UserAdmin {
    private final JdbcClient database;
    private final UserStore users;
    private final Units units;
    private final Passwords passwords;
    private final Administrators administrators;
    private final AuditLog audit;
    private final Clock clock;

    UserAdmin(
            JdbcClient database,
            UserStore users,
            Units units,
            Passwords passwords,
            Administrators administrators,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.users = users;
        this.units = units;
        this.passwords = passwords;
        this.administrators = administrators;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A user as they shall be.
     *
     * @param userName sign-in name, for a new user
     * @param externalSubject id with the organisation's own sign-in; null when there is none
     * @param version for a change, the version that was read
     */
    record Wanted(
            @Nullable String userName,
            @Nullable String displayName,
            long unitId,
            boolean active,
            @Nullable String externalSubject,
            int version) {}

    /**
     * A user and the password they sign in with the first time, shown once.
     *
     * @param user the user
     * @param password temporary password
     */
    record OneTime(UserStore.User user, String password) {}

    /** Creates a user without any role. */
    @Transactional
    public OneTime create(Actor actor, Wanted wanted) {
        String name = userName(wanted.userName());
        String displayName = displayName(wanted.displayName());
        mustBeUsable(actor, wanted.unitId());
        String password = passwords.temporary();
        try {
            long id = database.sql("""
                            insert into identity.user_account (user_name, display_name, unit_id, scope, password_hash,
                                password_set_at, password_temporary, external_subject, updated_by)
                            values (:name, :displayName, :unit, 'own', :hash, :now, true, :subject, :by)
                            returning id""")
                    .param("name", name)
                    .param("displayName", displayName)
                    .param("unit", wanted.unitId())
                    .param("hash", passwords.hash(password))
                    .param("now", OffsetDateTime.now(clock))
                    .param("subject", subject(wanted.externalSubject()))
                    .param("by", actor.displayName())
                    .query(Long.class)
                    .single();
            UserStore.User made = users.get(actor, id);
            audit.record(
                    actor,
                    "identity.user.create",
                    "identity.user",
                    Long.toString(id),
                    "新建用户 " + name,
                    null,
                    seen(made));
            return new OneTime(made, password);
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-504", "用户名 " + name + " 或统一身份标识已被使用，请换一个");
        }
    }

    /** Changes, closes or opens a user. */
    @Transactional
    public UserStore.User change(Actor actor, long id, Wanted wanted) {
        UserStore.User before = users.get(actor, id);
        String displayName = displayName(wanted.displayName());
        if (wanted.unitId() != before.unitId()) {
            mustBeUsable(actor, wanted.unitId());
        }
        if (!wanted.active() && id == actor.userId()) {
            throw Refusal.forbidden("不能停用自己");
        }
        try {
            int changed = database.sql("""
                            update identity.user_account set display_name = :displayName, unit_id = :unit,
                                active = :active, external_subject = :subject, grant_no = grant_no + 1,
                                session_no = session_no + case when :active then 0 else 1 end,
                                version = version + 1, updated_by = :by, updated_at = now()
                            where id = :id and version = :version""")
                    .param("displayName", displayName)
                    .param("unit", wanted.unitId())
                    .param("active", wanted.active())
                    .param("subject", subject(wanted.externalSubject()))
                    .param("by", actor.displayName())
                    .param("id", id)
                    .param("version", wanted.version())
                    .update();
            if (changed == 0) {
                throw Refusal.changedMeanwhile("用户", before.updatedBy(), before.updatedAt());
            }
        } catch (DuplicateKeyException taken) {
            throw Refusal.conflict("E-IDN-504", "统一身份标识已被别的用户使用");
        }
        if (!wanted.active()) {
            administrators.mustRemain(before.kinds());
        }
        UserStore.User after = users.get(Actor.SYSTEM, id);
        String act = before.active() == after.active() ? "修改" : after.active() ? "启用" : "停用";
        audit.record(
                actor,
                "identity.user.change",
                "identity.user",
                Long.toString(id),
                act + "用户 " + after.userName(),
                seen(before),
                seen(after));
        return after;
    }

    /** Gives a user a new temporary password. */
    @Transactional
    public OneTime resetPassword(Actor actor, long id) {
        UserStore.User user = users.get(actor, id);
        if (id == actor.userId()) {
            throw Refusal.forbidden("不能重置自己的口令；请在“我的账户”中修改");
        }
        if (!user.active()) {
            throw Refusal.conflict("E-IDN-505", "用户 " + user.userName() + " 已停用，请先启用");
        }
        if (user.kinds().stream().anyMatch(kind -> kind.equals("security") || kind.equals("audit"))
                && !user.secondFactor()) {
            throw Refusal.forbidden("安全管理员和审计管理员没有启用动态口令时，系统管理员不能重置其口令，以免三员合一");
        }
        String password = passwords.reset(id);
        audit.record(
                actor,
                "identity.user.reset-password",
                "identity.user",
                Long.toString(id),
                "重置用户 " + user.userName() + " 的口令",
                null,
                null);
        return new OneTime(users.get(actor, id), password);
    }

    private void mustBeUsable(Actor actor, long unitId) {
        actor.mustSee(unitId);
        Unit unit = units.get(unitId);
        if (!unit.active()) {
            throw Refusal.conflict("E-IDN-506", "单位“" + unit.name() + "”已停用，不能把用户放入");
        }
    }

    private static String userName(@Nullable String given) {
        String name = Objects.requireNonNullElse(given, "").strip().toLowerCase(Locale.ROOT);
        if (!name.matches("[a-z][a-z0-9._-]{1,31}") || name.equals("system")) {
            throw Refusal.field("E-IDN-501", "用户名", given, "2 至 32 个小写字母、数字、点、短横线或下划线，以字母开头");
        }
        return name;
    }

    private static String displayName(@Nullable String given) {
        String name = Objects.requireNonNullElse(given, "").strip();
        if (name.isEmpty() || name.length() > 40 || name.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.field("E-IDN-502", "姓名", given, "1 至 40 个字，不含控制字符");
        }
        return name;
    }

    private static @Nullable String subject(@Nullable String given) {
        if (given != null && given.length() > 200) {
            throw Refusal.field("E-IDN-503", "统一身份标识", given, "不超过 200 个字符");
        }
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static Map<String, ?> seen(UserStore.User user) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("用户名", user.userName());
        values.put("单位", user.unitName());
        values.put("在用", user.active());
        values.put("统一身份", user.externalSubject() != null);
        return values;
    }
}
