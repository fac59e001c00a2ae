package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.write.XlsxStyles.Look;

/** Writes the charts onto one sheet: figures at the left, the chart drawn from them at the right. */
final class XlsxCharts {
    private static final int CHART_ROWS = 20;
    private static final int CHART_COLUMNS = 8;
    private static final int CHARTS_A_PAGE = 2;

    private XlsxCharts() {}

    /** Fills the sheet. */
    static void fill(XSSFSheet sheet, List<Chart> charts, XlsxStyles styles) {
        SheetText text = new SheetText(sheet, styles);
        XSSFDrawing drawing = sheet.createDrawingPatriarch();
        int widest =
                charts.stream().mapToInt(chart -> chart.series().size()).max().orElse(1);
        sheet.setColumnWidth(0, SheetText.units(30));
        for (int c = 1; c <= widest; c++) {
            sheet.setColumnWidth(c, SheetText.units(16));
        }
        for (int i = 0; i < charts.size(); i++) {
            Chart chart = charts.get(i);
            if (i > 0 && i % CHARTS_A_PAGE == 0) {
                sheet.setRowBreak(text.next() - 1);
            }
            int top = text.line(chart.title(), Look.HEADING, HorizontalAlignment.LEFT);
            int first = top + 2;
            int last = first + chart.categories().size() - 1;
            figures(sheet, chart, top + 1, text, styles);
            if (last >= first && !chart.series().isEmpty()) {
                XSSFClientAnchor anchor =
                        new XSSFClientAnchor(0, 0, 0, 0, widest + 2, top, widest + 2 + CHART_COLUMNS, top + CHART_ROWS);
                draw(drawing.createChart(anchor), chart, sheet, first, last);
            }
            text.skipTo(Math.max(last + 3, top + CHART_ROWS + 2));
        }
        SheetText.print(sheet, true);
    }

    private static void figures(XSSFSheet sheet, Chart chart, int head, SheetText text, XlsxStyles styles) {
        text.cell(head, 0, "项目", Look.HEADER, HorizontalAlignment.CENTER);
        for (int s = 0; s < chart.series().size(); s++) {
            text.cell(head, s + 1, chart.series().get(s).name(), Look.HEADER, HorizontalAlignment.CENTER);
        }
        for (int i = 0; i < chart.categories().size(); i++) {
            text.cell(head + 1 + i, 0, chart.categories().get(i), Look.LABEL, HorizontalAlignment.LEFT);
            XSSFRow row = sheet.getRow(head + 1 + i);
            for (int s = 0; s < chart.series().size(); s++) {
                BigDecimal value = chart.series().get(s).values().get(i);
                XSSFCell cell = row.createCell(s + 1);
                cell.setCellValue(value.doubleValue());
                cell.setCellStyle(styles.figure(Look.LABEL, value.scale(), chart.unit()));
            }
        }
    }

    private static void draw(XSSFChart target, Chart chart, XSSFSheet sheet, int first, int last) {
        XDDFCategoryDataSource categories =
                XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(first, last, 0, 0));
        List<NativeChart.Place> series = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            CellRangeAddress range = new CellRangeAddress(first, last, s + 1, s + 1);
            CellReference name = new CellReference(sheet.getSheetName(), first - 1, s + 1, true, true);
            series.add(new NativeChart.Place(name, XDDFDataSourcesFactory.fromNumericCellRange(sheet, range)));
        }
        NativeChart.plot(target, chart, categories, series);
    }
}
