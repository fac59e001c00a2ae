package org.tongchou.benefit.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Validates values against the words of JSON Schema that our schema uses; others are refused. */
final class JsonSchema {
    private static final Set<String> SILENT = Set.of("$schema", "title", "description", "$defs");

    private final JsonNode root;

    JsonSchema(JsonNode root) {
        this.root = root;
    }

    /** What is wrong with a value, by path; empty when nothing is. */
    List<String> problems(JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(root, value, "", problems);
        return problems;
    }

    private boolean fits(JsonNode schema, JsonNode value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, "", problems);
        return problems.isEmpty();
    }

    private void check(JsonNode schema, JsonNode value, String path, List<String> problems) {
        if (schema.isBoolean()) {
            if (!schema.asBoolean()) {
                problems.add(path);
            }
            return;
        }
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            if (!SILENT.contains(word.getKey())
                    && !holds(word.getKey(), word.getValue(), schema, value, path, problems)) {
                problems.add(path + " " + word.getKey());
            }
        }
    }

    /** Whether one word of a schema holds; parts of the value report themselves. */
    private boolean holds(
            String word, JsonNode is, JsonNode schema, JsonNode value, String path, List<String> problems) {
        switch (word) {
            case "$ref" -> check(defined(is.asString()), value, path, problems);
            case "type" -> {
                return is.isArray() ? anyItem(is, one -> isType(one.asString(), value)) : isType(is.asString(), value);
            }
            case "enum" -> {
                return anyItem(is, value::equals);
            }
            case "pattern" -> {
                return !value.isString()
                        || Pattern.compile(is.asString())
                                .matcher(value.asString())
                                .find();
            }
            case "minLength" -> {
                return !value.isString() || value.asString().length() >= is.asInt();
            }
            case "minimum" -> {
                return !value.isNumber() || value.decimalValue().compareTo(is.decimalValue()) >= 0;
            }
            case "exclusiveMinimum" -> {
                return !value.isNumber() || value.decimalValue().compareTo(is.decimalValue()) > 0;
            }
            case "minItems" -> {
                return !value.isArray() || value.size() >= is.asInt();
            }
            case "minProperties" -> {
                return !value.isObject() || value.size() >= is.asInt();
            }
            case "required" -> {
                return !value.isObject() || !anyItem(is, key -> !value.has(key.asString()));
            }
            case "anyOf" -> {
                return anyItem(is, one -> fits(one, value));
            }
            case "oneOf" -> {
                int count = 0;
                for (JsonNode one : is) {
                    count += fits(one, value) ? 1 : 0;
                }
                return count == 1;
            }
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(is, value.get(i), path + "[" + i + "]", problems);
                }
            }
            case "propertyNames", "properties", "patternProperties" -> {
                // Looked at with additionalProperties, which stands beside each of them.
            }
            case "additionalProperties" -> members(schema, value, path, problems);
            default -> throw new IllegalArgumentException(word);
        }
        return true;
    }

    private void members(JsonNode schema, JsonNode value, String path, List<String> problems) {
        if (!value.isObject()) {
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String below = path + "." + member.getKey();
            JsonNode known = schema.path("properties").path(member.getKey());
            for (Map.Entry<String, JsonNode> pattern :
                    schema.path("patternProperties").properties()) {
                known = Pattern.compile(pattern.getKey())
                                .matcher(member.getKey())
                                .find()
                        ? pattern.getValue()
                        : known;
            }
            check(
                    known.isMissingNode() ? schema.path("additionalProperties") : known,
                    member.getValue(),
                    below,
                    problems);
            JsonNode names = schema.path("propertyNames");
            if (!names.isMissingNode()) {
                check(names, StringNode.valueOf(member.getKey()), below, problems);
            }
        }
    }

    private JsonNode defined(String reference) {
        JsonNode found = root.path("$defs").path(reference.substring("#/$defs/".length()));
        if (found.isMissingNode()) {
            throw new IllegalArgumentException(reference);
        }
        return found;
    }

    private static boolean anyItem(JsonNode list, Predicate<JsonNode> test) {
        for (JsonNode item : list) {
            if (test.test(item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException(type);
        };
    }
}
