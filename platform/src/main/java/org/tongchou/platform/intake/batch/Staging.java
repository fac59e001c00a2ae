package org.tongchou.platform.intake.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.intake.read.CellProblem;

/** Writes the rows of batches and their problems, in bulk, within the caller's transaction. */
@Repository("intakeStaging")
class Staging {
    private final JdbcClient database;
    private final JdbcOperations jdbc;

    Staging(JdbcClient database, JdbcOperations jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Removes all rows of a batch. */
    void clear(long batch) {
        database.sql("delete from intake.problem where batch_id = :batch")
                .param("batch", batch)
                .update();
        database.sql("delete from intake.row where batch_id = :batch")
                .param("batch", batch)
                .update();
    }

    /** Adds rows with their problems. */
    void add(long batch, List<Staged> rows) {
        CopyText text = new CopyText();
        for (Staged row : rows) {
            text.add(batch)
                    .add(row.number())
                    .addAll(row.cells())
                    .addBytes(row.sealed().bytes());
            text.add(row.state().printed()).add(row.keyHash()).end();
        }
        copy("intake.row (batch_id, row_no, cells, sealed, state, key_hash)", text);
        CopyText problems = new CopyText();
        rows.forEach(row -> row.problems().forEach(problem -> add(problems, batch, row.number(), problem)));
        copy(PROBLEMS, problems);
    }

    private static final String PROBLEMS =
            "intake.problem (batch_id, row_no, field, title, severity, code, value, expected)";

    private static void add(CopyText text, long batch, int row, CellProblem problem) {
        text.add(batch).add(row).add(problem.field()).add(problem.title());
        text.add(problem.warning() ? "提醒" : "错误").add(problem.code()).add(problem.value());
        text.add(problem.expected()).end();
    }

    /** Adds problems by number of the row; rows with errors become wrong. */
    void addProblems(long batch, List<Map.Entry<Integer, CellProblem>> problems) {
        CopyText text = new CopyText();
        problems.forEach(problem -> add(text, batch, problem.getKey(), problem.getValue()));
        copy(PROBLEMS, text);
        mark(
                batch,
                problems.stream()
                        .filter(problem -> !problem.getValue().warning())
                        .map(Map.Entry::getKey)
                        .distinct()
                        .toList(),
                RowState.WRONG);
    }

    private void copy(String table, CopyText text) {
        String rows = text.toString();
        if (rows.isEmpty()) {
            return;
        }
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", new StringReader(rows));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Writes rows again that were read anew, with their new problems. */
    void replace(long batch, List<Staged> rows, boolean mended) {
        database.sql("delete from intake.problem where batch_id = :batch and row_no = any(:rows)")
                .param("batch", batch)
                .param("rows", numbers(rows.stream().map(Staged::number).toList()))
                .update();
        for (Staged row : rows) {
            database.sql("""
                            update intake.row set cells = :cells, sealed = :sealed, state = :state, key_hash = :hash,
                                outcome = '', mended = mended or :mended, version = version + 1
                            where batch_id = :batch and row_no = :row""")
                    .param("cells", new SqlArrayValue("text", row.cells().toArray()))
                    .param("sealed", row.sealed().bytes())
                    .param("state", row.state().printed())
                    .param("hash", row.keyHash())
                    .param("mended", mended)
                    .param("batch", batch)
                    .param("row", row.number())
                    .update();
        }
        CopyText problems = new CopyText();
        rows.forEach(row -> row.problems().forEach(problem -> add(problems, batch, row.number(), problem)));
        copy(PROBLEMS, problems);
    }

    /** Forgets what earlier checks found, before the rows that are not posted are looked at anew. */
    void forgetFindings(long batch) {
        database.sql("""
                        delete from intake.problem p using intake.row r where p.batch_id = :batch and r.batch_id = p.batch_id
                            and r.row_no = p.row_no and r.state in ('正确', '有误', '无变化')""").param("batch", batch).update();
        database.sql("update intake.row set state = '正确' where batch_id = :batch and state = '无变化'")
                .param("batch", batch)
                .update();
    }

    /** Refuses each row whose key another row before it has. */
    void refuseRepeated(long batch) {
        database.sql("""
                        with repeated as (
                            select row_no, first from (
                                select row_no, state, first_value(row_no) over (partition by key_hash order by row_no) as first
                                from intake.row where batch_id = :batch and key_hash is not null and state <> '跳过') r
                            where row_no <> first and state in ('正确', '有误')),
                        told as (
                            insert into intake.problem (batch_id, row_no, field, title, severity, code, value, expected)
                            select :batch, row_no, '', '整行', '错误', 'E-INT-110', '', '与第 ' || first || ' 行不重复的一行'
                            from repeated)
                        update intake.row r set state = '有误' from repeated
                        where r.batch_id = :batch and r.row_no = repeated.row_no and r.state = '正确'
                        """).param("batch", batch).update();
    }

    /** Sets the state of rows. */
    void mark(long batch, Collection<Integer> rows, RowState state) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql("""
                        update intake.row set state = :state, version = version + 1
                        where batch_id = :batch and row_no = any(:rows)""")
                .param("state", state.printed())
                .param("batch", batch)
                .param("rows", numbers(rows))
                .update();
    }

    /** Skips rows that are not posted; tells how many. */
    int skip(long batch, Collection<Integer> rows, String reason) {
        return database.sql("""
                        update intake.row set state = '跳过', outcome = :reason, version = version + 1
                        where batch_id = :batch and row_no = any(:rows) and state in ('正确', '有误', '无变化')""")
                .param("batch", batch)
                .param("rows", numbers(rows))
                .param("reason", reason)
                .update();
    }

    /** Marks the rows of a part as posted, with what became of them. */
    void posted(long batch, int part, List<Integer> rows, List<String> outcomes) {
        database.sql("""
                        update intake.row r set state = '已入账', part = :part, outcome = t.outcome, version = version + 1
                        from unnest(:rows, :outcomes) as t (row_no, outcome)
                        where r.batch_id = :batch and r.row_no = t.row_no""")
                .param("part", part)
                .param("rows", numbers(rows))
                .param("outcomes", new SqlArrayValue("text", outcomes.toArray()))
                .param("batch", batch)
                .update();
    }

    private static SqlArrayValue numbers(Collection<Integer> rows) {
        return new SqlArrayValue("int", rows.toArray());
    }

    /** Refreshes what the planner knows after many rows came in. */
    void analyze() {
        database.sql("analyze intake.row").update();
    }
}
