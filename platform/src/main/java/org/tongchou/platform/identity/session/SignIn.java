package org.tongchou.platform.identity.session;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.policy.Passwords;
import org.tongchou.platform.identity.secondfactor.SecondFactors;
import org.tongchou.platform.identity.session.SignedInSession.Pending;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Checks who somebody is. */
@Service
class SignIn {
    private static final String ACTION = "identity.session.begin";
    private static final int LONGEST = 200;

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInGuard guard;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String nobodysHash;

    SignIn(
            JdbcClient database,
            PasswordEncoder encoder,
            Passwords passwords,
            SecondFactors factors,
            SignInGuard guard,
            AuditLog audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.passwords = passwords;
        this.factors = factors;
        this.guard = guard;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.nobodysHash = encoder.encode("nobody has this password");
    }

    /**
     * Checks user name, password and, where there is a second factor, its code. Takes as long, says the same and locks
     * the same when there is no such user.
     *
     * @return who it is
     * @throws Refusal 401 when something is wrong or the code is missing, 423 when locked, 429 when too often
     */
    Known check(String userName, String password, String code, String address) {
        guard.countAddress(address);
        String name = shortened(userName.strip().toLowerCase(Locale.ROOT));
        Optional<Row> found = find(name);
        Optional<Refusal> locked = guard.locked(name);
        if (locked.isPresent()) {
            refused(found, "登录被拒绝：已锁定");
            throw locked.get();
        }
        boolean right = encoder.matches(
                shortened(password), found.map(Row::passwordHash).orElse(nobodysHash));
        if (!right || found.isEmpty() || !found.get().active()) {
            refused(found, "登录失败：用户名或密码错误");
            throw wrong(guard.fail(name), "E-IDN-101", "用户名或密码错误");
        }
        Row user = found.get();
        if (user.secondFactor()) {
            checkCode(user, name, code);
        }
        return admit(user);
    }

    /** Lets somebody in whom another system has identified; what that system asks for stands for password and code. */
    Known admitExternal(long userId) {
        Row user = findBy("id = :value", userId)
                .filter(Row::active)
                .orElseThrow(() -> Refusal.forbidden("统一身份认证中的用户在本系统没有开通或已停用"));
        return new Known(admit(user).userId(), Pending.NOTHING);
    }

    /** What must be done before anything else is granted. */
    Pending pendingOf(long userId) {
        return pending(findBy("id = :value", userId).orElseThrow());
    }

    private void checkCode(Row user, String name, String code) {
        if (code.isBlank()) {
            throw Refusal.of(HttpStatus.UNAUTHORIZED, "E-IDN-103", "请输入动态口令");
        }
        if (!factors.verify(user.id(), shortened(code))) {
            refused(Optional.of(user), "登录失败：动态口令错误");
            throw wrong(guard.fail(name), "E-IDN-104", "动态口令错误或已用过");
        }
    }

    private Known admit(Row user) {
        guard.clear(user.userName());
        transaction.executeWithoutResult(status -> {
            database.sql("update identity.user_account set last_sign_in_at = :now where id = :id")
                    .param("now", OffsetDateTime.now(clock))
                    .param("id", user.id())
                    .update();
            audit.record(actor(user), ACTION, "identity.user", Long.toString(user.id()), "登录", null, null);
        });
        return new Known(user.id(), pending(user));
    }

    private Pending pending(Row user) {
        if (user.temporary() || passwords.expired(user.passwordSetAt())) {
            return Pending.PASSWORD;
        }
        return user.secondFactorAsked() && !user.secondFactor() ? Pending.SECOND_FACTOR : Pending.NOTHING;
    }

    private static Refusal wrong(int left, String code, String what) {
        return Refusal.of(HttpStatus.UNAUTHORIZED, code, what + (left == 0 ? "，已锁定" : "，还可以再试 " + left + " 次"));
    }

    private void refused(Optional<Row> user, String summary) {
        audit.refused(
                user.map(SignIn::actor).orElse(unknown()),
                ACTION,
                "identity.user",
                user.map(row -> Long.toString(row.id())).orElse(""),
                summary);
    }

    private Optional<Row> find(String name) {
        return findBy("user_name = :value", name);
    }

    private Optional<Row> findBy(String condition, Object value) {
        return database.sql("""
                        select id, user_name, display_name, unit_id, active, password_hash, password_temporary,
                            password_set_at, totp_confirmed_at is not null as second_factor,
                            exists (select from identity.user_role ur join identity.role r on r.id = ur.role_id
                                where ur.user_id = u.id and r.active and r.second_factor) as asked
                        from identity.user_account u where\s""" + condition)
                .param("value", value)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("user_name"),
                        row.getString("display_name"),
                        row.getLong("unit_id"),
                        row.getBoolean("active"),
                        row.getString("password_hash"),
                        row.getBoolean("password_temporary"),
                        row.getObject("password_set_at", OffsetDateTime.class),
                        row.getBoolean("second_factor"),
                        row.getBoolean("asked")))
                .optional();
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
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
            boolean temporary,
            OffsetDateTime passwordSetAt,
            boolean secondFactor,
            boolean secondFactorAsked) {}
}
