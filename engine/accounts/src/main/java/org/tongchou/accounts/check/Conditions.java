package org.tongchou.accounts.check;

import java.util.Map;
import java.util.Optional;
import org.tongchou.accounts.check.language.Condition;
import org.tongchou.accounts.check.language.Expression;
import org.tongchou.accounts.check.language.Words;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Table;

/** Decides when a check applies. */
final class Conditions {
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
        return scope.tree(table).leaves().stream()
                .filter(row ->
                        row.figures().stream().anyMatch(cell -> !cell.orZero().isZero()))
                .allMatch(row -> !scope.figures("科目/" + row.effectiveCode()).isEmpty());
    }
}
