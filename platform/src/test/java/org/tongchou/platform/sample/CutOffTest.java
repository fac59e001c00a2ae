package org.tongchou.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestDatabase;
import org.tongchou.platform.sample.plan.Setting;

/** A run whose database connections are killed at any moment is finished by the next ones, and gives the same region. */
@PlatformTest
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CutOffTest {
    private static final int MOST_CUTS = 12;

    @Autowired
    private SampleRegion sample;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    @Test
    void theNextRunFinishesWhatWasCutOff() throws InterruptedException {
        Setting setting = new Setting(300, 5, LocalDate.now(clock));
        long start = System.nanoTime();
        sample.make(setting, (done, total, title) -> {});
        // A fraction of what the whole takes here, so that a fast machine is cut off as often as a slow one.
        int most = (int) TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 8;
        Map<String, String> whole = RegionDigest.of(database);
        TestDatabase.renew();
        int cuts = 0;
        Random random = new Random(11);
        while (!finished()) {
            cuts += run(setting, cuts < MOST_CUTS ? most / 8 + random.nextInt(most) : Long.MAX_VALUE);
        }
        assertThat(cuts).isGreaterThan(2);
        assertThat(RegionDigest.of(database)).isEqualTo(whole);
    }

    private boolean finished() {
        return sample.find().filter(made -> made.finishedAt() != null).isPresent();
    }

    /** Runs until it is done or its connections are killed; tells how often that was. */
    private int run(Setting setting, long millis) throws InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                sample.make(setting, (done, total, title) -> {});
            } catch (RuntimeException expected) {
                // Cut off.
            }
        });
        thread.start();
        thread.join(Math.min(millis, TimeUnit.MINUTES.toMillis(4)));
        int cut = 0;
        while (thread.isAlive()) {
            cut = 1;
            database.sql("""
                            select pg_terminate_backend(pid) from pg_stat_activity
                            where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'""").query((row, number) -> 0).list();
            thread.join(20);
        }
        return cut;
    }
}
