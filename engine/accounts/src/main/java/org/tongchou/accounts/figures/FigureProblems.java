package org.tongchou.accounts.figures;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.files.yaml.YamlIssue;

/** Collects what is wrong in files of figures, each problem once. */
public final class FigureProblems {
    private final Set<Problem> all = new LinkedHashSet<>();

    /** Nothing is wrong yet. */
    public FigureProblems() {}

    /** A value that cannot be used. */
    void invalid(String file, int line, String found, String message) {
        add(ProblemCode.FIGURES_INVALID, file, line, found, message);
    }

    /** Something in a line (1-based). */
    void add(ProblemCode code, String file, int line, String found, String message) {
        all.add(new Problem(code, file, Place.line(line), found, message));
    }

    /** A file that is not there or cannot be read. */
    void file(ProblemCode code, String file, String message) {
        all.add(new Problem(code, file, null, file, message));
    }

    /** Takes what is wrong in a YAML file. */
    public Consumer<YamlIssue> in(String file) {
        return issue -> add(code(issue), file, issue.line(), found(issue), issue.message());
    }

    private static ProblemCode code(YamlIssue issue) {
        return switch (issue.kind()) {
            case MISSING -> ProblemCode.FIGURES_MISSING;
            case UNKNOWN -> ProblemCode.FIGURES_UNUSED;
            default -> ProblemCode.FIGURES_INVALID;
        };
    }

    /** What the file says; words of a library are not for people. */
    private static String found(YamlIssue issue) {
        return issue.kind() == YamlIssue.Kind.NOT_YAML ? "" : issue.shortened();
    }

    /** Whether the files cannot be used. */
    public boolean fatal() {
        return all.stream().anyMatch(problem -> problem.code().fatal());
    }

    /** All problems in the order in which they were met. */
    public List<Problem> all() {
        return List.copyOf(all);
    }
}
