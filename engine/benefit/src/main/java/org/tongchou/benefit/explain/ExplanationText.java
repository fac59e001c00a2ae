package org.tongchou.benefit.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Citation;
import org.tongchou.benefit.policy.Source;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** An explanation as lines that a patient can read. */
public final class ExplanationText {
    private final Map<String, Source> sources;
    private final Map<String, Integer> notes = new LinkedHashMap<>();

    private ExplanationText(Map<String, Source> sources) {
        this.sources = sources;
    }

    /**
     * Prints an explanation; rules are numbered and told at the end, each once.
     *
     * @param sources the documents of the pack by id
     */
    public static List<String> print(Explanation explanation, Map<String, Source> sources) {
        return new ExplanationText(sources).print(explanation);
    }

    private List<String> print(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.title());
        lines.add("");
        int number = 0;
        for (Step step : explanation.steps()) {
            number++;
            String amount = step.kind() == Step.Kind.CALCULATION ? "" : "  " + yuan(step.amount()) + " 元";
            lines.add(number + ". " + step.what() + amount + marks(step));
            if (!step.formula().isEmpty()) {
                lines.add("   " + step.formula());
            }
            if (step.before() != step.after()) {
                lines.add("   待付 " + yuan(step.before()) + " → " + yuan(step.after()));
            }
        }
        if (!notes.isEmpty()) {
            lines.add("");
            lines.add("依据");
            notes.forEach((text, note) -> lines.add("[" + note + "] " + text));
        }
        return lines;
    }

    private String marks(Step step) {
        StringBuilder marks = new StringBuilder();
        for (Basis basis : step.basis()) {
            int note = notes.computeIfAbsent(text(basis), any -> notes.size() + 1);
            String mark = "[" + note + "]";
            if (marks.indexOf(mark) < 0) {
                marks.append(mark);
            }
        }
        return marks.isEmpty() ? "" : "  " + marks;
    }

    private String text(Basis basis) {
        List<String> cited = new ArrayList<>();
        for (Citation citation : basis.sources()) {
            Source source = sources.get(citation.source());
            String title = source == null
                    ? citation.source()
                    : "《" + source.title() + "》" + (source.number().isEmpty() ? "" : "（" + source.number() + "）");
            cited.add(title + citation.clause());
        }
        return basis.meaning() + "，" + basis.from() + " 起执行，" + String.join("；", cited);
    }

    private static String yuan(long fen) {
        return Money.ofFen(fen).print(MoneyUnit.YUAN, 2);
    }
}
