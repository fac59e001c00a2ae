package org.tongchou.platform.disclosure.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/**
 * The content of a published web page within a page of ours. Only tags and attributes that publications are made of come
 * through, whoever wrote the file.
 *
 * @param title lines of the cover
 * @param contents list of contents as markup; empty when there is none
 * @param main the document itself as markup
 */
record PublishedText(List<String> title, String contents, String main) {
    private static final int KEPT = 16;
    private static final Map<String, PublishedText> CACHE =
            Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, PublishedText> eldest) {
                    return size() > KEPT;
                }
            });
    private static final Safelist SAFE = new Safelist()
            .addTags(
                    "nav",
                    "main",
                    "section",
                    "div",
                    "p",
                    "ul",
                    "li",
                    "a",
                    "h2",
                    "h3",
                    "h4",
                    "table",
                    "colgroup",
                    "col",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "svg",
                    "rect",
                    "path",
                    "text",
                    "g",
                    "circle")
            .addAttributes(":all", "id", "class", "role", "tabindex", "aria-label", "aria-labelledby")
            .addAttributes("th", "scope", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("col", "width")
            .addAttributes("a", "href")
            .addAttributes("svg", "width", "height", "viewBox", "font-size")
            .addAttributes("rect", "x", "y", "width", "height", "fill")
            .addAttributes("path", "d", "fill", "stroke", "stroke-width")
            .addAttributes("circle", "cx", "cy", "r", "fill")
            .addAttributes("text", "x", "y", "text-anchor", "font-size", "fill", "transform");

    /** Copies the list. */
    PublishedText {
        title = List.copyOf(title);
    }

    /**
     * Reads a published web page.
     *
     * @param sha256 digest of its content, under which it is remembered
     */
    static PublishedText read(Path file, String sha256) throws IOException {
        PublishedText known = CACHE.get(sha256);
        if (known == null) {
            known = of(Jsoup.parse(file, StandardCharsets.UTF_8.name()));
            CACHE.put(sha256, known);
        }
        return known;
    }

    private static PublishedText of(Document page) {
        for (Element column : page.select("col[style]")) {
            column.attr("width", column.attr("style").replaceFirst("^width:([0-9.]+%)$", "$1"));
        }
        page.select("a[href]:not([href^=#])").removeAttr("href");
        List<String> title = page.select("header.cover .line").eachText();
        return new PublishedText(title, clean(page.selectFirst("nav")), clean(page.selectFirst("main")));
    }

    private static String clean(@org.jspecify.annotations.Nullable Element element) {
        return element == null
                ? ""
                : Jsoup.clean(element.outerHtml(), "", SAFE, new OutputSettings().prettyPrint(false));
    }
}
