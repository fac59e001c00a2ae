package org.tongchou.platform.gateway.wire;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the output of a transaction: every field of its nodes in their order, what has no value as 0 or an empty string. */
public final class Output {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Transaction transaction;
    private final ObjectNode output = JsonNodeFactory.instance.objectNode();
    private @Nullable ArrayNode list;
    private @Nullable Path file;

    /** An output without nodes. */
    public Output(Transaction transaction) {
        this.transaction = transaction;
    }

    /** Sets a node that stands once. */
    public Output node(String name, Map<String, ?> values) {
        Node node = transaction.out(name);
        ObjectNode filled = fill(node, values);
        if (name.isEmpty()) {
            output.setAll(filled);
        } else if (node.repeats()) {
            throw new IllegalArgumentException(name);
        } else {
            output.set(name, filled);
        }
        return this;
    }

    /** Sets a node that stands once, of values of which the node may not have all. */
    public Output known(String name, Map<String, ?> values) {
        return node(name, known(transaction.out(name), values));
    }

    /** Sets a node that repeats, of values of which the node may not have all. */
    public Output knownRows(String name, List<? extends Map<String, ?>> rows) {
        Node node = transaction.out(name);
        return rows(name, rows.stream().map(row -> known(node, row)).toList());
    }

    private static Map<String, Object> known(Node node, Map<String, ?> values) {
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((field, value) -> node.field(field).ifPresent(spec -> kept.put(field, value)));
        return kept;
    }

    /** Sets a node that repeats; one without a name is the output itself. */
    public Output rows(String name, List<? extends Map<String, ?>> rows) {
        Node node = transaction.out(name);
        ArrayNode array = name.isEmpty() ? JsonNodeFactory.instance.arrayNode() : output.putArray(name);
        if (name.isEmpty()) {
            list = array;
        }
        rows.forEach(row -> array.add(fill(node, row)));
        return this;
    }

    /** Answers with a file instead of an envelope. */
    public Output file(Path content) {
        file = content;
        return this;
    }

    /** The file that is answered; empty for an envelope. */
    public Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /** The output. */
    public JsonNode build() {
        ArrayNode rows = list;
        return rows == null ? output.deepCopy() : rows.deepCopy();
    }

    /** Nodes that stand within another, for its field of this name. */
    public ArrayNode filled(String name, List<? extends Map<String, ?>> rows) {
        Node node = transaction.out(name);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> array.add(fill(node, row)));
        return array;
    }

    private static ObjectNode fill(Node node, Map<String, ?> values) {
        for (String given : values.keySet()) {
            if (node.field(given).isEmpty()) {
                throw new IllegalArgumentException(node.name() + " has no field " + given);
            }
        }
        ObjectNode filled = JsonNodeFactory.instance.objectNode();
        for (FieldSpec field : node.fields()) {
            put(filled, field, values.get(field.name()));
        }
        return filled;
    }

    private static void put(ObjectNode node, FieldSpec field, @Nullable Object value) {
        String name = field.name();
        switch (field.type()) {
            case NUMBER -> node.put(name, number(value).setScale(field.scale(), java.math.RoundingMode.HALF_UP));
            case NODES ->
                node.set(name, value instanceof JsonNode nodes ? nodes : JsonNodeFactory.instance.arrayNode());
            case DATE -> node.put(name, value == null ? "" : value.toString());
            case TIME ->
                node.put(
                        name,
                        value instanceof LocalDateTime time
                                ? TIME.format(time)
                                : value instanceof LocalDate day
                                        ? TIME.format(day.atStartOfDay())
                                        : value == null ? "" : value.toString());
            default -> node.put(name, value == null ? "" : value.toString());
        }
    }

    private static BigDecimal number(@Nullable Object value) {
        if (value == null) {
            return BigDecimal.ZERO;
        }
        return value instanceof BigDecimal decimal
                ? decimal
                : value instanceof Money money ? new BigDecimal(money.toString()) : new BigDecimal(value.toString());
    }
}
