package org.tongchou.platform.accounts.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.file.StoredFile;

/** Somebody who imports one file of payments after the other, and goes on wherever a kill left a batch. */
public final class KilledImports {
    private static final int ROWS = 3000;
    private static final int WRONG = 100;

    private final ImportUploads uploads;
    private final Inspection inspection;
    private final Imports imports;
    private final Batches batches;
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    KilledImports(
            ImportUploads uploads,
            Inspection inspection,
            Imports imports,
            Batches batches,
            JdbcClient database,
            PlatformTransactionManager transactions) {
        this.uploads = uploads;
        this.inspection = inspection;
        this.imports = imports;
        this.batches = batches;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does what is to be done next with the batch under way: post it, or begin again what failed.
     *
     * @param more whether to upload the next file when no batch is under way
     * @return whether a batch is under way
     */
    public boolean step(long book, boolean more) throws IOException {
        Optional<Batch> unfinished = database.sql("""
                        select id from accounts.import_batch
                        where book_id = :book and state in ('检查中', '待处理', '可入账', '入账中') limit 1
                        """)
                .param("book", book)
                .query(Long.class)
                .optional()
                .map(id -> batches.get(ImportFixture.CLERK, id));
        if (unfinished.isPresent()) {
            goOn(unfinished.get());
        } else if (more) {
            upload(book);
        }
        return unfinished.isPresent() || more;
    }

    private void goOn(Batch batch) {
        switch (BatchState.of(batch.state())) {
            case OPEN, READY ->
                imports.post(ImportFixture.CLERK, batch.id(), batch.version(), batch.correctRows(), batch.wrongRows());
            case CHECKING -> {
                if (hasFailed(batch)) {
                    imports.checkAgain(ImportFixture.CLERK, batch.id(), batch.version(), null);
                }
            }
            case POSTING -> {
                if (hasFailed(batch)) {
                    imports.withdraw(ImportFixture.CLERK, batch.id());
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

    /** Uploads a file of its own and notes, with the batch, what is to be posted. */
    private void upload(long book) throws IOException {
        int first = database.sql("select coalesce(max(batch), 0) from kills.import")
                        .query(Integer.class)
                        .single()
                * ROWS;
        byte[] content = ImportFixture.xlsx(IntStream.range(first, first + ROWS)
                .mapToObj(row -> ImportFixture.row(row, yuan(row), 1, row % WRONG == 0 ? "?" : "2025-03-31"))
                .toList());
        long fen = IntStream.range(first, first + ROWS)
                .filter(row -> row % WRONG != 0)
                .mapToLong(row -> yuan(row) * 100L)
                .sum();
        StoredFile file =
                uploads.store(ImportFixture.CLERK, "支付 " + first + ".xlsx", new ByteArrayInputStream(content));
        Inspection.Suggestion suggestion = inspection
                .look(ImportFixture.CLERK, file.id(), null)
                .suggestions()
                .get(0);
        transaction.executeWithoutResult(status -> {
            Batch batch =
                    imports.create(ImportFixture.CLERK, book, file.id(), suggestion.template(), suggestion.mapping());
            database.sql("insert into kills.import values (:batch, :rows, :fen)")
                    .param("batch", batch.id())
                    .param("rows", ROWS - ROWS / WRONG)
                    .param("fen", fen)
                    .update();
        });
    }

    private static int yuan(int row) {
        return row % 977 + 1;
    }
}
