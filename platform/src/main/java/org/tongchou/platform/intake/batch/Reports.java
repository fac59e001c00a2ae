package org.tongchou.platform.intake.batch;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.intake.Field;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ErrorSheet;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.web.Actor;

/** What became of a batch, as workbooks: its wrong rows to be corrected, and all its rows. Personal cells are masked. */
@Component("intakeReports")
class Reports {
    private static final int CHUNK = 2000;

    private final StagedRows rows;
    private final Kinds kinds;
    private final Clock clock;

    Reports(StagedRows rows, Kinds kinds, Clock clock) {
        this.rows = rows;
        this.kinds = kinds;
        this.clock = clock;
    }

    /** The wrong rows; corrected, the file may be uploaded to the same batch. */
    ResponseEntity<Resource> errors(Actor actor, Batch batch) {
        return ErrorSheet.answer(
                "批次" + batch.id() + "错误明细",
                "有底色的单元格有误，原因在最后一列；在本文件上改正后上传到原批次，打星号的个人信息不改动即保持原值",
                titles(batch),
                footer(actor),
                sink -> each(batch, RowState.WRONG.printed(), row -> sink.row(wrong(batch, row))));
    }

    private static ErrorSheet.WrongRow wrong(Batch batch, StagedRows.Row row) {
        return new ErrorSheet.WrongRow(
                row.number(),
                row.cells(),
                row.problems().stream()
                        .map(problem -> new ErrorSheet.Wrong(
                                batch.fields().indexOf(problem.field()),
                                problem.title(),
                                problem.value(),
                                problem.expected(),
                                problem.code()))
                        .toList());
    }

    /** All rows with what became of them. */
    ResponseEntity<Resource> report(Actor actor, Batch batch) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("行号"));
        titles(batch).forEach(title -> columns.add(Column.text(title, 18)));
        columns.add(Column.text("结果", 10));
        columns.add(Column.text("说明", 60));
        String counts = "已入账 " + batch.postedRows() + " 行，无变化 " + batch.unchangedRows() + " 行，有误 " + batch.wrongRows()
                + " 行，跳过 " + batch.skippedRows() + " 行，待入账 " + batch.correctRows() + " 行";
        Layout layout = new Layout(
                batch.kindName() + "批次" + batch.id() + "导入报告",
                batch.notes().isEmpty() ? counts : counts + "；" + String.join("；", batch.notes()),
                columns,
                footer(actor));
        return Export.answer(ExportFormat.xlsx, layout, sink -> each(batch, null, row -> sink.row(cells(batch, row))));
    }

    private static @Nullable Object[] cells(Batch batch, StagedRows.Row row) {
        int fields = batch.fields().size();
        @Nullable Object[] cells = new Object[fields + 3];
        cells[0] = row.number();
        for (int i = 0; i < fields; i++) {
            cells[i + 1] = row.cells().get(i);
        }
        cells[fields + 1] = row.state();
        String problems = row.problems().stream()
                .map(problem -> problem.title() + "应为" + problem.expected() + "（" + problem.code() + "）")
                .collect(Collectors.joining("；"));
        cells[fields + 2] = row.outcome().isEmpty() || problems.isEmpty()
                ? row.outcome() + problems
                : row.outcome() + "；" + problems;
        return cells;
    }

    private List<String> titles(Batch batch) {
        List<Field> fields = kinds.get(batch.kind()).fields();
        return batch.fields().stream()
                .map(key -> fields.stream()
                        .filter(field -> field.key().equals(key))
                        .map(Field::title)
                        .findFirst()
                        .orElse(key))
                .toList();
    }

    private String footer(Actor actor) {
        return Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock));
    }

    @FunctionalInterface
    private interface Taker {
        void take(StagedRows.Row row) throws IOException;
    }

    private void each(Batch batch, @Nullable String state, Taker taker) throws IOException {
        int after = 0;
        for (List<StagedRows.Row> some = rows.after(batch.id(), after, state, CHUNK);
                !some.isEmpty();
                some = rows.after(batch.id(), after, state, CHUNK)) {
            for (StagedRows.Row row : some) {
                taker.take(row);
            }
            after = some.get(some.size() - 1).number();
        }
    }
}
