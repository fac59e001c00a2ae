package org.tongchou.platform.audit;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.Rows;
import org.tongchou.platform.web.Actor;

/** Answers with a list as a file, and records that it was taken out. */
@Component
public class ListExport {
    private final AuditLog audit;
    private final Clock clock;

    ListExport(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What is taken out.
     *
     * @param action stable code of the act, {@code accounts.book.export}
     * @param objectType kind of object, {@code accounts.book}
     * @param objectId its id; empty for a list of many
     * @param title title of the list, also the name of the file
     * @param note line below the title: 单位：元
     */
    public record Subject(String action, String objectType, String objectId, String title, String note) {}

    /** Writes the list and answers with it. */
    public ResponseEntity<Resource> answer(
            Actor actor, Subject subject, ExportFormat format, List<Column> columns, Rows rows) {
        Layout layout = new Layout(
                subject.title(),
                subject.note(),
                columns,
                Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, rows);
        audit.record(
                actor,
                subject.action(),
                subject.objectType(),
                subject.objectId(),
                "导出" + subject.title(),
                null,
                Map.of("format", format.name()));
        return answer;
    }
}
