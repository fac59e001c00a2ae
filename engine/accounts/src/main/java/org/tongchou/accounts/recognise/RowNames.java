package org.tongchou.accounts.recognise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.Side;

/**
 * What the names of rows stand for in a table of one layout.
 *
 * @param layout the table's layout
 * @param layouts all layouts, for words shared by every table
 * @param classification names of codes
 */
record RowNames(Layout layout, Layouts layouts, Classification classification) {
    /** The role of a named row; for expense rows of 总表 the class code its name stands for. */
    Optional<String> role(@Nullable Side side, String printedName) {
        String name = Words.bare(printedName);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> named = layouts.rowRole(layout, side, name);
        if (named.isPresent() || layout.shape() != Layout.Shape.TWO_SIDED || side == Side.INCOME) {
            return named;
        }
        return classification.classOf(name);
    }

    /** Whether any side of the table has a row of this name. */
    boolean isRowName(String printedName) {
        return role(Side.INCOME, printedName).isPresent()
                || role(Side.EXPENSE, printedName).isPresent()
                || role(null, printedName).isPresent();
    }
}
