package org.tongchou.accounts.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;

/** Finds the figures stated in the sentences of a document. */
public final class NarrativeReader {
    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)\\s*年");

    private NarrativeReader() {}

    /**
     * Reads every number with a unit out of the sentences of a document.
     *
     * <p>Figures of the accounts get the keys of {@code narrative/patterns.yaml}. A budget figure stated beside the
     * outturn gets {@code 年初预算/<key>}, {@code 全年预算/<key>}, {@code 调整预算/<key>} or {@code 预算/<key>}; a share
     * gets {@code 占比/<part>/<whole>} with unit %. Any other number is named by the words before it (by the noun after
     * it when there are none); the former value of a change ({@code 由 10 项增加到 25 项}) ends with {@code （原）}. A
     * sentence that says there is nothing (没有使用政府性基金…) is a figure of 0 万元. Sentences in one of several
     * cells of a table row are read too; their section ends with {@code /表格}.
     *
     * @return the figures in reading order; never fails
     */
    public static List<NarrativeFigure> read(RawDocument document) {
        Patterns patterns = Patterns.standard();
        QuantityScanner scanner = new QuantityScanner(patterns.units());
        KeyFinder keys = KeyFinder.standard();
        ChangeWords changes = new ChangeWords(patterns, year(document));
        List<NarrativeFigure> figures = new ArrayList<>();
        SectionReader reader = null;
        String section = "";
        for (Sentence sentence : TextFlow.sentences(document, scanner)) {
            if (reader == null || !sentence.section().equals(section)) {
                if (reader != null) {
                    figures.addAll(reader.figures());
                }
                section = sentence.section();
                reader = new SectionReader(patterns, keys, changes, scanner, section);
            }
            reader.read(sentence);
        }
        if (reader != null) {
            figures.addAll(reader.figures());
        }
        return List.copyOf(figures);
    }

    /** The first year named in running text: that of the title. */
    private static int year(RawDocument document) {
        return document.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> YEAR.matcher(((Paragraph) block).text()))
                .filter(Matcher::find)
                .findFirst()
                .map(matcher -> Integer.parseInt(matcher.group(1)))
                .orElse(0);
    }
}
