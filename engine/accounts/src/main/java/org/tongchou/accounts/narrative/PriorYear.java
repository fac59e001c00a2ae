package org.tongchou.accounts.narrative;

import java.math.BigDecimal;
import java.util.Optional;
import org.tongchou.accounts.model.NarrativeFigure;

/** Figures of another year or of the budget that a sentence implies. */
public final class PriorYear {
    private PriorYear() {}

    /**
     * The figure a change clause compares with: the value less the signed difference (7,328.50 after 减少 430.75 implies
     * 7,759.25); the value itself for 持平.
     *
     * @param figure a figure
     * @param change one of its changes
     * @return the implied figure in the figure's unit, exact; empty when the clause states no difference
     */
    public static Optional<BigDecimal> implied(NarrativeFigure figure, NarrativeFigure.Change change) {
        if (change.completion()) {
            return Optional.empty();
        }
        BigDecimal amount = change.amount();
        if (amount == null) {
            return change.direction() == 0 ? Optional.of(figure.value()) : Optional.empty();
        }
        return Optional.of(
                change.direction() < 0
                        ? figure.value().add(amount)
                        : figure.value().subtract(amount));
    }
}
