package org.tongchou.platform.intake.batch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.intake.read.CellProblem;
import org.tongchou.platform.web.Actor;

/** One part of a batch as the duty that posts it, or takes it back, sees it. */
final class PartView implements Posting, Reversing {
    private static final int LONGEST_OUTCOME = 200;

    private final Actor actor;
    private final Batch batch;
    private final int part;
    private final List<IntakeRow> rows;
    private final String reason;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<Integer, String> outcomes = new HashMap<>();
    private final List<Map.Entry<Integer, CellProblem>> rejected = new ArrayList<>();

    PartView(Actor actor, Batch batch, int part, Stager stager, List<StagedRows.Kept> kept, String reason) {
        this.actor = actor;
        this.batch = batch;
        this.part = part;
        this.rows = kept.stream()
                .map(row -> stager.read(row.number(), row.cells(), row.sealed()))
                .toList();
        this.reason = reason;
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
    public int part() {
        return part;
    }

    @Override
    public Map<String, String> parameters() {
        return batch.parameters();
    }

    @Override
    public List<IntakeRow> rows() {
        return rows;
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public void outcome(IntakeRow row, String word) {
        outcomes.put(row.number(), word.length() > LONGEST_OUTCOME ? word.substring(0, LONGEST_OUTCOME) : word);
    }

    @Override
    public void reject(IntakeRow row, String field, String code, String expected) {
        rejected.add(Map.entry(row.number(), CheckView.problem(fields, row, field, false, code, expected)));
    }

    /** The problems of rows that were refused after all. */
    List<Map.Entry<Integer, CellProblem>> rejected() {
        return rejected;
    }

    /** The numbers of the rows that were posted. */
    List<Integer> posted() {
        Set<Integer> refused = rejected.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        return rows.stream()
                .map(IntakeRow::number)
                .filter(number -> !refused.contains(number))
                .toList();
    }

    /** What became of a row. */
    String outcome(int row) {
        return outcomes.getOrDefault(row, "");
    }
}
