package org.tongchou.platform.intake.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongchou.platform.intake.Finishing;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.web.Actor;

/** A batch whose good rows are posted, as the duty that posted it sees it. */
final class FinishView implements Finishing {
    private final Actor actor;
    private final Batch batch;
    private final Stager stager;
    private final StagedRows rows;
    private final List<String> notes = new ArrayList<>();

    FinishView(Actor actor, Batch batch, Stager stager, StagedRows rows) {
        this.actor = actor;
        this.batch = batch;
        this.stager = stager;
        this.rows = rows;
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
    public boolean isWhole() {
        return batch.wrongRows() == 0 && batch.skippedRows() == 0;
    }

    @Override
    public void rows(Consumer<List<IntakeRow>> visitor) {
        rows.each(
                batch.id(),
                PostJob.PART,
                some -> visitor.accept(some.stream()
                        .map(row -> stager.read(row.number(), row.cells(), row.sealed()))
                        .toList()),
                RowState.POSTED,
                RowState.UNCHANGED);
    }

    @Override
    public void note(String line) {
        notes.add(line);
    }

    /** What was noted. */
    List<String> notes() {
        return notes;
    }
}
