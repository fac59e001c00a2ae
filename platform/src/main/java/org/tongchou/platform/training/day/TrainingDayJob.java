package org.tongchou.platform.training.day;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Plays the day in the background, with progress; a run that was cut off goes on where it stopped. */
@Component
class TrainingDayJob implements JobHandler {
    private final ObjectProvider<TrainingDay> days;

    /** The day is asked for when a job runs, as it queues jobs itself. */
    TrainingDayJob(ObjectProvider<TrainingDay> days) {
        this.days = days;
    }

    @Override
    public String kind() {
        return TrainingDay.JOB;
    }

    @Override
    public void run(JobRun run) {
        run.result(days.getObject().run((done, total, title) -> {
            run.progress(done, total, title);
            run.stopIfCancelled();
        }));
    }
}
