package org.tongchou.platform.demo;

import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.training.day.TrainingDay;
import org.tongchou.platform.web.Actor;

/** Gives the demonstration's region neighbours once its hospitals have worked for a day. */
@Component
@Order(45)
@Profile("demo")
class DemoNeighbours implements DemoGuide {
    private final TrainingDay day;
    private final Partners partners;
    private final Jobs jobs;
    private final TransactionTemplate transactions;

    DemoNeighbours(TrainingDay day, Partners partners, Jobs jobs, TransactionTemplate transactions) {
        this.day = day;
        this.partners = partners;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    @Scheduled(initialDelay = 7_000, fixedDelay = 5_000)
    void begin() {
        boolean played = day.find().filter(done -> done.finishedAt() != null).isPresent();
        if (played && partners.list().isEmpty()) {
            transactions.executeWithoutResult(status -> {
                Neighbours.ALL.forEach(one -> partners.save(Actor.SYSTEM, one.partner()));
                jobs.submit(Actor.SYSTEM, DemoNeighboursJob.KIND, "模拟异地就医", Map.of());
            });
        }
    }

    @Override
    public List<String> lines(String address) {
        return List.of("  accountant “对账与清算 / 异地就医”：两个模拟统筹区，它们的参保人在本地就医，本地参保人在那里就医；一天的就诊办完后自动生成");
    }
}
