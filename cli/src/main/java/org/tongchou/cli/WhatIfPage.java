package org.tongchou.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tongchou.benefit.simulation.ReportTable;

/** The answer to a what-if as one page that prints: each table with its chart and definition, nothing from elsewhere. */
final class WhatIfPage {
    private static final int WIDTH = 760;
    private static final int LABEL = 180;
    private static final int NUMBER = 130;
    private static final int BAR = 11;
    private static final int GAP = 8;
    private static final String BEFORE = "#8a9bb0";
    private static final String AFTER = "#1f5fa8";

    private static final String STYLE = """
            body { font: 14px/1.6 "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #222; margin: 2em auto;
              max-width: 1100px; padding: 0 1em; }
            h1 { font-size: 22px; margin: 0; } h2 { font-size: 17px; margin: 0 0 .3em; }
            section { margin-top: 2em; break-inside: avoid; }
            table { border-collapse: collapse; width: 100%; font-size: 13px; }
            th, td { border-bottom: 1px solid #ddd; padding: .25em .6em; text-align: right; font-variant-numeric: tabular-nums; }
            th:first-child, td:first-child { text-align: left; }
            th { background: #f2f5f9; } .note { color: #666; font-size: 12px; } .wide { overflow-x: auto; }
            svg { max-width: 100%; height: auto; display: block; margin: .5em 0; }
            @media print { body { margin: 0; max-width: none; font-size: 11px; } table { font-size: 10px; } .wide { overflow: visible; } }
            """;

    private final WhatIfReport report;
    private final StringBuilder page = new StringBuilder(1 << 15);

    WhatIfPage(WhatIfReport report) {
        this.report = report;
    }

    String html() {
        page.append("<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>");
        page.append(escaped(report.title()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n");
        page.append("<body>\n<h1>").append(escaped(report.title())).append("</h1>\n<p>");
        page.append(escaped(report.subtitle())).append("</p>\n");
        report.tables().forEach(this::section);
        return page.append("</body>\n</html>\n").toString();
    }

    private void section(ReportTable table) {
        page.append("<section>\n<h2>").append(escaped(table.title())).append("</h2>\n");
        chart(table);
        page.append("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">")
                .append(escaped(table.subject()));
        table.columns()
                .forEach(
                        column -> page.append("</th><th scope=\"col\">").append(escaped(WhatIfReport.heading(column))));
        page.append("</th></tr></thead>\n<tbody>\n");
        for (ReportTable.Row row : table.rows()) {
            page.append("<tr><td>").append(escaped(row.label()));
            for (int i = 0; i < row.values().size(); i++) {
                page.append("</td><td>")
                        .append(WhatIfReport.shown(
                                table.columns().get(i), row.values().get(i)));
            }
            page.append("</td></tr>\n");
        }
        page.append("</tbody>\n</table></div>\n<p class=\"note\">说明：")
                .append(escaped(table.definition()))
                .append("</p>\n</section>\n");
    }

    /** The columns that a chart shows: before and after where there are both, else the first one. */
    private static List<Integer> charted(ReportTable table) {
        List<Integer> pair = new ArrayList<>();
        for (String beginning : List.of("现行", "改革后")) {
            IntStream.range(0, table.columns().size())
                    .filter(i -> table.columns().get(i).name().startsWith(beginning))
                    .findFirst()
                    .ifPresent(pair::add);
        }
        return pair.size() == 2 ? pair : List.of(0);
    }

    private void chart(ReportTable table) {
        List<Integer> columns = charted(table);
        long most = 0;
        for (ReportTable.Row row : table.rows()) {
            for (int column : columns) {
                long value = row.values().get(column);
                most = value == ReportTable.NONE ? most : Math.max(most, Math.abs(value));
            }
        }
        if (most == 0) {
            return;
        }
        int step = columns.size() * BAR + GAP;
        int height = table.rows().size() * step + GAP + 18;
        page.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        .formatted(WIDTH, height, WIDTH, height));
        page.append(" aria-label=\"").append(escaped(table.title())).append("，数字见下表\" font-size=\"10\">\n");
        legend(table, columns);
        int y = 18;
        for (ReportTable.Row row : table.rows()) {
            page.append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>%n"
                    .formatted(LABEL - 6, y + columns.size() * BAR / 2 + 4, escaped(row.label())));
            for (int i = 0; i < columns.size(); i++) {
                bar(table.columns().get(columns.get(i)), row.values().get(columns.get(i)), most, y + i * BAR, i);
            }
            y += step;
        }
        page.append("</svg>\n");
    }

    private void legend(ReportTable table, List<Integer> columns) {
        int x = LABEL;
        for (int i = 0; i < columns.size(); i++) {
            String name = WhatIfReport.heading(table.columns().get(columns.get(i)));
            page.append(
                    "<rect x=\"%d\" y=\"2\" width=\"9\" height=\"9\" fill=\"%s\"/><text x=\"%d\" y=\"10\">%s</text>%n"
                            .formatted(x, colour(i), x + 13, escaped(name)));
            x += 30 + name.length() * 10;
        }
    }

    private void bar(ReportTable.Column column, long value, long most, int y, int which) {
        if (value == ReportTable.NONE) {
            return;
        }
        int room = WIDTH - LABEL - NUMBER;
        int length = BigDecimal.valueOf(Math.abs(value))
                .multiply(BigDecimal.valueOf(room))
                .divide(BigDecimal.valueOf(most), 0, RoundingMode.HALF_UP)
                .intValueExact();
        page.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>"
                .formatted(LABEL, y, Math.max(1, length), BAR - 1, colour(which)));
        page.append("<text x=\"%d\" y=\"%d\">%s</text>%n"
                .formatted(LABEL + length + 5, y + BAR - 2, WhatIfReport.shown(column, value)));
    }

    private static String colour(int which) {
        return which == 0 ? BEFORE : AFTER;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
