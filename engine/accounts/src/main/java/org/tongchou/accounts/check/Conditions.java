package org.tongchou.accounts.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tongchou.accounts.check.language.Condition;
import org.tongchou.accounts.check.language.Expression;
import org.tongchou.accounts.check.language.Words;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;

/** Decides when a check applies. */
final class Conditions {
    private static final Set<String> FISCAL = Set.of("收入/一般公共预算", "收入/政府性基金", "收入/国有资本经营");

    private final Scope scope;

    Conditions(Scope scope) {
        this.scope = scope;
    }

    boolean hold(Condition condition, Binding binding) {
        if (condition instanceof Condition.Printed printed) {
            return new Resolver(scope, binding, binding.figure())
                            .figure(printed.figure())
                            .isPresent()
                    == printed.expected();
        }
        if (condition instanceof Condition.Zero zero) {
            boolean nothing = new Resolver(scope, binding, binding.figure())
                            .resolve(zero.value())
                            .at(Map.of())
                            .signum()
                    == 0;
            return tableOf(zero.value()).stream()
                            .allMatch(topic -> !scope.tables(topic).isEmpty())
                    && nothing == zero.expected();
        }
        if (condition instanceof Condition.Nature nature) {
            var units = scope.document().meta().units();
            return !units.isEmpty()
                    && units.stream().map(BudgetUnit::nature).allMatch(text -> text.contains(nature.word()));
        }
        if (condition instanceof Condition.Base base) {
            return binding.change() != null && binding.change().base().equals(base.word());
        }
        if (condition instanceof Condition.Itemised itemised) {
            return scope.table(itemised.topic()).filter(this::itemised).isPresent();
        }
        throw new IllegalArgumentException("未知条件：" + condition);
    }

    /** The topic of the table that a figure stands in; empty for sentences and 本表. */
    private static Optional<String> tableOf(Expression expression) {
        Expression figure = expression instanceof Expression.Total total ? total.of() : expression;
        return figure instanceof Expression.TableFigure cell && !cell.topic().equals(Words.THIS_TABLE)
                ? Optional.of(cell.topic())
                : Optional.empty();
    }

    private boolean itemised(Table table) {
        boolean fiscalTogether = !scope.figures("收入/财政拨款收入").isEmpty();
        return parts(table).allMatch(key -> !scope.figures(key).isEmpty() || (fiscalTogether && FISCAL.contains(key)));
    }

    /** The keys of everything with a figure that the total of a table is made of. */
    private Stream<String> parts(Table table) {
        return switch (table.topic()) {
            case "总表" ->
                table.rows().stream()
                        .filter(row -> scope.vocabulary().expand("收入来源").contains(row.role()))
                        .filter(row -> !row.repeated() && row.side() == Side.INCOME && hasFigure(row))
                        .map(row -> "收入/" + row.role());
            case "支出" ->
                Scope.row(table, null, "合计").stream()
                        .flatMap(row -> row.cells().entrySet().stream()
                                .filter(cell -> !cell.getValue().orZero().isZero())
                                .flatMap(cell -> table.columns().stream()
                                        .filter(column -> column.name().equals(cell.getKey()))
                                        .map(Column::role)
                                        .filter(scope.vocabulary().expand("支出类别")::contains)));
            default ->
                scope.tree(table).leaves().stream()
                        .filter(Conditions::hasFigure)
                        .map(row -> "科目/" + row.effectiveCode());
        };
    }

    private static boolean hasFigure(Row row) {
        return row.figures().stream().anyMatch(cell -> !cell.orZero().isZero());
    }
}
