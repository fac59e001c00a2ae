package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.platform.region.Region;

/** The region's policy made ready, once for each span of days in which nothing of it changes. */
@Component
class ReadyPolicies {
    private final Region region;
    private final List<Policy> ready = new CopyOnWriteArrayList<>();

    ReadyPolicies(Region region) {
        this.region = region;
    }

    Policy on(LocalDate day) {
        for (Policy policy : ready) {
            if (policy.covers(day)) {
                return policy;
            }
        }
        Policy made = Policy.compile(region.pack(), day);
        ready.add(made);
        return made;
    }
}
