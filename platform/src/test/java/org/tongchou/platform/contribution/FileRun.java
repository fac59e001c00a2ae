package org.tongchou.platform.contribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.web.Actor;

/** Checks and posts a file through its kind as the intake module does, in one part. */
final class FileRun implements Checking, Posting {
    private final Actor actor;
    private final long batch;
    private final Map<String, String> parameters;
    private final List<IntakeRow> rows = new ArrayList<>();
    private List<IntakeRow> good = List.of();
    /** Codes by number of the row. */
    final Map<Integer, String> problems = new TreeMap<>();
    /** Codes by number of the row. */
    final Map<Integer, String> warnings = new TreeMap<>();
    /** Words by number of the row. */
    final Map<Integer, String> outcomes = new TreeMap<>();
    /** Rows that told nothing new. */
    final List<Integer> unchanged = new ArrayList<>();

    private FileRun(Actor actor, long batch, Map<String, String> parameters) {
        this.actor = actor;
        this.batch = batch;
        this.parameters = Map.copyOf(parameters);
    }

    static FileRun of(
            Intake intake,
            TransactionTemplate transactions,
            Actor actor,
            long batch,
            Map<String, String> parameters,
            List<Map<String, String>> rows) {
        FileRun run = new FileRun(actor, batch, parameters);
        rows.forEach(values -> run.rows.add(new IntakeRow(run.rows.size() + 1, values)));
        intake.check(run);
        run.good = run.rows.stream()
                .filter(row -> !run.problems.containsKey(row.number()) && !run.unchanged.contains(row.number()))
                .toList();
        transactions.executeWithoutResult(status -> intake.post(run));
        return run;
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public long batch() {
        return batch;
    }

    @Override
    public int part() {
        return 1;
    }

    @Override
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public List<IntakeRow> rows() {
        return good;
    }

    @Override
    public void rows(Consumer<List<IntakeRow>> visitor) {
        visitor.accept(rows);
    }

    @Override
    public void problem(IntakeRow row, String field, String code, String expected) {
        problems.put(row.number(), code);
    }

    @Override
    public void warning(IntakeRow row, String field, String code, String expected) {
        warnings.put(row.number(), code);
    }

    @Override
    public void unchanged(IntakeRow row) {
        unchanged.add(row.number());
    }

    @Override
    public void outcome(IntakeRow row, String word) {
        outcomes.put(row.number(), word);
    }

    @Override
    public void reject(IntakeRow row, String field, String code, String expected) {
        problems.put(row.number(), code);
    }
}
