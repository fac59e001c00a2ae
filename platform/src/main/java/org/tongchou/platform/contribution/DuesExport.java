package org.tongchou.platform.contribution;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.Export;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.Layout;
import org.tongchou.platform.spreadsheet.Rows;
import org.tongchou.platform.web.Actor;

/** Tables of dues as files, recorded; and whose counties somebody sees. */
@Component
public class DuesExport {
    private final AuditLog audit;
    private final Region region;
    private final Clock clock;

    DuesExport(AuditLog audit, Region region, Clock clock) {
        this.audit = audit;
        this.region = region;
        this.clock = clock;
    }

    /** Codes of the counties in somebody's scope, for a list. */
    public String[] counties(Actor actor) {
        return region.counties(actor).stream().map(County::code).toArray(String[]::new);
    }

    /** The counties in somebody's scope. */
    public List<County> seen(Actor actor) {
        return region.counties(actor);
    }

    /** Writes the table. */
    public ResponseEntity<Resource> answer(
            Actor actor, String title, ExportFormat format, List<Column> columns, Rows rows) {
        Layout layout = new Layout(
                title, "单位：元", columns, Layout.footer(actor.displayName(), actor.userName(), LocalDateTime.now(clock)));
        ResponseEntity<Resource> answer = Export.answer(format, layout, rows);
        audit.record(
                actor,
                "contribution.dues.export",
                "contribution.dues",
                "0",
                "导出" + title,
                null,
                Map.of("format", format.name()));
        return answer;
    }
}
