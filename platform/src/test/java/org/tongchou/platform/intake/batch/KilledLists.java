package org.tongchou.platform.intake.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.intake.IntakeFixture;
import org.tongchou.platform.intake.TestPeople;
import org.tongchou.platform.web.Actor;

/** Somebody who imports one list of people after the other, and goes on wherever a kill left a batch. */
public final class KilledLists {
    /** Rows of a list: two parts. */
    public static final int ROWS = 11_000;

    private static final int WRONG = 20;

    private final Flow flow;
    private final Batches batches;
    private final JdbcClient database;

    KilledLists(Flow flow, Batches batches, JdbcClient database) {
        this.flow = flow;
        this.batches = batches;
        this.database = database;
    }

    private static Actor actor(long id) {
        return new Actor(id, "list" + id, "名单" + id, 1, List.of(), true, List.of(), Set.of(TestPeople.RIGHT));
    }

    /** Makes the table that the lists go into. */
    public void create(TestPeople people) {
        people.createTable();
    }

    /**
     * Does what is to be done next with the batch under way: post it, or begin again what failed.
     *
     * @param more whether to upload the next list when no batch is under way
     * @return whether a batch is under way
     */
    public boolean step(boolean more) throws IOException {
        Optional<Batch> unfinished =
                database.sql("""
                        select id from intake.batch where state in ('检查中', '可入账', '入账中')
                            or state = '待处理' and correct_rows > 0 limit 1""").query(Long.class).optional().map(id -> batches.get(actor(1), id));
        if (unfinished.isPresent()) {
            goOn(unfinished.get());
        } else if (more) {
            upload();
        }
        return unfinished.isPresent() || more;
    }

    private void goOn(Batch batch) {
        switch (BatchState.of(batch.state())) {
            case OPEN, READY ->
                flow.post(actor(2), batch.id(), batch.version(), batch.correctRows(), batch.wrongRows());
            case CHECKING -> {
                if (hasFailed(batch)) {
                    flow.checkAgain(actor(1), batch.id(), batch.version());
                }
            }
            case POSTING -> {
                if (hasFailed(batch)) {
                    flow.stop(actor(2), batch.id());
                }
            }
            default -> throw new IllegalStateException(batch.state());
        }
    }

    private boolean hasFailed(Batch batch) {
        return database.sql("select state = 'failed' from job.job where id = :job")
                .param("job", batch.jobId())
                .query(Boolean.class)
                .single();
    }

    private void upload() throws IOException {
        int first = ROWS
                * database.sql("select count(*) from intake.batch")
                        .query(Integer.class)
                        .single();
        StringBuilder csv = new StringBuilder("姓名,证件号码,类别\n");
        for (int row = first; row < first + ROWS; row++) {
            csv.append(row % WRONG == 0 ? "" : "测试甲").append(',');
            csv.append(IntakeFixture.number(row)).append(",1\n");
        }
        flow.create(
                actor(1),
                TestPeople.KIND,
                Map.of("month", "2026-03"),
                "名单 " + first + ".csv",
                new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)),
                "");
    }
}
