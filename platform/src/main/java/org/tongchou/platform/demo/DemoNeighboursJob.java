package org.tongchou.platform.demo;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Treats people of the demonstration's neighbours, and ours there, in the background. */
@Component
class DemoNeighboursJob implements JobHandler {
    static final String KIND = "demo.neighbours";

    private final ObjectProvider<NeighboursCare> care;

    /** The care is asked for when a job runs, as it settles through modules that queue jobs themselves. */
    DemoNeighboursJob(ObjectProvider<NeighboursCare> care) {
        this.care = care;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        care.getObject().run(run);
    }
}
