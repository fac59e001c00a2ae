package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Place;

/**
 * Reads plain text and Markdown. Tables are lines of tab-separated cells, Markdown tables with bars, or HTML tables
 * between the lines; a table ends at the first line that is none of its rows. Places are 1-based lines of the file.
 */
final class TextReader {
    private static final Pattern TABLE_START = Pattern.compile("<table[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern TABLE_EDGE = Pattern.compile("<(/?)table[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern BULLET = Pattern.compile("^(?:> ?)*(?:[-*+•] (?=\\S))?");

    /** HTML tables that do not end are taken as text; so many are tried. */
    private static final int UNCLOSED_TABLES = 10;

    private final Collector collector;
    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private final TextTable table;
    private int position;
    private int lineEnd = -1;
    private int line = 1;
    private int unclosed;

    private TextReader(String text, Collector collector) {
        this.text = text;
        this.collector = collector;
        this.table = new TextTable(collector);
    }

    static List<Block> read(Path file, Collector collector) throws IOException {
        String text = TextDecoder.read(Files.readAllBytes(file), Optional.empty(), collector);
        collector.checkLength(text);
        return new TextReader(text, collector).read();
    }

    private List<Block> read() {
        Matcher html = TABLE_START.matcher(text);
        while (position < text.length()) {
            if (lineEnd < position) {
                lineEnd = endOfLine(position);
            }
            html.region(position, lineEnd).useTransparentBounds(true);
            int end = unclosed < UNCLOSED_TABLES && html.find() ? endOfTable(html.start()) : -1;
            if (end > 0) {
                addLine(text.substring(position, html.start()));
                addHtml(html.start(), end);
            } else {
                addLine(text.substring(position, lineEnd));
                position = startOfNextLine(lineEnd);
                line++;
            }
        }
        blocks.addAll(table.finish());
        return blocks;
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private int startOfNextLine(int end) {
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    /** Where the HTML table that starts here ends, nested tables included; -1 when it does not. */
    private int endOfTable(int start) {
        Matcher edge = TABLE_EDGE.matcher(text).region(start, text.length());
        int depth = 0;
        while (edge.find()) {
            depth += edge.group(1).isEmpty() ? 1 : -1;
            if (depth == 0) {
                int end = text.indexOf('>', edge.start());
                return end < 0 ? -1 : end + 1;
            }
        }
        unclosed++;
        return -1;
    }

    private void addHtml(int start, int end) {
        blocks.addAll(table.finish());
        String fragment = text.substring(start, end).replace("\r\n", "\n").replace('\r', '\n');
        blocks.addAll(HtmlBlocks.ofFragment(fragment, line, collector));
        line += (int) fragment.chars().filter(c -> c == '\n').count();
        position = end;
    }

    private void addLine(String current) {
        if (isBarRow(current)) {
            if (!isBarSeparator(current)) {
                table.addRow(barCells(current), Place.line(line));
            }
            table.setBars(true);
        } else if (current.indexOf('\t') >= 0) {
            table.addRow(Arrays.asList(current.split("\t", -1)), Place.line(line));
        } else {
            blocks.addAll(table.finish());
            addParagraph(current);
        }
    }

    private void addParagraph(String current) {
        String words = CleanText.clean(Inline.words(current));
        if (isRule(words)) {
            return;
        }
        int hashes = 0;
        while (hashes < words.length() && hashes < 6 && words.charAt(hashes) == '#') {
            hashes++;
        }
        String body = hashes > 0 ? withoutClosingHashes(words.substring(hashes)) : words;
        blocks.addAll(collector.paragraphs(BULLET.matcher(body.strip()).replaceFirst(""), hashes, Place.line(line)));
    }

    private static String withoutClosingHashes(String heading) {
        int end = heading.length();
        while (end > 0 && heading.charAt(end - 1) == '#') {
            end--;
        }
        return heading.substring(0, end);
    }

    /** A line across the page, or under a heading. */
    private static boolean isRule(String words) {
        String dense = words.replace(" ", "").replace("+", "");
        return dense.length() > 2
                && "-=*_".indexOf(dense.charAt(0)) >= 0
                && dense.chars().allMatch(c -> c == dense.charAt(0));
    }

    /** A row of a Markdown table: it starts with a bar, follows such a row, or stands above the separator line. */
    private boolean isBarRow(String current) {
        int bar = current.indexOf('|');
        if (bar < 0) {
            return table.hasBars() && isBarSeparator(current);
        }
        boolean fenced = current.substring(0, bar).isBlank() && current.indexOf('|', bar + 1) > 0;
        if (fenced || table.hasBars()) {
            return true;
        }
        int next = startOfNextLine(lineEnd);
        return next < text.length() && isBarSeparator(text.substring(next, endOfLine(next)));
    }

    private static boolean isBarSeparator(String current) {
        return (current.indexOf('-') >= 0 || current.indexOf('=') >= 0)
                && (current.indexOf('|') >= 0 || current.indexOf('+') >= 0)
                && current.chars().allMatch(c -> "|+-=: \t".indexOf(c) >= 0);
    }

    private static List<String> barCells(String current) {
        List<String> cells = new ArrayList<>(Arrays.asList(BAR.split(current, -1)));
        if (cells.get(0).isBlank()) {
            cells.remove(0);
        }
        if (cells.size() > 1 && cells.get(cells.size() - 1).isBlank()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }
}
