package org.tongchou.performance.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.tongchou.accounts.publish.Content;
import org.tongchou.performance.model.EvaluationReport.Amount;

/** Collects the headings and paragraphs of a report. */
final class Prose {
    private static final String PART = "/";

    private final List<Content> contents = new ArrayList<>();

    /** A heading; level 1 for the report, 2 for 一、, 3 for （一）. */
    Prose heading(int level, String text) {
        contents.add(new Content.Heading(level, text));
        return this;
    }

    /** A paragraph, unless it is empty. */
    Prose text(String text) {
        if (!text.isEmpty()) {
            contents.add(new Content.Text(text));
        }
        return this;
    }

    /**
     * What people wrote, or a marked line where they have not.
     *
     * @param missing what is to be written
     */
    Prose written(List<String> paragraphs, String missing) {
        if (paragraphs.isEmpty()) {
            return text("（待填写：" + missing + "）");
        }
        paragraphs.forEach(this::text);
        return this;
    }

    /** What was collected. */
    List<Content> contents() {
        return List.copyOf(contents);
    }

    /** A number with its unit. */
    static String measure(Amount amount) {
        return Printed.measure(amount.value(), amount.unit());
    }

    /**
     * Amounts, a sentence for each with its parts: an amount named {@code 累计安排/市级财政资金} is a part of {@code 累计安排}.
     *
     * @param words what a sentence says before the number, by the amount's name
     */
    static List<String> amounts(List<Amount> amounts, UnaryOperator<String> words) {
        List<String> sentences = new ArrayList<>();
        String whole = "";
        for (Amount amount : amounts) {
            int cut = amount.name().indexOf(PART);
            if (cut >= 0
                    && !sentences.isEmpty()
                    && amount.name().substring(0, cut).equals(whole)) {
                int last = sentences.size() - 1;
                String before = sentences.get(last);
                String joined = before.contains("，其中：") ? before + "、" : before + "，其中：";
                sentences.set(last, joined + amount.name().substring(cut + 1) + " " + measure(amount));
            } else {
                whole = amount.name();
                sentences.add(words.apply(whole) + " " + measure(amount));
            }
        }
        return sentences.stream().map(sentence -> sentence + "。").toList();
    }
}
