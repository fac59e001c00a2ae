package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.check.language.Words;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;

/** Runs a check's quantifiers through a document. */
final class Bindings {
    private static final String CODE_KEY = "科目/";
    private static final String SHARE_KEY = "占比/";
    private static final int CLASS_DIGITS = 3;

    private final Scope scope;

    Bindings(Scope scope) {
        this.scope = scope;
    }

    /** Everything the quantifiers stand at, in printed order. */
    List<Binding> of(Map<String, List<String>> each) {
        List<Binding> bindings = List.of(Binding.NONE);
        for (Map.Entry<String, List<String>> quantifier : each.entrySet()) {
            List<Binding> longer = new ArrayList<>();
            for (Binding binding : bindings) {
                longer.addAll(extend(binding, quantifier.getKey(), quantifier.getValue()));
            }
            bindings = longer;
        }
        return bindings;
    }

    private List<Binding> extend(Binding binding, String quantifier, List<String> domain) {
        return switch (quantifier) {
            case Words.EACH_TABLE ->
                domain.stream()
                        .flatMap(topic -> scope.tables(topic).stream())
                        .map(binding::at)
                        .toList();
            case Words.EACH_ROW ->
                tables(binding, domain)
                        .flatMap(table -> table.rows().stream())
                        .filter(row -> !row.repeated())
                        .map(row -> binding.at(row, label(row)))
                        .toList();
            case Words.EACH_COLUMN ->
                domain.contains(Words.THIS_TABLE)
                        ? tables(binding, domain)
                                .flatMap(table -> table.columns().stream())
                                .map(Column::role)
                                .distinct()
                                .map(role -> binding.with(Words.EACH_COLUMN, role))
                                .toList()
                        : listed(binding, quantifier, domain);
            case Words.EACH_CODE, Words.EACH_CLASS ->
                codes(binding, domain).stream()
                        .filter(code -> quantifier.equals(Words.EACH_CODE) || code.length() == CLASS_DIGITS)
                        .map(code -> binding.with(quantifier, code))
                        .toList();
            case Words.EACH_PARENT ->
                tables(binding, domain)
                        .flatMap(table -> scope.tree(table).parents().stream())
                        .map(code -> binding.with(Words.EACH_PARENT, code))
                        .toList();
            case Words.CHANGE ->
                scope.document().narrative().stream()
                        .filter(figure ->
                                scope.vocabulary().findDimension(figure.key()).isPresent())
                        .filter(figure -> domain.stream().anyMatch(key -> Vocabulary.matches(key, figure.key())))
                        .flatMap(figure -> figure.changes().stream().map(change -> binding.at(figure, change)))
                        .toList();
            case Words.EACH_SHARE ->
                scope.document().narrative().stream()
                        .filter(figure -> figure.key().startsWith(SHARE_KEY))
                        .map(figure -> share(binding, figure))
                        .toList();
            default -> listed(binding, quantifier, domain);
        };
    }

    /** Splits 占比/part/whole where both are known words; keys may have a stroke of their own. */
    private Binding share(Binding binding, NarrativeFigure figure) {
        String rest = figure.key().substring(SHARE_KEY.length());
        int split = rest.indexOf('/');
        for (int at = split; at >= 0; at = rest.indexOf('/', at + 1)) {
            if (known(rest.substring(0, at)) && known(rest.substring(at + 1))) {
                split = at;
                break;
            }
        }
        String part = split < 0 ? rest : rest.substring(0, split);
        String whole = split < 0 ? "" : rest.substring(split + 1);
        return binding.at(figure, Map.of(Words.EACH_SHARE, figure.key(), Words.PART, part, Words.WHOLE, whole));
    }

    private boolean known(String key) {
        return scope.vocabulary().findDimension(key).isPresent();
    }

    private static List<Binding> listed(Binding binding, String quantifier, List<String> domain) {
        return domain.stream().map(name -> binding.with(quantifier, name)).toList();
    }

    private static String label(Row row) {
        String code = row.effectiveCode();
        return code == null || code.isEmpty() ? row.role() : code;
    }

    private Set<String> codes(Binding binding, List<String> domain) {
        Set<String> codes = new LinkedHashSet<>();
        tables(binding, domain)
                .flatMap(table -> scope.tree(table).coded().stream())
                .forEach(row -> codes.add(CodeTree.codeOf(row)));
        if (domain.contains(Words.TEXT)) {
            scope.keys().stream()
                    .filter(key -> key.startsWith(CODE_KEY))
                    .forEach(key -> codes.add(key.substring(CODE_KEY.length())));
        }
        return codes;
    }

    private Stream<Table> tables(Binding binding, List<String> domain) {
        return domain.stream()
                .flatMap(topic -> topic.equals(Words.THIS_TABLE)
                        ? Stream.ofNullable(binding.table())
                        : scope.table(topic).stream());
    }
}
