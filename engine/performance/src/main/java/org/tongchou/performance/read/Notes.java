package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/** What reading met, in document order. */
final class Notes {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Notes(String file) {
        this.file = file;
    }

    void add(ProblemCode code, Place place, String found, String message) {
        problems.add(new Problem(code, file, place, Plain.shown(found), message));
    }

    List<Problem> list() {
        return List.copyOf(problems);
    }
}
