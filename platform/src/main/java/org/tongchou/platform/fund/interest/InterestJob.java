package org.tongchou.platform.fund.interest;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;

/** Goes on with a run wherever it stands; a run that is cut off goes on with the next part. */
@Component("fundInterestJob")
class InterestJob implements JobHandler {
    static final String KIND = "fund.interest";

    private final InterestSteps steps;
    private final InterestLines lines;

    InterestJob(InterestSteps steps, InterestLines lines) {
        this.steps = steps;
        this.lines = lines;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun job) {
        long id = Long.parseLong(job.parameters().getOrDefault("run", "0"));
        switch (steps.get(id).state()) {
            case InterestRun.COMPUTING -> {
                int part = lines.last(id);
                do {
                    job.progress(part, 0, "已计算 " + part * InterestLines.PART + " 个账户");
                    job.stopIfCancelled();
                    part++;
                } while (steps.compute(id));
            }
            case InterestRun.POSTING -> {
                int last = lines.last(id);
                for (int part = 1; part <= last; part++) {
                    job.progress(part - 1L, last, "入账第 " + part + " 部分");
                    steps.post(job.actor(), id, part);
                }
                steps.posted(id);
            }
            case InterestRun.REVERSING -> {
                int done = 0;
                while (steps.takeBack(job.actor(), id)) {
                    done++;
                    job.progress(done, 0, "已冲回 " + done + " 部分");
                }
            }
            default -> {
                // A job that was cut off after its last step finds nothing left to do.
            }
        }
        InterestRun run = steps.get(id);
        job.result(Map.of("accounts", run.accounts(), "leftOut", run.leftOut(), "fen", run.fen()));
    }
}
