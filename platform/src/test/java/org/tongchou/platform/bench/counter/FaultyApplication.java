package org.tongchou.platform.bench.counter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.tongchou.platform.Application;
import org.tongchou.platform.database.DataFolder;
import org.tongchou.platform.database.Verification;

/** The real application with a clock that can be put wrong, which recomputes everything when a file asks for it. */
public final class FaultyApplication {
    /** Says that it runs, and on which port. */
    static final String READY = "ready";

    /** How many seconds the clock is wrong. */
    static final String CLOCK = "clock";

    /** Asks for a check; its content names the answer's file. */
    static final String CHECK = "check";

    private FaultyApplication() {}

    /** Starts it; {@code --tongchou.data} says where. */
    public static void main(String[] arguments) {
        new SpringApplication(Application.class, Faults.class).run(arguments);
    }

    /** What can go wrong by order; a test configuration, so that no test finds it by itself. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Faults {
        @Bean
        @Primary
        Clock wrongClock(DataFolder data) {
            return new WrongClock(data.path().resolve(CLOCK), ZoneId.of("Asia/Shanghai"));
        }

        @Bean
        ApplicationRunner checker(
                DataFolder data, Environment environment, ObjectProvider<Verification> verifications) {
            return arguments -> {
                Thread checks = new Thread(() -> {
                    while (true) {
                        try {
                            check(data.path(), verifications.orderedStream().toList());
                            Thread.sleep(50);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        } catch (InterruptedException e) {
                            return;
                        }
                    }
                });
                checks.setDaemon(true);
                checks.start();
                Files.writeString(data.path().resolve(READY), environment.getRequiredProperty("local.server.port"));
            };
        }
    }

    private static void check(Path data, List<Verification> verifications) throws IOException {
        Path asked = data.resolve(CHECK);
        if (!Files.exists(asked)) {
            return;
        }
        String answer = Files.readString(asked);
        List<String> problems = new ArrayList<>();
        for (Verification verification : verifications) {
            try {
                verification.problems().forEach(problem -> problems.add(verification.name() + "：" + problem));
            } catch (RuntimeException e) {
                problems.add(verification.name() + " 没有查完：" + e);
            }
        }
        Files.deleteIfExists(asked);
        Path writing = data.resolve(answer + ".new");
        Files.write(writing, problems);
        Files.move(writing, data.resolve(answer), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The system's clock with an error that a file tells. */
    private static final class WrongClock extends Clock {
        private static final long LOOKS = 200_000_000;

        private final Path file;
        private final ZoneId zone;
        private long looked;
        private Duration error = Duration.ZERO;

        WrongClock(Path file, ZoneId zone) {
            this.file = file;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new WrongClock(file, other);
        }

        @Override
        public synchronized Instant instant() {
            long now = System.nanoTime();
            if (now - looked > LOOKS || looked == 0) {
                looked = now;
                try {
                    error = Files.exists(file)
                            ? Duration.ofSeconds(
                                    Long.parseLong(Files.readString(file).strip()))
                            : Duration.ZERO;
                } catch (IOException | NumberFormatException e) {
                    error = Duration.ZERO;
                }
            }
            return Clock.systemUTC().instant().plus(error);
        }
    }
}
