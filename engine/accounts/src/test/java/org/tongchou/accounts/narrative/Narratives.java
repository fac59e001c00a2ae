package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;

/** Hand-made documents and short ways to look at what was read. */
final class Narratives {
    private Narratives() {}

    /** A document of paragraphs, one on each line. */
    static RawDocument document(String... paragraphs) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < paragraphs.length; i++) {
            blocks.add(new Paragraph(paragraphs[i], 0, Place.line(i + 1)));
        }
        return document(blocks);
    }

    static RawDocument document(List<Block> blocks) {
        return new RawDocument("样例.txt", Medium.TEXT, blocks, List.of());
    }

    static List<NarrativeFigure> read(String... paragraphs) {
        return NarrativeReader.read(document(paragraphs));
    }

    /** {@code key=value unit} of every figure. */
    static List<String> figures(String... paragraphs) {
        return read(paragraphs).stream().map(Narratives::line).toList();
    }

    static String line(NarrativeFigure figure) {
        return figure.key() + "=" + plain(figure.value()) + figure.unit();
    }

    static NarrativeFigure one(String key, String... paragraphs) {
        List<NarrativeFigure> found = read(paragraphs).stream()
                .filter(figure -> figure.key().equals(key))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(key + " stated " + found.size() + " times in " + figures(paragraphs));
        }
        return found.get(0);
    }

    /** {@code base direction amount percent} of every change of the figure. */
    static List<String> changes(String key, String... paragraphs) {
        return one(key, paragraphs).changes().stream().map(Narratives::line).toList();
    }

    static String line(NarrativeFigure.Change change) {
        return change.base()
                + " "
                + (change.completion() ? "完成" : change.direction() > 0 ? "+" : change.direction() < 0 ? "-" : "0")
                + (change.amount() == null ? "" : " " + plain(change.amount()))
                + (change.percent() == null ? "" : " " + plain(change.percent()) + "%")
                + (change.baseValue() == null ? "" : " 对比" + plain(change.baseValue()));
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }
}
