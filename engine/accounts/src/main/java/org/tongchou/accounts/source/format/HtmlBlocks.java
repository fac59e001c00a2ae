package org.tongchou.accounts.source.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;

/** Turns a tree of HTML into paragraphs and tables. Of nested tables the innermost are taken. */
final class HtmlBlocks implements NodeFilter {
    private static final int DEEPEST = 30;

    private static final Set<String> SKIPPED = Set.of(
            "head",
            "script",
            "style",
            "template",
            "noscript",
            "svg",
            "math",
            "object",
            "iframe",
            "canvas",
            "select",
            "textarea",
            "button",
            "audio",
            "video");

    private final Collector collector;
    private final int firstLine;
    private final Deque<List<Block>> sinks = new ArrayDeque<>();
    private final Deque<Table> tables = new ArrayDeque<>();
    private StringBuilder text = new StringBuilder();
    private int heading;

    /** A table being read. */
    private static final class Table {
        final GridTable grid;
        final String part;
        int row;
        boolean inCell;

        Table(GridTable grid, String part) {
            this.grid = grid;
            this.part = part;
        }
    }

    private HtmlBlocks(Collector collector, int firstLine) {
        this.collector = collector;
        this.firstLine = firstLine;
        sinks.push(new ArrayList<>());
    }

    /** Reads a document of its own; places are paragraphs and rows of tables. */
    static List<Block> ofDocument(String page, Collector collector) {
        return read(page, Parser.htmlParser(), new HtmlBlocks(collector, 0));
    }

    /**
     * Reads HTML found inside a text file; places are lines of that file.
     *
     * @param fragment the HTML, with line feeds as line ends
     * @param firstLine the 1-based line of the file on which it begins
     */
    static List<Block> ofFragment(String fragment, int firstLine, Collector collector) {
        return read(fragment, Parser.htmlParser().setTrackPosition(true), new HtmlBlocks(collector, firstLine));
    }

    private static List<Block> read(String html, Parser parser, HtmlBlocks blocks) {
        int most = blocks.collector.limits().tags();
        if (html.chars().filter(c -> c == '<').limit(most + 1L).count() > most) {
            throw new Refusal(ProblemCode.FILE_TOO_LARGE, "网页内容过多（超过 " + most + " 个标记），文件未读取；请只保留正文后重试");
        }
        Element root = parser.parseInput(html, "");
        root.filter(blocks);
        blocks.endParagraph(root);
        return blocks.sinks.getLast();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            String tag = element.normalName();
            if (SKIPPED.contains(tag) || isHidden(element)) {
                return FilterResult.SKIP_CHILDREN;
            }
            start(element, tag);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element, element.normalName());
        }
        return FilterResult.CONTINUE;
    }

    private void start(Element element, String tag) {
        switch (tag) {
            case "table" -> startTable(element);
            case "tr" -> startRow(element);
            case "td", "th" -> startCell(element);
            case "br" -> {
                if (inCell()) {
                    text.append(' ');
                } else {
                    endParagraph(element);
                }
            }
            default -> {
                if (element.isBlock()) {
                    endParagraph(element);
                    heading = headingLevel(tag);
                }
            }
        }
    }

    private void end(Element element, String tag) {
        switch (tag) {
            case "table" -> endTable(element);
            case "tr" -> {
                if (!tables.isEmpty() && !inCell()) {
                    tables.element().grid.endRow();
                }
            }
            case "thead", "tbody", "tfoot" -> {
                if (!tables.isEmpty() && !inCell()) {
                    tables.element().grid.endGroup();
                }
            }
            case "td", "th" -> endCell(element);
            default -> {
                if (element.isBlock()) {
                    endParagraph(element);
                    heading = 0;
                }
            }
        }
    }

    private void startTable(Element element) {
        endParagraph(element);
        if (tables.size() >= DEEPEST) {
            throw new Refusal(ProblemCode.FILE_UNREADABLE, "表格嵌套超过 " + DEEPEST + " 层，无法读取，请简化后重试");
        }
        tables.push(new Table(new GridTable(collector, true), collector.nextTable()));
    }

    private void startRow(Element element) {
        endParagraph(element);
        if (!tables.isEmpty() && !inCell()) {
            Table table = tables.element();
            table.row++;
            table.grid.startRow(firstLine > 0 ? line(element) : collector.row(table.part, table.row));
        }
    }

    private void startCell(Element element) {
        endParagraph(element);
        if (!tables.isEmpty() && tables.element().grid.inRow() && !inCell()) {
            tables.element().inCell = true;
            sinks.push(new ArrayList<>());
        }
    }

    private void endCell(Element element) {
        endParagraph(element);
        if (inCell()) {
            Table table = tables.element();
            table.inCell = false;
            int down = span(element, "rowspan");
            table.grid.addCell(
                    sinks.pop(), Math.max(1, span(element, "colspan")), down == 0 ? GridTable.TO_THE_END : down);
        }
    }

    private void endTable(Element element) {
        endParagraph(element);
        if (!tables.isEmpty()) {
            sinks.element().addAll(tables.pop().grid.finish());
        }
    }

    private boolean inCell() {
        return !tables.isEmpty() && tables.element().inCell;
    }

    private void endParagraph(Node at) {
        if (text.length() == 0) {
            return;
        }
        String words = CleanText.clean(firstLine > 0 ? Inline.unmarked(text.toString()) : text);
        text = new StringBuilder();
        if (!words.isEmpty()) {
            sinks.element().addAll(collector.paragraphs(words, heading, paragraphPlace(at)));
        }
    }

    private Place paragraphPlace(Node at) {
        if (inCell()) {
            return tables.element().grid.nextCell();
        }
        return firstLine > 0 ? line(at) : collector.nextParagraph();
    }

    private Place line(Node node) {
        int line = node.sourceRange().isTracked() ? node.sourceRange().start().lineNumber() : 1;
        return Place.line(firstLine + Math.max(1, line) - 1);
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("style")
                        .toLowerCase(Locale.ROOT)
                        .replace(" ", "")
                        .contains("display:none");
    }

    private static int headingLevel(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && tag.charAt(1) >= '1' && tag.charAt(1) <= '6'
                ? tag.charAt(1) - '0'
                : 0;
    }

    private static int span(Element element, String name) {
        return Attr.number(element.attr(name).strip(), 1);
    }
}
