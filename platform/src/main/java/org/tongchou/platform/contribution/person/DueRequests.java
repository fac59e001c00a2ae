package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.contribution.person.DueRuns.DueRun;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** Queues assessments within the data scope of who asks. */
@Service
class DueRequests {
    private final DueRuns runs;
    private final Jobs jobs;
    private final Region region;
    private final Clock clock;

    DueRequests(DueRuns runs, Jobs jobs, Region region, Clock clock) {
        this.runs = runs;
        this.jobs = jobs;
        this.region = region;
        this.clock = clock;
    }

    /** Queues an assessment. */
    @Transactional
    DueRun start(
            Actor actor,
            @Nullable String scheme,
            @Nullable String period,
            @Nullable LocalDate day,
            @Nullable String county) {
        String where = Given.text(county);
        if (where.isEmpty() ? region.counties(actor).size() < region.counties().size() : !sees(actor, where)) {
            throw Refusal.forbidden("应缴核定超出您的数据范围，请选择范围内的区县");
        }
        DueRun run =
                runs.create(actor, Schemes.scheme(scheme), period, day == null ? LocalDate.now(clock) : day, where);
        long job = jobs.submit(
                actor,
                DueJob.KIND,
                "核定 " + run.period() + " " + Schemes.NAMES.get(run.scheme()) + "应缴",
                Map.of("run", Long.toString(run.id())));
        return runs.queued(run.id(), job);
    }

    private boolean sees(Actor actor, String county) {
        return actor.sees(region.county(county).unitId());
    }
}
