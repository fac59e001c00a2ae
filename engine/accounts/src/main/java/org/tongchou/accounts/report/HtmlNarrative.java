package org.tongchou.accounts.report;

import static org.tongchou.accounts.report.HtmlPage.add;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;

/** The sentences with figures: those with findings first in sight, the others folded away when there are many. */
final class HtmlNarrative {
    private final List<NarrativeFigure> figures;
    private final Marks marks;

    private record Sentence(Place place, String text) {}

    HtmlNarrative(List<NarrativeFigure> figures, Marks marks) {
        this.figures = figures;
        this.marks = marks;
    }

    void render(Element section, int open) {
        Map<Sentence, List<Integer>> sentences = new LinkedHashMap<>();
        for (int n = 0; n < figures.size(); n++) {
            NarrativeFigure figure = figures.get(n);
            sentences
                    .computeIfAbsent(new Sentence(figure.place(), figure.sentence()), key -> new ArrayList<>())
                    .add(n);
        }
        List<Map.Entry<Sentence, List<Integer>>> found = new ArrayList<>();
        List<Map.Entry<Sentence, List<Integer>>> rest = new ArrayList<>();
        for (Map.Entry<Sentence, List<Integer>> sentence : sentences.entrySet()) {
            boolean marked = sentence.getValue().stream()
                    .anyMatch(n -> !marks.on(Marks.figure(n)).isEmpty());
            (marked ? found : rest).add(sentence);
        }
        if (!found.isEmpty()) {
            add(section, "h3", "", "涉及发现的句子");
            list(section, found);
        }
        if (!rest.isEmpty()) {
            Element details = add(section, "details", "");
            if (rest.size() <= open) {
                details.attr("open", "");
            }
            add(details, "summary", "", (found.isEmpty() ? "" : "其余 ") + rest.size() + " 句");
            list(details, rest);
        }
    }

    private void list(Element parent, List<Map.Entry<Sentence, List<Integer>>> sentences) {
        Element table = add(add(parent, "div", "scroll"), "table", "list sentences");
        Element head = add(add(table, "thead", ""), "tr", "");
        List.of("位置", "句子", "读作").forEach(name -> HtmlPage.header(head, name, 1));
        Element body = add(table, "tbody", "");
        for (Map.Entry<Sentence, List<Integer>> sentence : sentences) {
            Element row = add(body, "tr", "");
            add(row, "td", "where", sentence.getKey().place().label());
            List<Quotes.Span> spans = new ArrayList<>();
            Element keys = new Element("ul");
            for (int n : sentence.getValue()) {
                NarrativeFigure figure = figures.get(n);
                List<Marks.Mark> found = marks.on(Marks.figure(n));
                spans.add(Quotes.span(figure, Marks.figure(n), Marks.style(found), found));
                add(keys, "li", "", figure.key() + " " + PrintedNumber.print(figure.value()) + " " + figure.unit());
            }
            spans.sort(Comparator.comparingInt(Quotes.Span::start));
            Quotes.whole(add(row, "td", "sentence"), sentence.getKey().text(), spans);
            add(row, "td", "keys").appendChild(keys);
        }
    }
}
