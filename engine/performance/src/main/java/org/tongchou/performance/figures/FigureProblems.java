package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/** Collects what is wrong in one file. */
final class FigureProblems {
    private static final int LONGEST = 60;

    private final String file;
    private final List<Problem> all = new ArrayList<>();

    FigureProblems(String file) {
        this.file = file;
    }

    /** Adds a problem of a line (1-based). */
    void add(ProblemCode code, int line, String found, String message) {
        all.add(new Problem(code, file, Place.line(line), shorten(found), message));
    }

    /** Adds a value that is not what its field needs. */
    void wrong(int line, String key, String found, String expected) {
        add(ProblemCode.FIGURES_INVALID, line, found, "字段 " + key + " 的值“" + shorten(found) + "”应为" + expected);
    }

    /** Whether the file cannot be used. */
    boolean fatal() {
        return all.stream().anyMatch(problem -> problem.code().fatal());
    }

    /** All problems in the order in which they were met. */
    List<Problem> all() {
        return all;
    }

    private static String shorten(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
