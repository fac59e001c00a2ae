package org.tongchou.platform.accounts.book;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.spreadsheet.Column;
import org.tongchou.platform.spreadsheet.ExportFormat;
import org.tongchou.platform.spreadsheet.RowSink;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** Exports exactly the entries that a list shows. */
@Component
class EntryExport {
    private static final List<Column> COLUMNS = List.of(
            Column.integer("编号"),
            Column.date("日期"),
            Column.text("类别", 14),
            Column.text("单位", 28),
            Column.text("凭证号", 18),
            Column.text("摘要", 36),
            Column.text("往来单位", 28),
            Column.text("功能分类编码", 12),
            Column.text("功能分类名称", 26),
            Column.text("经济分类编码", 12),
            Column.text("经济分类名称", 22),
            Column.text("资金来源", 14),
            Column.text("支出性质", 12),
            Column.text("项目", 28),
            Column.money("金额（元）"),
            Column.text("状态", 16),
            Column.text("登记人", 12),
            Column.time("登记时间"));

    private final Books books;
    private final Entries entries;
    private final TableExport export;
    private final Clock clock;

    EntryExport(Books books, Entries entries, TableExport export, Clock clock) {
        this.books = books;
        this.entries = entries;
        this.export = export;
        this.clock = clock;
    }

    ResponseEntity<Resource> answer(Actor actor, EntryFilter filter, PageQuery page, ExportFormat format) {
        Book book = books.get(actor, filter.bookId());
        List<String> kinds = filter.kinds() == null ? List.of() : filter.kinds();
        String what = kinds.isEmpty()
                ? "明细"
                : kinds.stream()
                                .map(EntryRequest::kindOf)
                                .map(EntryKind::printed)
                                .collect(Collectors.joining("、"))
                        + "明细";
        return export.answer(
                actor,
                book,
                what,
                format,
                COLUMNS,
                sink -> totals(sink, entries.each(actor, filter, page, row -> add(sink, row))));
    }

    private void add(RowSink sink, EntryRow row) {
        try {
            sink.row(
                    row.id(),
                    row.date(),
                    row.kindName(),
                    row.unitName(),
                    row.voucherNo(),
                    row.summary(),
                    row.counterparty(),
                    row.functionalCode(),
                    row.functionalName(),
                    row.economicCode(),
                    row.economicName(),
                    row.fund(),
                    row.nature(),
                    row.projectName(),
                    row.fen(),
                    state(row),
                    row.createdName(),
                    row.createdAt().atZoneSameInstant(clock.getZone()).toLocalDateTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String state(EntryRow row) {
        if (row.reverses() != null) {
            return "冲销 " + row.reverses();
        }
        return row.reversedBy() == null ? "" : "已被 " + row.reversedBy() + " 冲销";
    }

    private static void totals(RowSink sink, Entries.Totals totals) throws IOException {
        Object[] cells = new Object[COLUMNS.size()];
        cells[0] = "合计";
        cells[1] = totals.count() + " 笔";
        cells[14] = totals.fen();
        sink.totals(cells);
    }
}
