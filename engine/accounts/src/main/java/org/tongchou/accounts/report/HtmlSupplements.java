package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;
import static org.tongchou.accounts.report.HtmlPage.header;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.accounts.report.Marks.Mark;

/** What other engines found, on the page of a document: a table for each listing, findings marked in their rows. */
final class HtmlSupplements {
    private static final Pattern NUMBER = Pattern.compile("-?[\\d,.]+%?");

    private final List<Supplement> supplements;
    private final Marks marks;
    private int number;

    HtmlSupplements(List<Supplement> supplements, Marks marks) {
        this.supplements = supplements;
        this.marks = marks;
    }

    void render(Element toc, Element main) {
        for (Supplement supplement : supplements) {
            List<Supplement.Listing> listings = supplement.listings();
            Element section = HtmlDocument.section(toc, main, supplement.key(), supplement.title(), listings.size());
            Element list = add(toc, "div", "sub");
            for (Supplement.Listing listing : listings) {
                listing(list, section, supplement, listing);
                number++;
            }
        }
    }

    private void listing(Element toc, Element section, Supplement supplement, Supplement.Listing listing) {
        String id = "s" + (number + 1);
        Element link = add(toc, "a", "", listing.topic()).attr("href", "#" + id);
        long failing = IntStream.range(0, listing.lines().size())
                .filter(line -> marks.on(Marks.line(number, line)).stream().anyMatch(Mark::isFail))
                .count();
        if (failing > 0) {
            add(link, "span", "count fail", String.valueOf(failing)).attr("title", failing + " 处不符");
        }
        Element figure = add(section, "section", "account").attr("id", id);
        add(figure, "h3", "", listing.title());
        if (!listing.note().isEmpty()) {
            add(figure, "p", "note", listing.note());
        }
        Element table = add(add(figure, "div", "scroll"), "table", "list performance");
        Element head = add(add(table, "thead", ""), "tr", "");
        supplement.columns().forEach(name -> header(head, name, 1));
        header(head, "位置", 1);
        Element body = add(table, "tbody", "");
        for (int l = 0; l < listing.lines().size(); l++) {
            line(body, listing.lines().get(l), Marks.line(number, l));
        }
    }

    private void line(Element body, Supplement.Line line, String anchor) {
        List<Mark> on = marks.on(anchor);
        Element row = add(body, "tr", "").attr("id", anchor);
        for (String text : line.cells()) {
            boolean named = text.equals(line.name()) && !text.isEmpty();
            boolean figure = NUMBER.matcher(text).matches();
            add(row, "td", named ? Marks.style(on) : figure ? "n" : "", text);
        }
        Element where = add(row, "td", "where", line.place().rowLabel() + " ");
        for (Mark mark : on) {
            add(where, "a", "mark", "#" + mark.number()).attr("href", "#" + mark.anchor());
            where.appendText(" ");
        }
    }
}
