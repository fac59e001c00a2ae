package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/** Reads plain text and Markdown in which tables are lines of tab-separated cells. */
final class TextReader {
    private static final Pattern HEADING = Pattern.compile("^(#{1,6})\\s*(.*)$");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^<>]{0,200}>|\\*\\*");
    private static final Pattern SEPARATOR_CELL = Pattern.compile(":?-{2,}:?");

    private TextReader() {}

    /** Reads the text of a file into paragraphs and tables; places are 1-based lines. */
    static RawDocument read(String file, String text) {
        List<Block> blocks = new ArrayList<>();
        List<RawRow> rows = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Place place = Place.line(i + 1);
            String line = lines[i];
            if (line.indexOf('\t') >= 0) {
                List<String> cells = Arrays.stream(line.split("\t", -1))
                        .map(TextReader::plain)
                        .toList();
                if (!isSeparator(cells)) {
                    rows.add(new RawRow(cells, place));
                }
                continue;
            }
            flush(rows, blocks);
            String plain = plain(line);
            if (plain.isEmpty()) {
                continue;
            }
            Matcher heading = HEADING.matcher(plain);
            if (heading.matches()) {
                String title = heading.group(2).strip();
                if (!title.isEmpty()) {
                    blocks.add(new Paragraph(title, heading.group(1).length(), place));
                }
            } else {
                blocks.add(new Paragraph(plain, 0, place));
            }
        }
        flush(rows, blocks);
        return new RawDocument(file, Medium.TEXT, blocks, List.of());
    }

    private static void flush(List<RawRow> rows, List<Block> blocks) {
        if (!rows.isEmpty()) {
            blocks.add(new RawTable(rows));
            rows.clear();
        }
    }

    private static boolean isSeparator(List<String> cells) {
        return cells.stream()
                .allMatch(cell -> cell.isEmpty() || SEPARATOR_CELL.matcher(cell).matches());
    }

    private static String plain(String text) {
        return MARKUP.matcher(text).replaceAll("").strip();
    }
}
