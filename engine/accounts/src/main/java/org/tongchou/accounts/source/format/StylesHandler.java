package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The number formats of a workbook's cell styles, from its {@code styles.xml}. */
final class StylesHandler extends DefaultHandler {
    /** As many as Excel allows. */
    private static final int MOST_STYLES = 65_500;

    private static final int LONGEST_CODE = 255;

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> formats = new ArrayList<>();
    private boolean inCellStyles;

    /** The formats the workbook defines itself, by number. */
    Map<Integer, String> codes() {
        return Map.copyOf(codes);
    }

    /** The number of the format that a cell style has; 0 (no format) for an unknown style. */
    int format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : 0;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "numFmt" -> {
                String code = Attr.text(attributes, "formatCode");
                int id = Attr.number(attributes.getValue("numFmtId"), -1);
                if (id >= 0 && code.length() <= LONGEST_CODE && codes.size() < MOST_STYLES) {
                    codes.put(id, code);
                }
            }
            case "cellXfs" -> inCellStyles = true;
            case "xf" -> {
                if (inCellStyles && formats.size() < MOST_STYLES) {
                    formats.add(Attr.number(attributes.getValue("numFmtId"), 0));
                }
            }
            default -> {
                // fonts, fills and borders do not matter
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        if ("cellXfs".equals(name)) {
            inCellStyles = false;
        }
    }
}
