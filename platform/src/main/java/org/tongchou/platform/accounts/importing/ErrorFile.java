package org.tongchou.platform.accounts.importing;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.importing.mapping.Header;
import org.tongchou.platform.spreadsheet.ErrorSheet;
import org.tongchou.platform.spreadsheet.Layout;
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
        return ErrorSheet.answer(
                "导入批次" + batch.id() + "错误明细",
                "有底色的单元格有误，原因在最后一列；改正后可直接重新上传本文件",
                IntStream.range(0, batch.headers().size())
                        .mapToObj(header::title)
                        .toList(),
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)),
                sink -> write(batch, sink));
    }

    private void write(Batch batch, ErrorSheet.Sink sink) throws IOException {
        for (int page = 1; ; page++) {
            List<StagedRows.Row> some = rows.list(
                            batch.id(), "有误", null, null, null, null, new PageQuery(page, CHUNK, null))
                    .items();
            for (StagedRows.Row row : some) {
                sink.row(new ErrorSheet.WrongRow(
                        row.rowNo(),
                        row.cells(),
                        row.problems().stream().map(ErrorFile::wrong).toList()));
            }
            if (some.size() < CHUNK) {
                return;
            }
        }
    }

    private static ErrorSheet.Wrong wrong(StagedRows.Problem each) {
        return new ErrorSheet.Wrong(each.column(), each.header(), each.value(), each.expected(), each.code());
    }
}
