package org.tongchou.performance.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Target;
import org.tongchou.performance.read.Marks.Mark;

/** Puts the points of a report in their order under one another: groups, parts, items. */
final class ReportTree {
    private static final Pattern STATED_ACTUAL = Pattern.compile(
            "(?<value>(?<!\\d)-?\\d{1,15}(?:\\.\\d{1,10})?)(?<unit>%|[\\p{IsHan}]{0,4}?)，(?:得满分|[得扣][\\d.]{1,12}分)$");
    private static final Pattern EDGES = Pattern.compile("^[，、：]{1,9}|[。，；：]{1,9}$");

    private final Prose prose;
    private final List<Mark> marks;
    private int at;

    private ReportTree(Prose prose, List<Mark> marks) {
        this.prose = prose;
        this.marks = marks;
    }

    /** The groups; what stands before the first of them belongs to none. */
    static List<Node> of(Prose prose, List<Mark> marks) {
        return new ReportTree(prose, marks).groups();
    }

    private List<Node> groups() {
        while (at < marks.size() && marks.get(at).depth() > 1) {
            at++;
        }
        List<Node> groups = new ArrayList<>();
        while (at < marks.size()) {
            Node group = node();
            if (!group.children().isEmpty()) {
                groups.add(group);
            }
        }
        return groups;
    }

    private Node node() {
        Mark mark = marks.get(at++);
        List<Node> children = new ArrayList<>();
        while (at < marks.size() && marks.get(at).depth() > mark.depth()) {
            Node child = node();
            boolean empty = child.children().isEmpty() && child.weight() == null;
            if (!empty) {
                children.add(child);
            }
        }
        return node(mark, children);
    }

    private Node node(Mark mark, List<Node> children) {
        String name = EDGES.matcher(mark.group("name")).replaceAll("");
        String reason = mark.group("reason");
        Target target = Targets.parse(mark.group("target"), "", name);
        return new Node(
                name,
                PrintedNumber.find(mark.group("weight")).orElse(null),
                PrintedNumber.find(mark.group("score")).orElse(null),
                target,
                target.present() ? Targets.actual(mark.group("actual"), target) : actualOf(reason),
                reason,
                children,
                prose.place(mark.nameAt()));
    }

    /** The number in a reason: 基本医保参保人数318.69万人，得3.97分. */
    private static Actual actualOf(String reason) {
        Matcher matcher = STATED_ACTUAL.matcher(reason);
        return matcher.find()
                ? new Actual(
                        matcher.group("value") + matcher.group("unit"),
                        PrintedNumber.find(matcher.group("value")).orElse(null))
                : Actual.NONE;
    }
}
