package org.tongchou.accounts.write;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xwpf.usermodel.XWPFChart;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.Series;

/** Puts a chart into a Word document, with its figures in the workbook behind it. */
final class DocxChart {
    private static final int WIDTH = 16 * Units.EMU_PER_CENTIMETER;
    private static final int HEIGHT = 8 * Units.EMU_PER_CENTIMETER;

    private DocxChart() {}

    /** Adds the chart into a paragraph; a chart without values adds nothing. */
    static void add(XWPFDocument document, XWPFParagraph paragraph, Chart chart)
            throws IOException, InvalidFormatException {
        int rows = chart.categories().size();
        if (rows == 0 || chart.series().isEmpty()) {
            return;
        }
        XWPFChart target = document.createChart(paragraph.createRun(), WIDTH, HEIGHT);
        OfficeProperties.withoutTime(target.getWorkbook().getProperties());
        XDDFCategoryDataSource categories =
                XDDFDataSourcesFactory.fromArray(chart.categories().toArray(String[]::new), range(target, rows, 0), 0);
        List<NativeChart.Place> series = new ArrayList<>();
        for (int s = 0; s < chart.series().size(); s++) {
            Series drawn = chart.series().get(s);
            BigDecimal[] values = drawn.values().toArray(BigDecimal[]::new);
            series.add(new NativeChart.Place(
                    target.setSheetTitle(drawn.name(), s + 1),
                    XDDFDataSourcesFactory.fromArray(values, range(target, rows, s + 1), s + 1)));
        }
        NativeChart.plot(target, chart, categories, series);
    }

    private static String range(XWPFChart target, int rows, int column) {
        return target.formatRange(new CellRangeAddress(1, rows, column, column));
    }
}
