package org.tongchou.accounts.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.XlsxStyles.Look;

/**
 * Writes a publication as a workbook: contents, one sheet for each table, the narrative, the charts.
 *
 * <p>Figures are numbers in the printed unit with the printed decimals; computed cells are formulas that carry their
 * value, so that a program that never computes still sees it. Codes stay text.
 */
public final class XlsxWriter {
    private static final String CONTENTS = "目录";
    private static final String NARRATIVE = "说明";
    private static final String CHARTS = "图表";
    private static final int NARRATIVE_WIDTH = 78;
    private static final int INLINE_WIDTH = 16;
    private static final int CONTENTS_WIDTH = 78;

    private final Publication publication;
    private final XSSFWorkbook workbook;
    private final XlsxStyles styles;
    private final List<NamedGrid> grids;

    /** A table and its sheet. */
    private record NamedGrid(Grid grid, String sheet) {}

    private XlsxWriter(Publication publication, XSSFWorkbook workbook) {
        this.publication = publication;
        this.workbook = workbook;
        this.styles = new XlsxStyles(workbook);
        this.grids = named(publication);
    }

    /**
     * The workbook's bytes; the same publication always gives the same bytes.
     *
     * @throws IOException when the library cannot set the content
     */
    public static byte[] write(Publication publication) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new XlsxWriter(CleanText.of(publication), workbook).fill();
            workbook.write(bytes);
            return StableZip.of(bytes.toByteArray());
        }
    }

    private void fill() {
        OfficeProperties.set(workbook.getProperties(), publication);
        XSSFSheet contents = workbook.createSheet(CONTENTS);
        for (NamedGrid named : grids) {
            XlsxGrid.fill(workbook.createSheet(named.sheet()), named.grid(), styles);
        }
        narrative(workbook.createSheet(NARRATIVE));
        List<Chart> charts = publication.contents().stream()
                .filter(Chart.class::isInstance)
                .map(Chart.class::cast)
                .toList();
        if (!charts.isEmpty()) {
            XlsxCharts.fill(workbook.createSheet(CHARTS), charts, styles);
        }
        contents(contents);
    }

    private void contents(XSSFSheet sheet) {
        SheetText text = new SheetText(sheet, styles);
        sheet.setColumnWidth(0, SheetText.units(CONTENTS_WIDTH));
        for (String line : publication.title()) {
            text.line(line, Look.TITLE, HorizontalAlignment.LEFT);
        }
        text.line("", Look.PLAIN, HorizontalAlignment.LEFT);
        for (NamedGrid named : grids) {
            String form = named.grid().form();
            text.link(title(named) + (form.isEmpty() ? "" : "（" + form + "）"), named.sheet());
        }
        for (int i = grids.size() + 1; i < workbook.getNumberOfSheets(); i++) {
            text.link(workbook.getSheetName(i), workbook.getSheetName(i));
        }
        SheetText.print(sheet, false);
    }

    private void narrative(XSSFSheet sheet) {
        SheetText text = new SheetText(sheet, styles);
        sheet.setColumnWidth(0, SheetText.units(NARRATIVE_WIDTH));
        for (int c = 1; c < GridShape.WIDE; c++) {
            sheet.setColumnWidth(c, SheetText.units(INLINE_WIDTH));
        }
        for (String line : publication.title()) {
            text.line(line, Look.TITLE, HorizontalAlignment.CENTER);
        }
        int next = 0;
        int headingRow = -1;
        for (Content content : publication.contents()) {
            int row = -1;
            if (content instanceof Heading heading) {
                Look look = Outline.level(heading) == 1 ? Look.TITLE : Look.HEADING;
                row = text.line(heading.text(), look, HorizontalAlignment.LEFT);
            } else if (content instanceof Text paragraph) {
                text.line(paragraph.text(), Look.PLAIN, HorizontalAlignment.LEFT);
            } else if (content instanceof Grid grid && inline(grid)) {
                XlsxGrid.append(sheet, text, grid, styles);
            } else if (content instanceof Grid) {
                NamedGrid named = grids.get(next++);
                if (headingRow >= 0) {
                    // No line of our own: it would read as a part of the document.
                    text.linkTo(headingRow, named.sheet());
                }
            }
            headingRow = row;
        }
        SheetText.print(sheet, false);
    }

    private static String title(NamedGrid named) {
        return named.grid().title().isEmpty() ? named.sheet() : named.grid().title();
    }

    /** Names the sheets by the tables' titles, or by the heading above a table without one. */
    private static List<NamedGrid> named(Publication publication) {
        Set<String> taken = new HashSet<>(List.of(CONTENTS, NARRATIVE, CHARTS));
        List<NamedGrid> grids = new ArrayList<>();
        String heading = "";
        for (Content content : publication.contents()) {
            if (content instanceof Heading above) {
                heading = above.text().replaceFirst("^(?:[（(]?[一二三四五六七八九十百]+[）)、.．]+|第[一二三四五六七八九十]+部分)\\s*", "");
            } else if (content instanceof Grid grid && !inline(grid)) {
                String wanted = Optional.of(grid.title())
                        .filter(title -> !title.isBlank())
                        .orElse(heading);
                String name = free(wanted.isBlank() ? "表" + (grids.size() + 1) : wanted, taken);
                grids.add(new NamedGrid(grid, name));
            }
        }
        return grids;
    }

    /** Whether a table is a part of the text, such as the list of units: then it stays between its paragraphs. */
    private static boolean inline(Grid grid) {
        return grid.topic().isEmpty()
                && grid.title().isEmpty()
                && !GridShape.of(grid).wide();
    }

    /** A valid sheet name of at most 31 characters that no other sheet has; Excel does not tell upper from lower. */
    private static String free(String wanted, Set<String> taken) {
        String safe = WorkbookUtil.createSafeSheetName(wanted.strip()).replace('\'', ' ');
        String name = safe;
        for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
            String suffix = "（" + n + "）";
            name = safe.substring(0, Math.min(safe.length(), 31 - suffix.length())) + suffix;
        }
        return name;
    }
}
