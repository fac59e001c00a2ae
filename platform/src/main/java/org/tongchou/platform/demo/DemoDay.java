package org.tongchou.platform.demo;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tongchou.platform.training.day.TrainingDay;

/** Has the demonstration's hospitals work for a day, once its region is there. */
@Component
@Order(40)
@Profile("demo")
class DemoDay implements DemoGuide {
    private static final long SEED = 1;

    private final TrainingDay day;
    private final int visits;

    DemoDay(TrainingDay day, @Value("${tongchou.demo-visits:400}") int visits) {
        this.day = day;
        this.visits = visits;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void begin() {
        if (visits > 0) {
            day.queueWhenReady(SEED, visits);
        }
    }

    @Override
    public List<String> lines(String address) {
        return List.of("  gateway   接口接入、调用记录；“模拟医院”里给合成人员办一次就诊，看每笔请求、答复和每一分钱由谁支付"
                + (day.find().filter(done -> done.finishedAt() != null).isPresent()
                        ? ""
                        : "（统筹区生成后，" + visits + " 次就诊经国家接口在后台办理）"));
    }
}
