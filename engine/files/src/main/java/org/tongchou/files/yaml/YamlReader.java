package org.tongchou.files.yaml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.tongchou.files.yaml.YamlIssue.Kind;
import org.tongchou.files.yaml.YamlNode.Mapping;
import org.tongchou.files.yaml.YamlNode.Scalar;
import org.tongchou.files.yaml.YamlNode.Sequence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** Reads YAML into nodes with lines. */
public final class YamlReader {
    /** Characters of a file at most; beyond, the YAML library refuses it. */
    private static final int LARGEST = 3 * 1024 * 1024;

    private static final int DEEPEST = 64;
    private static final YAMLFactory FACTORY = new YAMLFactory();

    private final JsonParser parser;
    private final Consumer<YamlIssue> report;

    private YamlReader(JsonParser parser, Consumer<YamlIssue> report) {
        this.parser = parser;
        this.report = report;
    }

    /**
     * Reads a file whose top is a mapping. Of a key that is written twice, which is reported, the last value counts.
     *
     * @param text the file, perhaps with a byte-order mark
     * @param report told of everything that is not such a file; what it throws goes through
     * @return the mapping; empty when the file is not one
     */
    public static Mapping read(String text, Consumer<YamlIssue> report) {
        Mapping none = new Mapping(Map.of(), 1);
        if (text.length() > LARGEST) {
            report.accept(new YamlIssue(Kind.TOO_LARGE, 1, "", "", String.valueOf(LARGEST)));
            return none;
        }
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), shortReads(marked))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return new YamlReader(parser, report).mapping(1);
            }
            report.accept(new YamlIssue(Kind.NOT_A_MAPPING, 1, "", "", ""));
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            report.accept(new YamlIssue(Kind.NOT_YAML, line, "", String.valueOf(e.getOriginalMessage()), ""));
        }
        return none;
    }

    /**
     * Gives text in short pieces: the YAML library fails when a piece fills its buffer and ends within a character of
     * two code units, such as the rare ones of personal names.
     */
    private static Reader shortReads(String text) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 512));
            }
        };
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private YamlNode node(int depth) {
        int line = line();
        if (depth > DEEPEST) {
            report.accept(new YamlIssue(Kind.TOO_DEEP, line, "", "", String.valueOf(DEEPEST)));
            parser.skipChildren();
            return new Scalar("", line);
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(depth);
            case START_ARRAY -> sequence(depth);
            case VALUE_NULL -> new Scalar("", line);
            default -> new Scalar(parser.getString(), line);
        };
    }

    private Mapping mapping(int depth) {
        int line = line();
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (entries.put(key, node(depth + 1)) != null) {
                report.accept(new YamlIssue(Kind.DUPLICATE, keyLine, key, key, ""));
            }
        }
        return new Mapping(entries, line);
    }

    private Sequence sequence(int depth) {
        int line = line();
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Sequence(items, line);
    }
}
