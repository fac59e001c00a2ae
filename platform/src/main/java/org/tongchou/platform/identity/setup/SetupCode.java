package org.tongchou.platform.identity.setup;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.web.Refusal;

/**
 * The one-time code that proves that whoever sets the installation up can read the server's console. Printed there at the
 * start while there are no users; never logged, gone once used or after too many wrong tries.
 */
@Component
class SetupCode {
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private static final int MOST_TRIES = 10;

    private final FirstUsers users;
    private final boolean silent;
    private @Nullable String code;
    private int tries;

    SetupCode(FirstUsers users, Environment environment) {
        this.users = users;
        this.silent = environment.acceptsProfiles(Profiles.of("demo"))
                || environment.getProperty("server.port", "").equals("-1");
    }

    /** Prints a code when nobody exists yet and a browser can be opened. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!silent && users.none()) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8)
                    .println("首次启动：请在浏览器打开本系统，用初始化码 " + renew() + " 建立三个管理员（重启后作废）");
        }
    }

    /** A new code; the one before is void. */
    synchronized String renew() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(i > 0 && i % 4 == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        code = text.toString();
        tries = 0;
        return code;
    }

    /** Refuses a wrong code. */
    synchronized void check(String typed) {
        String right = code;
        if (right == null || !users.none()) {
            throw Refusal.conflict("E-IDN-601", "系统已经初始化过，或没有有效的初始化码");
        }
        if (++tries > MOST_TRIES) {
            code = null;
            throw Refusal.of(HttpStatus.TOO_MANY_REQUESTS, "E-IDN-602", "初始化码输错次数过多，已作废；请重启系统取得新的初始化码");
        }
        if (!MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII),
                typed.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.of(HttpStatus.FORBIDDEN, "E-IDN-603", "初始化码不对，请核对服务器控制台上显示的内容");
        }
    }

    /** The code has served. */
    synchronized void use() {
        code = null;
    }
}
