package org.tongchou.platform.accounts.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.accounts.importing.mapping.RowReader;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.spreadsheet.source.SourceFile;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Mends staged rows where they are: one cell, all cells of the same wrong value, or leaves rows out with a reason. */
@Service
class Mending {
    /** Rows that one request changes at most. */
    static final int MOST = 50_000;

    private static final int CHUNK = 2000;

    private final Imports imports;
    private final Batches batches;
    private final Staging staging;
    private final StagedRows rows;
    private final Readers readers;
    private final AuditLog audit;
    private final JdbcClient database;

    Mending(
            Imports imports,
            Batches batches,
            Staging staging,
            StagedRows rows,
            Readers readers,
            AuditLog audit,
            JdbcClient database) {
        this.imports = imports;
        this.batches = batches;
        this.staging = staging;
        this.rows = rows;
        this.readers = readers;
        this.audit = audit;
        this.database = database;
    }

    /** Changes cells of one row, by column, and checks it again. */
    @Transactional
    public StagedRows.Row mend(Actor actor, long id, int rowNo, int version, Map<Integer, String> cells) {
        Batch batch = lock(actor, id);
        if (rows.get(id, rowNo).version() != version) {
            throw Refusal.changedMeanwhile("第 " + rowNo + " 行", "他人", "刚才");
        }
        cells.forEach((column, text) -> requireCell(batch, column, text));
        change(actor, batch, List.of(rowNo), before -> {
            List<String> after = new ArrayList<>(before);
            cells.forEach((column, text) -> set(after, column, text));
            return after;
        });
        finish(
                actor,
                batch,
                List.of(rowNo),
                "accounts.import.mend",
                "更正导入批次 " + id + " 第 " + rowNo + " 行的" + titles(batch, cells));
        return rows.get(id, rowNo);
    }

    private static String titles(Batch batch, Map<Integer, String> cells) {
        Header header = new Header(batch.headers());
        return cells.keySet().stream().sorted().map(header::title).collect(java.util.stream.Collectors.joining("、"));
    }

    /** Sets a value in all rows that have the same problem with the same value; tells how many. */
    @Transactional
    public int mendAll(Actor actor, long id, int column, String code, String value, String text) {
        Batch batch = lock(actor, id);
        requireCell(batch, column, text);
        List<Integer> which = which(id, column, code, value);
        change(actor, batch, which, before -> {
            List<String> after = new ArrayList<>(before);
            set(after, column, text);
            return after;
        });
        finish(
                actor,
                batch,
                which,
                "accounts.import.mend",
                "更正导入批次 " + id + " 的 " + which.size() + " 行：“" + new Header(batch.headers()).title(column) + "”的同一错误值");
        return which.size();
    }

    private List<Integer> which(long id, int column, String code, String value) {
        List<Integer> which = rows.rowsWith(id, column, code, value, MOST + 1);
        if (which.isEmpty()) {
            throw Refusal.conflict("E-IMP-060", "没有这样的行了，可能已被更正；请刷新后再操作");
        }
        if (which.size() > MOST) {
            throw Refusal.conflict("E-IMP-061", "同一问题超过 " + MOST + " 行；请改为调整对应关系或词语对照，再重新检查");
        }
        return which;
    }

    /** Leaves all rows out that have the same problem with the same value; tells how many. */
    @Transactional
    public int skipAll(Actor actor, long id, int column, String code, String value, String reason) {
        return skip(actor, id, which(id, column, code, value), reason);
    }

    /** Leaves rows out; tells how many. */
    @Transactional
    public int skip(Actor actor, long id, List<Integer> which, String reason) {
        Batch batch = lock(actor, id);
        if (reason.isBlank()) {
            throw Refusal.field("E-IMP-062", "跳过原因", "", "一句话说明这些行为什么不导入");
        }
        int skipped = database.sql("""
                        update accounts.import_row set state = '跳过', reason = :reason, version = version + 1
                        where batch_id = :batch and row_no = any(:rows) and state <> '跳过'
                        """)
                .param("batch", id)
                .param("rows", new SqlArrayValue("int", which.toArray()))
                .param("reason", "人工跳过：" + reason)
                .update();
        finish(actor, batch, which, "accounts.import.skip", "跳过导入批次 " + id + " 的 " + skipped + " 行：" + reason);
        return skipped;
    }

    /** Takes skipped rows back in and checks them again. */
    @Transactional
    public int unskip(Actor actor, long id, List<Integer> which) {
        Batch batch = lock(actor, id);
        change(actor, batch, which, UnaryOperator.identity());
        finish(actor, batch, which, "accounts.import.unskip", "恢复导入批次 " + id + " 的 " + which.size() + " 行");
        return which.size();
    }

    private Batch lock(Actor actor, long id) {
        return imports.lock(actor, id, null, "更正", BatchState.OPEN, BatchState.READY);
    }

    private static void requireCell(Batch batch, int column, String text) {
        if (column < 0 || column >= SourceFile.MOST_COLUMNS) {
            throw Refusal.field("E-IMP-063", "列", Integer.toString(column), "文件中的一列；文件没有的列请在对应关系中给出默认值");
        }
        if (text.length() > 500) {
            throw Refusal.field("E-IMP-064", new Header(batch.headers()).title(column), text, "不超过 500 个字符的文字");
        }
    }

    private static void set(List<String> cells, int column, String text) {
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text.strip());
    }

    private void change(Actor actor, Batch batch, List<Integer> which, UnaryOperator<List<String>> change) {
        RowReader reader = readers.reader(actor, batch.bookId(), batch.mapping(), new Header(batch.headers()));
        for (int from = 0; from < which.size(); from += CHUNK) {
            List<Integer> some = which.subList(from, Math.min(which.size(), from + CHUNK));
            staging.replace(
                    batch.id(),
                    rows.rows(batch.id(), some).stream()
                            .map(row -> reader.read(new SourceRow(row.rowNo(), change.apply(row.cells()), List.of())))
                            .toList(),
                    true);
        }
    }

    private void finish(Actor actor, Batch batch, List<Integer> which, String action, String summary) {
        staging.warnOfDuplicates(batch, readers.year(actor, batch.bookId()), which);
        batches.settle(batch.id(), batch.generation());
        audit.record(
                actor,
                action,
                "accounts.import",
                Long.toString(batch.id()),
                summary,
                null,
                Map.of("rows", which.size() > 50 ? which.size() + " 行" : which.toString()));
    }
}
