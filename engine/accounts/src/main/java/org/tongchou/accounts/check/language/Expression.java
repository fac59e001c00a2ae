package org.tongchou.accounts.check.language;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;

/** Something that has a number in a document. Names that start with {@code $} are variables of the check's each. */
public sealed interface Expression {
    /** What the number counts. */
    Dimension dimension();

    /** A number written in the check, for example {@code 100}. */
    record Constant(BigDecimal value) implements Expression {
        @Override
        public Dimension dimension() {
            return Dimension.BARE;
        }
    }

    /**
     * {@code 支出[合计].基本支出}: a cell; inside {@link Total} all cells of the rows and columns.
     *
     * @param topic the table's topic, or {@link Words#THIS_TABLE}
     * @param side the half of a two-sided table; null in others
     * @param rows row roles or codes; outside a total the first one printed counts
     * @param columns column roles; outside a total the first one printed counts
     */
    record TableFigure(String topic, @Nullable Side side, List<String> rows, List<String> columns)
            implements Expression {
        /** Copies the lists. */
        public TableFigure {
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        @Override
        public Dimension dimension() {
            return Dimension.MONEY;
        }
    }

    /**
     * {@code 说明[收入合计]}: a figure stated in a sentence; inside {@link Total} the sum over all keys that match.
     *
     * @param keys narrative keys, may end in {@code *} inside a total
     * @param part which number of the figure is meant
     * @param dimension what the number counts
     */
    record TextFigure(List<String> keys, Part part, Dimension dimension) implements Expression {
        /** Copies the list. */
        public TextFigure {
            keys = List.copyOf(keys);
        }
    }

    /** {@code 变动.差额}: a number of the change clause that the check's each stands at. */
    record ChangeFigure(Part part) implements Expression {
        @Override
        public Dimension dimension() {
            return part == Part.PERCENT || part == Part.COMPLETION ? Dimension.PERCENT : Dimension.MONEY;
        }
    }

    /**
     * {@code 附注[支出经济分类.对下转移支付]}: the amount after these words in a note under a table.
     *
     * @param topic the table's topic
     * @param words the words before the amount
     */
    record NoteFigure(String topic, String words) implements Expression {
        @Override
        public Dimension dimension() {
            return Dimension.MONEY;
        }
    }

    /** Terms added or, where negative, subtracted. */
    record Sum(List<Term> terms, Dimension dimension) implements Expression {
        /** Copies the list. */
        public Sum {
            terms = List.copyOf(terms);
        }
    }

    /** One term of a sum. */
    record Term(boolean negative, Expression value) {}

    /** {@code Σ支出[类].合计}: the sum over a set of rows, columns or keys; what is not printed is left out. */
    record Total(Expression of) implements Expression {
        @Override
        public Dimension dimension() {
            return of.dimension();
        }
    }

    /** {@code 比(a, b)}: a as a percentage of b. */
    record Ratio(Expression numerator, Expression denominator) implements Expression {
        @Override
        public Dimension dimension() {
            return Dimension.PERCENT;
        }
    }

    /** {@code abs(a)}: without its sign. */
    record Absolute(Expression of) implements Expression {
        @Override
        public Dimension dimension() {
            return of.dimension();
        }
    }
}
