package org.tongchou.platform.accounts.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/** What the checks of a row refused. */
final class Problems {
    private final List<EntryProblem> found = new ArrayList<>(0);

    /** Keeps what a check of one field refuses. */
    void told(Runnable check) {
        try {
            check.run();
        } catch (Refusal refusal) {
            found.add(new EntryProblem(
                    0, refusal.code(), text(refusal.field()), text(refusal.value()), text(refusal.expected())));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    List<EntryProblem> found() {
        return List.copyOf(found);
    }

    /** What is wrong with many rows, each with the number of its row. */
    static <T> List<EntryProblem> all(List<T> rows, Function<T, List<EntryProblem>> check) {
        List<EntryProblem> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (EntryProblem problem : check.apply(rows.get(i))) {
                all.add(new EntryProblem(i, problem.code(), problem.field(), problem.value(), problem.expected()));
            }
        }
        return all;
    }

    /** Refuses with the first one. */
    static void refuse(List<EntryProblem> problems) {
        problems.stream().findFirst().ifPresent(first -> {
            throw Refusal.field(first.code(), first.field(), first.value(), first.expected());
        });
    }

    static void unit(Set<Long> units, @Nullable Long unit) {
        long given = Given.required("单位", unit);
        if (!units.contains(given)) {
            throw Refusal.field("E-BKS-101", "单位", Long.toString(given), "本部门且在您数据范围内的单位");
        }
    }
}
