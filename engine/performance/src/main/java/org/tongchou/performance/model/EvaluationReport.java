package org.tongchou.performance.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.money.PrintedNumber;

/**
 * A report in prose: what a project was to do, what it did, and the points for it.
 *
 * @param kind what kind of report
 * @param title as printed
 * @param docNumber the document number ({@code 宁医保绩〔2025〕1号}); empty when none
 * @param project the project as the title or text names it; empty when not known
 * @param sheet index, in the document's sheets, of the sheet about the same project; -1 when there is none
 * @param amounts amounts stated in sentences, in printed order: name (累计安排, 实际支出 …) to amount
 * @param groups the tree of points: 决策, 过程, 产出, 效益, 满意度, each with its parts
 * @param completions 目标完成情况
 * @param summary points by part as the overview sentence lists them, by name
 * @param counts counts stated in sentences (设置绩效目标, 实际完成), by name
 * @param total 总得分; null when not stated
 * @param grade 评价等级; empty when not stated
 * @param first where it begins
 * @param last where it ends
 */
public record EvaluationReport(
        Kind kind,
        String title,
        String docNumber,
        String project,
        int sheet,
        List<Amount> amounts,
        List<Node> groups,
        List<Completion> completions,
        Map<String, PrintedNumber> summary,
        Map<String, Amount> counts,
        @Nullable Amount total,
        String grade,
        Place first,
        Place last) {
    /** Copies the collections, keeping their order. */
    public EvaluationReport {
        amounts = List.copyOf(amounts);
        groups = List.copyOf(groups);
        completions = List.copyOf(completions);
        summary = Collections.unmodifiableMap(new LinkedHashMap<>(summary));
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    }

    /** The kinds of report. */
    public enum Kind {
        /** 绩效自评报告: repeats the points of the sheet. */
        SELF_EVALUATION("绩效自评报告"),
        /** 绩效评价报告: points of its own. */
        EVALUATION("项目支出绩效评价报告");

        private final String printed;

        Kind(String printed) {
            this.printed = printed;
        }

        /** The name as reports print it. */
        public String printed() {
            return printed;
        }
    }

    /**
     * A number in a sentence.
     *
     * @param name what it is
     * @param value the number
     * @param unit its unit as printed; empty when none
     * @param place where the sentence stands
     */
    public record Amount(String name, PrintedNumber value, String unit, Place place) {}

    /**
     * A part of the tree.
     *
     * @param name its name
     * @param weight points to be had; null when not stated
     * @param score points given; null when not stated
     * @param target what was to be reached, as stated here; {@link Target#NONE} when it is not
     * @param actual what was reached, as stated here
     * @param reason why these points were given; empty when not stated
     * @param children its parts
     * @param place where it stands
     */
    public record Node(
            String name,
            @Nullable PrintedNumber weight,
            @Nullable PrintedNumber score,
            Target target,
            Actual actual,
            String reason,
            List<Node> children,
            Place place) {
        /** Copies the list. */
        public Node {
            children = List.copyOf(children);
        }

        /** The lowest parts, itself when it has none. */
        public List<Node> leaves() {
            return children.isEmpty()
                    ? List.of(this)
                    : children.stream()
                            .flatMap(child -> child.leaves().stream())
                            .toList();
        }
    }

    /**
     * A target with what was reached, and the rate.
     *
     * @param name the indicator
     * @param target what was to be reached
     * @param actual what was reached
     * @param rate 目标完成率 in percent; null when not stated
     * @param place where it stands
     */
    public record Completion(
            String name,
            Target target,
            Actual actual,
            @Nullable PrintedNumber rate,
            Place place) {}

    /** The same report, with the sheet it belongs to. */
    public EvaluationReport about(String name, int index) {
        return new EvaluationReport(
                kind,
                title,
                docNumber,
                name,
                index,
                amounts,
                groups,
                completions,
                summary,
                counts,
                total,
                grade,
                first,
                last);
    }

    /** The lowest parts of the tree in printed order. */
    public List<Node> items() {
        return groups.stream()
                .flatMap(group -> group.children().stream())
                .flatMap(part -> part.leaves().stream())
                .toList();
    }

    /** Where it stands, for people. */
    public String where() {
        return first.rowLabel() + "-" + last.rowLabel();
    }
}
