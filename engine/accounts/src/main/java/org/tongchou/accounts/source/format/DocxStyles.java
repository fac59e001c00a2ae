package org.tongchou.accounts.source.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The heading levels and lists that the paragraph styles of a docx stand for, from its {@code styles.xml}. */
final class DocxStyles extends DefaultHandler {
    private static final Pattern HEADING_NAME = Pattern.compile("(?:heading|标题) ?([1-9])");
    private static final int LONGEST_CHAIN = 20;

    private final Map<String, Integer> levels = new HashMap<>();
    private final Map<String, Integer> listNumbers = new HashMap<>();
    private final Map<String, Integer> listLevels = new HashMap<>();
    private final Map<String, String> parents = new HashMap<>();
    private @Nullable String style;

    /** The heading level (1–6) of a style or of the style it is based on; 0 for text. */
    int heading(String styleId) {
        return inherited(levels, styleId).orElse(0);
    }

    /** The number of the list that a style puts its paragraphs into; 0 when it does not. */
    int listNumber(String styleId) {
        return inherited(listNumbers, styleId).orElse(0);
    }

    /** The level that a style gives its paragraphs in their list. */
    Optional<Integer> listLevel(String styleId) {
        return inherited(listLevels, styleId);
    }

    private Optional<Integer> inherited(Map<String, Integer> values, String styleId) {
        String id = styleId;
        for (int i = 0; i < LONGEST_CHAIN && id != null; i++) {
            Integer value = values.get(id);
            if (value != null) {
                return Optional.of(value);
            }
            id = parents.get(id);
        }
        return Optional.empty();
    }

    /** The heading level for an outline level as Word counts it (0–8; 9 is text). */
    static int fromOutline(@Nullable String outlineLevel) {
        int level = Attr.number(outlineLevel, 9);
        return level < 0 || level > 8 ? 0 : Math.min(level + 1, 6);
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        String value = Attr.value(attributes, uri, "val");
        switch (name) {
            case "style" -> style = Attr.value(attributes, uri, "styleId");
            case "basedOn" -> {
                if (style != null && value != null) {
                    parents.put(style, value);
                }
            }
            case "name" -> nameLevel(value);
            case "outlineLvl" -> {
                if (style != null) {
                    levels.put(style, fromOutline(value));
                }
            }
            case "numId" -> put(listNumbers, value);
            case "ilvl" -> put(listLevels, value);
            default -> {
                // nothing else tells a heading
            }
        }
    }

    private void put(Map<String, Integer> values, @Nullable String value) {
        if (style != null) {
            values.put(style, Attr.number(value, 0));
        }
    }

    private void nameLevel(@Nullable String name) {
        if (style == null || name == null) {
            return;
        }
        Matcher heading = HEADING_NAME.matcher(name.strip().toLowerCase(Locale.ROOT));
        if (heading.matches()) {
            levels.put(style, Math.min(Integer.parseInt(heading.group(1)), 6));
        } else if ("title".equalsIgnoreCase(name) || "标题".equals(name)) {
            levels.put(style, 1);
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if ("style".equals(name)) {
            style = null;
        }
    }
}
