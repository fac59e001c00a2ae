package org.tongchou.platform.sample;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Makes a region in the background, with progress; a run that was cut off goes on where it stopped. */
@Component
class RegionJob implements JobHandler {
    private final ObjectProvider<SampleRegion> regions;

    /** The region is asked for when a job runs: its lists are brought in by a module that queues jobs itself. */
    RegionJob(ObjectProvider<SampleRegion> regions) {
        this.regions = regions;
    }

    @Override
    public String kind() {
        return SampleRegion.JOB;
    }

    @Override
    public void run(JobRun run) {
        int people = Integer.parseInt(run.parameters().getOrDefault("people", "1"));
        long seed = Long.parseLong(run.parameters().getOrDefault("seed", "0"));
        SampleRegion region = regions.getObject();
        region.make(region.setting(people, seed), (done, total, title) -> {
            run.progress(done, total, title);
            run.stopIfCancelled();
        });
        run.result(Map.of("人数", people));
    }
}
