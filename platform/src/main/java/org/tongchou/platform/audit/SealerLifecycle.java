package org.tongchou.platform.audit;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Seals every second while the application runs. */
@Component
class SealerLifecycle implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SealerLifecycle.class);

    private final Sealer sealer;
    private final boolean enabled;
    private @Nullable ScheduledExecutorService thread;

    SealerLifecycle(Sealer sealer, @Value("${tongchou.seal-audit:true}") boolean enabled) {
        this.sealer = sealer;
        this.enabled = enabled;
    }

    @Override
    public synchronized void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread made = new Thread(work, "audit-sealer");
            made.setDaemon(true);
            return made;
        });
        var unused = thread.scheduleWithFixedDelay(this::seal, 1, 1, TimeUnit.SECONDS);
    }

    private void seal() {
        try {
            while (sealer.seal() == Sealer.BATCH && !Thread.currentThread().isInterrupted()) {
                LOG.debug("sealed");
            }
        } catch (RuntimeException e) {
            LOG.warn("audit entries wait for sealing: {}", e.getMessage());
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.shutdown();
            try {
                thread.awaitTermination(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }
}
