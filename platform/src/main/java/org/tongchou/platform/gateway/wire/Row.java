package org.tongchou.platform.gateway.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import tools.jackson.databind.JsonNode;

/** A node of an input, or one of its repetitions, whose fields were checked: what is there can be read by the field's type. */
public final class Row {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final Node node;
    private final Map<String, Object> values;

    Row(Node node, Map<String, Object> values) {
        this.node = node;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A node that was not sent. */
    static Row empty(Node node) {
        return new Row(node, Map.of());
    }

    /** What was sent, by field: texts, {@link BigDecimal}s, {@link LocalDateTime}s. */
    public Map<String, Object> values() {
        return values;
    }

    /** Whether anything was sent in a field. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    /** A text; empty when it was not sent. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** What was sent as the interface writes it: dates and times as {@code yyyy-MM-dd} and {@code yyyy-MM-dd HH:mm:ss}. */
    public String printed(String field) {
        boolean day = spec(field).type() == FieldSpec.Type.DATE;
        return values.get(field) instanceof LocalDateTime time
                ? day ? time.toLocalDate().toString() : TIME.format(time)
                : text(field);
    }

    /** A code of the field's list, as the list writes it; empty when it was not sent. */
    public String code(String field, Dictionaries dictionaries) {
        String given = text(field);
        FieldSpec spec = spec(field);
        if (given.isEmpty() || spec.dictionary().isEmpty()) {
            return given;
        }
        return dictionaries
                .code(spec.dictionary(), given)
                .orElseThrow(() -> WireFault.field(
                        "E-GWY-015",
                        spec,
                        given,
                        "字典 " + spec.dictionary() + " 的代码："
                                + String.join(
                                        "、", dictionaries.of(spec.dictionary()).keySet())));
    }

    /** A number; zero when it was not sent. */
    public BigDecimal number(String field) {
        return values.get(field) instanceof BigDecimal number ? number : BigDecimal.ZERO;
    }

    /** An amount of money in fen; zero when it was not sent. */
    public long fen(String field) {
        return Money.of(number(field), MoneyUnit.YUAN).fen();
    }

    /** Nodes within the node, not yet read; null when none were sent. */
    public @Nullable JsonNode nested(String field) {
        return values.get(field) instanceof JsonNode node ? node : null;
    }

    /** The bytes of a file: Base64 text, a list of bytes, or bytes; none when nothing was sent or it is none of these. */
    public byte[] bytes(String field) {
        if (!(values.get(field) instanceof JsonNode node)) {
            return new byte[0];
        }
        if (node.isArray()) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(node.size());
            node.forEach(one -> bytes.write(one.asInt(0)));
            return bytes.toByteArray();
        }
        try {
            return node.isBinary()
                    ? node.binaryValue()
                    : Base64.getMimeDecoder().decode(node.asString(""));
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    /** A time; a date means its first second. */
    public Optional<LocalDateTime> time(String field) {
        return Optional.ofNullable((LocalDateTime) values.get(field));
    }

    /** A date; of a time, its day. */
    public Optional<LocalDate> day(String field) {
        return time(field).map(LocalDateTime::toLocalDate);
    }

    /** Refuses what was sent in a field. */
    public WireFault refused(String code, String field, String expected) {
        return WireFault.field(code, spec(field), text(field), expected);
    }

    private FieldSpec spec(String field) {
        return Objects.requireNonNull(node.field(field).orElse(null), node.name() + "." + field);
    }
}
