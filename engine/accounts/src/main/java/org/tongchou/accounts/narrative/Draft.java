package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.narrative.Quantity.Kind;
import org.tongchou.money.MoneyUnit;

/** A figure being read: its change clauses may come later in the sentence or in the next ones. */
final class Draft {
    private final int sentence;
    private final Quantity quantity;
    private final int offset;
    private final @Nullable String whole;
    private final List<ChangeDraft> changes = new ArrayList<>();
    private List<String> keys;

    /**
     * Starts a figure.
     *
     * @param sentence index of the sentence in its section
     * @param keys the figure's keys
     * @param quantity the number
     * @param offset where the number stands in the printed sentence
     * @param whole key of the figure that a bare 占 x% refers to
     */
    Draft(int sentence, List<String> keys, Quantity quantity, int offset, @Nullable String whole) {
        this.sentence = sentence;
        this.keys = List.copyOf(keys);
        this.quantity = quantity;
        this.offset = offset;
        this.whole = whole;
    }

    /** A change clause being read. */
    static final class ChangeDraft {
        final Draft of;
        final String base;
        final int sentence;
        final int offset;
        int end;
        int direction;
        boolean completion;

        @Nullable
        BigDecimal amount;

        int amountDecimals;

        @Nullable
        BigDecimal percent;

        int percentDecimals;

        @Nullable
        Integer percentDirection;

        @Nullable
        BigDecimal baseValue;

        /**
         * Starts a clause.
         *
         * @param targets the figures that it speaks of, at least one, in one unit
         * @param base what they are compared with
         * @param sentence index of the sentence with the clause
         * @param offset where the clause starts in that printed sentence
         * @param end where it ends
         */
        ChangeDraft(List<Draft> targets, String base, int sentence, int offset, int end) {
            this.of = targets.get(0);
            this.base = base;
            this.sentence = sentence;
            this.offset = offset;
            this.end = end;
            targets.forEach(target -> target.changes.add(this));
        }
    }

    List<String> keys() {
        return keys;
    }

    void rename(String prefix) {
        keys = keys.stream().map(key -> prefix + key).toList();
    }

    int offset() {
        return offset;
    }

    int sentence() {
        return sentence;
    }

    Quantity quantity() {
        return quantity;
    }

    @Nullable
    String whole() {
        return whole;
    }

    boolean hasChanges() {
        return !changes.isEmpty();
    }

    /** Whether a quantity can be a difference of this figure. */
    boolean comparable(Quantity other) {
        return quantity.kind() == other.kind()
                && (quantity.kind() == Kind.MONEY || quantity.unit().equals(other.unit()));
    }

    /** A quantity's number in this figure's unit. */
    BigDecimal inOwnUnit(Quantity other) {
        if (quantity.kind() != Kind.MONEY || quantity.unit().equals(other.unit())) {
            return other.value();
        }
        BigDecimal fen = other.value().multiply(fen(other));
        return fen.divide(fen(quantity)).stripTrailingZeros();
    }

    /** How many of its printed decimals a quantity keeps in this figure's unit; negative when it is coarser than 1. */
    int decimalsInOwnUnit(Quantity other) {
        if (quantity.kind() != Kind.MONEY) {
            return other.decimals();
        }
        return other.decimals() + digits(quantity) - digits(other);
    }

    private static int digits(Quantity money) {
        return fen(money).precision();
    }

    private static BigDecimal fen(Quantity money) {
        return BigDecimal.valueOf(MoneyUnit.of(money.unit()).fen());
    }

    /** The finished figures, one for each key, given the sentences of the section. */
    List<NarrativeFigure> finish(List<Sentence> sentences) {
        int last = changes.stream().mapToInt(change -> change.sentence).max().orElse(sentence);
        Sentence first = sentences.get(sentence);
        String text = first.text();
        int[] starts = new int[last - sentence + 1];
        for (int i = sentence + 1; i <= last; i++) {
            starts[i - sentence] = text.length();
            text += sentences.get(i).text();
        }
        String joined = text;
        List<NarrativeFigure.Change> done = changes.stream()
                .map(change -> finish(change, sentences, starts[change.sentence - sentence]))
                .toList();
        return keys.stream()
                .map(key -> new NarrativeFigure(
                        key,
                        quantity.value(),
                        quantity.decimals(),
                        quantity.unit(),
                        done,
                        first.section(),
                        joined,
                        first.place(),
                        offset))
                .toList();
    }

    private static NarrativeFigure.Change finish(ChangeDraft change, List<Sentence> sentences, int start) {
        return new NarrativeFigure.Change(
                change.base,
                change.direction,
                change.amount,
                change.amountDecimals,
                change.percent,
                change.percentDecimals,
                change.percentDirection,
                change.baseValue,
                change.completion,
                sentences.get(change.sentence).text().substring(change.offset, change.end),
                start + change.offset);
    }
}
