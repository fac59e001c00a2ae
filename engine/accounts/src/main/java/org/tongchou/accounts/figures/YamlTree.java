package org.tongchou.accounts.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.tongchou.accounts.figures.YamlNode.Mapping;
import org.tongchou.accounts.figures.YamlNode.Scalar;
import org.tongchou.accounts.figures.YamlNode.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML into nodes with lines. */
final class YamlTree {
    private static final int DEEPEST = 8;

    private final JsonParser parser;
    private final BiConsumer<Integer, String> problem;

    private YamlTree(JsonParser parser, BiConsumer<Integer, String> problem) {
        this.parser = parser;
        this.problem = problem;
    }

    /**
     * Reads a file whose top is a mapping.
     *
     * @param text the file
     * @param problem told line and Chinese message of everything that is not YAML
     * @return the mapping; empty when the file is not one
     */
    static Mapping parse(String text, BiConsumer<Integer, String> problem) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return new YamlTree(parser, problem).mapping(1);
            }
            problem.accept(1, "应为“键: 值”的 YAML 文件");
        } catch (JacksonException e) {
            problem.accept(
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()), "不是正确的 YAML，请检查缩进、冒号和引号");
        }
        return new Mapping(Map.of(), 1);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private Mapping mapping(int depth) {
        int line = line();
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (entries.put(key, node(depth + 1)) != null) {
                problem.accept(keyLine, "键“" + key + "”重复，应只写一次");
            }
        }
        return new Mapping(entries, line);
    }

    private YamlNode node(int depth) {
        int line = line();
        JsonToken token = parser.currentToken();
        if (depth > DEEPEST) {
            problem.accept(line, "层次过深，最多 " + DEEPEST + " 层");
            parser.skipChildren();
            return new Scalar("", line);
        }
        if (token == JsonToken.START_OBJECT) {
            return mapping(depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<YamlNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(depth + 1));
            }
            return new Sequence(items, line);
        }
        return new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }
}
