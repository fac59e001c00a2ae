package org.tongchou.performance.scoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.performance.scoring.Node.Mapping;
import org.tongchou.performance.scoring.Node.Scalar;
import org.tongchou.performance.scoring.Node.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML text as nodes with lines. */
final class NodeReader {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final String file;
    private final JsonParser parser;

    private NodeReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** The fields of a file, which must be one mapping. @throws RulePackException naming file and line */
    static Fields read(String file, String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            NodeReader reader = new NodeReader(file, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RulePackException(file + ":1", "应以“键: 值”开头，如“id: fujian”");
            }
            return new Fields(file, reader.mapping());
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new RulePackException(file + ":" + line, "不是有效的 YAML：" + e.getOriginalMessage(), e);
        }
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private Node node() {
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NULL -> new Scalar("", line());
            default -> new Scalar(parser.getString(), line());
        };
    }

    private Mapping mapping() {
        int line = line();
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (entries.put(key, node()) != null) {
                throw new RulePackException(file + ":" + keyLine, "“" + key + "”重复，请删去一处");
            }
        }
        return new Mapping(entries, line);
    }

    private Sequence sequence() {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node());
        }
        return new Sequence(items, line);
    }
}
