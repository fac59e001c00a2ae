package org.tongchou.platform.intake.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.read.Columns;
import org.tongchou.platform.job.JobHandler;
import org.tongchou.platform.job.JobRun;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.spreadsheet.source.SourceFile;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Refusal;

/**
 * Checks a batch: stages the rows of its file, or puts a corrected file of wrong rows over those that are staged, or looks
 * at them as they are. All in one transaction, so that a run that is cut off leaves nothing and can begin again; a run
 * that was overtaken by a later one does nothing.
 */
@Component("intakeCheckJob")
class CheckJob implements JobHandler {
    static final String KIND = "intake.check";
    static final String FROM_FILE = "file";
    static final String FROM_ROWS = "rows";

    /** A worksheet has no more rows. */
    private static final int MOST_ROWS = 1_048_000;

    private static final int CHUNK = 5_000;

    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Kinds kinds;
    private final StoredFiles files;
    private final PersonalSecrets secrets;
    private final TransactionTemplate transaction;

    CheckJob(
            Batches batches,
            Staging staging,
            StagedRows rows,
            Kinds kinds,
            StoredFiles files,
            PersonalSecrets secrets,
            TransactionTemplate transaction) {
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.kinds = kinds;
        this.files = files;
        this.secrets = secrets;
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
        run.result(Map.of("batch", id));
        if (batch == null) {
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
            transaction.executeWithoutResult(status -> giveUp(batch, e));
            throw e;
        }
    }

    /** A file that cannot be read leaves nothing; a corrected file that cannot be read leaves the rows as they were. */
    private void giveUp(Batch batch, Refusal e) {
        if (batch.fields().isEmpty()) {
            batches.failed(batch.id(), batch.generation(), String.valueOf(e.getMessage()));
        } else if (batches.settle(batch.id(), batch.generation())) {
            batches.find(batch.id(), true)
                    .ifPresent(now -> batches.setState(
                            now.id(), BatchState.of(now.state()), String.valueOf(e.getMessage()), now.reason()));
        }
    }

    private void check(JobRun run, Batch batch) {
        Intake intake = kinds.get(batch.kind());
        Stager stager = new Stager(intake, secrets);
        try {
            switch (run.parameters().getOrDefault("from", FROM_FILE)) {
                case FROM_FILE -> stageFile(run, batch, intake, stager);
                case FROM_ROWS -> stageAgain(run, batch, stager);
                default -> correct(run, batch, intake, stager);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staging.analyze();
        run.progress(1, 1, "查找重复的行");
        staging.refuseRepeated(batch.id());
        int[] done = {0};
        CheckView view = new CheckView(run.actor(), batch, stager, rows, staging, null, some -> {
            run.progress(done[0] += some, 0, "核对各行内容");
            run.stopIfCancelled();
        });
        intake.check(view);
        view.flush();
    }

    private void stageFile(JobRun run, Batch batch, Intake intake, Stager stager) throws IOException {
        staging.clear(batch.id());
        SourceFile file = SourceFile.open(files.path(files.get(batch.fileId())));
        Columns columns = Columns.of(intake, sample(file));
        batches.setFields(batch.id(), stager.fields().stream().map(Field::key).toList(), columns.ignored());
        List<Staged> chunk = new ArrayList<>();
        int[] done = {0};
        file.read("", MOST_ROWS, row -> {
            if (row.number() > columns.headerRow()) {
                chunk.add(stager.stage(row.number(), columns.cells(row)));
            }
            if (chunk.size() == CHUNK) {
                staging.add(batch.id(), chunk);
                chunk.clear();
                run.progress(done[0] += CHUNK, 0, "读取各行");
                run.stopIfCancelled();
            }
            return true;
        });
        staging.add(batch.id(), chunk);
        if (done[0] + chunk.size() == 0) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "E-INT-043", "表头下面没有任何内容；请检查文件");
        }
    }

    private static List<SourceRow> sample(SourceFile file) throws IOException {
        List<SourceRow> sample = new ArrayList<>();
        file.read("", row -> {
            sample.add(row);
            return sample.size() < Columns.SAMPLE;
        });
        return sample;
    }

    private void stageAgain(JobRun run, Batch batch, Stager stager) {
        staging.forgetFindings(batch.id());
        rows.each(
                batch.id(),
                CHUNK,
                some -> {
                    staging.replace(
                            batch.id(),
                            some.stream()
                                    .map(row -> stager.stage(row.number(), stager.open(row.cells(), row.sealed())))
                                    .toList(),
                            false);
                    run.stopIfCancelled();
                },
                RowState.WRONG);
    }

    /** Takes the cells that differ from a file of wrong rows that came back; a masked cell that was left alone stays. */
    private void correct(JobRun run, Batch batch, Intake intake, Stager stager) throws IOException {
        long fileId = Long.parseLong(run.parameters().getOrDefault("from", "0"));
        SourceFile file = SourceFile.open(files.path(files.get(fileId)));
        Columns columns = Columns.of(intake, sample(file));
        if (columns.numbers() < 0) {
            throw Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, "E-INT-044", "文件中没有“原行号”列；请在下载的错误明细上改正后再上传");
        }
        stageAgain(run, batch, stager);
        Map<Integer, List<String>> corrected = new HashMap<>();
        file.read("", MOST_ROWS, row -> {
            String number = row.cell(columns.numbers());
            if (row.number() > columns.headerRow() && number.matches("\\d{1,7}")) {
                corrected.put(Integer.valueOf(number), columns.cells(row));
            }
            if (corrected.size() == CHUNK) {
                overwrite(batch, columns, stager, corrected);
            }
            return true;
        });
        overwrite(batch, columns, stager, corrected);
    }

    private void overwrite(Batch batch, Columns columns, Stager stager, Map<Integer, List<String>> corrected) {
        List<Staged> changed = new ArrayList<>();
        for (StagedRows.Kept row : rows.rows(batch.id(), corrected.keySet())) {
            List<String> given = corrected.getOrDefault(row.number(), List.of());
            List<String> cells = new ArrayList<>(stager.open(row.cells(), row.sealed()));
            boolean differs = false;
            for (int i = 0; i < cells.size(); i++) {
                if (columns.places().get(i) >= 0
                        && !given.get(i).equals(row.cells().get(i))) {
                    cells.set(i, given.get(i));
                    differs = true;
                }
            }
            if (differs && row.part() == null) {
                changed.add(stager.stage(row.number(), cells));
            }
        }
        staging.replace(batch.id(), changed, true);
        corrected.clear();
    }
}
