package org.tongchou.platform.database.embedded;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongchou.platform.database.StartFailure;

/**
 * Watches the server and starts it again when it died: a few times at once, then once a minute, so that it also comes
 * back after a full disk was cleared. Stops the server when it is closed.
 */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int QUICK_TRIES = 5;

    private final EmbeddedPostgres server;
    private final Runnable afterRestart;
    private final Thread thread;
    private volatile boolean available = true;
    private volatile boolean closed;

    /**
     * Begins to watch.
     *
     * @param server a running server, owned from now on
     * @param afterRestart told when the server is there again
     */
    public Supervisor(EmbeddedPostgres server, Runnable afterRestart) {
        this.server = server;
        this.afterRestart = afterRestart;
        this.thread = new Thread(this::watch, "postgres-supervisor");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether the server runs, as far as is known. */
    public boolean isAvailable() {
        return available;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.close();
    }

    private void watch() {
        try {
            while (!closed) {
                Thread.sleep(LOOK.toMillis());
                if (!closed && !server.isAlive()) {
                    available = false;
                    LOG.error("内置数据库意外停止，正在重新启动");
                    bringBack();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("no longer watching");
        }
    }

    private void bringBack() throws InterruptedException {
        for (int attempt = 1; !closed; attempt++) {
            try {
                server.restart();
                available = true;
                afterRestart.run();
                LOG.warn("内置数据库已重新启动（第 {} 次尝试）", attempt);
                return;
            } catch (StartFailure e) {
                LOG.error("内置数据库第 {} 次重新启动失败：{}", attempt, e.sentence());
                Thread.sleep(attempt < QUICK_TRIES ? Duration.ofSeconds(attempt).toMillis() : LATER.toMillis());
            }
        }
    }
}
