package org.tongchou.platform.gateway.wire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds the output of a transaction: every field of its nodes in their order, what has no value as 0 or an empty string. */
public final class Output {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Transaction transaction;
    private final ObjectNode output = JsonNodeFactory.instance.objectNode();

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
        Node node = transaction.out(name);
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((field, value) -> node.field(field).ifPresent(spec -> kept.put(field, value)));
        return node(name, kept);
    }

    /** Sets a node that repeats. */
    public Output rows(String name, List<? extends Map<String, ?>> rows) {
        Node node = transaction.out(name);
        ArrayNode array = output.putArray(name);
        rows.forEach(row -> array.add(fill(node, row)));
        return this;
    }

    /** The output. */
    public ObjectNode build() {
        return output.deepCopy();
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
            case DATE -> node.put(name, value == null ? "" : value.toString());
            case TIME ->
                node.put(
                        name,
                        value instanceof LocalDateTime time
                                ? TIME.format(time)
                                : value instanceof LocalDate day ? TIME.format(day.atStartOfDay()) : "");
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
