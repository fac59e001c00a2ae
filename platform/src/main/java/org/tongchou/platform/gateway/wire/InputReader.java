package org.tongchou.platform.gateway.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Reads the input of a call by the transaction's fields. Tolerant where editions differ and clients are careless: fields that are not
 * known are left aside, a single node may come as a list of one and a list of one as an object, fields of the only node may stand in
 * the input itself, empty strings and the word null count as not sent, numbers may come as strings and strings as numbers. Strict where
 * a wrong value would cost money: types, sizes, decimals, dates, required fields.
 */
public final class InputReader {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_NUMBER = 40;

    private final int mostRows;

    /**
     * A reader.
     *
     * @param mostRows how often a node may repeat
     */
    public InputReader(int mostRows) {
        this.mostRows = mostRows;
    }

    /**
     * Reads.
     *
     * @throws WireFault for the first thing that cannot be used
     */
    public Input read(Transaction transaction, JsonNode input) {
        return read(transaction, input, Map.of());
    }

    /**
     * Reads; what a client says in the envelope only counts for required fields of the input that it leaves out.
     *
     * @param elsewhere what is known without the input, by field
     * @throws WireFault for the first thing that cannot be used
     */
    public Input read(Transaction transaction, JsonNode input, Map<String, String> elsewhere) {
        Map<String, List<Row>> nodes = new LinkedHashMap<>();
        for (Node node : transaction.in()) {
            List<JsonNode> given = given(transaction, node, input);
            List<Row> rows = new ArrayList<>(given.size());
            for (int i = 0; i < given.size(); i++) {
                rows.add(row(node, given.get(i), node.repeats() ? i + 1 : 0, elsewhere));
            }
            nodes.put(node.name(), List.copyOf(rows));
        }
        return new Input(transaction, nodes);
    }

    /**
     * Reads nodes that stand within another.
     *
     * @throws WireFault for the first thing that cannot be used
     */
    public static List<Row> nested(Node node, JsonNode value) {
        List<Row> rows = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(one -> rows.add(row(node, one, rows.size() + 1, Map.of())));
        } else {
            rows.add(row(node, value, 0, Map.of()));
        }
        return rows;
    }

    private List<JsonNode> given(Transaction transaction, Node node, JsonNode input) {
        JsonNode value = node.name().isEmpty() ? input : input.get(node.name());
        if (value == null && transaction.in().size() == 1 && input.isObject()) {
            boolean bare = node.fields().stream().anyMatch(field -> input.has(field.name()));
            value = bare ? input : null;
        }
        boolean needed = !node.repeats() && node.fields().stream().anyMatch(FieldSpec::required);
        if (value == null || value.isNull() || (value.isArray() && value.isEmpty())) {
            if (needed) {
                throw new WireFault(
                        "E-GWY-010",
                        "交易 " + transaction.number() + " 的 input 缺少节点 " + node.name() + "，应为含有 "
                                + node.fields().get(0).name() + " 等字段的对象");
            }
            return List.of();
        }
        if (value.isObject()) {
            return List.of(value);
        }
        if (!value.isArray() || (!node.repeats() && value.size() > 1)) {
            throw new WireFault("E-GWY-011", "节点 " + node.name() + " 应为" + (node.repeats() ? "对象的数组" : "一个对象"));
        }
        if (value.size() > mostRows) {
            throw new WireFault("E-GWY-016", "节点 " + node.name() + " 有 " + value.size() + " 行，应不超过 " + mostRows + " 行");
        }
        List<JsonNode> all = new ArrayList<>(value.size());
        value.forEach(all::add);
        return all;
    }

    private static Row row(Node node, JsonNode value, int number, Map<String, String> elsewhere) {
        String where = number == 0 ? "" : "第 " + number + " 行";
        if (!value.isObject()) {
            throw new WireFault("E-GWY-011", "节点 " + node.name() + where + " 应为一个对象");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (FieldSpec field : node.fields()) {
            try {
                String known = elsewhere.getOrDefault(field.name(), "");
                read(field, value.get(field.name()), known).ifPresent(one -> values.put(field.name(), one));
            } catch (WireFault fault) {
                throw number == 0 ? fault : new WireFault(fault.code(), where + " " + fault.getMessage());
            }
        }
        return new Row(node, values);
    }

    private static Optional<Object> read(
            FieldSpec field, @org.jspecify.annotations.Nullable JsonNode value, String known) {
        if (field.type() == FieldSpec.Type.NODES || field.type() == FieldSpec.Type.BYTES) {
            return Optional.ofNullable(value).filter(one -> !one.isNull()).map(one -> one);
        }
        if (value != null
                && (value.isObject() || value.isArray())
                && !field.name().equals("exp_content")) {
            throw WireFault.field("E-GWY-012", field, value.isArray() ? "[…]" : "{…}", field.expected());
        }
        String text = value == null || value.isNull()
                ? ""
                : value.isNumber()
                        ? plain(field, value.decimalValue())
                        : value.isObject() || value.isArray()
                                ? value.toString()
                                : value.asString().strip();
        if (text.isEmpty() || text.equalsIgnoreCase("null")) {
            if (field.required() && !known.isEmpty()) {
                return Optional.of(checked(field, known));
            }
            if (field.required()) {
                throw WireFault.field("E-GWY-013", field, "", "必填，" + field.expected());
            }
            return Optional.empty();
        }
        return Optional.of(
                switch (field.type()) {
                    case NUMBER -> number(field, text);
                    case DATE, TIME -> time(field, text);
                    default -> checked(field, text);
                });
    }

    /** A number's digits; one like 1E999999999 would take all memory. */
    private static String plain(FieldSpec field, BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
            throw WireFault.field("E-GWY-014", field, number.toString(), field.expected());
        }
        return number.toPlainString();
    }

    private static String checked(FieldSpec field, String text) {
        if ((field.length() > 0 && text.codePointCount(0, text.length()) > field.length()) || text.indexOf('\0') >= 0) {
            throw WireFault.field("E-GWY-014", field, text, field.expected());
        }
        return text;
    }

    private static BigDecimal number(FieldSpec field, String text) {
        if (text.length() <= LONGEST_NUMBER && text.matches("[+-]?[0-9]+(\\.[0-9]*)?")) {
            BigDecimal number = new BigDecimal(text.endsWith(".") ? text + "0" : text);
            BigDecimal bare = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            int whole = Math.max(0, bare.precision() - bare.scale());
            if (Math.max(0, bare.scale()) <= field.scale()
                    && (field.length() == 0 || whole <= field.length() - field.scale())) {
                return number.setScale(field.scale());
            }
        }
        throw WireFault.field("E-GWY-014", field, text, field.expected());
    }

    private static LocalDateTime time(FieldSpec field, String text) {
        String told = text.replace('T', ' ');
        int point = told.indexOf('.');
        String whole = point < 0 ? told : told.substring(0, point);
        try {
            return whole.length() <= 10 ? LocalDate.parse(whole, DAY).atStartOfDay() : LocalDateTime.parse(whole, TIME);
        } catch (DateTimeException e) {
            throw WireFault.field("E-GWY-014", field, text, field.expected());
        }
    }
}
