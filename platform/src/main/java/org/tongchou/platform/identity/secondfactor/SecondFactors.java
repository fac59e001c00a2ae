package org.tongchou.platform.identity.secondfactor;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.privacy.SecretBox;
import org.tongchou.platform.web.Refusal;

/** Second factors: time-based one-time codes (RFC 6238: SHA-1, 6 digits, 30 seconds), with recovery codes. */
@Service
public class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 8;
    private static final int WINDOW = 1;
    private static final String ISSUER = "统筹";
    private static final String RECOVERY_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private final JdbcClient database;
    private final SecretBox box;
    private final PasswordEncoder encoder;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    SecondFactors(JdbcClient database, SecretBox box, PasswordEncoder encoder, Clock clock) {
        this.database = database;
        this.box = box;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * Begins to set up: makes a secret that counts once it is confirmed.
     *
     * @param secret for typing, Base32
     * @param uri for the QR code
     */
    public record Setup(String secret, String uri) {}

    /** Begins to set up; refused when there is one already. */
    @Transactional
    public Setup begin(long userId, String userName) {
        if (isOn(userId)) {
            throw Refusal.conflict("E-IDN-301", "您已启用动态口令；更换设备请先停用，或请安全管理员重置");
        }
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        database.sql("update identity.user_account set totp_secret = :secret where id = :id")
                .param("secret", box.seal(secret, owner(userId)))
                .param("id", userId)
                .update();
        String text = Base32.toBase32String(secret);
        String label = URLEncoder.encode(ISSUER + ":" + userName, StandardCharsets.UTF_8);
        String issuer = URLEncoder.encode(ISSUER, StandardCharsets.UTF_8);
        return new Setup(text, "otpauth://totp/" + label + "?secret=" + text + "&issuer=" + issuer);
    }

    /**
     * Confirms with a code from the device.
     *
     * @return recovery codes, shown this once
     */
    @Transactional
    public List<String> confirm(long userId, String code) {
        if (isOn(userId)) {
            throw Refusal.conflict("E-IDN-301", "您已启用动态口令");
        }
        if (!matches(userId, code)) {
            throw Refusal.of(
                    org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT,
                    "E-IDN-302",
                    "动态口令不对：请核对手机时间是否准确，并输入当前显示的 6 位数字");
        }
        database.sql("update identity.user_account set totp_confirmed_at = :now where id = :id")
                .param("now", OffsetDateTime.now(clock))
                .param("id", userId)
                .update();
        database.sql("delete from identity.recovery_code where user_id = :id")
                .param("id", userId)
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String recovery = recoveryCode();
            codes.add(recovery);
            database.sql("insert into identity.recovery_code (user_id, code_hash) values (:id, :hash)")
                    .param("id", userId)
                    .param("hash", encoder.encode(recovery))
                    .update();
        }
        return codes;
    }

    /** Whether the user has a second factor. */
    public boolean isOn(long userId) {
        return database.sql("select totp_confirmed_at is not null from identity.user_account where id = :id")
                .param("id", userId)
                .query(Boolean.class)
                .single();
    }

    /** How many recovery codes are left. */
    public int recoveryCodesLeft(long userId) {
        return database.sql("select count(*) from identity.recovery_code where user_id = :id and used_at is null")
                .param("id", userId)
                .query(Integer.class)
                .single();
    }

    /** Whether a code is right now; each code, and each recovery code, counts once. */
    @Transactional
    public boolean verify(long userId, String code) {
        return matches(userId, code) || useRecovery(userId, code);
    }

    /** Takes the second factor away. */
    @Transactional
    public void reset(long userId) {
        database.sql("update identity.user_account set totp_secret = null, totp_confirmed_at = null where id = :id")
                .param("id", userId)
                .update();
        database.sql("delete from identity.recovery_code where user_id = :id")
                .param("id", userId)
                .update();
    }

    private boolean matches(long userId, String code) {
        String digits = code.replaceAll("\\s", "");
        Optional<byte[]> sealed = database.sql(
                        "select totp_secret from identity.user_account where id = :id and totp_secret is not null")
                .param("id", userId)
                .query(byte[].class)
                .optional();
        if (!digits.matches("[0-9]{6}") || sealed.isEmpty()) {
            return false;
        }
        byte[] secret = box.open(sealed.get(), owner(userId));
        long step = clock.instant().getEpochSecond() / period().toSeconds();
        for (long at = step - WINDOW; at <= step + WINDOW; at++) {
            if (same(code(secret, at), digits)) {
                return useStep(userId, at);
            }
        }
        return false;
    }

    /** Each step counts once, whoever else tries the same code at the same moment. */
    private boolean useStep(long userId, long step) {
        return database.sql("""
                                update identity.user_account set totp_last_step = :step
                                where id = :id and totp_last_step < :step""").param("step", step).param("id", userId).update() == 1;
    }

    private boolean useRecovery(long userId, String code) {
        String typed = code.strip().toLowerCase(Locale.ROOT);
        if (!typed.matches("[0-9a-z]{5}-[0-9a-z]{5}")) {
            return false;
        }
        record Stored(long id, String hash) {}
        return database
                .sql("select id, code_hash from identity.recovery_code where user_id = :id and used_at is null")
                .param("id", userId)
                .query((row, number) -> new Stored(row.getLong("id"), row.getString("code_hash")))
                .list()
                .stream()
                .filter(stored -> encoder.matches(typed, stored.hash()))
                .anyMatch(stored -> database.sql(
                                        "update identity.recovery_code set used_at = :now where id = :id and used_at is null")
                                .param("now", OffsetDateTime.now(clock))
                                .param("id", stored.id())
                                .update()
                        == 1);
    }

    private String code(byte[] secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, "RAW"), Instant.ofEpochSecond(step * period().toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private Duration period() {
        return generator.getTimeStep();
    }

    private String recoveryCode() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            text.append(i == 5 ? "-" : "").append(RECOVERY_ALPHABET.charAt(random.nextInt(RECOVERY_ALPHABET.length())));
        }
        return text.toString();
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }

    private static String owner(long userId) {
        return "user " + userId;
    }
}
