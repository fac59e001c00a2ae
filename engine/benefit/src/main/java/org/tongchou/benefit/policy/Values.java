package org.tongchou.benefit.policy;

import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Walks through values. */
final class Values {
    private Values() {}

    /** Gives every value in a value, itself first, then those inside as they are written. */
    static void visit(Value value, Consumer<Value> visitor) {
        visitor.accept(value);
        if (value instanceof Value.Table table) {
            table.rows().values().forEach(row -> visit(row, visitor));
            if (table.otherwise() != null) {
                visit(table.otherwise(), visitor);
            }
        } else if (value instanceof Value.Rules rules) {
            rules.rules().forEach(rule -> visit(rule.is(), visitor));
        }
    }

    /** Gives every number and formula in a value with its place. */
    static void expressions(Value value, BiConsumer<Expression, Place> visitor) {
        visit(value, inner -> {
            if (inner instanceof Value.Single single) {
                visitor.accept(single.is(), single.place());
            } else if (inner instanceof Value.Bands bands) {
                bands.bands().forEach(band -> visitor.accept(band.is(), band.place()));
            }
        });
    }

    /** Gives the condition of every rule in a value. */
    static void conditions(Value value, Consumer<Condition> visitor) {
        visit(value, inner -> {
            if (inner instanceof Value.Rules rules) {
                rules.rules().forEach(rule -> visitor.accept(rule.when()));
            }
        });
    }

    /** Whether a value has bands somewhere. */
    static boolean hasBands(Value value) {
        boolean[] found = {false};
        visit(value, inner -> found[0] |= inner instanceof Value.Bands);
        return found[0];
    }
}
