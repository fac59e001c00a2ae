package org.tongchou.platform.catalogue.version;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Compares or releases a version. Each is one transaction: a run that is cut off leaves nothing, a second run finds out. */
@Component
class VersionJob implements JobHandler {
    static final String KIND = "catalogue.version";

    /** What is done with the version. */
    enum Step {
        compare,
        release
    }

    private final Versions versions;

    VersionJob(Versions versions) {
        this.versions = versions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        long id = Long.parseLong(run.parameters().getOrDefault("version", "0"));
        Step step = Step.valueOf(run.parameters().getOrDefault("step", ""));
        run.progress(0, 0, step == Step.compare ? "与现行目录比对" : "发布");
        Version version = versions.get(id);
        if (step == Step.compare) {
            version = versions.compare(run.actor(), id);
        } else if (!version.state().equals(Version.RELEASED)) {
            version = versions.release(run.actor(), id);
        }
        run.progress(1, 1, step == Step.compare ? "比对完成" : "已发布");
        run.result(Map.of(
                "version", id, "added", version.added(), "changed", version.changed(), "ended", version.ended()));
    }
}
