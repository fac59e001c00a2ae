package org.tongchou.platform.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.web.Actor;

/** A list of a kind without a file: checked, its good rows posted. */
public final class IntakeRun implements Checking, Posting {
    /** Codes of what was wrong. */
    public final List<String> problems = new ArrayList<>();

    /** How many rows told nothing new. */
    public int unchanged;

    private final Intake intake;
    private final TransactionTemplate transaction;
    private final Actor actor;
    private final Map<String, String> parameters;
    private final List<IntakeRow> good = new ArrayList<>();
    private List<IntakeRow> rows = List.of();

    /** A run of the intake of a kind. */
    public IntakeRun(
            List<Intake> intakes,
            TransactionTemplate transaction,
            Actor actor,
            String kind,
            Map<String, String> parameters) {
        this.intake = intakes.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        this.transaction = transaction;
        this.actor = actor;
        this.parameters = parameters;
    }

    /** Checks rows and posts the good ones. */
    public void run(IntakeRow... given) {
        problems.clear();
        unchanged = 0;
        rows = List.of(given);
        good.clear();
        good.addAll(rows);
        intake.accept(actor, parameters);
        intake.check(this);
        rows = List.copyOf(good);
        transaction.executeWithoutResult(status -> intake.post(this));
    }

    @Override
    public Actor actor() {
        return actor;
    }

    @Override
    public long batch() {
        return 1;
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
        return rows;
    }

    @Override
    public void rows(Consumer<List<IntakeRow>> visitor) {
        visitor.accept(rows);
    }

    @Override
    public void problem(IntakeRow row, String field, String code, String expected) {
        problems.add(code);
        good.remove(row);
    }

    @Override
    public void warning(IntakeRow row, String field, String code, String expected) {}

    @Override
    public void unchanged(IntakeRow row) {
        unchanged++;
        good.remove(row);
    }

    @Override
    public void outcome(IntakeRow row, String word) {}

    @Override
    public void reject(IntakeRow row, String field, String code, String expected) {
        problems.add(code);
    }
}
