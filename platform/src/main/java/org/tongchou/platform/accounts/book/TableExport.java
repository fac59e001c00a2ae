package org.tongchou.platform.accounts.book;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.Rows;
import org.tongchou.platform.web.Actor;

/** Answers with a list of a book as a file, and records that it was taken out. */
@Component
public class TableExport {
    private final AuditLog audit;
    private final Clock clock;

    TableExport(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Writes the table.
     *
     * @param what what it lists, printed after the year: 采购合同
     */
    public ResponseEntity<Resource> answer(
            Actor actor, Book book, String what, ExportFormat format, List<Column> columns, Rows rows) {
        String title = book.year() + "年度" + what;
        Layout layout = new Layout(
                title, "单位：元", columns, Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, rows);
        audit.record(
                actor,
                "accounts.book.export",
                "accounts.book",
                Long.toString(book.id()),
                "导出" + title,
                null,
                Map.of("format", format.name()));
        return answer;
    }
}
