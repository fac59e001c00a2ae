package org.tongchou.platform.accounts.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.Posting;
import org.tongchou.platform.accounts.importing.mapping.Draft;
import org.tongchou.platform.accounts.importing.mapping.ImportKind;
import org.tongchou.platform.accounts.register.ContractRules;
import org.tongchou.platform.accounts.register.Contracts;
import org.tongchou.platform.accounts.register.EventRules;
import org.tongchou.platform.accounts.register.ThreePublicEvents;
import org.tongchou.platform.web.Actor;

/** Where the rows of a batch go: entries to the ledger, contracts and events to their registers. */
@Component
class Destinations {
    private final Ledger ledger;
    private final Contracts contracts;
    private final ThreePublicEvents events;

    Destinations(Ledger ledger, Contracts contracts, ThreePublicEvents events) {
        this.ledger = ledger;
        this.contracts = contracts;
        this.events = events;
    }

    /** What rows of a kind must be like in a book. */
    Function<Draft, List<EntryProblem>> rules(Actor actor, long bookId, ImportKind kind) {
        Optional<EntryKind> entry = kind.entry();
        if (entry.isPresent()) {
            EntryRules rules = ledger.rules(actor, bookId);
            return draft -> rules.check(0, draft.entry(entry.get()));
        }
        if (kind == ImportKind.CONTRACT) {
            ContractRules rules = contracts.rules(actor, bookId);
            return draft -> rules.check(draft.contract(bookId));
        }
        EventRules rules = events.rules(actor, bookId);
        return draft -> rules.check(draft.event(bookId));
    }

    /** Posts rows; all of them or none. */
    Posting post(Actor actor, Batch batch, List<Draft> drafts) {
        long book = batch.bookId();
        ImportKind kind = batch.mapping().importKind();
        Optional<EntryKind> entry = kind.entry();
        if (entry.isPresent()) {
            return ledger.post(
                    actor,
                    book,
                    drafts.stream().map(draft -> draft.entry(entry.get())).toList(),
                    batch.id());
        }
        return kind == ImportKind.CONTRACT
                ? contracts.post(
                        actor,
                        book,
                        drafts.stream().map(draft -> draft.contract(book)).toList(),
                        batch.id())
                : events.post(
                        actor,
                        book,
                        drafts.stream().map(draft -> draft.event(book)).toList(),
                        batch.id());
    }

    /** Takes everything of a batch back: entries are reversed, rows of registers cancelled. Tells how many. */
    int reverse(Actor actor, Batch batch, String reason) {
        return switch (batch.mapping().importKind()) {
            case CONTRACT -> contracts.cancelBatch(actor, batch.bookId(), batch.id(), reason);
            case THREE_PUBLIC -> events.cancelBatch(actor, batch.bookId(), batch.id(), reason);
            default -> ledger.reverseBatch(actor, batch.bookId(), batch.id(), reason);
        };
    }
}
