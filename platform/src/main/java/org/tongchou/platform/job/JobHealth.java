package org.tongchou.platform.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** How the jobs are: numbers for the health page and for metrics. A failed job is its owner's matter, not the application's. */
@Component("jobs")
class JobHealth implements HealthIndicator, MeterBinder {
    private final JobTable table;

    JobHealth(JobTable table) {
        this.table = table;
    }

    @Override
    public Health health() {
        Map<String, Long> counts = table.count();
        Health.Builder health = Health.up();
        counts.forEach(health::withDetail);
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (String state : List.of("queued", "running", "failed")) {
            Gauge.builder("tongchou.jobs", () -> table.count().getOrDefault(state, 0L))
                    .tag("state", state)
                    .description("jobs in this state")
                    .register(registry);
        }
    }
}
