package org.tongchou.accounts.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.tongchou.money.PrintedNumber;

/**
 * The frame of every report page: one self-contained file, nothing fetched. Text is escaped by construction, because
 * pages are built as trees; the content policy forbids whatever might slip through.
 */
public final class HtmlPage {
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";
    private static final String STYLE = resource("report.css");
    private static final String SCRIPT = resource("report.js");

    private final Document document;
    private final Element body;

    private HtmlPage(Document document, Element body) {
        this.document = document;
        this.body = body;
    }

    /** An empty page with a title. */
    public static HtmlPage titled(String title) {
        Document document = new Document("");
        document.outputSettings().prettyPrint(false).charset(StandardCharsets.UTF_8);
        document.appendChild(new DocumentType("html", "", ""));
        Element html = document.appendElement("html").attr("lang", "zh-CN");
        Element head = html.appendElement("head");
        head.appendElement("meta").attr("charset", "UTF-8");
        head.appendElement("meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
        head.appendElement("meta").attr("http-equiv", "Content-Security-Policy").attr("content", POLICY);
        head.appendElement("title").text(title);
        head.appendElement("style").appendChild(new DataNode(STYLE));
        Element body = html.appendElement("body");
        return new HtmlPage(document, body);
    }

    /** Where content goes. */
    public Element body() {
        return body;
    }

    /** The whole page. */
    public String render() {
        Document whole = document.clone();
        whole.body().appendElement("script").appendChild(new DataNode(SCRIPT));
        return whole.outerHtml() + "\n";
    }

    /** Appends an element with a class and returns it. */
    public static Element add(Element parent, String tag, String className) {
        Element element = parent.appendElement(tag);
        if (!className.isEmpty()) {
            element.attr("class", className);
        }
        return element;
    }

    /** Appends an element with a class and text and returns it. */
    public static Element add(Element parent, String tag, String className, String text) {
        return add(parent, tag, className).text(text);
    }

    /** Appends a header cell for a column or a group of columns. */
    public static Element header(Element row, String text, int span) {
        Element cell = add(row, "th", "", text).attr("scope", span > 1 ? "colgroup" : "col");
        if (span > 1) {
            cell.attr("colspan", String.valueOf(span));
        }
        return cell;
    }

    /** Appends a tile of a summary band. */
    public static void tile(Element band, String className, int value, String label) {
        Element tile = add(band, "div", ("tile " + className).strip());
        add(tile, "b", "", PrintedNumber.print(BigDecimal.valueOf(value)));
        add(tile, "span", "", label);
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
