package org.tongchou.accounts.source.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.ProblemCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the elements of a docx's main part into paragraphs and tables. Text boxes and content controls are read like
 * the text around them; deleted and hidden text, field codes and old formatting are passed over.
 */
final class DocxHandler extends DefaultHandler {
    private static final int DEEPEST = 30;

    /** Elements with which everything inside is passed over. */
    private static final Set<String> SKIPPED = Set.of(
            "Fallback",
            "del",
            "moveFrom",
            "sdtPr",
            "pPrChange",
            "rPrChange",
            "tblPrChange",
            "trPrChange",
            "tcPrChange",
            "sectPrChange",
            "tblGrid");

    private final Collector collector;
    private final DocxStyles styles;
    private final DocxNumbering numbering;
    private final Deque<List<Block>> sinks = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private final Deque<Text> texts = new ArrayDeque<>();
    private int skipping;
    private boolean inText;
    private boolean hiddenRun;

    /** A paragraph being read. */
    private static final class Text {
        final StringBuilder text = new StringBuilder();
        String style = "";
        int heading;
        int listNumber = -1;
        int listLevel = -1;
    }

    /** A table being read, with the state of its current row and cell. */
    private static final class Table {
        final GridTable grid;
        final String part;
        int row;
        boolean deleted;
        int after;
        int span;
        boolean covered;
        boolean inCell;
        List<Block> content = new ArrayList<>();

        Table(GridTable grid, String part) {
            this.grid = grid;
            this.part = part;
        }
    }

    DocxHandler(Collector collector, DocxStyles styles, DocxNumbering numbering) {
        this.collector = collector;
        this.styles = styles;
        this.numbering = numbering;
        sinks.push(new ArrayList<>());
    }

    /** What was read. */
    List<Block> blocks() {
        return sinks.getLast();
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if (skipping > 0 || SKIPPED.contains(name)) {
            if (skipping == 0 && "del".equals(name)) {
                deleteRow();
            }
            skipping++;
            return;
        }
        if (isDrawing(uri)) {
            return;
        }
        String value = Attr.value(attributes, uri, "val");
        switch (name) {
            case "tbl" -> startTable();
            case "tr" -> startRow();
            case "tc" -> startCell();
            case "gridBefore", "gridAfter", "gridSpan", "vMerge", "hMerge" -> span(name, value);
            case "p" -> texts.push(new Text());
            case "pStyle", "outlineLvl", "numId", "ilvl" -> describe(name, value);
            case "r" -> hiddenRun = false;
            case "vanish" ->
                hiddenRun = value == null || !Set.of("0", "false", "off").contains(value);
            case "t" -> inText = true;
            case "tab", "br", "cr" -> append(" ");
            case "noBreakHyphen" -> append("-");
            default -> {
                // formatting, or elements that only hold others
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if (skipping > 0) {
            skipping--;
            return;
        }
        if (isDrawing(uri)) {
            return;
        }
        switch (name) {
            case "tbl" -> endTable();
            case "tr" -> endRow();
            case "tc" -> endCell();
            case "p" -> endParagraph();
            case "t" -> inText = false;
            default -> {
                // see above
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (inText && skipping == 0 && !hiddenRun && !texts.isEmpty()) {
            texts.element().text.append(chars, start, length);
        }
    }

    /** Text of charts and shapes has element names of its own that look the same. */
    private static boolean isDrawing(String uri) {
        return uri.contains("/drawing");
    }

    private void append(String text) {
        if (!texts.isEmpty() && !hiddenRun) {
            texts.element().text.append(text);
        }
    }

    private void describe(String name, @Nullable String value) {
        Text paragraph = texts.peek();
        if (paragraph == null || value == null) {
            return;
        }
        switch (name) {
            case "pStyle" -> {
                paragraph.style = value;
                paragraph.heading = styles.heading(value);
            }
            case "outlineLvl" -> paragraph.heading = DocxStyles.fromOutline(value);
            case "numId" -> paragraph.listNumber = Attr.number(value, 0);
            default -> paragraph.listLevel = Attr.number(value, 0);
        }
    }

    /** What Word prints before a paragraph of a numbered list. */
    private String listNumber(Text paragraph) {
        int list = paragraph.listNumber >= 0 ? paragraph.listNumber : styles.listNumber(paragraph.style);
        if (list <= 0) {
            return "";
        }
        int level = paragraph.listLevel >= 0
                ? paragraph.listLevel
                : styles.listLevel(paragraph.style).orElseGet(() -> numbering.levelOf(list, paragraph.style));
        return numbering.next(list, level);
    }

    private void endParagraph() {
        if (texts.isEmpty()) {
            return;
        }
        Text paragraph = texts.pop();
        paragraph.text.insert(0, listNumber(paragraph));
        if (CleanText.clean(paragraph.text).isEmpty()) {
            return;
        }
        Table table = tables.peek();
        boolean inCell = table != null && table.inCell;
        sinks.element()
                .addAll(collector.paragraphs(
                        paragraph.text,
                        paragraph.heading,
                        inCell && table != null ? table.grid.nextCell() : collector.nextParagraph()));
    }

    private void startTable() {
        if (tables.size() >= DEEPEST) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE, "表格嵌套超过 " + DEEPEST + " 层，无法读取，请简化后重试");
        }
        tables.push(new Table(new GridTable(collector, false), collector.nextTable()));
    }

    private void startRow() {
        Table table = tables.peek();
        if (table != null && !table.inCell) {
            table.row++;
            table.deleted = false;
            table.after = 0;
            table.grid.startRow(collector.row(table.part, table.row));
        }
    }

    private void deleteRow() {
        Table table = tables.peek();
        if (table != null && table.grid.inRow() && !table.inCell) {
            table.deleted = true;
        }
    }

    private void span(String name, @Nullable String value) {
        Table table = tables.peek();
        if (table == null || !table.grid.inRow()) {
            return;
        }
        switch (name) {
            case "gridBefore" -> table.grid.skip(Attr.number(value, 0));
            case "gridAfter" -> table.after = Attr.number(value, 0);
            case "gridSpan" -> table.span = Math.max(1, Attr.number(value, 1));
            default -> table.covered |= !"restart".equals(value);
        }
    }

    private void startCell() {
        Table table = tables.peek();
        if (table != null && table.grid.inRow() && !table.inCell) {
            table.inCell = true;
            table.span = 1;
            table.covered = false;
            table.content = new ArrayList<>();
            sinks.push(table.content);
        }
    }

    private void endCell() {
        Table table = tables.peek();
        if (table != null && table.inCell) {
            table.inCell = false;
            sinks.pop();
            table.grid.addCell(table.covered ? List.of() : table.content, table.span, 1);
        }
    }

    private void endRow() {
        Table table = tables.peek();
        if (table == null || !table.grid.inRow() || table.inCell) {
            return;
        }
        if (table.deleted) {
            table.grid.dropRow();
        } else {
            table.grid.skip(table.after);
            table.grid.endRow();
        }
    }

    private void endTable() {
        if (!tables.isEmpty()) {
            sinks.element().addAll(tables.pop().grid.finish());
        }
    }
}
