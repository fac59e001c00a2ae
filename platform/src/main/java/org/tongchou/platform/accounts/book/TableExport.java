package org.tongchou.platform.accounts.book;

import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.ListExport;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Rows;
import org.tongchou.platform.web.Actor;

/** Answers with a list of a book as a file. */
@Component
public class TableExport {
    private final ListExport export;

    TableExport(ListExport export) {
        this.export = export;
    }

    /**
     * Writes the table.
     *
     * @param what what it lists, printed after the year: 采购合同
     */
    public ResponseEntity<Resource> answer(
            Actor actor, Book book, String what, ExportFormat format, List<Column> columns, Rows rows) {
        ListExport.Subject subject = new ListExport.Subject(
                "accounts.book.export", "accounts.book", Long.toString(book.id()), book.year() + "年度" + what, "单位：元");
        return export.answer(actor, subject, format, columns, rows);
    }
}
