package org.tongchou.accounts.write;

import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChart;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDoughnutChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDoughnutChart;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPieSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.ChartKind;

/** Fills a chart part of Word or Excel: grouped bars or a ring, with values printed at the bars and slices. */
final class NativeChart {
    private static final int GAP_PERCENT = 80;
    private static final int NARROW_GAP_PERCENT = 25;
    private static final int MANY_BARS = 6;

    private static final double TITLE_POINTS = 12;
    private static final int HOLE_PERCENT = 55;

    private NativeChart() {}

    /**
     * Where a series stands in a workbook.
     *
     * @param name the cell with its name
     * @param values its values
     */
    record Place(CellReference name, XDDFNumericalDataSource<? extends Number> values) {}

    /**
     * Draws the chart.
     *
     * @param target the empty chart part
     * @param chart what to draw
     * @param categories where the names stand
     * @param series where each series stands, in the order of the chart's series
     */
    static void plot(XDDFChart target, Chart chart, XDDFCategoryDataSource categories, List<Place> series) {
        target.setTitleText(chart.unit().isEmpty() ? chart.title() : chart.title() + "（单位：" + chart.unit() + "）");
        target.setTitleOverlay(false);
        target.getTitle().getBody().getParagraph(0).getTextRuns().forEach(run -> run.setFontSize(TITLE_POINTS));
        target.setAutoTitleDeleted(false);
        XDDFChartData data = chart.kind() == ChartKind.RING ? ring(target) : bars(target, chart);
        for (int i = 0; i < series.size(); i++) {
            XDDFChartData.Series drawn =
                    data.addSeries(categories, series.get(i).values());
            drawn.setTitle(chart.series().get(i).name(), series.get(i).name());
            if (chart.kind() == ChartKind.RING) {
                for (int point = 0; point < chart.categories().size(); point++) {
                    drawn.getDataPoint(point).setFillProperties(color(point));
                }
            } else {
                drawn.setFillProperties(color(i));
            }
        }
        target.plot(data);
        label(target, chart);
        if (chart.kind() == ChartKind.RING || chart.series().size() > 1) {
            target.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        }
    }

    private static XDDFChartData bars(XDDFChart target, Chart chart) {
        XDDFCategoryAxis bottom = target.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis left = target.createValueAxis(AxisPosition.LEFT);
        left.setCrosses(AxisCrosses.AUTO_ZERO);
        left.setCrossBetween(AxisCrossBetween.BETWEEN);
        if (chart.series().stream()
                .flatMap(series -> series.values().stream())
                .allMatch(value -> value.signum() >= 0)) {
            // Bars that do not start at nothing make small changes look large.
            left.setMinimum(0);
        }
        left.setMajorTickMark(AxisTickMark.NONE);
        left.setNumberFormat("#,##0");
        left.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        XDDFBarChartData data = (XDDFBarChartData) target.createData(ChartTypes.BAR, bottom, left);
        data.setBarDirection(BarDirection.COL);
        data.setGapWidth(bars(chart) > MANY_BARS ? NARROW_GAP_PERCENT : GAP_PERCENT);
        data.setVaryColors(false);
        return data;
    }

    private static XDDFChartData ring(XDDFChart target) {
        XDDFDoughnutChartData data = (XDDFDoughnutChartData) target.createData(ChartTypes.DOUGHNUT, null, null);
        data.setVaryColors(true);
        data.setHoleSize(HOLE_PERCENT);
        return data;
    }

    private static int bars(Chart chart) {
        return chart.categories().size() * chart.series().size();
    }

    private static void label(XDDFChart target, Chart chart) {
        String format = XlsxStyles.numberFormat(decimals(chart));
        // Sizes in hundredths of a point: what fits over a bar.
        int size = bars(chart) > MANY_BARS ? 700 : 900;
        CTPlotArea area = target.getCTChart().getPlotArea();
        for (CTBarChart bar : area.getBarChartArray()) {
            for (CTBarSer series : bar.getSerArray()) {
                label(series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls(), format, false, size);
            }
        }
        for (CTDoughnutChart ring : area.getDoughnutChartArray()) {
            for (CTPieSer series : ring.getSerArray()) {
                label(series.isSetDLbls() ? series.getDLbls() : series.addNewDLbls(), "0.0%", true, size);
            }
        }
    }

    /** Prints values over bars, shares on slices (in white). */
    private static void label(CTDLbls labels, String format, boolean percent, int size) {
        var numbers = labels.addNewNumFmt();
        numbers.setFormatCode(format);
        numbers.setSourceLinked(false);
        var text = labels.addNewTxPr();
        text.addNewBodyPr();
        var look = text.addNewP().addNewPPr().addNewDefRPr();
        look.setSz(size);
        if (percent) {
            look.setB(true);
            look.addNewSolidFill().addNewSrgbClr().setVal(new byte[] {-1, -1, -1});
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(!percent);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(percent);
        labels.addNewShowBubbleSize().setVal(false);
    }

    /** The most decimals any value is printed with. */
    private static int decimals(Chart chart) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .mapToInt(value -> Math.max(0, value.scale()))
                .max()
                .orElse(0);
    }

    private static XDDFSolidFillProperties color(int index) {
        return new XDDFSolidFillProperties(XDDFColor.from(ChartColors.rgb(index)));
    }
}
