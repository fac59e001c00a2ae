package org.tongchou.platform.contribution.employer;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;

/** Queues the month of all employers of a county, or of all counties in somebody's scope. */
@Service
class MonthRequests {
    private final Jobs jobs;
    private final Region region;
    private final AuditLog audit;

    MonthRequests(Jobs jobs, Region region, AuditLog audit) {
        this.jobs = jobs;
        this.region = region;
        this.audit = audit;
    }

    /**
     * A job that was queued.
     *
     * @param job its id
     */
    record Queued(long job) {}

    /** Queues declaring and submitting, or reviewing what others submitted. */
    @Transactional
    Queued start(Actor actor, boolean submit, YearMonth month, @Nullable String county) {
        String given = Given.text(county);
        List<String> counties;
        if (given.isEmpty()) {
            counties = region.counties(actor).stream().map(County::code).toList();
        } else {
            actor.mustSee(region.county(given).unitId());
            counties = List.of(given);
        }
        String title = (submit ? "批量申报 " : "批量复核 ") + month + " 单位缴费";
        long job = jobs.submit(
                actor,
                MonthJob.KIND,
                title,
                Map.of(
                        "step",
                        submit ? "submit" : "accept",
                        "month",
                        month.toString(),
                        "counties",
                        String.join(",", counties)));
        audit.record(
                actor,
                "contribution.declaration.mass",
                "contribution.declaration",
                Long.toString(job),
                title,
                null,
                Map.of("区县", String.join("、", counties)));
        return new Queued(job);
    }
}
