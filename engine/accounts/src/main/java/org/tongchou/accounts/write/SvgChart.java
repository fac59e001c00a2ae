package org.tongchou.accounts.write;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.ChartKind;
import org.tongchou.accounts.publish.Content.Series;
import org.tongchou.money.PrintedNumber;

/** Draws a chart as plain SVG: grouped bars or a ring. Lengths on the drawing are in its own units, no money. */
final class SvgChart {
    private static final int WIDTH = 640;
    private static final int PLOT_TOP = 40;
    private static final int PLOT_HEIGHT = 200;
    private static final int LINE = 18;
    private static final int LETTER = 13;
    private static final int SMALLEST_LETTER = 7;
    private static final int OUTER = 105;
    private static final int INNER = 60;
    private static final String INK = "#333";

    private final StringBuilder svg = new StringBuilder(2048);
    private final Chart chart;

    private SvgChart(Chart chart) {
        this.chart = chart;
    }

    /** The drawing as an {@code svg} element; empty when there is nothing to draw. */
    static String draw(Chart chart, String id) {
        if (chart.categories().isEmpty() || chart.series().isEmpty()) {
            return "";
        }
        SvgChart drawing = new SvgChart(chart);
        return chart.kind() == ChartKind.RING ? drawing.ring(id) : drawing.bars(id);
    }

    /** A value with the chart's unit. */
    static String printed(BigDecimal value, Chart chart) {
        return PrintedNumber.print(value) + (chart.unit().isEmpty() ? "" : " " + chart.unit());
    }

    private String open(String id, int height) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"" + id + "-title\" width=\""
                + WIDTH + "\" height=\"" + height + "\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" font-size=\"" + LETTER + "\">\n";
    }

    private String bars(String id) {
        BigDecimal top = extreme(BigDecimal.ZERO, true);
        BigDecimal bottom = extreme(BigDecimal.ZERO, false);
        BigDecimal span = top.subtract(bottom).signum() == 0 ? BigDecimal.ONE : top.subtract(bottom);
        double zero = PLOT_TOP + PLOT_HEIGHT * share(top, span);
        double slot = (WIDTH - 20) / (double) chart.categories().size();
        double bar = Math.min(64, slot * 0.86 / chart.series().size());
        int size = valueSize(bar);
        for (int i = 0; i < chart.categories().size(); i++) {
            double left = 10 + slot * i + (slot - bar * chart.series().size()) / 2;
            for (int s = 0; s < chart.series().size(); s++) {
                BigDecimal value = chart.series().get(s).values().get(i);
                double height = PLOT_HEIGHT * share(value.abs(), span);
                double y = value.signum() < 0 ? zero : zero - height;
                rect(left + bar * s, y, bar * 0.92, height, s);
                double labelY = value.signum() < 0 ? y + height + LETTER : y - 5;
                text(left + bar * (s + 0.46), labelY, "middle", PrintedNumber.print(value), size);
            }
        }
        line(10, zero, WIDTH - 10, zero);
        int foot = PLOT_TOP + PLOT_HEIGHT + (bottom.signum() < 0 ? LINE : 0);
        int lines = categories(slot, foot);
        int height = foot + lines * LINE + 12;
        if (chart.series().size() > 1) {
            height = legend(height);
        }
        if (!chart.unit().isEmpty()) {
            text(10, LETTER + 3, "start", "单位：" + chart.unit(), LETTER);
        }
        return open(id, height) + svg + "</svg>\n";
    }

    /** Letters that let the longest value fit over a bar; a digit is a little wider than half its height. */
    private int valueSize(double bar) {
        int longest = chart.series().stream()
                .flatMap(series -> series.values().stream())
                .mapToInt(value -> PrintedNumber.print(value).length())
                .max()
                .orElse(1);
        return (int) Math.max(SMALLEST_LETTER, Math.min(LETTER - 1, bar / (longest * 0.58)));
    }

    /** Writes the names under the axis, broken into as many lines as they need; returns how many. */
    private int categories(double slot, int top) {
        int most = 1;
        for (int i = 0; i < chart.categories().size(); i++) {
            List<String> lines = broken(chart.categories().get(i), Math.max(1, (int) (slot / LETTER)));
            for (int n = 0; n < lines.size(); n++) {
                text(10 + slot * (i + 0.5), top + LINE * (n + 1), "middle", lines.get(n), LETTER);
            }
            most = Math.max(most, lines.size());
        }
        return most;
    }

    private static List<String> broken(String text, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (GridShape.width(line.toString()) + 2 > 2 * letters && !line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(c);
            i += Character.charCount(c);
        }
        lines.add(line.toString());
        return lines;
    }

    private int legend(int top) {
        double x = 10;
        int y = top + LINE;
        for (int s = 0; s < chart.series().size(); s++) {
            String name = chart.series().get(s).name();
            double width = 30 + GridShape.width(name) * LETTER / 2.0;
            if (x + width > WIDTH - 10 && x > 10) {
                x = 10;
                y += LINE;
            }
            rect(x, y - 11, 12, 12, s);
            text(x + 17, y, "start", name, LETTER);
            x += width;
        }
        return y + 10;
    }

    private String ring(String id) {
        Series series = chart.series().get(0);
        BigDecimal total =
                series.values().stream().filter(value -> value.signum() > 0).reduce(BigDecimal.ZERO, BigDecimal::add);
        int rows = chart.categories().size();
        int height = Math.max(240, rows * LINE * 2 + 20);
        double middle = height / 2.0;
        double angle = -Math.PI / 2;
        for (int i = 0; i < rows; i++) {
            BigDecimal value = series.values().get(i);
            double share = total.signum() == 0 || value.signum() <= 0 ? 0 : share(value, total);
            if (share > 0) {
                slice(middle, angle, share, i);
                angle += 2 * Math.PI * share;
            }
            double y = middle + (i - (rows - 1) / 2.0) * LINE * 2;
            rect(260, y - 12, 14, 14, i);
            String percent = total.signum() == 0 ? "" : "，" + percent(value, total) + "%";
            text(282, y - 4, "start", chart.categories().get(i), LETTER);
            text(282, y + 12, "start", printed(value, chart) + percent, LETTER - 1);
        }
        return open(id, height) + svg + "</svg>\n";
    }

    /** A slice of the ring, from an angle on, as wide as its share; a whole ring is drawn as two halves. */
    private void slice(double middle, double from, double share, int color) {
        if (share > 0.999) {
            slice(middle, from, 0.5, color);
            slice(middle, from + Math.PI, 0.5, color);
            return;
        }
        double to = from + 2 * Math.PI * share;
        int large = share > 0.5 ? 1 : 0;
        svg.append("<path fill=\"#")
                .append(ChartColors.hex(color))
                .append("\" stroke=\"#fff\" stroke-width=\"1\" d=\"M")
                .append(point(middle, from, OUTER))
                .append(" A" + OUTER + " " + OUTER + " 0 " + large + " 1 ")
                .append(point(middle, to, OUTER))
                .append(" L")
                .append(point(middle, to, INNER))
                .append(" A" + INNER + " " + INNER + " 0 " + large + " 0 ")
                .append(point(middle, from, INNER))
                .append(" Z\"/>\n");
    }

    private static String point(double middle, double angle, int radius) {
        return number(125 + radius * Math.cos(angle)) + " " + number(middle + radius * Math.sin(angle));
    }

    private BigDecimal extreme(BigDecimal start, boolean largest) {
        return chart.series().stream()
                .flatMap(series -> series.values().stream())
                .reduce(start, largest ? BigDecimal::max : BigDecimal::min);
    }

    private static String percent(BigDecimal value, BigDecimal total) {
        return value.multiply(BigDecimal.valueOf(100))
                .divide(total, 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    /** A length on the drawing: how much of the whole a value is. */
    private static double share(BigDecimal value, BigDecimal whole) {
        return value.divide(whole, 6, RoundingMode.HALF_UP).doubleValue();
    }

    private void rect(double x, double y, double width, double height, int color) {
        svg.append("<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(width) + "\" height=\""
                + number(height) + "\" fill=\"#" + ChartColors.hex(color) + "\"/>\n");
    }

    private void line(double x1, double y1, double x2, double y2) {
        svg.append("<path d=\"M" + number(x1) + " " + number(y1) + " L" + number(x2) + " " + number(y2)
                + "\" stroke=\"#6b7a89\" stroke-width=\"1\" fill=\"none\"/>\n");
    }

    private void text(double x, double y, String anchor, String text, int size) {
        svg.append("<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + anchor + "\" font-size=\""
                + size + "\" fill=\"" + INK + "\">" + HtmlText.escape(text) + "</text>\n");
    }

    private static String number(double length) {
        return String.format(Locale.ROOT, "%.1f", length);
    }
}
