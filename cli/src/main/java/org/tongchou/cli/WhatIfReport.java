package org.tongchou.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongchou.benefit.simulation.ReportTable;
import org.tongchou.money.PrintedNumber;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer to a what-if, as it is shown everywhere.
 *
 * @param title what was tried
 * @param subtitle on which bills and rules
 * @param tables all of it
 */
record WhatIfReport(String title, String subtitle, List<ReportTable> tables) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The value of a cell in its unit; empty for none. */
    static Optional<BigDecimal> value(ReportTable.Column column, long value) {
        return value == ReportTable.NONE
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(value, column.unit().decimals()));
    }

    /** A cell as people read it. */
    static String shown(ReportTable.Column column, long value) {
        return value(column, value).map(PrintedNumber::print).orElse("—");
    }

    /** The name of a column with its unit. */
    static String heading(ReportTable.Column column) {
        return column.unit().shown().isEmpty()
                ? column.name()
                : column.name() + "（" + column.unit().shown() + "）";
    }

    static TextTable text(ReportTable table) {
        List<String> header = new ArrayList<>(List.of(table.subject()));
        table.columns().forEach(column -> header.add(heading(column)));
        List<List<String>> rows = new ArrayList<>();
        for (ReportTable.Row row : table.rows()) {
            List<String> cells = new ArrayList<>(List.of(row.label()));
            for (int i = 0; i < row.values().size(); i++) {
                cells.add(shown(table.columns().get(i), row.values().get(i)));
            }
            rows.add(cells);
        }
        return new TextTable(header, rows);
    }

    /** All tables for programs; amounts in yuan, shares in percent. */
    String json() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("title", title);
        document.put("subtitle", subtitle);
        document.put("tables", tables.stream().map(WhatIfReport::json).toList());
        return JSON.writeValueAsString(document) + "\n";
    }

    private static Map<String, Object> json(ReportTable table) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", table.id());
        fields.put("title", table.title());
        fields.put("definition", table.definition());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ReportTable.Row row : table.rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            cells.put(table.subject(), row.label());
            for (int i = 0; i < row.values().size(); i++) {
                ReportTable.Column column = table.columns().get(i);
                cells.put(heading(column), value(column, row.values().get(i)).orElse(null));
            }
            rows.add(cells);
        }
        fields.put("rows", rows);
        return fields;
    }
}
