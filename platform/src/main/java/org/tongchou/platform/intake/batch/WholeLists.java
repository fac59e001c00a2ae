package org.tongchou.platform.intake.batch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.intake.Lists;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.web.Actor;

/** Takes lists through {@link Flow} and its jobs without queueing the jobs. */
@Service("intakeWholeLists")
class WholeLists implements Lists {
    private final Flow flow;
    private final Batches batches;
    private final CheckJob checks;
    private final PostJob posts;

    WholeLists(Flow flow, Batches batches, CheckJob checks, PostJob posts) {
        this.flow = flow;
        this.batches = batches;
        this.checks = checks;
        this.posts = posts;
    }

    @Override
    @Transactional(propagation = Propagation.NEVER)
    public long bring(Actor clerk, Actor second, NewList list) {
        long id = take(clerk, list);
        Batch batch = get(id);
        if (batch.is(BatchState.CHECKING)) {
            checks.run(new Inline(
                    clerk, Map.of("batch", Long.toString(id), "generation", Integer.toString(batch.generation()))));
            batch = get(id);
        }
        if (batch.is(BatchState.READY)) {
            flow.confirm(second, id, batch.version(), batch.correctRows(), 0);
            batch = get(id);
        }
        if (batch.is(BatchState.POSTING)) {
            posts.run(new Inline(second, Map.of("batch", Long.toString(id))));
            batch = get(id);
        }
        if (!batch.is(BatchState.POSTED)) {
            throw new IllegalStateException("batch " + id + " of " + list.kind() + " is " + batch.state() + ", "
                    + batch.wrongRows() + " rows are wrong; " + batch.failure());
        }
        return id;
    }

    private Batch get(long id) {
        return batches.find(id, false).orElseThrow();
    }

    private long take(Actor clerk, NewList list) {
        byte[] content = content(list);
        return flow.find(clerk, list.kind(), list.parameters(), sha256(content)).orElseGet(() -> {
            try {
                return flow.take(
                                clerk,
                                list.kind(),
                                Map.copyOf(list.parameters()),
                                list.fileName(),
                                new ByteArrayInputStream(content),
                                "")
                        .id();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static byte[] content(NewList list) {
        StringBuilder text = new StringBuilder(line(list.titles()));
        list.rows().forEach(row -> text.append(line(row)));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run without a job. */
    private record Inline(Actor actor, Map<String, String> parameters) implements JobRun {
        @Override
        public long id() {
            return 0;
        }

        @Override
        public void progress(long done, long total, String message) {}

        @Override
        public void stopIfCancelled() {}

        @Override
        public void result(Map<String, ?> result) {}
    }
}
