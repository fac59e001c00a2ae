package org.tongchou.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.sample.SampleRegion;
import org.tongchou.platform.training.day.TrainingDay;
import org.tongchou.platform.web.Actor;

/** The demonstration's neighbours: bills of both roles through the messages of regions; run again they are the same. */
@PlatformTest
@TestPropertySource(properties = "tongchou.training=true")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DemoNeighboursTest {
    private static final int PEOPLE = 300;

    @Autowired
    private JdbcClient database;

    private long count(String where) {
        return database.sql("select count(*) from crossregion.bill where " + where)
                .query(Long.class)
                .single();
    }

    @Test
    void guestsAreTreatedHereAndOursThere(
            @Autowired SampleRegion region,
            @Autowired TrainingDay day,
            @Autowired List<JobHandler> handlers,
            @Autowired Partners partners,
            @Autowired Jobs jobs,
            @Autowired TransactionTemplate transaction,
            @Autowired DemoNeighboursJob job,
            @Autowired List<Verification> verifications)
            throws Exception {
        DemoNeighbours demo = new DemoNeighbours(day, partners, jobs, transaction);
        demo.begin();
        assertThat(partners.list()).as("not before the day is over").isEmpty();
        region.make(region.setting(PEOPLE, 7), (done, total, title) -> {});
        day.queueWhenReady(1, 6);
        handlers.stream()
                .filter(one -> one.kind().equals(TrainingDay.JOB))
                .findFirst()
                .orElseThrow()
                .run(new Run());
        demo.begin();
        demo.begin();
        assertThat(partners.list()).hasSize(2).allMatch(partner -> partner.simulated());

        Run first = new Run();
        job.run(first);
        assertThat(first.result.get())
                .allSatisfy((what, many) -> assertThat((Integer) many).as(what).isGreaterThanOrEqualTo(8));
        assertThat(count("role = '就医地' and kept = '结算'")).isGreaterThanOrEqualTo(8);
        assertThat(count("role = '参保地' and kept = '结算'")).isGreaterThanOrEqualTo(8);
        assertThat(count("role = '参保地' and kept = '撤销'")).isEqualTo(2);
        long all = count("true");
        Run second = new Run();
        job.run(second);
        assertThat(second.result.get()).isEqualTo(first.result.get());
        assertThat(count("true")).as("nothing twice").isEqualTo(all);
        assertThat(database.sql("select says from training.reconciliation where not same")
                        .query(String.class)
                        .list())
                .as("the institutions count what the bureau counts")
                .isEmpty();
        verifications.forEach(
                each -> assertThat(each.problems()).as(each.name()).isEmpty());
    }

    private static final class Run implements JobRun {
        private final AtomicReference<Map<String, ?>> result = new AtomicReference<>(Map.of());

        @Override
        public long id() {
            return 1;
        }

        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }

        @Override
        public Map<String, String> parameters() {
            return Map.of();
        }

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void stopIfCancelled() {}

        @Override
        public void result(Map<String, ?> given) {
            result.set(given);
        }
    }
}
