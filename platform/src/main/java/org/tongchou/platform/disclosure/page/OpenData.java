package org.tongchou.platform.disclosure.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.disclosure.library.PublicationRow;

/** The figures of a publication as open data, described as a Fiscal Data Package. */
@Component
class OpenData {
    private static final String ECONOMIC = "经济分类";
    private static final List<Field> FIELDS = List.of(
            new Field("region", "string", "统筹区", "geo:source:label"),
            new Field("administrative_unit", "string", "部门", "administrative-classification:generic:label"),
            new Field("fiscal_year", "integer", "年度", "date:fiscal-year"),
            new Field("document_kind", "string", "预算或决算", ""),
            new Field("phase", "string", "阶段：approved 年初预算 adjusted 调整预算 executed 执行", "phase:id"),
            new Field("direction", "string", "收支：revenue 收入 expenditure 支出", "direction"),
            new Field("topic", "string", "表的主题", ""),
            new Field("functional_code", "string", "功能分类科目编码", "functional-classification:generic:code"),
            new Field("economic_code", "string", "经济分类科目编码", "economic-classification:generic:code"),
            new Field("item", "string", "项目", ""),
            new Field("column", "string", "栏目", "value-kind:label"),
            new Field("amount", "number", "金额，元", "value"),
            new Field("amount_fen", "integer", "金额，分", ""),
            new Field("currency", "string", "币种", "value-currency:code"),
            new Field("place", "string", "在公开文件中的位置", ""));

    private final JdbcClient sql;

    OpenData(JdbcClient sql) {
        this.sql = sql;
    }

    /** A field of the data. */
    private record Field(String name, String type, String description, String columnType) {}

    /** A figure with what it is, by field name. */
    List<Map<String, @Nullable Object>> rows(PublicationRow row) {
        return sql.sql("""
                        select topic, side, code, name, column_name, column_role, fen, place from disclosure.fact
                        where document_id = :document order by position
                        """)
                .param("document", row.documentId())
                .query((fact, number) -> values(
                        row,
                        fact.getString("topic"),
                        fact.getString("side"),
                        fact.getString("code"),
                        fact.getString("name"),
                        fact.getString("column_name"),
                        fact.getLong("fen"),
                        fact.getString("place")))
                .list();
    }

    private static Map<String, @Nullable Object> values(
            PublicationRow row,
            String topic,
            @Nullable String side,
            @Nullable String code,
            String name,
            String column,
            long fen,
            String place) {
        boolean economic = topic.contains(ECONOMIC);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("region", row.region());
        values.put("administrative_unit", row.bureau());
        values.put("fiscal_year", row.year());
        values.put("document_kind", row.kind());
        values.put("phase", phase(row.kind(), column));
        values.put("direction", direction(topic, side));
        values.put("topic", topic);
        values.put("functional_code", economic ? null : code);
        values.put("economic_code", economic ? code : null);
        values.put("item", name);
        values.put("column", column);
        values.put("amount", java.math.BigDecimal.valueOf(fen, 2));
        values.put("amount_fen", fen);
        values.put("currency", "CNY");
        values.put("place", place);
        return values;
    }

    private static String phase(String kind, String column) {
        if (kind.equals("预算") || column.contains("年初预算")) {
            return "approved";
        }
        return column.contains("预算数") ? "adjusted" : "executed";
    }

    private static String direction(String topic, @Nullable String side) {
        if (side != null) {
            return side.equals("收入") ? "revenue" : "expenditure";
        }
        return topic.equals("收入") ? "revenue" : "expenditure";
    }

    /** The figures as CSV with a header; texts that a spreadsheet would take for a formula are quoted as text. */
    static String csv(List<Map<String, @Nullable Object>> rows) {
        StringBuilder csv = new StringBuilder("\uFEFF");
        csv.append(String.join(",", FIELDS.stream().map(Field::name).toList())).append("\r\n");
        for (Map<String, @Nullable Object> row : rows) {
            List<String> cells = new ArrayList<>();
            for (Field field : FIELDS) {
                Object value = row.get(field.name());
                cells.add(value == null ? "" : value instanceof String text ? quoted(text) : value.toString());
            }
            csv.append(String.join(",", cells)).append("\r\n");
        }
        return csv.toString();
    }

    private static String quoted(String text) {
        String safe = text.matches("(?s)\\s*[=+\\-@＝＋－＠].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /** What the data is, for programs. */
    static Map<String, Object> description(PublicationRow row) {
        List<Map<String, Object>> fields = new ArrayList<>();
        for (Field field : FIELDS) {
            Map<String, Object> described = new LinkedHashMap<>();
            described.put("name", field.name());
            described.put("type", field.type());
            described.put("description", field.description());
            if (!field.columnType().isEmpty()) {
                described.put("columnType", field.columnType());
            }
            fields.add(described);
        }
        return Map.of(
                "name", row.slug(),
                "title", row.title(),
                "profile", "fiscal-data-package",
                "resources",
                        Stream.of("csv", "json")
                                .map(format -> Map.of(
                                        "name",
                                        "facts-" + format,
                                        "path",
                                        "facts." + format,
                                        "format",
                                        format,
                                        "encoding",
                                        "utf-8",
                                        "schema",
                                        Map.of("fields", fields)))
                                .toList());
    }
}
