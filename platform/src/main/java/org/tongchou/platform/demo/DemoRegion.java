package org.tongchou.platform.demo;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.SampleRegion;
import org.tongchou.platform.web.Actor;

/** Has the demonstration's region made in the background when there is none. */
@Component
@Order(30)
@Profile("demo")
class DemoRegion implements ApplicationRunner, DemoGuide {
    private static final long SEED = 1;

    private final SampleRegion sample;
    private final Region region;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final int people;

    DemoRegion(
            SampleRegion sample,
            Region region,
            Jobs jobs,
            TransactionTemplate transactions,
            @Value("${tongchou.demo-people:10000}") int people) {
        this.sample = sample;
        this.region = region;
        this.jobs = jobs;
        this.transactions = transactions;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (people > 0 && sample.find().isEmpty() && region.counties().isEmpty()) {
            transactions.executeWithoutResult(status -> jobs.submit(
                    Actor.SYSTEM,
                    SampleRegion.JOB,
                    "生成 " + people + " 人的合成统筹区",
                    Map.of("people", Integer.toString(people), "seed", Long.toString(SEED))));
        }
    }

    @Override
    public List<String> lines(String address) {
        boolean ready = sample.find().filter(made -> made.finishedAt() != null).isPresent();
        return people == 0
                ? List.of()
                : List.of(
                        "  director  工作台“演示统筹区”：从一个人的参保档案看到待遇、缴费、个人账户和背后的凭证"
                                + (ready ? "" : "（" + people + " 人的统筹区正在后台生成，需几分钟，工作台显示进度）"),
                        "  operator  受理一项参保业务，由 opreview 复核；accountant 看基金账簿、结账，由 fundreview 复核");
    }
}
