package org.tongchou.platform.accounts.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.derive.Derived;
import org.tongchou.accounts.derive.KeyFigure;
import org.tongchou.accounts.publish.Content;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * What a version says otherwise than another.
 *
 * @param cells table cells, in the order of the tables
 * @param figures figures of sentences
 * @param texts paragraphs that are only in one of them
 */
record DocumentDifference(List<CellChange> cells, List<FigureChange> figures, List<TextChange> texts) {
    /**
     * A cell.
     *
     * @param topic the table
     * @param side half of a two-sided table; null in others
     * @param row role or code of the row
     * @param column role of the column
     * @param beforeFen before, in fen; null when the row was not there
     * @param afterFen after; null when the row is not there any more
     */
    record CellChange(
            String topic,
            @Nullable String side,
            String row,
            String column,
            @Nullable Long beforeFen,
            @Nullable Long afterFen) {}

    /**
     * A figure of a sentence.
     *
     * @param key its key
     * @param before as printed; empty when it was not there
     * @param after as printed; empty when it is not there any more
     */
    record FigureChange(String key, String before, String after) {}

    /**
     * A paragraph.
     *
     * @param before its text before; empty for a new one
     * @param after its text now; empty when it is gone
     */
    record TextChange(String before, String after) {}

    static DocumentDifference between(Composed before, Composed after) {
        return new DocumentDifference(
                cells(before, after),
                figures(before.derived(), after.derived()),
                texts(before.derived(), after.derived()));
    }

    private static List<CellChange> cells(Composed before, Composed after) {
        Map<CellAddress, Money> old = amounts(before);
        Map<CellAddress, Money> now = amounts(after);
        Set<CellAddress> all = new LinkedHashSet<>(now.keySet());
        all.addAll(old.keySet());
        List<CellChange> changes = new ArrayList<>();
        for (CellAddress cell : all) {
            Money left = old.get(cell);
            Money right = now.get(cell);
            if (!Objects.equals(left == null ? Money.ZERO : left, right == null ? Money.ZERO : right)) {
                changes.add(new CellChange(
                        cell.topic(),
                        cell.side() == null ? null : cell.side().printed(),
                        cell.row(),
                        cell.column(),
                        left == null ? null : (Long) left.fen(),
                        right == null ? null : (Long) right.fen()));
            }
        }
        return changes;
    }

    private static Map<CellAddress, Money> amounts(Composed composed) {
        Map<CellAddress, Money> amounts = new LinkedHashMap<>();
        composed.derived()
                .tables()
                .values()
                .forEach(table -> table.rows()
                        .forEach(row -> row.values()
                                .forEach((column, amount) -> amounts.put(
                                        new CellAddress(table.topic(), row.side(), row.row(), column), amount))));
        return amounts;
    }

    private static List<FigureChange> figures(Derived before, Derived after) {
        Set<String> keys = new LinkedHashSet<>(after.figures().keySet());
        keys.addAll(before.figures().keySet());
        List<FigureChange> changes = new ArrayList<>();
        for (String key : keys) {
            String left = printed(before, key);
            String right = printed(after, key);
            if (!left.equals(right)) {
                changes.add(new FigureChange(key, left, right));
            }
        }
        return changes;
    }

    private static String printed(Derived derived, String key) {
        return Optional.ofNullable(derived.figures().get(key))
                .map(DocumentDifference::printed)
                .orElse("");
    }

    /** Money exact to the fen, so that a change that print hides is seen. */
    private static String printed(KeyFigure figure) {
        BigDecimal value = figure.unit().equals(MoneyUnit.WAN_YUAN.printed())
                ? figure.value().setScale(6, RoundingMode.HALF_UP).stripTrailingZeros()
                : figure.value().setScale(figure.decimals(), RoundingMode.HALF_UP);
        return value.toPlainString() + " " + figure.unit();
    }

    private static List<TextChange> texts(Derived before, Derived after) {
        List<String> left = texts(before);
        List<String> right = texts(after);
        List<TextChange> changes = new ArrayList<>();
        left.stream().filter(text -> !right.contains(text)).forEach(text -> changes.add(new TextChange(text, "")));
        right.stream().filter(text -> !left.contains(text)).forEach(text -> changes.add(new TextChange("", text)));
        return changes;
    }

    private static List<String> texts(Derived derived) {
        return derived.publication().contents().stream()
                .filter(Content.Text.class::isInstance)
                .map(content -> ((Content.Text) content).text())
                .toList();
    }
}
