package org.tongchou.platform.identity.session;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.identity.policy.Policies;
import org.tongchou.platform.identity.policy.Policy;
import org.tongchou.platform.web.Refusal;

/**
 * Slows down guessing: counts failures by user name, whether there is such a user or not, and tries by address. Counts
 * stay whatever becomes of the request.
 */
@Component
public class SignInGuard {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_ADDRESSES = 10_000;

    private final JdbcClient database;
    private final Policies policies;
    private final Clock clock;
    private final Map<String, Tries> tries = new ConcurrentHashMap<>();

    SignInGuard(JdbcClient database, Policies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    /** Refuses an address that tries too often. */
    void countAddress(String address) {
        long minute = clock.instant().getEpochSecond() / 60;
        if (tries.size() > MOST_ADDRESSES) {
            tries.values().removeIf(old -> old.minute() != minute);
        }
        Tries now = tries.merge(
                address,
                new Tries(minute, 1),
                (old, fresh) -> old.minute() == minute ? new Tries(minute, old.count() + 1) : fresh);
        if (now.count() > policies.current().signInsPerMinute()) {
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "E-IDN-105", "登录过于频繁，请一分钟后再试");
        }
    }

    /** The refusal when the name is locked. */
    Optional<Refusal> locked(String name) {
        return database.sql(
                        "select locked_until from identity.sign_in_guard where user_name = :name and locked_until > :now")
                .param("name", name)
                .param("now", OffsetDateTime.now(clock))
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Refusal.of(
                        HttpStatus.LOCKED,
                        "E-IDN-102",
                        "连续登录失败次数过多，已锁定至 " + TIME.format(until.atZoneSameInstant(ZONE)) + "；急用请联系安全管理员解锁"));
    }

    /**
     * Counts a failure and locks when there were too many.
     *
     * @return tries that are left
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int fail(String name) {
        Policy policy = policies.current();
        OffsetDateTime now = OffsetDateTime.now(clock);
        int failures = database.sql("""
                        insert into identity.sign_in_guard as g (user_name, failures, last_failure_at)
                        values (:name, 1, :now)
                        on conflict (user_name) do update set last_failure_at = :now,
                            failures = case when g.locked_until < :now then 1 else g.failures + 1 end,
                            locked_until = case when g.locked_until < :now then null else g.locked_until end
                        returning failures""")
                .param("name", name)
                .param("now", now)
                .query(Integer.class)
                .single();
        if (failures >= policy.lockTries()) {
            database.sql("update identity.sign_in_guard set locked_until = :until where user_name = :name")
                    .param("until", now.plusMinutes(policy.lockMinutes()))
                    .param("name", name)
                    .update();
        }
        return Math.max(0, policy.lockTries() - failures);
    }

    /** Forgets the failures, and what is long past. */
    @Transactional
    public void clear(String name) {
        database.sql("delete from identity.sign_in_guard where user_name = :name or last_failure_at < :old")
                .param("name", name)
                .param("old", OffsetDateTime.now(clock).minusDays(2))
                .update();
    }

    private record Tries(long minute, int count) {}
}
