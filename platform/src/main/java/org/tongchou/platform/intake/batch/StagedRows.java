package org.tongchou.platform.intake.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Reads the staged rows of batches. */
@Repository("intakeStagedRows")
class StagedRows {
    private static final int MOST_GROUPS = 200;

    private final JdbcClient database;

    StagedRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * A row as it is kept.
     *
     * @param number number in the file
     * @param cells cells of the fields, personal ones masked
     * @param sealed the personal cells
     * @param state 正确, 有误, 无变化, 跳过, 已入账 or 已冲销
     * @param part in which part it was posted; null before
     * @param outcome what became of it, or why it is skipped
     * @param mended whether a cell was changed here
     * @param version for changing it
     */
    record Kept(
            int number,
            List<String> cells,
            Sealed sealed,
            String state,
            @Nullable Integer part,
            String outcome,
            boolean mended,
            int version) {}

    /**
     * A row as it is shown.
     *
     * @param number number in the file
     * @param cells texts by field, personal ones masked
     * @param state 正确, 有误, 无变化, 跳过, 已入账 or 已冲销
     * @param part in which part it was posted; null before
     * @param outcome what became of it, or why it is skipped
     * @param mended whether a cell was changed here
     * @param version for changing it
     * @param problems what is wrong with its cells
     */
    record Row(
            int number,
            List<String> cells,
            String state,
            @Nullable Integer part,
            String outcome,
            boolean mended,
            int version,
            List<Problem> problems) {
        Row {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }

        static Row of(Kept row, List<Problem> problems) {
            return new Row(row.number, row.cells, row.state, row.part, row.outcome, row.mended, row.version, problems);
        }
    }

    /**
     * A problem as it is shown.
     *
     * @param rowNo number of its row
     * @param field key of the field; empty when it is about the whole row
     * @param title field in Chinese
     * @param severity 错误 or 提醒
     * @param code stable code
     * @param value text of the cell, masked when personal
     * @param expected what would have been right
     */
    record Problem(
            int rowNo, String field, String title, String severity, String code, String value, String expected) {}

    /**
     * Equal problems of many rows.
     *
     * @param field key of the field; empty when it is about the whole row
     * @param title field in Chinese
     * @param severity 错误 or 提醒
     * @param code stable code
     * @param value text of the cells, masked when personal
     * @param expected what would have been right
     * @param rows how many rows
     * @param firstRow the first of them
     */
    record Group(
            String field,
            String title,
            String severity,
            String code,
            String value,
            String expected,
            int rows,
            int firstRow) {}

    /**
     * How many rows came to the same.
     *
     * @param state state of the rows
     * @param outcome what became of them
     * @param rows how many
     */
    record Count(String state, String outcome, int rows) {}

    /**
     * Which rows are looked for; nulls ask for all.
     *
     * @param state state of the row
     * @param field key of the field that has a problem
     * @param code code of the problem
     * @param value text of the cell with the problem
     */
    record Filter(
            @Nullable String state,
            @Nullable String field,
            @Nullable String code,
            @Nullable String value) {
        private Where where(long batch) {
            Where where =
                    new Where().and("r.batch_id = :batch", "batch", batch).when(state, "r.state = :state", "state");
            if (RowState.WRONG.printed().equals(state)) {
                where.and("r.row_no in (select p.row_no from intake.problem p where p.batch_id = :batch)");
            }
            if (code != null && !code.isBlank()) {
                where.and("exists (select from intake.problem p where p.batch_id = r.batch_id and p.row_no = r.row_no"
                                + " and p.code = :code and p.field = :field"
                                + (value == null ? ")" : " and p.value = :value)"))
                        .with("code", code)
                        .with("field", field == null ? "" : field);
                if (value != null) {
                    where.with("value", value);
                }
            }
            return where;
        }
    }

    /** Rows with their problems, in the order of the file. */
    Page<Row> list(long batch, Filter filter, PageQuery page) {
        Where where = filter.where(batch);
        long total = where.query(database, "select count(*) from intake.row r", "")
                .query(Long.class)
                .single();
        List<Kept> kept = where.query(
                        database,
                        "select r.* from intake.row r",
                        " order by r.row_no limit " + page.rows() + " offset " + page.offset())
                .query(StagedRows::kept)
                .list();
        return new Page<>(shown(batch, kept), total, page.number(), page.rows());
    }

    /** Rows after one, with their problems, in the order of the file. */
    List<Row> after(long batch, int after, @Nullable String state, int most) {
        return shown(
                batch,
                new Filter(state, null, null, null)
                        .where(batch)
                        .and("r.row_no > :after", "after", after)
                        .query(database, "select r.* from intake.row r", " order by r.row_no limit " + most)
                        .query(StagedRows::kept)
                        .list());
    }

    private List<Row> shown(long batch, List<Kept> kept) {
        Map<Integer, List<Problem>> problems = problems(
                        batch, kept.stream().map(Kept::number).toList())
                .stream()
                .collect(Collectors.groupingBy(Problem::rowNo));
        return kept.stream()
                .map(row -> Row.of(row, problems.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private List<Problem> problems(long batch, List<Integer> rows) {
        return database.sql("""
                        select row_no, field, title, severity, code, value, expected
                        from intake.problem where batch_id = :batch and row_no = any(:rows) order by row_no, id
                        """)
                .param("batch", batch)
                .param("rows", new SqlArrayValue("int", rows.toArray()))
                .query(Problem.class)
                .list();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getInt("row_no"),
                Arrays.asList((String[]) row.getArray("cells").getArray()),
                new Sealed(row.getBytes("sealed")),
                row.getString("state"),
                row.getObject("part", Integer.class),
                row.getString("outcome"),
                row.getBoolean("mended"),
                row.getInt("version"));
    }

    /** Equal problems together, the most frequent first. */
    List<Group> groups(long batch) {
        return database.sql("""
                        select field, title, severity, code, value, min(expected) as expected, count(*) as rows,
                            min(row_no) as first_row
                        from (select p.row_no, p.field, p.title, p.severity, p.code, p.value, min(p.expected) as expected
                            from intake.problem p join intake.row r using (batch_id, row_no)
                            where p.batch_id = :batch and r.state in ('正确', '有误')
                            group by p.row_no, p.field, p.title, p.severity, p.code, p.value) of_row
                        group by field, title, severity, code, value
                        order by severity desc, rows desc, first_row limit\s""" + MOST_GROUPS)
                .param("batch", batch)
                .query(Group.class)
                .list();
    }

    /** How many rows came to what. */
    List<Count> counts(long batch) {
        return database.sql("""
                        select state, outcome, count(*) as rows from intake.row where batch_id = :batch
                        group by state, outcome order by rows desc, state, outcome limit\s""" + MOST_GROUPS)
                .param("batch", batch)
                .query(Count.class)
                .list();
    }

    /** The numbers of the rows of a filter that are not posted. */
    List<Integer> numbers(long batch, Filter filter, int most) {
        return filter.where(batch)
                .and("r.state in ('正确', '有误', '无变化')")
                .query(database, "select r.row_no from intake.row r", " order by r.row_no limit " + most)
                .query(Integer.class)
                .list();
    }

    /** One row with its problems. */
    Row get(long batch, int number) {
        return shown(batch, rows(batch, List.of(number))).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("第 " + number + " 行"));
    }

    /** Some rows by their numbers. */
    List<Kept> rows(long batch, Collection<Integer> numbers) {
        return database.sql("select * from intake.row where batch_id = :batch and row_no = any(:rows) order by row_no")
                .param("batch", batch)
                .param("rows", new SqlArrayValue("int", numbers.toArray()))
                .query(StagedRows::kept)
                .list();
    }

    /** Rows after one in some states, in the order of the file. */
    List<Kept> next(long batch, int after, int most, RowState... states) {
        return database.sql("""
                        select * from intake.row where batch_id = :batch and row_no > :after and state = any(:states)
                        order by row_no limit :most""")
                .param("batch", batch)
                .param("after", after)
                .param(
                        "states",
                        new SqlArrayValue(
                                "text",
                                Arrays.stream(states).map(RowState::printed).toArray()))
                .param("most", most)
                .query(StagedRows::kept)
                .list();
    }

    /** The rows of a part that are posted. */
    List<Kept> ofPart(long batch, int part) {
        return database.sql("""
                        select r.* from intake.row r join intake.part p on p.batch_id = r.batch_id and p.part = :part
                        where r.batch_id = :batch and r.row_no between p.first_row and p.last_row and r.part = :part
                            and r.state = '已入账' order by r.row_no""")
                .param("batch", batch)
                .param("part", part)
                .query(StagedRows::kept)
                .list();
    }

    /** Hands over rows in some states, in the order of the file, some at a time. */
    void each(long batch, int most, Consumer<List<Kept>> visitor, RowState... states) {
        int after = 0;
        for (List<Kept> some = next(batch, after, most, states);
                !some.isEmpty();
                some = next(batch, after, most, states)) {
            after = some.get(some.size() - 1).number();
            visitor.accept(some);
        }
    }
}
