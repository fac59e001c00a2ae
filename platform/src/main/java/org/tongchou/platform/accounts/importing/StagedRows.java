package org.tongchou.platform.accounts.importing;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.accounts.importing.mapping.Draft;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** Reads the staging rows of batches. */
@Repository
class StagedRows {
    private static final String NUMBER = "select count(*) from accounts.import_row r";
    private static final int MOST_GROUPS = 200;

    private final JdbcClient database;
    private final BatchJson json;

    StagedRows(JdbcClient database, BatchJson json) {
        this.database = database;
        this.json = json;
    }

    /**
     * A row as it is shown.
     *
     * @param rowNo number in the file
     * @param cells texts by column
     * @param state 正确, 有误 or 跳过
     * @param reason why it is skipped
     * @param mended whether a cell was changed here
     * @param fen amount as it was read, in fen
     * @param entryId the entry or the row of a register it became; null before
     * @param version for changing it
     * @param problems what is wrong with its cells
     */
    record Row(
            int rowNo,
            List<String> cells,
            String state,
            String reason,
            boolean mended,
            long fen,
            @Nullable Long entryId,
            int version,
            List<Problem> problems) {
        Row {
            cells = List.copyOf(cells);
            problems = List.copyOf(problems);
        }
    }

    /**
     * A problem as it is shown.
     *
     * @param rowNo number of its row
     * @param column column from 0; -1 when the file has none
     * @param header title of the column
     * @param field field in Chinese
     * @param severity 错误 or 提醒
     * @param code stable code
     * @param value text of the cell
     * @param expected what would have been right
     */
    record Problem(
            int rowNo,
            int column,
            String header,
            String field,
            String severity,
            String code,
            String value,
            String expected) {}

    /**
     * Equal problems of many rows.
     *
     * @param column column from 0; -1 when the file has none
     * @param header title of the column
     * @param field field in Chinese
     * @param severity 错误 or 提醒
     * @param code stable code
     * @param value text of the cells
     * @param expected what would have been right
     * @param rows how many rows
     * @param firstRow the first of them
     */
    record Group(
            int column,
            String header,
            String field,
            String severity,
            String code,
            String value,
            String expected,
            int rows,
            int firstRow) {}

    /**
     * A sum of correct rows.
     *
     * @param key fund, month or unit
     * @param rows how many rows
     * @param fen sum in fen
     */
    record Sum(String key, int rows, long fen) {}

    /** Rows with their problems, in the order of the file. */
    Page<Row> list(
            long batchId,
            @Nullable String state,
            @Nullable String severity,
            @Nullable Integer column,
            @Nullable String code,
            @Nullable String value,
            PageQuery page) {
        Where where = new Where().and("r.batch_id = :batch", "batch", batchId).when(state, "r.state = :state", "state");
        if (severity != null || column != null || code != null) {
            Where problem = problem(batchId, severity, column, code, value);
            where.and("exists (select from accounts.import_problem p" + problem.sql() + " and p.row_no = r.row_no)");
            where.when(severity, "true", "severity")
                    .when(column, "true", "column")
                    .when(code, "true", "code");
            if (value != null) {
                where.with("value", value);
            }
        }
        long total = where.query(database, NUMBER, "").query(Long.class).single();
        List<Row> bare = where.query(
                        database,
                        "select r.* from accounts.import_row r",
                        " order by r.row_no limit " + page.rows() + " offset " + page.offset())
                .query((row, n) -> row(row))
                .list();
        Map<Integer, List<Problem>> problems = problems(
                        batchId, bare.stream().map(Row::rowNo).toList())
                .stream()
                .collect(Collectors.groupingBy(Problem::rowNo));
        List<Row> items = bare.stream()
                .map(row -> with(row, problems.getOrDefault(row.rowNo(), List.of())))
                .toList();
        return new Page<>(items, total, page.number(), page.rows());
    }

    private static Where problem(
            long batchId,
            @Nullable String severity,
            @Nullable Integer column,
            @Nullable String code,
            @Nullable String value) {
        Where where = new Where()
                .and("p.batch_id = :batch", "batch", batchId)
                .when(severity, "p.severity = :severity", "severity")
                .when(column, "p.column_no = :column", "column")
                .when(code, "p.code = :code", "code");
        return value == null ? where : where.and("p.value = :value", "value", value);
    }

    private static Row with(Row row, List<Problem> problems) {
        return new Row(
                row.rowNo(),
                row.cells(),
                row.state(),
                row.reason(),
                row.mended(),
                row.fen(),
                row.entryId(),
                row.version(),
                problems);
    }

    private Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getInt("row_no"),
                json.texts(row.getString("cells")),
                row.getString("state"),
                row.getString("reason"),
                row.getBoolean("mended"),
                row.getLong("fen"),
                row.getObject("entry_id", Long.class),
                row.getInt("version"),
                List.of());
    }

    /** The problems of some rows, in the order of the file. */
    List<Problem> problems(long batchId, List<Integer> rows) {
        return database.sql("""
                        select row_no, column_no as "column", header, field, severity, code, value, expected
                        from accounts.import_problem where batch_id = :batch and row_no = any(:rows) order by row_no, id
                        """)
                .param("batch", batchId)
                .param("rows", new SqlArrayValue("int", rows.toArray()))
                .query(Problem.class)
                .list();
    }

    /** Equal problems together, the most frequent first. */
    List<Group> groups(long batchId) {
        return database.sql("""
                        select p.column_no as "column", p.header, p.field, p.severity, p.code, p.value, min(p.expected) as expected,
                            count(distinct p.row_no) as rows, min(p.row_no) as first_row
                        from accounts.import_problem p join accounts.import_row r using (batch_id, row_no)
                        where p.batch_id = :batch and r.state <> '跳过'
                        group by p.column_no, p.header, p.field, p.severity, p.code,
                            p.value order by p.severity desc, rows desc, first_row limit\s""" + MOST_GROUPS)
                .param("batch", batchId)
                .query(Group.class)
                .list();
    }

    /** The numbers of the rows that have a problem. */
    List<Integer> rowsWith(long batchId, int column, String code, String value, int most) {
        return problem(batchId, null, column, code, value)
                .query(database, "select distinct p.row_no from accounts.import_problem p", " " + """
                         and exists (select from accounts.import_row r where r.batch_id = p.batch_id and r.row_no = p.row_no
                            and r.state <> '跳过') order by 1 limit\s""" + most)
                .query(Integer.class)
                .list();
    }

    /** Sums of the correct rows by fund, by month or by unit. */
    List<Sum> sums(long batchId, By by) {
        return database.sql("select " + by.expression
                        + " as key, count(*) as rows, sum(fen) as fen from accounts.import_row "
                        + "where batch_id = :batch and state = '正确' group by 1 order by 1")
                .param("batch", batchId)
                .query(Sum.class)
                .list();
    }

    /** What rows are summed by. */
    enum By {
        FUND("fund"),
        MONTH("to_char(entry_date, 'YYYY-MM')"),
        UNIT("unit_id::text"),
        NATURE("nature"),
        FUNCTIONAL("functional_code");

        private final String expression;

        By(String expression) {
            this.expression = expression;
        }
    }

    /** One row with its problems. */
    Row get(long batchId, int rowNo) {
        return rows(batchId, List.of(rowNo)).stream()
                .findFirst()
                .map(row -> with(row, problems(batchId, List.of(rowNo))))
                .orElseThrow(() -> Refusal.notFound("第 " + rowNo + " 行"));
    }

    /** Some rows of a batch as they came, by their numbers. */
    List<Row> rows(long batchId, List<Integer> numbers) {
        return database.sql(
                        "select * from accounts.import_row where batch_id = :batch and row_no = any(:rows) order by row_no for update")
                .param("batch", batchId)
                .param("rows", new SqlArrayValue("int", numbers.toArray()))
                .query((row, n) -> row(row))
                .list();
    }

    /** Rows after one, as they came from the file; those that somebody skipped are left out. */
    List<SourceRow> sources(long batchId, int after, int most) {
        return database.sql("""
                        select row_no, cells, formulas from accounts.import_row
                        where batch_id = :batch and row_no > :after and state <> '跳过' order by row_no limit :most
                        """)
                .param("batch", batchId)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new SourceRow(row.getInt(1), json.texts(row.getString(2)), ints(row.getArray(3))))
                .list();
    }

    private static List<Integer> ints(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }

    /**
     * A row that is to be posted.
     *
     * @param rowNo its number
     * @param draft what it becomes
     */
    record Ready(int rowNo, Draft draft) {}

    /** Correct rows after one. */
    List<Ready> ready(long batchId, int after, int most) {
        return database.sql("""
                        select * from accounts.import_row
                        where batch_id = :batch and row_no > :after and state = '正确' order by row_no limit :most
                        """)
                .param("batch", batchId)
                .param("after", after)
                .param("most", most)
                .query((row, n) -> new Ready(
                        row.getInt("row_no"),
                        new Draft(
                                row.getLong("unit_id"),
                                row.getObject("entry_date", LocalDate.class),
                                row.getString("voucher_no"),
                                row.getString("summary"),
                                row.getString("counterparty"),
                                row.getObject("project_id", Long.class),
                                row.getString("functional_code"),
                                row.getString("economic_code"),
                                row.getString("fund"),
                                row.getString("nature"),
                                row.getLong("fen"),
                                row.getString("enterprise"),
                                row.getInt("times"),
                                row.getInt("people"),
                                row.getString("purpose"))))
                .list();
    }

    /** Keeps which entry each row became. */
    void became(long batchId, List<Ready> rows, List<Long> entries) {
        database.sql("""
                        update accounts.import_row r set entry_id = t.entry
                        from unnest(:rows, :entries) as t (row_no, entry) where r.batch_id = :batch and r.row_no = t.row_no
                        """)
                .param("batch", batchId)
                .param("rows", array("int", rows, Ready::rowNo))
                .param("entries", array("bigint", entries, id -> id))
                .update();
    }

    private static <T> SqlArrayValue array(String type, List<T> values, Function<T, Object> value) {
        return new SqlArrayValue(type, values.stream().map(value).toArray());
    }
}
