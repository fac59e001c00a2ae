package org.tongchou.accounts.source.format;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;

/** What reading one file has brought so far: problems, counters of places, and how much text is still allowed. */
final class Collector {
    /** The part of paragraphs outside tables in docx and html. */
    private static final String BODY = "正文";

    private static final int SAME_PROBLEMS = 50;

    private final String file;
    private final Medium medium;
    private final Limits limits;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<ProblemCode, Integer> counts = new EnumMap<>(ProblemCode.class);
    private int paragraphs;
    private int tables;
    private long used;

    Collector(String file, Medium medium, Limits limits) {
        this.file = file;
        this.medium = medium;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** The place of the next paragraph outside tables. */
    Place nextParagraph() {
        return new Place(medium, BODY, ++paragraphs, 0);
    }

    /** The part name of the next table. */
    String nextTable() {
        return "表" + ++tables;
    }

    /** A row of a part of this file. */
    Place row(String part, int row) {
        return new Place(medium, part, row, 0);
    }

    /**
     * The text as paragraphs: none when there is nothing to see, several when it is longer than a cell may be.
     *
     * @param raw text without markup
     */
    List<Paragraph> paragraphs(CharSequence raw, int heading, Place place) {
        String rest = CleanText.clean(raw);
        List<Paragraph> pieces = new ArrayList<>(1);
        while (!rest.isEmpty()) {
            String piece = CleanText.cut(rest, limits.cellText());
            rest = rest.substring(piece.length());
            spend(piece.length() + 1);
            if (!piece.isBlank()) {
                pieces.add(new Paragraph(piece.strip(), heading, place));
            }
        }
        return pieces;
    }

    /** The text of a cell, cut with a problem when it is too long. */
    String cell(CharSequence raw, Place place) {
        String text = CleanText.clean(raw);
        if (text.length() > limits.cellText()) {
            problem(
                    ProblemCode.TABLE_TOO_LARGE,
                    place,
                    CleanText.shown(text),
                    "单元格文字过长（" + text.length() + " 字），只读前 " + limits.cellText() + " 字");
            text = CleanText.cut(text, limits.cellText());
        }
        spend(text.length() + 1);
        return text;
    }

    /** Takes from what the document may hold; refuses the file when nothing is left. */
    void spend(int amount) {
        used += amount;
        if (used > limits.totalText()) {
            throw tooMuchText();
        }
    }

    /** Refuses a file whose text, with its markup, is longer than a document may be. */
    void checkLength(String text) {
        if (text.length() > limits.totalText()) {
            throw tooMuchText();
        }
    }

    private Refusal tooMuchText() {
        return new Refusal(
                ProblemCode.FILE_TOO_LARGE, "文件内容过多（超过 " + limits.totalText() + " 字或单元格），未读取；请只保留预算或决算公开的部分后重试");
    }

    /** Notes a problem; of very many of one kind only the first are kept and the rest counted. */
    void problem(ProblemCode code, @Nullable Place place, String found, String message) {
        if (counts.merge(code, 1, Integer::sum) <= SAME_PROBLEMS) {
            problems.add(new Problem(code, file, place, CleanText.shown(CleanText.clean(found)), message));
        }
    }

    /** The document as read. A file without any text is a problem of its own. */
    RawDocument finish(List<Block> blocks) {
        counts.forEach((code, count) -> {
            if (count > SAME_PROBLEMS) {
                problems.add(new Problem(code, file, null, "", "另有 " + (count - SAME_PROBLEMS) + " 处同类问题，不再逐一列出"));
            }
        });
        if (blocks.isEmpty()
                && problems.stream().noneMatch(problem -> problem.code().fatal())) {
            problems.add(new Problem(ProblemCode.FILE_EMPTY, file, null, "", "文件中没有文字，请检查是否选错文件"));
        }
        return new RawDocument(file, medium, blocks, problems);
    }

    /** The file as unusable, for one reason. */
    RawDocument refuse(ProblemCode code, String message) {
        return new RawDocument(file, medium, List.of(), List.of(new Problem(code, file, null, "", message)));
    }
}
