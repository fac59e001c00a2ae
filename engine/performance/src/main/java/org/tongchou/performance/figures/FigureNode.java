package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.accounts.source.ProblemCode;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** A part of a YAML file with its 1-based line, so that a wrong value can be shown to the person who wrote it. */
sealed interface FigureNode {
    /** Where it starts. */
    int line();

    /** A value as written, without quotes; empty for nothing. */
    record Scalar(String text, int line) implements FigureNode {}

    /** A list. */
    record Items(List<FigureNode> nodes, int line) implements FigureNode {}

    /** Keys with values in file order. */
    record Entries(Map<String, FigureNode> nodes, int line) implements FigureNode {}

    /** The text of a single value; empty for lists and mappings. */
    default String text() {
        return this instanceof Scalar scalar ? scalar.text() : "";
    }

    /** Whether nothing is written. */
    default boolean blank() {
        return this instanceof Scalar scalar && scalar.text().isBlank();
    }

    /**
     * Reads a file whose top is a mapping.
     *
     * @return the mapping; empty, and a fatal problem, when the file is not one
     */
    static Entries parse(String text, FigureProblems problems) {
        try (JsonParser parser = new YAMLFactory().createParser(ObjectReadContext.empty(), new ShortReads(text))) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                return entries(parser, problems);
            }
            problems.add(ProblemCode.FIGURES_INVALID, 1, "", "文件应为“键: 值”的 YAML，如 year: 2024");
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            problems.add(ProblemCode.FIGURES_INVALID, line, "", "不是正确的 YAML，请检查这一行及其前后的缩进、冒号、括号和引号");
        }
        return new Entries(Map.of(), 1);
    }

    private static FigureNode node(JsonParser parser, FigureProblems problems) {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return entries(parser, problems);
        }
        if (token == JsonToken.START_ARRAY) {
            List<FigureNode> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, problems));
            }
            return new Items(items, line);
        }
        return new Scalar(token == JsonToken.VALUE_NULL ? "" : parser.getString(), line);
    }

    private static Entries entries(JsonParser parser, FigureProblems problems) {
        int line = line(parser);
        Map<String, FigureNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            int keyLine = line(parser);
            parser.nextToken();
            if (entries.put(key, node(parser, problems)) != null) {
                problems.add(ProblemCode.FIGURES_INVALID, keyLine, key, "字段 " + key + " 写了两次，应只写一次");
            }
        }
        return new Entries(entries, line);
    }

    private static int line(JsonParser parser) {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
