package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.accounts.importing.mapping.Guess;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.accounts.importing.mapping.Mapping;
import org.tongchou.platform.accounts.importing.mapping.ReadRow;
import org.tongchou.platform.accounts.importing.mapping.RowReader;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.spreadsheet.source.SourceFile;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Refusal;

/**
 * Checks a batch: reads the file, or the rows that are staged already, into the staging tables. All in one transaction,
 * so that a run that is cut off leaves nothing and can begin again; a run that was overtaken by a later one does nothing.
 */
@Component
class CheckJob implements JobHandler {
    static final String KIND = "accounts.import.check";
    static final String FROM_FILE = "file";
    static final String FROM_ROWS = "rows";

    private static final int CHUNK = 2000;
    private static final int SAMPLE = 40;

    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Readers readers;
    private final StoredFiles files;
    private final TransactionTemplate transaction;

    CheckJob(
            Batches batches,
            Staging staging,
            StagedRows rows,
            Readers readers,
            StoredFiles files,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.readers = readers;
        this.files = files;
        this.transaction = transaction;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        long id = Long.parseLong(run.parameters().getOrDefault("batch", "0"));
        int generation = Integer.parseInt(run.parameters().getOrDefault("generation", "0"));
        Batch batch = batches.find(id, false)
                .filter(found -> found.generation() == generation && found.is(BatchState.CHECKING))
                .orElse(null);
        if (batch == null) {
            run.result(Map.of("batch", id));
            return;
        }
        try {
            transaction.executeWithoutResult(status -> {
                check(run, batch);
                if (!batches.settle(id, generation)) {
                    status.setRollbackOnly();
                }
            });
        } catch (Refusal e) {
            transaction.executeWithoutResult(status -> {
                staging.clear(id);
                batches.failed(id, generation, String.valueOf(e.getMessage()));
            });
            throw e;
        }
        run.result(Map.of("batch", id));
    }

    private void check(JobRun run, Batch batch) {
        if (FROM_ROWS.equals(run.parameters().get("from"))) {
            checkRows(run, batch);
        } else {
            staging.clear(batch.id());
            try {
                checkFile(run, batch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        run.progress(1, 1, "查找重复的行");
        staging.analyze();
        staging.warnOfDuplicates(batch, readers.year(run.actor(), batch.bookId()), null);
    }

    private void checkFile(JobRun run, Batch batch) throws IOException {
        SourceFile file = SourceFile.open(files.path(files.get(batch.fileId())));
        Mapping mapping = placed(run, batch, file);
        List<SourceRow> head = new ArrayList<>();
        file.read(mapping.sheet(), row -> {
            if (row.number() >= mapping.headerRow()) {
                head.add(row);
            }
            return row.number() < mapping.headerRow() + mapping.headerRows() - 1;
        });
        head.removeIf(row -> row.number() >= mapping.headerRow() + mapping.headerRows());
        Header header = Header.of(head);
        RowReader reader = readers.reader(run.actor(), batch.bookId(), mapping, header);
        batches.setHeaders(batch.id(), header.titles());
        List<ReadRow> chunk = new ArrayList<>();
        int[] done = {0};
        file.read(mapping.sheet(), row -> {
            if (row.number() >= mapping.headerRow() + mapping.headerRows()) {
                chunk.add(reader.read(row));
                if (chunk.size() == CHUNK) {
                    staging.add(batch.id(), chunk);
                    done[0] += chunk.size();
                    chunk.clear();
                    run.progress(done[0], 0, "检查各行");
                    run.stopIfCancelled();
                }
            }
            return true;
        });
        staging.add(batch.id(), chunk);
        if (done[0] + chunk.size() == 0) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "E-IMP-041", "表头下面没有任何内容；请检查工作表和表头的位置");
        }
    }

    /** The mapping, with the header where this file has it: a corrected file may have more or fewer lines above it. */
    private Mapping placed(JobRun run, Batch batch, SourceFile file) throws IOException {
        List<SourceRow> sample = new ArrayList<>();
        file.read(batch.mapping().sheet(), row -> {
            sample.add(row);
            return sample.size() < SAMPLE;
        });
        Mapping given = batch.mapping();
        List<String> missing = missing(run, batch, given, sample);
        if (missing.isEmpty()) {
            return given;
        }
        Guess.Place place = new Guess(readers.words(), sample).header();
        Mapping moved = given.at(given.sheet(), place.first(), place.rows());
        if (missing(run, batch, moved, sample).isEmpty()) {
            return moved;
        }
        throw Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "E-IMP-040",
                "第 " + given.headerRow() + " 行起的表头中没有这些列：" + String.join("、", missing) + "；请调整对应关系或换用合适的模板");
    }

    private List<String> missing(JobRun run, Batch batch, Mapping mapping, List<SourceRow> sample) {
        return readers.reader(run.actor(), batch.bookId(), mapping, header(mapping, sample))
                .missing();
    }

    /** The header within the first rows of a file. */
    static Header header(Mapping mapping, List<SourceRow> sample) {
        return Header.of(sample.stream()
                .filter(row -> row.number() >= mapping.headerRow()
                        && row.number() < mapping.headerRow() + mapping.headerRows())
                .toList());
    }

    private void checkRows(JobRun run, Batch batch) {
        RowReader reader = readers.reader(run.actor(), batch.bookId(), batch.mapping(), new Header(batch.headers()));
        int after = 0;
        int done = 0;
        for (List<SourceRow> chunk = rows.sources(batch.id(), after, CHUNK);
                !chunk.isEmpty();
                chunk = rows.sources(batch.id(), after, CHUNK)) {
            staging.replace(batch.id(), chunk.stream().map(reader::read).toList(), false);
            after = chunk.get(chunk.size() - 1).number();
            done += chunk.size();
            run.progress(done, (long) batch.correctRows() + batch.wrongRows(), "重新检查各行");
            run.stopIfCancelled();
        }
    }
}
