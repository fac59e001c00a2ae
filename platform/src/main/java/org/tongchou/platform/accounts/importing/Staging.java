package org.tongchou.platform.accounts.importing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import org.tongchou.platform.accounts.importing.mapping.CellProblem;
import org.tongchou.platform.accounts.importing.mapping.Draft;
import org.tongchou.platform.accounts.importing.mapping.ReadRow;
import org.tongchou.platform.spreadsheet.source.SourceRow;

/** The rows of batches before they are entries, and their problems; written in bulk. */
@Repository
class Staging {
    private static final String COLUMNS = """
            row_no, cells, formulas, state, reason, unit_id, entry_date, voucher_no, summary, counterparty,
            project_id, functional_code, economic_code, fund, nature, fen, enterprise, times, people, purpose\s""";
    private static final String VALUES = """
            unnest(:rowNos, :cells, :formulas, :states, :reasons, :units, :dates, :vouchers, :summaries, :counterparties,
                :projects, :functional, :economic, :funds, :natures, :fen, :enterprises, :times, :people, :purposes) as t (""" + COLUMNS + ")";

    private final JdbcClient database;
    private final BatchJson json;

    Staging(JdbcClient database, BatchJson json) {
        this.database = database;
        this.json = json;
    }

    /** Removes everything of a batch. */
    void clear(long batchId) {
        database.sql("delete from accounts.import_problem where batch_id = :batch")
                .param("batch", batchId)
                .update();
        database.sql("delete from accounts.import_row where batch_id = :batch")
                .param("batch", batchId)
                .update();
    }

    /** Adds rows and their problems. */
    void add(long batchId, List<ReadRow> rows) {
        bind(
                        "insert into accounts.import_row (batch_id, " + COLUMNS
                                + ") select :batch, row_no, cells::jsonb, formulas::int[], "
                                + COLUMNS.substring(COLUMNS.indexOf("state")) + " from " + VALUES,
                        batchId,
                        rows)
                .update();
        addProblems(batchId, rows);
    }

    /** Writes rows that were read again, with their new problems. */
    void replace(long batchId, List<ReadRow> rows, boolean mended) {
        bind("""
                        update accounts.import_row r set cells = t.cells::jsonb, state = t.state, reason = t.reason,
                            unit_id = t.unit_id, entry_date = t.entry_date, voucher_no = t.voucher_no, summary = t.summary,
                            counterparty = t.counterparty, project_id = t.project_id, functional_code = t.functional_code,
                            economic_code = t.economic_code, fund = t.fund, nature = t.nature, fen = t.fen,
                            enterprise = t.enterprise, times = t.times, people = t.people, purpose = t.purpose,
                            formulas = t.formulas::int[], mended = r.mended or :mended, version = r.version + 1
                        from\s""" + VALUES + " where r.batch_id = :batch and r.row_no = t.row_no", batchId, rows)
                .param("mended", mended)
                .update();
        database.sql("delete from accounts.import_problem where batch_id = :batch and row_no = any(:rows)")
                .param("batch", batchId)
                .param("rows", column("int", rows, row -> row.row().number()))
                .update();
        addProblems(batchId, rows);
    }

    private JdbcClient.StatementSpec bind(String sql, long batchId, List<ReadRow> rows) {
        return database.sql(sql)
                .param("batch", batchId)
                .param("rowNos", column("int", rows, row -> row.row().number()))
                .param("cells", column("text", rows, row -> json.write(row.row().cells())))
                .param("formulas", column("text", rows, row -> array(row.row())))
                .param("states", column("text", rows, Staging::state))
                .param("reasons", column("text", rows, ReadRow::skipped))
                .param("units", draft("bigint", rows, Draft::unitId))
                .param("dates", draft("date", rows, Draft::date))
                .param("vouchers", text(rows, Draft::voucherNo))
                .param("summaries", text(rows, Draft::summary))
                .param("counterparties", text(rows, Draft::counterparty))
                .param("projects", draft("bigint", rows, Draft::projectId))
                .param("functional", text(rows, Draft::functionalCode))
                .param("economic", text(rows, Draft::economicCode))
                .param("funds", text(rows, Draft::fund))
                .param("natures", text(rows, Draft::nature))
                .param(
                        "fen",
                        column(
                                "bigint",
                                rows,
                                row -> row.draft() == null ? 0L : row.draft().fen()))
                .param("enterprises", text(rows, Draft::enterprise))
                .param(
                        "times",
                        column(
                                "int",
                                rows,
                                row -> row.draft() == null ? 0 : row.draft().times()))
                .param(
                        "people",
                        column(
                                "int",
                                rows,
                                row -> row.draft() == null ? 0 : row.draft().people()))
                .param("purposes", text(rows, Draft::purpose));
    }

    private static String array(SourceRow row) {
        return row.formulas().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }

    private static String state(ReadRow row) {
        return row.isCorrect() ? "正确" : row.skipped().isEmpty() ? "有误" : "跳过";
    }

    private void addProblems(long batchId, List<ReadRow> rows) {
        List<Found> found = rows.stream()
                .flatMap(row -> row.problems().stream()
                        .map(problem -> new Found(row.row().number(), problem)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        database.sql("""
                        insert into accounts.import_problem (batch_id, row_no, column_no, header, field, severity, code, value, expected)
                        select :batch, t.* from unnest(:rows, :columns, :headers, :fields, :severities, :codes, :values, :expected) t
                        """)
                .param("batch", batchId)
                .param("rows", column("int", found, Found::row))
                .param("columns", column("int", found, each -> each.problem().column()))
                .param("headers", column("text", found, each -> each.problem().header()))
                .param("fields", column("text", found, each -> each.problem().field()))
                .param(
                        "severities",
                        column("text", found, each -> each.problem().warning() ? "提醒" : "错误"))
                .param("codes", column("text", found, each -> each.problem().code()))
                .param("values", column("text", found, each -> each.problem().value()))
                .param("expected", column("text", found, each -> each.problem().expected()))
                .update();
    }

    private record Found(int row, CellProblem problem) {}

    private static SqlArrayValue text(List<ReadRow> rows, Function<Draft, String> value) {
        return column("text", rows, row -> row.draft() == null ? "" : value.apply(row.draft()));
    }

    private static SqlArrayValue draft(String type, List<ReadRow> rows, Function<Draft, @Nullable Object> value) {
        return column(type, rows, row -> row.draft() == null ? null : value.apply(row.draft()));
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /**
     * Warns of rows that look like another row of the file, or like something that is posted already. A contract number
     * that is taken, in the file or in the register, is an error: it can be registered once only.
     *
     * @param year budget year
     * @param among rows whose likes are looked at; all when null
     */
    void warnOfDuplicates(Batch batch, int year, @Nullable List<Integer> among) {
        switch (batch.mapping().importKind()) {
            case CONTRACT -> takenNumbers(batch);
            case THREE_PUBLIC -> {
                inFile(batch, null);
                registered(batch);
            }
            default -> {
                inFile(batch, among);
                posted(batch, year, among);
            }
        }
    }

    private static String some(@Nullable List<Integer> among) {
        return among == null
                ? ""
                : " and r.fen in (select s.fen from accounts.import_row s where s.batch_id = :batch and s.row_no = any(:rows))";
    }

    private static Object rows(@Nullable List<Integer> among) {
        return new SqlArrayValue("int", among == null ? new Object[0] : among.toArray());
    }

    private void inFile(Batch batch, @Nullable List<Integer> among) {
        database.sql("""
                        delete from accounts.import_problem p using accounts.import_row r
                        where p.batch_id = :batch and p.code in ('E-IMP-110', 'E-IMP-111')
                            and r.batch_id = p.batch_id and r.row_no = p.row_no\s""" + some(among))
                .param("batch", batch.id())
                .param("rows", rows(among))
                .update();
        database.sql(INSERT_PROBLEM + """
                        '提醒', 'E-IMP-110', t.voucher_no, '核对：与第 ' || t.first || ' 行完全相同，可能重复'
                        from (select r.row_no, r.voucher_no, first_value(r.row_no) over w as first, row_number() over w as n
                            from accounts.import_row r
                            where r.batch_id = :batch and r.state = '正确'\s""" + some(among) + """
                             window w as (partition by r.fen, r.voucher_no, r.entry_date, r.unit_id, r.project_id,
                                r.functional_code, r.economic_code, r.fund, r.nature, r.summary, r.counterparty,
                                r.enterprise, r.times, r.people, r.purpose order by r.row_no)
                            ) t where t.n > 1
                        """)
                .param("batch", batch.id())
                .param("rows", rows(among))
                .update();
    }

    /**
     * Entries are joined by one hash, and compared where it is equal: by their columns one by one the planner would
     * expect hardly any pairs and compare each with each.
     */
    private void posted(Batch batch, int year, @Nullable List<Integer> among) {
        database.sql(INSERT_PROBLEM + """
                        '提醒', 'E-IMP-111', t.voucher_no, '核对：与已入账的明细 ' || t.id || ' 凭证号、日期、科目、金额相同，可能重复'
                        from (select distinct on (r.row_no) r.row_no, r.voucher_no, e.id
                            from accounts.import_row r join accounts.entry e on
                                hashtextextended(concat_ws('|', e.voucher_no, e.fen, e.unit_id, e.functional_code, e.economic_code), 0)
                                = hashtextextended(concat_ws('|', r.voucher_no, r.fen, r.unit_id, r.functional_code, r.economic_code), 0)
                                and e.voucher_no is not distinct from r.voucher_no and e.fen is not distinct from r.fen
                                and e.entry_date is not distinct from r.entry_date and e.unit_id is not distinct from r.unit_id
                                and e.functional_code is not distinct from r.functional_code
                                and e.economic_code is not distinct from r.economic_code
                                and e.project_id is not distinct from r.project_id
                                and (r.voucher_no <> '' or e.summary = r.summary)
                            where r.batch_id = :batch and r.state = '正确' and e.year = :year and e.book_id = :book and e.kind = :kind
                                and e.reverses is null
                                and not exists (select from accounts.entry m where m.year = e.year and m.reverses = e.id)
                        """ + some(among) + " order by r.row_no, e.id) t")
                .param("batch", batch.id())
                .param("rows", rows(among))
                .param("year", year)
                .param("book", batch.bookId())
                .param("kind", batch.kind())
                .update();
    }

    private void registered(Batch batch) {
        database.sql(INSERT_PROBLEM + """
                        '提醒', 'E-IMP-111', t.summary, '核对：与已登记的“三公”事项 ' || t.id || ' 日期、名称、次数、人次相同，可能重复'
                        from (select distinct on (r.row_no) r.row_no, r.summary, e.id
                            from accounts.import_row r join accounts.three_public_event e on e.unit_id = r.unit_id
                                and e.kind = r.nature and e.event_date = r.entry_date and e.name = r.summary
                                and e.times = r.times and e.people = r.people
                            where r.batch_id = :batch and r.state = '正确' and e.book_id = :book and not e.cancelled
                            order by r.row_no, e.id) t
                        """)
                .param("batch", batch.id())
                .param("book", batch.bookId())
                .update();
    }

    /** Looks at all rows anew: a number that was mended may free another row. */
    private void takenNumbers(Batch batch) {
        database.sql("""
                        update accounts.import_row r set state = '正确' where r.batch_id = :batch and r.state = '有误'
                            and exists (select from accounts.import_problem p
                                where p.batch_id = r.batch_id and p.row_no = r.row_no and p.code = 'E-IMP-112')
                            and not exists (select from accounts.import_problem p where p.batch_id = r.batch_id
                                and p.row_no = r.row_no and p.severity = '错误' and p.code <> 'E-IMP-112')
                        """).param("batch", batch.id()).update();
        database.sql("delete from accounts.import_problem where batch_id = :batch and code = 'E-IMP-112'")
                .param("batch", batch.id())
                .update();
        database.sql(INSERT_PROBLEM + """
                        '错误', 'E-IMP-112', t.voucher_no, t.expected
                        from (select r.row_no, r.voucher_no,
                                case when c.id is not null then '没有登记过的合同编号（已登记为“' || c.name || '”）'
                                    else '不与第 ' || first_value(r.row_no) over w || ' 行相同的合同编号' end as expected,
                                c.id, row_number() over w as n
                            from accounts.import_row r left join accounts.contract c
                                on c.book_id = :book and c.number = r.voucher_no and not c.cancelled
                            where r.batch_id = :batch and r.state = '正确'
                            window w as (partition by r.voucher_no order by r.row_no)) t
                        where t.id is not null or t.n > 1
                        """)
                .param("batch", batch.id())
                .param("book", batch.bookId())
                .update();
        database.sql("""
                        update accounts.import_row r set state = '有误' where r.batch_id = :batch and exists (
                            select from accounts.import_problem p
                            where p.batch_id = r.batch_id and p.row_no = r.row_no and p.code = 'E-IMP-112')
                        """).param("batch", batch.id()).update();
    }

    private static final String INSERT_PROBLEM = """
            insert into accounts.import_problem (batch_id, row_no, column_no, header, field, severity, code, value, expected)
            select :batch, t.row_no, -1, '整行', '整行',\s""";

    /** Refreshes what the planner knows after many rows came in. */
    void analyze() {
        database.sql("analyze accounts.import_row").update();
    }
}
