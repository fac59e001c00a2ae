package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;

/** Collects the problems of one file. */
final class Problems {
    private static final int LONGEST = 60;

    private final String file;
    private final List<Problem> list = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(ProblemCode code, @Nullable Place place, String found, String message) {
        String shortened = found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
        list.add(new Problem(code, file, place, shortened, message));
    }

    List<Problem> list() {
        return List.copyOf(list);
    }
}
