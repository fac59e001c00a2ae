package org.tongchou.platform.identity.session;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.session.SignedInSession.Pending;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Checks who somebody is. */
@Service
class SignIn {
    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final AuditLog audit;
    private final String nobodysHash;

    SignIn(JdbcClient database, PasswordEncoder passwords, AuditLog audit) {
        this.database = database;
        this.passwords = passwords;
        this.audit = audit;
        this.nobodysHash = passwords.encode("nobody has this password");
    }

    /**
     * Checks user name and password. Takes as long, and says the same, when there is no such user.
     *
     * @return who it is
     * @throws Refusal 401
     */
    @Transactional
    Known check(String userName, String password) {
        String name = userName.strip().toLowerCase(Locale.ROOT);
        Optional<Row> row = find(name);
        boolean right = passwords.matches(password, row.map(Row::passwordHash).orElse(nobodysHash));
        if (!right || row.isEmpty() || !row.get().active()) {
            audit.refused(
                    row.map(SignIn::actor).orElse(unknown()),
                    "identity.session.begin",
                    "identity.user",
                    row.map(user -> Long.toString(user.id())).orElse(""),
                    "登录失败：用户名或密码错误");
            throw Refusal.of(HttpStatus.UNAUTHORIZED, "E-IDN-101", "用户名或密码错误");
        }
        Row user = row.get();
        database.sql("update identity.user_account set last_sign_in_at = now() where id = :id")
                .param("id", user.id())
                .update();
        audit.record(
                actor(user), "identity.session.begin", "identity.user", Long.toString(user.id()), "登录", null, null);
        return new Known(user.id(), user.temporary() ? Pending.PASSWORD : Pending.NOTHING);
    }

    private Optional<Row> find(String name) {
        return database.sql("""
                        select id, user_name, display_name, unit_id, active, password_hash, password_temporary
                        from identity.user_account where user_name = :name""")
                .param("name", name)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("user_name"),
                        row.getString("display_name"),
                        row.getLong("unit_id"),
                        row.getBoolean("active"),
                        row.getString("password_hash"),
                        row.getBoolean("password_temporary")))
                .optional();
    }

    private static Actor actor(Row user) {
        return new Actor(
                user.id(), user.userName(), user.displayName(), user.unitId(), List.of(), false, List.of(), Set.of());
    }

    private static Actor unknown() {
        return new Actor(0, "", "未知用户", 0, List.of(), false, List.of(), Set.of());
    }

    /**
     * Somebody who proved who they are.
     *
     * @param userId the user
     * @param pending what they must do first
     */
    record Known(long userId, Pending pending) {}

    private record Row(
            long id,
            String userName,
            String displayName,
            long unitId,
            boolean active,
            String passwordHash,
            boolean temporary) {}
}
