package org.tongchou.platform.identity.session;

import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.identity.policy.Passwords;
import org.tongchou.platform.identity.policy.Policies;
import org.tongchou.platform.identity.policy.Policy;
import org.tongchou.platform.identity.secondfactor.SecondFactors;
import org.tongchou.platform.identity.session.SignedInSession.Pending;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** One's own password, second factor and sessions. */
@Service
class OwnAccount {
    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Passwords passwords;
    private final Policies policies;
    private final SecondFactors factors;
    private final SignIn signIn;
    private final SignInGuard guard;
    private final AuditLog audit;

    OwnAccount(
            JdbcClient database,
            PasswordEncoder encoder,
            Passwords passwords,
            Policies policies,
            SecondFactors factors,
            SignIn signIn,
            SignInGuard guard,
            AuditLog audit) {
        this.database = database;
        this.encoder = encoder;
        this.passwords = passwords;
        this.policies = policies;
        this.factors = factors;
        this.signIn = signIn;
        this.guard = guard;
        this.audit = audit;
    }

    AccountController.View view(Actor actor) {
        Policy policy = policies.current();
        return database.sql("""
                        select password_set_at, last_sign_in_at, totp_confirmed_at is not null as second_factor
                        from identity.user_account where id = :id""")
                .param("id", actor.userId())
                .query((row, number) -> {
                    OffsetDateTime setAt = row.getObject("password_set_at", OffsetDateTime.class);
                    return new AccountController.View(
                            setAt,
                            setAt.plusDays(policy.passwordDays()),
                            row.getBoolean("second_factor"),
                            isSecondFactorAsked(actor),
                            factors.recoveryCodesLeft(actor.userId()),
                            row.getObject("last_sign_in_at", OffsetDateTime.class),
                            policy);
                })
                .optional()
                .orElseThrow(() -> Refusal.notFound("用户"));
    }

    Pending pending(Actor actor) {
        return signIn.pendingOf(actor.userId());
    }

    @Transactional
    public void changePassword(Actor actor, String current, String wanted) {
        mustKnow(actor, current);
        passwords.choose(actor.userId(), actor.userName(), actor.displayName(), wanted);
        record(actor, "identity.password.change", "修改口令");
    }

    @Transactional
    public SecondFactors.Setup beginSecondFactor(Actor actor, String password) {
        mustKnow(actor, password);
        return factors.begin(actor.userId(), actor.userName());
    }

    @Transactional
    public List<String> confirmSecondFactor(Actor actor, String code) {
        List<String> codes = factors.confirm(actor.userId(), code);
        record(actor, "identity.second-factor.set", "启用动态口令");
        return codes;
    }

    @Transactional
    public void removeSecondFactor(Actor actor, String code) {
        if (isSecondFactorAsked(actor)) {
            throw Refusal.conflict("E-IDN-303", "您的角色要求使用动态口令，不能停用");
        }
        if (!factors.isOn(actor.userId())) {
            throw Refusal.conflict("E-IDN-304", "您没有启用动态口令");
        }
        if (!factors.verify(actor.userId(), code)) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "E-IDN-302", "动态口令不对或已用过");
        }
        factors.reset(actor.userId());
        record(actor, "identity.second-factor.remove", "停用动态口令");
    }

    @Transactional
    public void endSessions(Actor actor) {
        database.sql("update identity.user_account set session_no = session_no + 1 where id = :id")
                .param("id", actor.userId())
                .update();
        record(actor, "identity.session.end-others", "退出其他会话");
    }

    /** Guessing at an open desk counts and locks like guessing at sign-in. */
    private void mustKnow(Actor actor, String password) {
        guard.locked(actor.userName()).ifPresent(locked -> {
            throw locked;
        });
        String hash = database.sql("select password_hash from identity.user_account where id = :id")
                .param("id", actor.userId())
                .query(String.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("用户"));
        if (!encoder.matches(password, hash)) {
            int left = guard.fail(actor.userName());
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "E-IDN-211",
                    "当前口令不对" + (left == 0 ? "，已锁定" : "，还可以再试 " + left + " 次"));
        }
    }

    private boolean isSecondFactorAsked(Actor actor) {
        return database.sql("""
                        select exists (select from identity.user_role ur join identity.role r on r.id = ur.role_id
                            where ur.user_id = :id and r.active and r.second_factor)""")
                .param("id", actor.userId())
                .query(Boolean.class)
                .single();
    }

    private void record(Actor actor, String action, String summary) {
        audit.record(actor, action, "identity.user", Long.toString(actor.userId()), summary, null, null);
    }
}
