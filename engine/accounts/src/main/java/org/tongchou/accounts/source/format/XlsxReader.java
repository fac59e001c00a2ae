package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.format.SheetHandler.SheetRow;
import org.xml.sax.SAXException;

/**
 * Reads Excel workbooks (xlsx): every visible sheet gives its name as a heading, its tables (separated by blank rows)
 * and the lines of text around them. Formulas are not computed and links to other files are not followed.
 */
final class XlsxReader {
    private static final Pattern DEFAULT_NAME = Pattern.compile("(?i)(sheet|工作表)\\s*\\d*");

    private XlsxReader() {}

    static List<Block> read(Path file, Collector collector) throws IOException, SAXException {
        List<Block> blocks = new ArrayList<>();
        try (Ooxml parts = Ooxml.open(file, collector.limits())) {
            String main = parts.main();
            WorkbookHandler workbook = new WorkbookHandler();
            parts.parse(main, workbook);
            StylesHandler styles = new StylesHandler();
            parts.parseRelated(main, "styles", styles);
            SharedStrings strings = new SharedStrings();
            parts.parseRelated(main, "sharedStrings", strings);
            CellFormat format = new CellFormat(styles.codes(), workbook.from1904());
            Map<String, Ooxml.Relation> relations = parts.relations(main);
            for (WorkbookHandler.Sheet sheet : workbook.sheets()) {
                Ooxml.Relation relation = relations.get(sheet.relation());
                if (relation != null && !sheet.hidden()) {
                    SheetHandler handler = new SheetHandler(collector, sheet.name(), strings, styles, format);
                    parts.parse(relation.target(), handler);
                    addSheet(sheet.name(), handler, collector, blocks);
                }
            }
        }
        return blocks;
    }

    private static void addSheet(String name, SheetHandler sheet, Collector collector, List<Block> blocks) {
        if (sheet.rows().isEmpty()) {
            return;
        }
        if (!DEFAULT_NAME.matcher(name.strip()).matches() && !name.isBlank()) {
            blocks.add(new Paragraph(name.strip(), 1, collector.row(name, 1)));
        }
        Merges merges = new Merges(sheet.merges(), collector.limits().tableColumns());
        List<GridRow> rows = new ArrayList<>();
        int columns = 1;
        int before = 0;
        for (SheetRow row : sheet.rows()) {
            if (row.number() > before + 1 && !rows.isEmpty()) {
                blocks.addAll(Captions.split(rows, columns, true, collector));
                rows.clear();
                columns = 1;
            }
            before = row.number();
            GridRow laidOut = merges.layOut(row, collector.row(name, row.number()));
            if (laidOut.filled() > 0) {
                rows.add(laidOut);
            }
            if (laidOut.filled() > 1) {
                columns = Math.max(columns, merges.lastColumn(row));
            }
        }
        blocks.addAll(Captions.split(rows, columns, true, collector));
    }
}
