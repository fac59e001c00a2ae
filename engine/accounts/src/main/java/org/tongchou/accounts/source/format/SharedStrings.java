package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.List;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** The texts that the cells of a workbook share, without their phonetic guides. */
final class SharedStrings extends DefaultHandler {
    private final List<String> strings = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean reading;
    private int phonetic;

    /** The text with a 0-based number; empty when there is none. */
    String get(int index) {
        return index >= 0 && index < strings.size() ? strings.get(index) : "";
    }

    @Override
    public void startElement(String uri, String name, String qName, Attributes attributes) {
        switch (name) {
            case "si" -> text.setLength(0);
            case "rPh" -> phonetic++;
            case "t" -> reading = phonetic == 0;
            default -> {
                // fonts of parts of the text
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qName) {
        switch (name) {
            case "si" -> strings.add(text.length() == 0 ? "" : text.toString());
            case "rPh" -> phonetic--;
            case "t" -> reading = false;
            default -> {
                // see above
            }
        }
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (reading) {
            text.append(chars, start, length);
        }
    }
}
