package org.tongchou.platform.identity.policy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.web.Refusal;

/** Passwords: made, checked against the policy, kept as hashes, never shown again. */
@Service
public class Passwords {
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_BYTES = 72;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz";
    private static final String CAPITALS = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final String DIGITS = "23456789";

    private final JdbcClient database;
    private final PasswordEncoder encoder;
    private final Policies policies;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Passwords(JdbcClient database, PasswordEncoder encoder, Policies policies, Clock clock) {
        this.database = database;
        this.encoder = encoder;
        this.policies = policies;
        this.clock = clock;
    }

    /** A random password that the user must change at the first sign-in: four groups, easy to read aloud. */
    public String temporary() {
        StringBuilder text = new StringBuilder();
        for (int group = 0; group < 4; group++) {
            text.append(group == 0 ? "" : "-").append(pick(CAPITALS));
            for (int i = 0; i < 3; i++) {
                text.append(pick(LETTERS));
            }
            text.append(pick(DIGITS));
        }
        return text.toString();
    }

    /** Its hash. */
    public String hash(String password) {
        return encoder.encode(password);
    }

    /** Sets a temporary password and ends the user's sessions. */
    @Transactional
    public String reset(long userId) {
        String password = temporary();
        store(userId, hash(password), true);
        return password;
    }

    /**
     * Sets the password that the user chose, after checking it.
     *
     * @throws Refusal saying which rule it breaks; never repeats the password
     */
    @Transactional
    public void choose(long userId, String userName, String displayName, String password) {
        Policy policy = policies.current();
        check(policy, userName, displayName, password);
        List<String> former = database.sql("""
                        (select password_hash from identity.user_account where id = :id)
                        union all
                        (select password_hash from identity.password_history where user_id = :id
                            order by id desc limit :count)""")
                .param("id", userId)
                .param("count", policy.passwordHistory())
                .query(String.class)
                .list();
        if (former.stream().anyMatch(hash -> encoder.matches(password, hash))) {
            throw weak("不能与当前口令或最近 " + policy.passwordHistory() + " 个用过的口令相同");
        }
        store(userId, hash(password), false);
    }

    /** Whether a password set then must be changed now. */
    public boolean expired(OffsetDateTime setAt) {
        return setAt.plus(Duration.ofDays(policies.current().passwordDays())).isBefore(OffsetDateTime.now(clock));
    }

    /** Checks a password against the rules that need no stored data. */
    static void check(Policy policy, String userName, String displayName, String password) {
        if (password.length() < policy.passwordLength()) {
            throw weak("不少于 " + policy.passwordLength() + " 个字符");
        }
        if (password.length() > MOST_CHARACTERS || password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            throw weak("不超过 " + MOST_CHARACTERS + " 个字符（一个汉字按三个计）");
        }
        if (kinds(password) < policy.passwordKinds()) {
            throw weak("包含大写字母、小写字母、数字、符号中的至少 " + policy.passwordKinds() + " 种");
        }
        if (CommonPasswords.contains(password, userName) || CommonPasswords.contains(password, displayName)) {
            throw weak("不含用户名或姓名");
        }
        if (CommonPasswords.isCommon(password)) {
            throw weak("不是常见口令，也不是连续或重复的字符");
        }
    }

    private static int kinds(String password) {
        boolean upper = password.chars().anyMatch(Character::isUpperCase);
        boolean lower = password.chars().anyMatch(Character::isLowerCase);
        boolean digit = password.chars().anyMatch(Character::isDigit);
        boolean other = password.chars()
                .anyMatch(c -> !Character.isUpperCase(c)
                        && !Character.isLowerCase(c)
                        && !Character.isDigit(c)
                        && !Character.isISOControl(c));
        return (upper ? 1 : 0) + (lower ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
    }

    private static Refusal weak(String expected) {
        return Refusal.of(
                org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT, "E-IDN-210", "新口令不符合要求，应" + expected);
    }

    private void store(long userId, String hash, boolean temporary) {
        database.sql("""
                        insert into identity.password_history (user_id, password_hash, set_at)
                        select id, password_hash, password_set_at from identity.user_account where id = :id""").param("id", userId).update();
        database.sql("""
                        update identity.user_account set password_hash = :hash, password_set_at = :now,
                            password_temporary = :temporary, session_no = session_no + 1
                        where id = :id""")
                .param("hash", hash)
                .param("now", OffsetDateTime.now(clock))
                .param("temporary", temporary)
                .param("id", userId)
                .update();
    }

    private char pick(String from) {
        return from.charAt(random.nextInt(from.length()));
    }
}
