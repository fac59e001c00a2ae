package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The cells of one sheet as they are shown, from the sheet's part. Formulas give the value saved with them. */
final class SheetHandler extends DefaultHandler {
    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern OTHER_FILE = Pattern.compile("\\[[0-9]{1,4}]|\\[[^\\]]*\\.xls[a-z]?]");

    /** As many as are looked at; a published table has some dozens. */
    private static final int MOST_MERGES = 100_000;

    /** A row number and its cells from column A, as far as they have text. */
    record SheetRow(int number, List<String> cells) {}

    /** Rows and columns, 1-based and inclusive, that are merged into one cell. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    private final Collector collector;
    private final String sheet;
    private final SharedStrings strings;
    private final StylesHandler styles;
    private final CellFormat format;
    private final List<SheetRow> rows = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();

    private final StringBuilder value = new StringBuilder();
    private final StringBuilder formula = new StringBuilder();
    private @Nullable StringBuilder reading;
    private List<String> cells = new ArrayList<>();
    private int row;
    private int column;
    private String type = "";
    private int style;
    private boolean hasFormula;
    private boolean hasValue;
    private int phonetic;

    private int droppedRows;
    private int droppedColumn;
    private int withoutValue;
    private @Nullable Place firstWithoutValue;
    private int fromOtherFile;
    private @Nullable Place firstFromOtherFile;

    SheetHandler(Collector collector, String sheet, SharedStrings strings, StylesHandler styles, CellFormat format) {
        this.collector = collector;
        this.sheet = sheet;
        this.strings = strings;
        this.styles = styles;
        this.format = format;
    }

    /** Rows with text, by number. */
    List<SheetRow> rows() {
        return rows;
    }

    List<Merge> merges() {
        return merges;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "row" -> {
                row = Math.max(row + 1, Attr.number(attributes.getValue("r"), row + 1));
                column = 0;
                cells = new ArrayList<>();
            }
            case "c" -> startCell(attributes);
            case "v" -> {
                hasValue = true;
                reading = value;
            }
            case "t" -> {
                hasValue = true;
                reading = phonetic == 0 ? value : null;
            }
            case "f" -> {
                hasFormula = true;
                reading = formula;
            }
            case "rPh" -> phonetic++;
            case "mergeCell" -> addMerge(Attr.text(attributes, "ref"));
            default -> {
                // widths, styles and settings do not matter
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "v", "t", "f" -> reading = null;
            case "rPh" -> phonetic--;
            case "c" -> endCell();
            case "row" -> endRow();
            case "worksheet" -> report();
            default -> {
                // see above
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (reading != null) {
            reading.append(chars, start, length);
        }
    }

    private void startCell(Attributes attributes) {
        Matcher address = ADDRESS.matcher(Attr.text(attributes, "r"));
        column = address.matches() ? columnNumber(address.group(1)) : column + 1;
        type = Attr.text(attributes, "t");
        style = Attr.number(attributes.getValue("s"), 0);
        value.setLength(0);
        formula.setLength(0);
        hasFormula = false;
        hasValue = false;
    }

    private void endCell() {
        Place place = collector.row(sheet, row).withCell(column);
        if (hasFormula && !hasValue) {
            withoutValue++;
            firstWithoutValue = firstWithoutValue == null ? place : firstWithoutValue;
        }
        if (hasFormula && OTHER_FILE.matcher(formula).find()) {
            fromOtherFile++;
            firstFromOtherFile = firstFromOtherFile == null ? place : firstFromOtherFile;
        }
        String text = shown();
        if (text.isBlank() || rows.size() >= collector.limits().tableRows()) {
            return;
        }
        if (column > collector.limits().tableColumns()) {
            droppedColumn = Math.max(droppedColumn, column);
            return;
        }
        String clean = collector.cell(text, place);
        while (cells.size() < column) {
            cells.add("");
            collector.spend(1);
        }
        cells.set(column - 1, clean);
    }

    private String shown() {
        String stored = value.toString();
        return switch (type) {
            case "s" -> strings.get(Attr.number(stored.strip(), -1));
            case "b" -> stored.isEmpty() ? "" : "1".equals(stored.strip()) ? "TRUE" : "FALSE";
            case "", "n" -> stored.isBlank() ? "" : format.show(stored, styles.format(style));
            default -> stored;
        };
    }

    private void endRow() {
        if (rows.size() >= collector.limits().tableRows()) {
            droppedRows++;
        } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
            rows.add(new SheetRow(row, cells));
        }
        cells = new ArrayList<>();
    }

    private void report() {
        int mostRows = collector.limits().tableRows();
        int mostColumns = collector.limits().tableColumns();
        if (droppedRows > 0) {
            tooLarge("工作表超过 " + mostRows + " 行，其余 " + droppedRows + " 行未读，请检查是否多选了区域");
        }
        if (droppedColumn > 0) {
            tooLarge("工作表超过 " + mostColumns + " 列（到第 " + droppedColumn + " 列），只读前 " + mostColumns + " 列，请检查是否多选了区域");
        }
        if (withoutValue > 0) {
            collector.problem(
                    ProblemCode.FORMULA_NOT_EVALUATED,
                    firstWithoutValue,
                    "",
                    "有 " + withoutValue + " 个公式没有保存计算结果，按空白读取；请用 Excel 或 WPS 打开、重新计算并保存后再试");
        }
        if (fromOtherFile > 0) {
            collector.problem(
                    ProblemCode.FORMULA_NOT_EVALUATED,
                    firstFromOtherFile,
                    "",
                    "有 " + fromOtherFile + " 个公式引用其他文件，未打开这些文件，只取已保存的值；请核对后粘贴为数值");
        }
    }

    private void tooLarge(String message) {
        collector.problem(ProblemCode.TABLE_TOO_LARGE, collector.row(sheet, 1), "", message);
    }

    private void addMerge(String range) {
        String[] corners = range.split(":", -1);
        if (corners.length != 2 || merges.size() >= MOST_MERGES) {
            return;
        }
        Matcher from = ADDRESS.matcher(corners[0]);
        Matcher to = ADDRESS.matcher(corners[1]);
        if (from.matches() && to.matches()) {
            merges.add(new Merge(
                    Integer.parseInt(from.group(2)),
                    columnNumber(from.group(1)),
                    Integer.parseInt(to.group(2)),
                    columnNumber(to.group(1))));
        }
    }

    private static int columnNumber(String letters) {
        int number = 0;
        for (int i = 0; i < letters.length(); i++) {
            number = number * 26 + letters.charAt(i) - 'A' + 1;
        }
        return number;
    }
}
