package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Term;

class SheetFormulaTest {
    /** A column of n ones beside an empty column. */
    private static Grid ones(int n) {
        List<List<GridCell>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(List.of(SamplePublication.figure("1"), GridCell.figure(null)));
        }
        return new Grid("", "", "", List.of(), List.of(), rows, List.of());
    }

    private static GridCell cell(long value, Term... terms) {
        return GridCell.computed(BigDecimal.valueOf(value), List.of(terms));
    }

    @Test
    void addsFewCellsOneByOne() {
        assertThat(SheetFormula.of(ones(9), cell(2, new Term(0, 0, 1), new Term(4, 0, 1)), 3))
                .hasValue("A4+A8");
    }

    @Test
    void drawsNeighboursTogether() {
        GridCell cell = cell(4, new Term(2, 0, 1), new Term(0, 0, 1), new Term(1, 0, 1), new Term(5, 0, 1));
        assertThat(SheetFormula.of(ones(9), cell, 0)).hasValue("SUM(A1:A3,A6)");
    }

    @Test
    void subtractsWithBrackets() {
        GridCell cell = cell(0, new Term(0, 0, 1), new Term(1, 1, -1), new Term(2, 0, -1));
        assertThat(SheetFormula.of(ones(9), cell, 0)).hasValue("A1-(A3+B2)");
    }

    @Test
    void startsWithAMinusWhenNothingIsAdded() {
        assertThat(SheetFormula.of(ones(9), cell(-1, new Term(0, 0, -1)), 0)).hasValue("-A1");
    }

    @Test
    void splitsSumsThatAreTooLongForOneFunction() {
        Term[] terms =
                IntStream.range(0, 300).mapToObj(i -> new Term(2 * i, 0, 1)).toArray(Term[]::new);
        assertThat(SheetFormula.of(ones(600), cell(300, terms), 0))
                .hasValueSatisfying(formula -> assertThat(formula).matches("SUM\\([^)]+\\)\\+SUM\\([^)]+\\)"));
    }

    @Test
    void givesNoneWhenATermIsOutsideTheTable() {
        assertThat(SheetFormula.of(ones(2), cell(1, new Term(0, 0, 1), new Term(7, 0, 1)), 0))
                .isEmpty();
        assertThat(SheetFormula.of(ones(2), cell(1, new Term(0, 0, 1), new Term(0, -1, 1)), 0))
                .isEmpty();
    }
}
