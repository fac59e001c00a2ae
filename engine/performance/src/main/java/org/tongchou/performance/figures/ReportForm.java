package org.tongchou.performance.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.YamlText.Fields;
import org.tongchou.performance.figures.YamlText.Lines;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.EvaluationReport.Completion;
import org.tongchou.performance.model.EvaluationReport.Kind;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Target;

/** Reports in prose as fields. */
final class ReportForm {
    private ReportForm() {}

    // ---- writing

    static void write(Lines lines, EvaluationReport report) {
        lines.item(
                2,
                new Fields()
                        .text("kind", report.kind().printed())
                        .text("title", report.title())
                        .text("number", report.docNumber())
                        .text("project", report.project())
                        .text("sheet", report.sheet() < 0 ? "" : String.valueOf(report.sheet() + 1)));
        lines.items(4, "amounts", amounts(report.amounts()));
        nodes(lines, 4, "groups", report.groups());
        lines.items(
                4,
                "completions",
                report.completions().stream().map(ReportForm::completion).toList());
        Fields counts = new Fields();
        report.counts()
                .forEach((name, amount) -> counts.raw(name, amount(name, amount).flow()));
        lines.fields(
                4,
                new Fields()
                        .below("summary", YamlText.numbers(report.summary()))
                        .below("counts", counts)
                        .below("total", report.total() == null ? new Fields() : amount("", report.total()))
                        .text("grade", report.grade()));
    }

    /** Amounts, a line each. */
    static List<String> amounts(List<Amount> amounts) {
        return amounts.stream().map(amount -> amount("", amount).flow()).toList();
    }

    /** An amount; its name only when it is not the expected one. */
    private static Fields amount(String expected, Amount amount) {
        Fields fields = new Fields();
        if (!amount.name().equals(expected)) {
            fields.raw("name", YamlText.scalar(amount.name()));
        }
        return fields.number("value", amount.value()).text("unit", amount.unit());
    }

    private static String completion(Completion completion) {
        Fields fields = new Fields().text("name", completion.name());
        TargetForm.write(fields, completion.target(), completion.actual());
        return fields.number("rate", completion.rate()).flow();
    }

    /** Parts with parts of their own on several lines, the lowest on one. */
    private static void nodes(Lines lines, int indent, String key, List<Node> nodes) {
        if (nodes.isEmpty()) {
            return;
        }
        lines.line(indent, key + ":");
        for (Node node : nodes) {
            Fields fields = new Fields()
                    .text("name", node.name())
                    .number("weight", node.weight())
                    .number("score", node.score());
            TargetForm.write(fields, node.target(), node.actual());
            fields.text("reason", node.reason());
            if (node.children().isEmpty()) {
                lines.line(indent + 2, "- " + fields.flow());
            } else {
                // Parts need a field to stand below, even where nothing is known.
                lines.item(indent + 2, fields.empty() ? fields.raw("name", "\"\"") : fields);
            }
            nodes(lines, indent + 4, "parts", node.children());
        }
    }

    // ---- reading

    static Optional<EvaluationReport> read(YamlFields fields) {
        Kind kind = fields.requiredChoice("kind", YamlFields.words(Kind.values(), Kind::printed));
        String title = fields.text("title");
        String number = fields.text("number");
        String project = fields.text("project");
        Integer sheet = fields.has("sheet") ? fields.required("sheet", "第几张表的序号，从 1 起", ReportForm::ordinal) : null;
        List<Amount> amounts = amounts(fields, "amounts");
        List<Node> groups = nodes(fields, "groups");
        List<Completion> completions = new ArrayList<>();
        for (YamlFields below : fields.mappings("completions")) {
            Target target = TargetForm.target(below);
            completions.add(new Completion(
                    below.text("name"),
                    target,
                    TargetForm.actual(below, target),
                    below.number("rate"),
                    Place.line(below.line())));
            below.reportUnknown();
        }
        Map<String, PrintedNumber> summary = fields.below("summary").all(YamlFields::number);
        Map<String, Amount> counts = fields.below("counts").all((all, name) -> amount(all.below(name), name));
        Amount total = fields.has("total") ? amount(fields.below("total"), "") : null;
        String grade = fields.text("grade");
        fields.reportUnknown();
        Place last = lastOf(groups, completions).orElse(Place.line(fields.line()));
        return kind == null
                ? Optional.empty()
                : Optional.of(new EvaluationReport(
                        kind,
                        title,
                        number,
                        project,
                        sheet == null ? -1 : sheet - 1,
                        amounts,
                        groups,
                        completions,
                        summary,
                        counts,
                        total,
                        grade,
                        Place.line(fields.line()),
                        last));
    }

    private static Optional<Integer> ordinal(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Place> lastOf(List<Node> groups, List<Completion> completions) {
        if (!completions.isEmpty()) {
            return Optional.of(completions.get(completions.size() - 1).place());
        }
        return groups.stream()
                .flatMap(group -> group.leaves().stream())
                .map(Node::place)
                .reduce((first, second) -> second);
    }

    /** The amounts of a list; those without a number are left out and reported. */
    static List<Amount> amounts(YamlFields fields, String key) {
        List<Amount> amounts = new ArrayList<>();
        for (YamlFields below : fields.mappings(key)) {
            Amount amount = amount(below, "");
            if (amount != null) {
                amounts.add(amount);
            }
        }
        return amounts;
    }

    private static @Nullable Amount amount(YamlFields fields, String name) {
        PrintedNumber value = fields.required("value", "数字，如 217.28", PrintedNumber::find);
        String named = fields.has("name") ? fields.text("name") : name;
        String unit = fields.text("unit");
        fields.reportUnknown();
        return value == null ? null : new Amount(named, value, unit, Place.line(fields.line()));
    }

    private static List<Node> nodes(YamlFields fields, String key) {
        List<Node> nodes = new ArrayList<>();
        for (YamlFields below : fields.mappings(key)) {
            Target target = TargetForm.target(below);
            nodes.add(new Node(
                    below.text("name"),
                    below.number("weight"),
                    below.number("score"),
                    target,
                    TargetForm.actual(below, target),
                    below.text("reason"),
                    nodes(below, "parts"),
                    Place.line(below.line())));
            below.reportUnknown();
        }
        return nodes;
    }
}
