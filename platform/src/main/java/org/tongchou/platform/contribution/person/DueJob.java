package org.tongchou.platform.contribution.person;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.tongchou.platform.contribution.DuesAssessment;
import org.tongchou.platform.contribution.person.DueRuns.DueRun;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Actor;

/** Assesses everybody in a scheme, as a job or at once. */
@Component
class DueJob implements JobHandler, DuesAssessment {
    static final String KIND = "contribution.person-dues";

    private final DueRuns runs;
    private final Assessing assessing;

    DueJob(DueRuns runs, Assessing assessing) {
        this.runs = runs;
        this.assessing = assessing;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        DueRun run = runs.get(Long.parseLong(job.parameters().getOrDefault("run", "0")));
        Assessing.Tally tally = assess(run, done -> {
            job.progress(done.people(), 0, "已核定 " + done.people() + " 人");
            job.stopIfCancelled();
        });
        job.result(Map.of("people", tally.people(), "added", tally.added(), "refused", tally.refused()));
    }

    private Assessing.Tally assess(DueRun run, Consumer<Assessing.Tally> progress) {
        return assessing.run(
                new Assessing.Run(run.id(), run.scheme(), run.period(), run.day(), assessing.counties(run.county())),
                progress);
    }

    @Override
    public int assess(Actor actor, String scheme, String period, LocalDate day) {
        return assess(runs.create(actor, Schemes.scheme(scheme), period, day, ""), done -> {})
                .added();
    }
}
