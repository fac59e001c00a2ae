package org.tongchou.accounts.check;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The rules that need more than an expression, by the name check files use. */
final class Builtins {
    private static final Map<String, Builtin> ALL = Map.ofEntries(
            Map.entry("negative-cells", new CellRules()::negative),
            Map.entry("duplicate-codes", new CellRules()::duplicateCodes));

    private Builtins() {}

    /** A rule: what it finds, one result for each place; a PASS or SKIP when there is nothing to find. */
    @FunctionalInterface
    interface Builtin {
        List<CheckResult> run(Findings findings, Scope scope);
    }

    static java.util.Set<String> names() {
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
