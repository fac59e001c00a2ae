package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.PrintedNumber;

/** Reads a rule pack. Whatever is wrong in one is a {@link RulePackException} with file, line and how to mend it. */
final class PackReader {
    private static final Map<String, String> TRUST =
            YamlFields.words(new String[] {"official", "published figure", "demo"}, word -> word);
    private static final Map<String, Subject> SUBJECTS = YamlFields.words(Subject.values(), Subject::word);
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private PackReader() {}

    /**
     * A pack with the line where it is declared.
     *
     * @param pack the pack
     * @param origin file and line
     */
    record Declared(RulePack pack, String origin) {}

    /** Reads a pack that may extend one of those known. */
    static Declared read(String file, String text, List<RulePack> known) {
        Fields fields = Fields.read(file, text);
        Inherited base = inherited(fields, known);
        String id = fields.text("id");
        int from = fields.findWhole("from", FIRST_YEAR, LAST_YEAR)
                .orElseThrow(() -> fields.wrong("from", "缺少 from（开始执行的年度）"));
        Integer to = fields.findWhole("to", FIRST_YEAR, LAST_YEAR).orElse(null);
        if (to != null && to < from) {
            throw fields.wrong("to", "to 应不早于 from " + from + "，得到“" + to + "”");
        }
        String trust = trust(fields);
        List<ScoringRule> own = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Fields entry : fields.mappings("rules")) {
            ScoringRule rule = rule(entry);
            if (!seen.add(rule.id())) {
                throw entry.wrong("id", "规则 " + rule.id() + " 重复，请换一个 id");
            }
            own.add(rule);
        }
        RulePack pack = new RulePack(
                id,
                fields.text("region"),
                fields.texts("cities"),
                from,
                to,
                merged(base.rules(), own),
                grades(fields, base.grades()),
                fields.text("source"),
                trust,
                weights(fields, base.weights()));
        fields.done();
        if (pack.rules().isEmpty()) {
            throw fields.wrong("rules", "缺少 rules：至少要有一条规则，或用 extends 沿用另一规则包");
        }
        return new Declared(pack, fields.origin());
    }

    /** What a pack takes over from the one it extends. */
    private record Inherited(List<ScoringRule> rules, List<Grades> grades, Map<String, BigDecimal> weights) {}

    private static Inherited inherited(Fields fields, List<RulePack> known) {
        List<String> without = fields.texts("without");
        Map<String, RulePack> packs = new LinkedHashMap<>();
        known.forEach(pack -> packs.put(pack.id(), pack));
        if (fields.findText("extends").isEmpty()) {
            if (!without.isEmpty()) {
                throw fields.wrong("without", "没有 extends 时不能写 without");
            }
            return new Inherited(List.of(), List.of(), Map.of());
        }
        RulePack base = fields.choice("extends", packs);
        Set<String> ids =
                base.rules().stream().map(ScoringRule::id).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String id : without) {
            if (!ids.contains(id)) {
                throw fields.wrong("without", base.id() + " 没有规则“" + id + "”，可用：" + String.join("、", ids));
            }
        }
        return new Inherited(
                base.rules().stream()
                        .filter(rule -> !without.contains(rule.id()))
                        .toList(),
                List.of(base.grades()),
                base.weights());
    }

    /** Own rules come first; one with the id of an inherited rule stands in its place. */
    private static List<ScoringRule> merged(List<ScoringRule> inherited, List<ScoringRule> own) {
        Map<String, ScoringRule> byId = new LinkedHashMap<>();
        own.forEach(rule -> byId.put(rule.id(), rule));
        List<ScoringRule> tail = new ArrayList<>();
        for (ScoringRule rule : inherited) {
            ScoringRule replaced = byId.remove(rule.id());
            tail.add(replaced == null ? rule : replaced);
        }
        List<ScoringRule> all = new ArrayList<>(byId.values());
        all.addAll(tail);
        return all;
    }

    private static ScoringRule rule(Fields fields) {
        String id = fields.text("id");
        Method method = MethodReader.read(fields);
        List<Subject> subjects = fields.choices("for", SUBJECTS);
        if (subjects.isEmpty()) {
            throw fields.wrong("for", "缺少 for：" + String.join("、", SUBJECTS.keySet()));
        }
        int decimals = fields.findWhole("decimals", 0, 6).orElse(ScoringRule.USUAL_DECIMALS);
        String name = fields.text("name");
        String says = fields.text("says");
        String source = fields.text("source");
        String trust = trust(fields);
        List<String> only = fields.texts("only");
        fields.done();
        return fields.make(() -> new ScoringRule(
                id, name, Set.copyOf(subjects), method, says, source, trust, fields.origin(), only, decimals));
    }

    private static String trust(Fields fields) {
        return fields.choice("trust", TRUST);
    }

    private static Grades grades(Fields fields, List<Grades> inherited) {
        List<Fields> entries = fields.mappings("grades");
        if (entries.isEmpty()) {
            return inherited.stream().findFirst().orElseThrow(() -> fields.wrong("grades", "缺少 grades（评价等级）"));
        }
        List<Grade> grades = entries.stream()
                .map(entry -> {
                    Grade grade = new Grade(entry.text("word"), Set.copyOf(entry.texts("also")), entry.number("from"));
                    entry.done();
                    return grade;
                })
                .toList();
        try {
            return new Grades(grades);
        } catch (IllegalArgumentException e) {
            throw fields.wrong("grades", String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, BigDecimal> weights(Fields fields, Map<String, BigDecimal> inherited) {
        Map<String, BigDecimal> weights = fields.numbers("weights");
        if (weights.isEmpty()) {
            return inherited;
        }
        BigDecimal sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(Points.HUNDRED) != 0) {
            throw fields.wrong("weights", "weights 合计应为 100，得到 " + PrintedNumber.shortest(sum));
        }
        return weights;
    }
}
