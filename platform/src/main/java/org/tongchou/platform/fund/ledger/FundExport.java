package org.tongchou.platform.fund.ledger;

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

/** Answers with a table of the funds as a file, and records that it was taken out. */
@Component
public class FundExport {
    private final AuditLog audit;
    private final Clock clock;

    FundExport(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Writes the table; its title names fund and time. */
    public ResponseEntity<Resource> answer(
            Actor actor, String title, ExportFormat format, List<Column> columns, Rows rows) {
        Layout layout = new Layout(
                title, "单位：元", columns, Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, rows);
        audit.record(
                actor, "fund.ledger.export", "fund.ledger", "0", "导出" + title, null, Map.of("format", format.name()));
        return answer;
    }
}
