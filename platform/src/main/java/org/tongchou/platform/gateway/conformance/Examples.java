package org.tongchou.platform.gateway.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongchou.files.CsvFile;
import org.tongchou.platform.gateway.wire.Dictionaries;
import org.tongchou.platform.gateway.wire.FieldSpec;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Transaction;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Example calls and answers, made from the fields: what a field of a name usually holds is data ({@code gateway/examples.csv}). */
final class Examples {
    private static final String DAY = "2026-03-02";
    private static final String TIME = DAY + " 09:30:00";
    private static final int MONEY = 2;

    private final Dictionaries dictionaries;
    private final Map<String, String> usual = read();

    Examples(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    /** An envelope with the input's required fields; of a node without any, its first field. */
    ObjectNode request(Transaction transaction) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("infno", transaction.number());
        for (String name : List.of(
                "msgid",
                "mdtrtarea_admvs",
                "insuplc_admdvs",
                "recer_sys_code",
                "infver",
                "opter_type",
                "opter",
                "opter_name",
                "inf_time",
                "fixmedins_code",
                "fixmedins_name",
                "sign_no")) {
            envelope.put(name, usual.getOrDefault(name, ""));
        }
        envelope.set("input", nodes(transaction.in(), true));
        return envelope;
    }

    /** An envelope with all fields of the output. */
    ObjectNode answer(Transaction transaction) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("infcode", 0);
        for (String name : List.of("inf_refmsgid", "refmsg_time", "respond_time")) {
            envelope.put(name, usual.getOrDefault(name, ""));
        }
        envelope.put("err_msg", "");
        envelope.set("output", nodes(transaction.out(), false));
        return envelope;
    }

    private ObjectNode nodes(List<Node> nodes, boolean brief) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Node node : nodes) {
            ObjectNode values = JsonNodeFactory.instance.objectNode();
            boolean some = node.fields().stream().anyMatch(FieldSpec::required);
            for (FieldSpec field : node.fields()) {
                if (!brief
                        || field.required()
                        || (!some && field.equals(node.fields().get(0)))) {
                    put(values, field);
                }
            }
            if (node.name().isEmpty()) {
                all.setAll(values);
            } else if (node.repeats()) {
                all.putArray(node.name()).add(values);
            } else {
                all.set(node.name(), values);
            }
        }
        return all;
    }

    private void put(ObjectNode node, FieldSpec field) {
        String name = field.name();
        switch (field.type()) {
            case NUMBER -> node.put(name, number(field));
            case DATE -> node.put(name, DAY);
            case TIME -> node.put(name, TIME);
            case NODES -> node.putArray(name);
            default -> node.put(name, text(field));
        }
    }

    private BigDecimal number(FieldSpec field) {
        String given = usual.getOrDefault(field.name(), "");
        if (!given.isEmpty()) {
            return new BigDecimal(given);
        }
        return new BigDecimal(field.scale() == MONEY && field.length() - field.scale() > MONEY ? "100" : "1")
                .setScale(field.scale());
    }

    private String text(FieldSpec field) {
        String value = usual.getOrDefault(field.name(), "");
        if (!field.dictionary().isEmpty()) {
            Map<String, String> codes = dictionaries.of(field.dictionary());
            if (!codes.containsKey(value)) {
                value = codes.isEmpty() ? "1" : codes.keySet().iterator().next();
            }
        } else if (value.isEmpty()) {
            value = field.title();
        }
        return field.length() == 0 || value.length() <= field.length() ? value : value.substring(0, field.length());
    }

    private static Map<String, String> read() {
        try (InputStream in = Objects.requireNonNull(Examples.class.getResourceAsStream("/gateway/examples.csv"))) {
            CsvFile file = CsvFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, String> usual = new HashMap<>();
            file.rows().forEach(row -> usual.put(file.cell(row, "field"), file.cell(row, "value")));
            return Map.copyOf(usual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
