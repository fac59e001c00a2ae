package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.NarrativeFigure.Change;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/**
 * What a check's quantifiers stand at.
 *
 * @param table 本表; null when the check names none
 * @param row the row of {@code $行}; null when there is none
 * @param variables the other variables by name
 * @param figure the figure whose change the check stands at; null when there is none
 * @param change the change clause; null when there is none
 * @param path what tells this application of the check from its others
 */
record Binding(
        @Nullable Table table,
        @Nullable Row row,
        Map<String, String> variables,
        @Nullable NarrativeFigure figure,
        @Nullable Change change,
        List<String> path) {
    static final Binding NONE = new Binding(null, null, Map.of(), null, null, List.of());

    Binding at(Table other) {
        return new Binding(other, row, variables, figure, change, extended(other.topic()));
    }

    Binding at(Row other, String label) {
        return new Binding(table, other, variables, figure, change, extended(label));
    }

    Binding at(NarrativeFigure said, Change clause) {
        return new Binding(table, row, variables, said, clause, extended(said.key()));
    }

    Binding with(String variable, String value) {
        return new Binding(table, row, filled(Map.of(variable, value)), figure, change, extended(value));
    }

    /** At a stated figure, with several variables that it gives. */
    Binding at(NarrativeFigure said, Map<String, String> given) {
        return new Binding(table, row, filled(given), said, change, extended(said.key()));
    }

    private Map<String, String> filled(Map<String, String> given) {
        Map<String, String> more = new HashMap<>(variables);
        more.putAll(given);
        return more;
    }

    private List<String> extended(String part) {
        List<String> longer = new ArrayList<>(path);
        longer.add(part);
        return longer;
    }

    /** Puts the variables' values into a name: {@code 科目/$科目} becomes {@code 科目/2080501}. */
    String fill(String name) {
        int at = name.indexOf('$');
        return at < 0
                ? name
                : name.substring(0, at) + variables.getOrDefault(name.substring(at + 1), name.substring(at));
    }
}
