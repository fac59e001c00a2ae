package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The sheets of a workbook, from its main part. */
final class WorkbookHandler extends DefaultHandler {
    /**
     * A sheet.
     *
     * @param name as on its tab
     * @param relation the relationship that leads to its part
     * @param hidden whether people do not see it
     */
    record Sheet(String name, String relation, boolean hidden) {}

    private static final Set<String> TRUE = Set.of("1", "true", "on");

    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /** Whether dates count from 1904 and not from 1900. */
    boolean from1904() {
        return from1904;
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        if ("sheet".equals(name)) {
            sheets.add(new Sheet(
                    Attr.text(attributes, "name"), relation(attributes), !"visible".equals(state(attributes))));
        } else if ("workbookPr".equals(name)) {
            from1904 = TRUE.contains(Attr.text(attributes, "date1904"));
        }
    }

    private static String state(Attributes attributes) {
        String state = Attr.text(attributes, "state");
        return state.isEmpty() ? "visible" : state;
    }

    /** The only attribute named {@code id} that has a prefix. */
    private static String relation(Attributes attributes) {
        for (int i = 0; i < attributes.getLength(); i++) {
            if ("id".equals(attributes.getLocalName(i)) && !attributes.getURI(i).isEmpty()) {
                return attributes.getValue(i);
            }
        }
        return "";
    }
}
