package org.tongchou.platform.gateway.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the envelope of a call. What cannot be read names its field; what came of the head is kept for the answer and the log. */
public final class Envelope {
    private static final int DEEPEST = 32;
    private static final int MSGID = 30;
    private static final int AREA = 6;

    private final Transactions transactions;
    private final JsonMapper json;

    /**
     * A reader.
     *
     * @param transactions the transactions that are known
     * @param longest most characters of one string in a call
     */
    public Envelope(Transactions transactions, int longest) {
        this.transactions = transactions;
        this.json = reader(longest);
    }

    /** Reads numbers with all of their digits. */
    static JsonMapper reader(int longest) {
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEEPEST)
                                .maxStringLength(longest)
                                .build())
                        .build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /**
     * What could be read before anything is known to be right.
     *
     * @param head everything at the top but the input, as text
     * @param sent the same exactly as it was sent, for signatures
     * @param input the input: an object, a string of JSON, or ciphertext
     */
    public record Opened(Map<String, String> head, Map<String, String> sent, Optional<JsonNode> input) {
        /** Nothing could be read. */
        public static final Opened NOTHING = new Opened(Map.of(), Map.of(), Optional.empty());

        /** Copies the maps. */
        public Opened {
            head = Map.copyOf(head);
            sent = Map.copyOf(sent);
        }

        /** The input as text, for signatures. */
        public String inputText() {
            return input.map(value -> value.isString() ? value.asString() : value.toString())
                    .orElse("");
        }

        /** A field of the head; empty when missing. */
        public String text(String name) {
            return head.getOrDefault(name, "");
        }
    }

    /**
     * Opens the body of a request.
     *
     * @throws WireFault when it is no JSON object
     */
    public Opened open(byte[] body) {
        JsonNode all;
        try {
            all = json.readTree(body);
        } catch (JacksonException e) {
            throw new WireFault("E-GWY-001", "报文不是 JSON，请按接口规范以 UTF-8 发送");
        }
        if (all == null || !all.isObject()) {
            throw new WireFault("E-GWY-001", "报文应为一个 JSON 对象");
        }
        Map<String, String> head = new LinkedHashMap<>();
        Map<String, String> sent = new LinkedHashMap<>();
        all.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!field.getKey().equals("input") && !value.isNull() && value.isValueNode()) {
                sent.put(field.getKey(), value.asString());
                String text = value.asString().strip();
                head.put(field.getKey(), text.equals("null") ? "" : text);
            }
        });
        return new Opened(head, sent, Optional.ofNullable(all.get("input")).filter(value -> !value.isNull()));
    }

    /**
     * Reads the call of what was opened.
     *
     * @param decipher makes the text of an input of its ciphertext; asked only when {@code enc_type} is SM4
     * @throws WireFault for the first thing that cannot be used
     */
    public Call read(Opened opened, UnaryOperator<String> decipher) {
        String number = required(opened, "infno", 12, "交易编号");
        Transaction transaction = transactions
                .find(number)
                .orElseThrow(() -> new WireFault("E-GWY-003", "infno 的值“" + number + "”不可用，本平台没有这个交易"));
        return new Call(
                transaction,
                required(opened, "msgid", MSGID, "发送方报文ID"),
                required(opened, "fixmedins_code", 14, "定点医药机构编号"),
                text(opened, "fixmedins_name", 200),
                area(opened, "mdtrtarea_admvs", "mdtrtarea_admdvs"),
                area(opened, "insuplc_admdvs", "insuplc_admvs"),
                text(opened, "opter", 30),
                text(opened, "opter_name", 50),
                text(opened, "opter_type", 3),
                text(opened, "sign_no", 30),
                opened.head(),
                input(opened, decipher));
    }

    /** An area of the head under its name, or under the spelling that is often taken for it; empty when missing. */
    private static String area(Opened opened, String name, String misspelt) {
        String value = text(opened, name, AREA);
        return value.isEmpty() ? text(opened, misspelt, AREA) : value;
    }

    private static String required(Opened opened, String name, int longest, String title) {
        String value = text(opened, name, longest);
        if (value.isEmpty()) {
            throw new WireFault("E-GWY-002", name + "（" + title + "）为空，应为不超过 " + longest + " 个字符");
        }
        return value;
    }

    private static String text(Opened opened, String name, int longest) {
        String value = opened.text(name);
        if (value.codePointCount(0, value.length()) > longest || value.indexOf('\0') >= 0) {
            throw new WireFault("E-GWY-002", name + " 过长，应为不超过 " + longest + " 个字符");
        }
        return value;
    }

    private JsonNode input(Opened opened, UnaryOperator<String> decipher) {
        JsonNode given = opened.input().orElseGet(json::createObjectNode);
        boolean sealed = opened.text("enc_type").equalsIgnoreCase("SM4")
                || opened.text("encType").equalsIgnoreCase("SM4");
        if (given.isString()) {
            String text = sealed ? decipher.apply(given.asString()) : given.asString();
            try {
                given = text.isBlank() ? json.createObjectNode() : json.readTree(text);
            } catch (JacksonException e) {
                throw new WireFault("E-GWY-004", "input 不是 JSON，应为对象、JSON 字符串，或 enc_type 为 SM4 时的 Base64 密文");
            }
        } else if (sealed) {
            throw new WireFault("E-GWY-004", "enc_type 为 SM4 时 input 应为 Base64 密文");
        }
        if (!given.isObject()) {
            throw new WireFault("E-GWY-004", "input 应为一个 JSON 对象");
        }
        return given;
    }
}
