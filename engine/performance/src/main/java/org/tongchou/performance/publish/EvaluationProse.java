package org.tongchou.performance.publish;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.publish.Content;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Node;

/** An evaluation report (绩效评价报告) in five parts, the points in sentences. */
final class EvaluationProse {
    private static final String FULL = "得满分";

    private final EvaluationReport report;

    private EvaluationProse(EvaluationReport report) {
        this.report = report;
    }

    static List<Content> of(EvaluationReport report, @Nullable Integer year, ReportTexts texts) {
        return new EvaluationProse(report).build(year, texts);
    }

    private List<Content> build(@Nullable Integer year, ReportTexts texts) {
        Prose prose = new Prose();
        prose.heading(1, report.title().isEmpty() ? report.kind().printed() : report.title());
        prose.text(report.docNumber());
        if (!report.project().isEmpty()) {
            prose.text("评价项目：" + report.project() + (year == null ? "" : "（" + year + " 年度）"));
        }
        prose.heading(2, "一、项目概况").written(texts.background(), "项目概况");
        prose.heading(2, "二、项目实施基本情况");
        prose.heading(3, "（一）项目组织管理情况").written(texts.organisation(), "项目组织管理情况");
        prose.heading(3, "（二）项目财务管理状况");
        prose.text(String.join("", Prose.amounts(report.amounts(), EvaluationProse::money)));
        prose.heading(2, "三、项目绩效分析");
        prose.heading(3, "（一）项目绩效评价工作开展情况").text(counts()).text(overview());
        prose.heading(3, "（二）项目绩效目标完成情况");
        completions(prose);
        prose.heading(3, "（三）项目绩效分析");
        for (int i = 0; i < report.groups().size(); i++) {
            group(prose, i + 1, report.groups().get(i));
        }
        prose.heading(2, "四、存在问题和改进措施");
        prose.heading(3, "（一）项目存在的问题").written(texts.problems(), "存在的主要问题");
        prose.heading(3, "（二）项目改进措施").written(texts.measures(), "改进措施");
        prose.heading(2, "五、下一步意见和建议").written(texts.advice(), "下一步意见和建议");
        return prose.contents();
    }

    private static String money(String name) {
        return switch (name) {
            case "累计安排" -> "本项目累计安排资金";
            case "年初预算" -> "年初预算资金";
            case "年中调整" -> "年中调整资金";
            case "实际到位" -> "实际到位资金总额";
            case "实际支出" -> "实际资金支出";
            default -> name;
        };
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        report.counts().forEach((name, amount) -> counts.add(name + " " + Prose.measure(amount)));
        return counts.isEmpty() ? "" : String.join("，", counts) + "。";
    }

    /** Points to be had when all parts say theirs, points by part, the total, the grade. */
    private String overview() {
        List<String> points = new ArrayList<>();
        BigDecimal whole = BigDecimal.ZERO;
        for (Node group : report.groups()) {
            PrintedNumber weight = group.weight();
            whole = weight == null || whole == null ? null : whole.add(weight.value());
        }
        if (whole != null && whole.signum() > 0) {
            points.add("评价总分 " + PrintedNumber.shortest(whole) + " 分");
        }
        report.summary().forEach((name, number) -> points.add(name + " " + Printed.number(number) + " 分"));
        if (report.total() != null) {
            points.add("总得分 " + Printed.number(report.total().value()) + " 分");
        }
        return (points.isEmpty() ? "" : String.join("，", points) + "。")
                + (report.grade().isEmpty() ? "" : "评价等级：" + report.grade() + "。");
    }

    // ---- targets and what was reached

    private void completions(Prose prose) {
        Map<String, List<Completion>> byPart = new LinkedHashMap<>();
        for (Completion completion : report.completions()) {
            byPart.computeIfAbsent(partOf(completion.name()), part -> new ArrayList<>())
                    .add(completion);
        }
        int number = 0;
        for (Map.Entry<String, List<Completion>> part : byPart.entrySet()) {
            number++;
            List<String> targets = new ArrayList<>();
            for (Completion completion : part.getValue()) {
                targets.add("目标 " + (targets.size() + 1) + "：" + sentence(completion));
            }
            prose.text("（" + number + "）" + part.getKey() + String.join("；", targets) + "。");
        }
    }

    /** The part of the tree in which an indicator gets its points; empty when it gets none. */
    private String partOf(String indicator) {
        return report.groups().stream()
                .flatMap(group -> group.children().stream())
                .filter(part ->
                        part.children().stream().anyMatch(item -> item.name().equals(indicator)))
                .map(Node::name)
                .findFirst()
                .orElse("");
    }

    private static String sentence(Completion completion) {
        return completion.name()
                + Printed.after("绩效目标值是", Printed.sentence(completion.target()))
                + Printed.after("，实际完成值为", Printed.sentence(completion.actual(), completion.target()))
                + (completion.rate() == null ? "" : "，目标完成率为 " + Printed.number(completion.rate()) + "%");
    }

    // ---- points

    private static void group(Prose prose, int number, Node group) {
        String weight = group.weight() == null ? "" : "（" + Printed.number(group.weight()) + "%）";
        String score = group.score() == null ? "" : "得分 " + Printed.number(group.score()) + " 分";
        String colon = group.children().isEmpty() ? "。" : "，其中：";
        prose.text(number + ". " + group.name() + weight + "指标体系" + score + colon);
        for (int i = 0; i < group.children().size(); i++) {
            Node part = group.children().get(i);
            List<String> items = part.children().stream()
                    .flatMap(child -> child.leaves().stream())
                    .map(EvaluationProse::item)
                    .toList();
            String head = "（" + (i + 1) + "）" + part.name() + points("满分", part) + reason(part);
            prose.text(head + "。" + (items.isEmpty() ? "" : String.join("；", items) + "。"));
        }
    }

    private static String item(Node item) {
        return item.name() + points("本项目满分", item) + reason(item);
    }

    private static String points(String words, Node node) {
        String weight = node.weight() == null ? "" : words + " " + Printed.number(node.weight()) + " 分";
        String score = node.score() == null ? "" : "得 " + Printed.number(node.score()) + " 分";
        return weight + (weight.isEmpty() || score.isEmpty() ? "" : "，") + score;
    }

    /** Why these points were given; that they are all is said when they are. */
    private static String reason(Node node) {
        if (node.reason().isEmpty()) {
            return "";
        }
        PrintedNumber weight = node.weight();
        PrintedNumber score = node.score();
        if (weight == null || score == null) {
            return "，得分原因为：" + node.reason();
        }
        if (score.value().compareTo(weight.value()) < 0) {
            return "，扣分原因为：" + node.reason();
        }
        return "，得分原因为：" + node.reason() + (node.reason().endsWith(FULL) ? "" : "，" + FULL);
    }
}
