package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.Marked;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** The wrong rows of a batch as a file: the original cells, the wrong ones marked, the reasons beside them. */
@Component
class ErrorFile {
    private static final int CHUNK = 500;

    private final StagedRows rows;
    private final Clock clock;

    ErrorFile(StagedRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    ResponseEntity<Resource> answer(Actor actor, Batch batch) {
        Header header = new Header(batch.headers());
        List<Column> columns = new ArrayList<>();
        columns.add(Column.integer("原行号"));
        for (int column = 0; column < batch.headers().size(); column++) {
            columns.add(Column.text(header.title(column), 18));
        }
        columns.add(Column.text("错误说明", 80));
        Layout layout = new Layout(
                "导入批次" + batch.id() + "错误明细",
                "有底色的单元格有误，原因在最后一列；改正后可直接重新上传本文件",
                columns,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        return Export.answer(ExportFormat.xlsx, layout, sink -> write(batch, sink));
    }

    private void write(Batch batch, RowSink sink) throws IOException {
        for (int page = 1; ; page++) {
            List<StagedRows.Row> some = rows.list(
                            batch.id(), "有误", null, null, null, null, new PageQuery(page, CHUNK, null))
                    .items();
            for (StagedRows.Row row : some) {
                sink.row(cells(batch, row));
            }
            if (some.size() < CHUNK) {
                return;
            }
        }
    }

    private static @Nullable Object[] cells(Batch batch, StagedRows.Row row) {
        int columns = batch.headers().size();
        Set<Integer> wrong =
                row.problems().stream().map(StagedRows.Problem::column).collect(Collectors.toSet());
        @Nullable Object[] cells = new Object[columns + 2];
        cells[0] = row.rowNo();
        for (int column = 0; column < columns; column++) {
            String text = column < row.cells().size() ? row.cells().get(column) : "";
            cells[column + 1] = wrong.contains(column) ? new Marked(text) : text;
        }
        cells[columns + 1] = row.problems().stream()
                .map(each -> each.header() + "：" + (each.value().isEmpty() ? "为空" : "“" + each.value() + "”") + "，应为"
                        + each.expected() + "（" + each.code() + "）")
                .collect(Collectors.joining("；"));
        return cells;
    }
}
