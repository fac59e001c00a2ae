package org.tongchou.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A clock that a test can move to another day. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static volatile Clock now = Clock.system(ZONE);

    /** Moves on to the noon of a day. */
    public static void move(LocalDate day) {
        now = Clock.fixed(day.atTime(12, 0).atZone(ZONE).toInstant(), ZONE);
    }

    /** Goes with the time again. */
    public static void release() {
        now = Clock.system(ZONE);
    }

    @Bean
    @Primary
    Clock movableClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZONE;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return now.withZone(zone);
            }

            @Override
            public Instant instant() {
                return now.instant();
            }
        };
    }
}
