package org.tongchou.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Compares JSON with the JSON of an answer key, field by field: every field that the key has counts once. Members of a
 * list are told by their name, those whose names differ by their order.
 *
 * <p>White space and the width of brackets and commas mean nothing. A reason is right when one of the two begins with
 * the other, as keys quote its beginning.
 */
final class FieldComparison {
    /**
     * Notes of those who made the key, and places, which are theirs; and the code that a key finds for a project whose sheet
     * prints none.
     */
    private static final Set<String> REMARKS = Set.of(
            "id", "no", "type", "where", "note", "artefact", "printed", "label", "reason_truncated", "functional_item");

    /** What tells the members of a list apart, by precedence. */
    private static final List<String> NAMES = List.of("name", "table_indicator", "level3");

    private static final String WIDE = "（），；：";
    private static final String NARROW = "(),;:";

    private final List<String> notes = new ArrayList<>();
    private int right;
    private int wrong;
    private int missing;
    private int explained;
    private int explainedRight;
    private int unexplained;
    private int unexplainedRight;

    int right() {
        return right;
    }

    int wrong() {
        return wrong;
    }

    /** Fields of list members that have no counterpart. */
    int missing() {
        return missing;
    }

    /** Scores that a rule gives, as the key says; and those of them of which we say the same. */
    Share reproduced() {
        return new Share(explainedRight, explained);
    }

    /** Scores that no rule gives, as the key says; and those of them of which we say the same. */
    Share unexplained() {
        return new Share(unexplainedRight, unexplained);
    }

    /** What differs, for people. */
    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Compares everything the key has, except its remarks. */
    void compare(String at, JsonNode expected, JsonNode found) {
        if (expected.isObject()) {
            for (Map.Entry<String, JsonNode> field : expected.properties()) {
                if (!REMARKS.contains(field.getKey())) {
                    JsonNode ours = found.path(field.getKey());
                    compare(at + "." + field.getKey(), field.getValue(), ours);
                }
            }
        } else if (expected.isArray()) {
            members(at, expected, found);
        } else {
            value(at, expected, found);
        }
    }

    private void members(String at, JsonNode expected, JsonNode found) {
        List<@Nullable JsonNode> pairs = pairs(expected, found);
        for (int i = 0; i < expected.size(); i++) {
            JsonNode ours = pairs.get(i);
            JsonNode member = expected.get(i);
            String place = at + "[" + (name(member).isEmpty() ? String.valueOf(i + 1) : name(member)) + "]";
            if (ours == null) {
                missing += fields(member);
                notes.add(place + "：没有读到");
            } else {
                compare(place, member, ours);
            }
        }
    }

    /** For each member of the key ours of that name, else the next that no name claims; null when there is none. */
    private static List<@Nullable JsonNode> pairs(JsonNode expected, JsonNode found) {
        List<JsonNode> free = new ArrayList<>();
        found.forEach(free::add);
        @Nullable JsonNode[] pairs = new JsonNode[expected.size()];
        for (int i = 0; i < pairs.length; i++) {
            String name = name(expected.get(i));
            pairs[i] = free.stream()
                    .filter(ours -> !name.isEmpty() && name(ours).equals(name))
                    .findFirst()
                    .orElse(null);
            free.remove(pairs[i]);
        }
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = pairs[i] == null && !free.isEmpty() ? free.remove(0) : pairs[i];
        }
        return Arrays.asList(pairs);
    }

    private static String name(JsonNode member) {
        return NAMES.stream()
                .filter(member::has)
                .findFirst()
                .map(field -> plain(KeyFailures.text(member, field)))
                .orElse("");
    }

    /** How many fields a node has all in all. */
    private static int fields(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !REMARKS.contains(field.getKey()))
                    .mapToInt(field -> fields(field.getValue()))
                    .sum();
        }
        int sum = 0;
        for (JsonNode member : node) {
            sum += fields(member);
        }
        return node.isArray() ? sum : 1;
    }

    private void value(String at, JsonNode expected, JsonNode found) {
        String field = at.substring(at.lastIndexOf('.') + 1);
        boolean same = same(field, expected, found);
        if (field.equals("reproduced") && expected.isBoolean()) {
            boolean rule = expected.asBoolean();
            explained += rule ? 1 : 0;
            explainedRight += rule && same ? 1 : 0;
            unexplained += rule ? 0 : 1;
            unexplainedRight += !rule && same ? 1 : 0;
        }
        if (same) {
            right++;
        } else {
            wrong++;
            notes.add(at + "：应为 " + expected + "，读到 " + (found.isMissingNode() ? "无" : found));
        }
    }

    private static boolean same(String field, JsonNode expected, JsonNode found) {
        if (expected.isNumber() && found.isNumber()) {
            return expected.decimalValue().compareTo(found.decimalValue()) == 0;
        }
        String key = expected.isNull() ? "" : plain(expected.asString(""));
        String ours = found.isNull() || found instanceof MissingNode ? "" : plain(found.asString(""));
        return switch (field) {
            case "reason" -> key.isEmpty() == ours.isEmpty() && (key.startsWith(ours) || ours.startsWith(key));
            case "rule" ->
                key.equals(ours) || withoutFormula(expected.asString("")).equals(ours);
            default -> key.equals(ours);
        };
    }

    /** A rule without its formula, which keys may add: {@code execution_rate 10*…}. */
    private static String withoutFormula(String rule) {
        return rule.split(" ", 2)[0];
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> {
            int wide = WIDE.indexOf(c);
            plain.append(wide < 0 ? (char) c : NARROW.charAt(wide));
        });
        return plain.toString();
    }

    /**
     * A part of a number of things.
     *
     * @param part how many of them
     * @param whole how many there are
     */
    record Share(int part, int whole) {
        @Override
        public String toString() {
            return part + "/" + whole;
        }
    }
}
