package org.tongchou.platform.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.web.Actor;

/** Runs a list through its kind as the intake module does: checks, posts the good rows as one part, finishes. */
public final class ListRun {
    private final Intake intake;
    private final TransactionTemplate transactions;
    private final Actor actor;
    private final long batch;
    private final Map<String, String> parameters;
    private final List<IntakeRow> rows = new ArrayList<>();
    private final Map<Integer, String> problems = new TreeMap<>();
    private final Map<Integer, String> warnings = new TreeMap<>();
    private final Map<Integer, String> outcomes = new TreeMap<>();
    private final List<Integer> unchanged = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** A list whose rows are numbered from 1. */
    public ListRun(
            Intake intake,
            TransactionTemplate transactions,
            Actor actor,
            long batch,
            Map<String, String> parameters,
            List<Map<String, String>> rows) {
        this.intake = intake;
        this.transactions = transactions;
        this.actor = actor;
        this.batch = batch;
        this.parameters = new LinkedHashMap<>(parameters);
        rows.forEach(values -> this.rows.add(new IntakeRow(this.rows.size() + 1, values)));
    }

    /** Codes of the problems by number of the row. */
    public Map<Integer, String> problems() {
        return problems;
    }

    /** Codes of the warnings by number of the row. */
    public Map<Integer, String> warnings() {
        return warnings;
    }

    /** What became of the rows that were posted. */
    public Map<Integer, String> outcomes() {
        return outcomes;
    }

    /** Numbers of the rows that told nothing new. */
    public List<Integer> unchanged() {
        return unchanged;
    }

    /** Lines of the report. */
    public List<String> notes() {
        return notes;
    }

    /** Checks, posts and finishes. */
    public ListRun run() {
        intake.accept(actor, parameters);
        intake.check(new Check());
        List<IntakeRow> good = sound().stream()
                .filter(row -> !unchanged.contains(row.number()))
                .toList();
        transactions.executeWithoutResult(status -> {
            if (!good.isEmpty()) {
                intake.post(new Part(good));
            }
            intake.finish(new Finish());
        });
        return this;
    }

    /** Takes the whole list back. */
    public void reverse() {
        transactions.executeWithoutResult(status -> ((ReversibleIntake) intake).reverse(new Back()));
    }

    private List<IntakeRow> sound() {
        return rows.stream().filter(row -> !problems.containsKey(row.number())).toList();
    }

    private class Step implements IntakeStep {
        @Override
        public Actor actor() {
            return actor;
        }

        @Override
        public long batch() {
            return batch;
        }

        @Override
        public Map<String, String> parameters() {
            return parameters;
        }
    }

    private final class Check extends Step implements Checking {
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
    }

    private final class Part extends Step implements Posting {
        private final List<IntakeRow> good;

        Part(List<IntakeRow> good) {
            this.good = good;
        }

        @Override
        public int part() {
            return 1;
        }

        @Override
        public List<IntakeRow> rows() {
            return good;
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

    private final class Finish extends Step implements Finishing {
        @Override
        public boolean isWhole() {
            return problems.isEmpty();
        }

        @Override
        public void rows(Consumer<List<IntakeRow>> visitor) {
            visitor.accept(sound());
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }
    }

    private final class Back extends Step implements Reversing {
        @Override
        public int part() {
            return 1;
        }

        @Override
        public List<IntakeRow> rows() {
            return rows;
        }

        @Override
        public String reason() {
            return "测试";
        }
    }
}
