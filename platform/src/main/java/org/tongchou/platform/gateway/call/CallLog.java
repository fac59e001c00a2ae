package org.tongchou.platform.gateway.call;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who asked what, and how it ended: written in batches behind the calls, so that no call waits for it. */
@Component
class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger(CallLog.class);
    private static final int MOST = 20_000;

    private final JdbcClient database;
    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(MOST);

    CallLog(JdbcClient database) {
        this.database = database;
    }

    record Entry(
            OffsetDateTime at,
            String institution,
            String transaction,
            String msgid,
            String fault,
            long micros,
            String address) {}

    void note(Entry entry) {
        if (!waiting.offer(entry)) {
            LOG.warn("调用记录写不过来，一条没有记下：{} {}", entry.institution(), entry.transaction());
        }
    }

    @Scheduled(fixedDelay = 1000)
    void write() {
        List<Entry> batch = new ArrayList<>();
        waiting.drainTo(batch);
        if (batch.isEmpty()) {
            return;
        }
        try {
            database.sql("""
                            insert into gateway.log (happened_at, institution, transaction, msgid, fault, took_micros, address)
                            select * from unnest(:times, :institutions, :transactions, :ids, :faults, :micros, :addresses)""")
                    .param("times", column("timestamptz", batch, Entry::at))
                    .param("institutions", column("text", batch, Entry::institution))
                    .param("transactions", column("text", batch, Entry::transaction))
                    .param("ids", column("text", batch, Entry::msgid))
                    .param("faults", column("text", batch, Entry::fault))
                    .param("micros", column("bigint", batch, Entry::micros))
                    .param("addresses", column("text", batch, Entry::address))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("调用记录没有写进数据库，{} 条", batch.size(), e);
        }
    }

    private static SqlArrayValue column(String type, List<Entry> rows, Function<Entry, Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }
}
