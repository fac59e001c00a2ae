package org.tongchou.accounts.narrative;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.narrative.ChangeWords.Completion;
import org.tongchou.accounts.narrative.ChangeWords.Delta;
import org.tongchou.accounts.narrative.ChangeWords.Level;
import org.tongchou.accounts.narrative.Draft.ChangeDraft;
import org.tongchou.accounts.narrative.Quantity.Kind;

/** Attaches change clauses to the figures of a section, number by number. */
final class ChangeReader {
    private static final String LAST_YEAR = "上年";

    private final ChangeWords words;
    private final Stated stated;
    private @Nullable ChangeDraft open;
    private @Nullable PendingBase pending;

    /** A figure compared with, before it is said how: 比年初预算的 25 万元 …. */
    private record PendingBase(String base, Quantity value, int start) {}

    ChangeReader(ChangeWords words, Stated stated) {
        this.words = words;
        this.stated = stated;
    }

    /** Forgets half-read clauses at the start of a sentence. */
    void startSentence() {
        open = null;
        pending = null;
    }

    /** Ends the clause being read: another figure has been stated. */
    void close() {
        open = null;
    }

    /** Reads a number as one that the current figure is compared with; false when it is none. */
    boolean readCompared(Spot spot) {
        List<Draft> current = stated.current();
        if (current.isEmpty() || !current.get(0).comparable(spot.quantity())) {
            return false;
        }
        Optional<ChangeWords.Compared> compared = words.findCompared(spot.lead());
        compared.ifPresent(base -> pending = new PendingBase(base.base(), spot.quantity(), spot.printed(base.start())));
        return compared.isPresent();
    }

    /** Reads a number as a difference or a percentage of change; false when it is none. */
    boolean readDelta(Spot spot) {
        Optional<Delta> found = words.findDelta(spot.lead());
        if (found.isEmpty()) {
            return false;
        }
        Delta delta = found.get();
        boolean percent = spot.quantity().kind() == Kind.PERCENT;
        ChangeDraft before = open;
        if (before != null && continues(before, delta, percent)) {
            fill(before, spot, delta.direction());
            return true;
        }
        List<Draft> targets =
                delta.subject().isEmpty() && delta.each() ? stated.together() : stated.targets(delta.subject());
        if (targets.isEmpty() || (!percent && !targets.get(0).comparable(spot.quantity()))) {
            return false;
        }
        String base = delta.base().isEmpty() ? LAST_YEAR : delta.base();
        ChangeDraft change = start(targets, base, spot.printed(delta.start()), spot.printedEnd());
        open = change;
        fill(change, spot, delta.direction());
        return true;
    }

    private static boolean continues(ChangeDraft before, Delta delta, boolean percent) {
        return (delta.base().isEmpty() || delta.base().equals(before.base))
                && ChangeWords.isGeneric(delta.subject())
                && (percent ? before.percent == null : before.amount == null);
    }

    /** Reads a number as the completion rate of the current figure; false when it is none. */
    boolean readCompletion(Spot spot, @Nullable Draft budget) {
        Optional<Completion> found = words.findCompletion(spot.lead());
        List<Draft> current = stated.current();
        if (found.isEmpty() || current.isEmpty()) {
            return false;
        }
        ChangeDraft change =
                start(current, found.get().base(), spot.printed(found.get().start()), spot.printedEnd());
        change.completion = true;
        change.percent = spot.quantity().value();
        change.percentDecimals = spot.quantity().decimals();
        if (budget != null) {
            change.baseValue = current.get(0).inOwnUnit(budget.quantity());
        }
        return true;
    }

    /** Reads the clauses of a text that say 持平 or only which way a figure has gone. */
    void readLevels(Shadow shadow, String text, int textStart) {
        for (Level level : words.findLevels(text)) {
            List<Draft> targets = stated.targets(level.subject());
            if (!targets.isEmpty() && (!level.base().isEmpty() || pending != null)) {
                ChangeDraft change = start(
                        targets,
                        level.base(),
                        shadow.origin(textStart + level.start()),
                        shadow.originEnd(textStart + level.end()));
                change.direction = level.direction();
            }
        }
    }

    /** A new clause on some figures; one that began with 比…的 25 万元 starts there and has its base and base value. */
    private ChangeDraft start(List<Draft> targets, String base, int from, int end) {
        PendingBase before = pending;
        ChangeDraft change = before == null
                ? new ChangeDraft(targets, base, stated.sentence(), from, end)
                : new ChangeDraft(targets, before.base(), stated.sentence(), before.start(), end);
        if (before != null) {
            change.baseValue = targets.get(0).inOwnUnit(before.value());
            pending = null;
        }
        return change;
    }

    private static void fill(ChangeDraft change, Spot spot, int direction) {
        Quantity quantity = spot.quantity();
        int signed = quantity.value().signum() < 0 ? -direction : direction;
        change.end = spot.printedEnd();
        if (quantity.kind() == Kind.PERCENT) {
            change.percent = quantity.value().abs();
            change.percentDecimals = quantity.decimals();
            change.percentDirection = signed;
        } else {
            int decimals = change.of.decimalsInOwnUnit(quantity);
            if (decimals >= 0) {
                change.amount = change.of.inOwnUnit(quantity).abs();
                change.amountDecimals = decimals;
            }
        }
        if (change.direction == 0) {
            change.direction = signed;
        }
    }
}
