package org.tongchou.performance.publish;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.publish.Content;
import org.tongchou.money.ChineseNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Node;

/** A self-evaluation report (绩效自评报告), which repeats the sheet's indicators in sentences. */
final class SelfEvaluationProse {
    private SelfEvaluationProse() {}

    static List<Content> of(EvaluationReport report, @Nullable Integer year, ReportTexts texts) {
        Prose prose = new Prose();
        prose.heading(1, report.title().isEmpty() ? report.kind().printed() : report.title());
        prose.text(report.docNumber());
        if (!report.project().isEmpty()) {
            prose.text("自评项目：" + report.project() + (year == null ? "" : "（" + year + " 年度）"));
        }
        prose.heading(2, "一、项目基本情况");
        prose.heading(3, "（一）基本情况").written(texts.background(), "项目基本情况");
        Prose.amounts(report.amounts(), name -> name).forEach(prose::text);
        prose.heading(3, "（二）主要成效").written(texts.organisation(), "主要成效");
        prose.heading(2, "二、绩效分析").text(overview(report));
        for (int i = 0; i < report.groups().size(); i++) {
            Node group = report.groups().get(i);
            prose.heading(3, "（" + ChineseNumber.of(i + 1) + "）" + group.name() + points(group));
            items(prose, group);
        }
        prose.heading(2, "三、存在的主要问题及改进措施");
        prose.heading(3, "（一）主要问题").written(texts.problems(), "存在的主要问题");
        prose.heading(3, "（二）改进措施").written(texts.measures(), "改进措施");
        if (!texts.advice().isEmpty()) {
            prose.heading(2, "四、下一步意见和建议").written(texts.advice(), "下一步意见和建议");
        }
        return prose.contents();
    }

    private static String overview(EvaluationReport report) {
        List<String> parts = new ArrayList<>();
        if (report.total() != null) {
            parts.add("本项目绩效自评得分 " + Printed.number(report.total().value()) + " 分");
        }
        if (!report.grade().isEmpty()) {
            parts.add("等级为" + report.grade());
        }
        report.counts().forEach((name, amount) -> parts.add(name + " " + Prose.measure(amount)));
        report.summary().forEach((name, number) -> parts.add(name + " " + Printed.number(number) + " 分"));
        return parts.isEmpty() ? "" : String.join("，", parts) + "。";
    }

    private static String points(Node group) {
        List<String> points = new ArrayList<>();
        if (group.weight() != null) {
            points.add("总分 " + Printed.number(group.weight()) + " 分");
        }
        if (group.score() != null) {
            points.add("自评得分 " + Printed.number(group.score()) + " 分");
        }
        return points.isEmpty() ? "" : "（" + String.join("，", points) + "）";
    }

    /** Indicators numbered through; those of a second level below its name. */
    private static void items(Prose prose, Node group) {
        int number = 0;
        for (Node child : group.children()) {
            number++;
            if (child.children().isEmpty()) {
                prose.text(number + ". " + sentence(child));
                continue;
            }
            prose.text(number + ". " + child.name() + points(child));
            List<Node> leaves = child.children().stream()
                    .flatMap(part -> part.leaves().stream())
                    .toList();
            for (int i = 0; i < leaves.size(); i++) {
                prose.text("（" + (i + 1) + "）" + sentence(leaves.get(i)));
            }
        }
    }

    private static String sentence(Node item) {
        StringBuilder sentence = new StringBuilder("“" + item.name() + "”指标");
        String target = Printed.sentence(item.target());
        if (!target.isEmpty()) {
            sentence.append(Printed.after("，绩效目标值", target));
        }
        sentence.append('。');
        String actual = Printed.sentence(item.actual(), item.target());
        if (!actual.isEmpty()) {
            sentence.append(Printed.after("全年实际完成值", actual)).append('。');
        }
        List<String> points = new ArrayList<>();
        if (item.weight() != null) {
            points.add("指标分值 " + Printed.number(item.weight()) + " 分");
        }
        if (item.score() != null) {
            points.add("自评得分 " + Printed.number(item.score()) + " 分");
        }
        if (!points.isEmpty()) {
            sentence.append(String.join("，", points)).append('。');
        }
        if (!item.reason().isEmpty()) {
            sentence.append("未完成原因：").append(item.reason()).append('。');
        }
        return sentence.toString();
    }
}
