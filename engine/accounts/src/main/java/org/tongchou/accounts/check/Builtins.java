package org.tongchou.accounts.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The rules that need more than an expression, by the name check files use. */
final class Builtins {
    private static final Map<String, Builtin> ALL = Map.ofEntries(
            Map.entry("negative-cells", new CellRules()::negative),
            Map.entry("code-names", new CodeRules()::names),
            Map.entry("code-unknown", new CodeRules()::unknown),
            Map.entry("code-duplicates", new CodeRules()::duplicates),
            Map.entry("code-order", new CodeRules()::order),
            Map.entry("code-orphans", new CodeRules()::orphans),
            Map.entry("code-text", new CodeRules()::textCodes),
            Map.entry("missing-items", new CodeRules()::missingItems),
            Map.entry("missing-tables", new TableRules()::missing),
            Map.entry("duplicated-tables", new TableRules()::duplicated),
            Map.entry("empty-tables", new TableRules()::empty),
            Map.entry("money-units", new TableRules()::units),
            Map.entry("three-public-counts", new TableRules()::counts),
            Map.entry("listed-units", new TableRules()::listedUnits),
            Map.entry("change-words", new ChangeRules()::words),
            Map.entry("comparison-words", new ChangeRules()::comparisons),
            Map.entry("zero-base", new ChangeRules()::zeroBase),
            Map.entry("missing-reasons", new ChangeRules()::reasons),
            Map.entry("placeholders", new TextRules()::placeholders),
            Map.entry("other-year", new TextRules()::years),
            Map.entry("organisations", new TextRules()::organisations),
            Map.entry("repeated-facts", new TextRules()::repeatedFacts),
            Map.entry("repeated-figures", new TextRules()::repeatedFigures));

    private Builtins() {}

    /** A rule: what it finds, one result for each place; a PASS or SKIP when there is nothing to find. */
    @FunctionalInterface
    interface Builtin {
        List<CheckResult> run(Findings findings, Scope scope);
    }

    static Set<String> names() {
        return new TreeSet<>(ALL.keySet());
    }

    static List<CheckResult> run(CheckDefinition check, Scope scope) {
        Builtin builtin = ALL.get(check.builtin());
        if (builtin == null) {
            throw new IllegalStateException("没有内置检查 " + check.builtin());
        }
        return builtin.run(new Findings(check), scope);
    }
}
