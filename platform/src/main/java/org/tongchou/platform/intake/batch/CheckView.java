package org.tongchou.platform.intake.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.read.CellProblem;
import org.tongchou.platform.intake.read.RowReader;
import org.tongchou.platform.web.Actor;

/** The batch as the duty that checks it sees it: keeps what it reports, and writes it after each handful of rows. */
final class CheckView implements Checking {
    private final Actor actor;
    private final Batch batch;
    private final Stager stager;
    private final Map<String, Field> fields = new HashMap<>();
    private final StagedRows rows;
    private final Staging staging;
    private final @Nullable List<Integer> among;
    private final Consumer<Integer> progress;
    private final List<Map.Entry<Integer, CellProblem>> problems = new ArrayList<>();
    private final List<Integer> unchanged = new ArrayList<>();

    /**
     * A view.
     *
     * @param among the rows that are looked at; null for all
     * @param progress is told how many rows were handed over at a time
     */
    CheckView(
            Actor actor,
            Batch batch,
            Stager stager,
            StagedRows rows,
            Staging staging,
            @Nullable List<Integer> among,
            Consumer<Integer> progress) {
        this.actor = actor;
        this.batch = batch;
        this.stager = stager;
        this.rows = rows;
        this.staging = staging;
        this.among = among;
        this.progress = progress;
        stager.fields().forEach(field -> fields.put(field.key(), field));
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public long batch() {
        return batch.id();
    }

    @Override
    public Map<String, String> parameters() {
        return batch.parameters();
    }

    @Override
    public void rows(Consumer<List<IntakeRow>> visitor) {
        if (among == null) {
            rows.each(batch.id(), PostJob.PART, some -> give(visitor, some), RowState.CORRECT);
        } else {
            for (int from = 0; from < among.size(); from += PostJob.PART) {
                give(
                        visitor,
                        rows.rows(batch.id(), among.subList(from, Math.min(among.size(), from + PostJob.PART))).stream()
                                .filter(row -> row.state().equals(RowState.CORRECT.printed()))
                                .toList());
            }
        }
    }

    private void give(Consumer<List<IntakeRow>> visitor, List<StagedRows.Kept> some) {
        if (!some.isEmpty()) {
            visitor.accept(some.stream()
                    .map(row -> stager.read(row.number(), row.cells(), row.sealed()))
                    .toList());
            flush();
            progress.accept(some.size());
        }
    }

    /** Writes what was reported since the last time. */
    void flush() {
        staging.addProblems(batch.id(), problems);
        staging.mark(batch.id(), unchanged, RowState.UNCHANGED);
        problems.clear();
        unchanged.clear();
    }

    @Override
    public void problem(IntakeRow row, String field, String code, String expected) {
        problems.add(Map.entry(row.number(), problem(fields, row, field, false, code, expected)));
    }

    @Override
    public void warning(IntakeRow row, String field, String code, String expected) {
        problems.add(Map.entry(row.number(), problem(fields, row, field, true, code, expected)));
    }

    /** A problem that a duty reports of a row. */
    static CellProblem problem(
            Map<String, Field> fields, IntakeRow row, String key, boolean warning, String code, String expected) {
        Field field = fields.get(key);
        if (field == null) {
            return new CellProblem("", "整行", warning, code, "", expected);
        }
        String value = row.text(key);
        return RowReader.problem(field, field.words().getOrDefault(value, value), warning, code, expected);
    }

    @Override
    public void unchanged(IntakeRow row) {
        unchanged.add(row.number());
    }
}
