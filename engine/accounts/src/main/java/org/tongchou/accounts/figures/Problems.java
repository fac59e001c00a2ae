package org.tongchou.accounts.figures;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/** Collects what is wrong in a folder. */
final class Problems {
    private final List<Problem> all = new ArrayList<>();

    /** A value that cannot be used. */
    void invalid(String file, int line, String found, String message) {
        add(ProblemCode.FIGURES_INVALID, file, line, found, message);
    }

    void add(ProblemCode code, String file, int line, String found, String message) {
        add(new Problem(code, file, Place.line(line), found, message));
    }

    /** A file that is not there or cannot be read. */
    void file(ProblemCode code, String file, String message) {
        add(new Problem(code, file, null, file, message));
    }

    /** A part that is read twice is reported once. */
    private void add(Problem problem) {
        if (!all.contains(problem)) {
            all.add(problem);
        }
    }

    boolean fatal() {
        return all.stream().anyMatch(problem -> problem.code().fatal());
    }

    List<Problem> all() {
        return all;
    }
}
