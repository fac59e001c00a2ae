package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;

/** Family accounts (家庭共济): a holder lets relatives use their personal account. All calls join the caller's transaction. */
public interface FamilyAccounts {
    /** Enters a binding, which a second person reviews; refuses a relation that the policy does not allow. */
    Binding enter(Actor actor, NewBinding binding);

    /** Lets a binding hold, or returns it; never by who entered it. */
    Binding review(Actor actor, long id, boolean accept, @Nullable String reason);

    /** Ends a binding: from today on it is not used. */
    Binding end(Actor actor, long id, @Nullable String reason);

    /** A binding. */
    Binding get(long id);

    /** Bindings in which somebody is holder or relative, those that hold first. */
    List<Binding> of(long person);

    /** Bindings by which relatives pay for somebody on a day, in the order in which they do. */
    List<Binding> payersOf(long member, LocalDate day);

    /** What was used of a binding in a year, less what was taken back. */
    long used(Binding binding, int year);

    /** What accounts of others paid of a settlement, by holder. */
    List<Share> shares(long settlement);

    /**
     * What is entered.
     *
     * @param payer whose account it is
     * @param member who may use it
     * @param relation what the member is to the holder, a word of the policy
     * @param place order among those who pay for the member
     * @param begins first day
     * @param yearlyLimitFen at most so much of a year; null for all that is in the account
     */
    record NewBinding(
            long payer,
            long member,
            String relation,
            int place,
            LocalDate begins,
            @Nullable Long yearlyLimitFen) {}

    /**
     * A binding.
     *
     * @param id its id
     * @param payer whose account it is
     * @param member who may use it
     * @param county county of the holder
     * @param relation what the member is to the holder
     * @param place order among those who pay for the member
     * @param begins first day
     * @param ends last day; null while it holds
     * @param yearlyLimitFen at most so much of a year; null for all
     * @param state 待复核, 有效 or 已退回
     * @param opinion why it was returned
     * @param endReason why it was ended
     * @param enteredBy who entered it
     * @param enteredName their name
     * @param reviewedName who reviewed it
     * @param endedName who ended it
     */
    record Binding(
            long id,
            long payer,
            long member,
            String county,
            String relation,
            int place,
            LocalDate begins,
            @Nullable LocalDate ends,
            @Nullable Long yearlyLimitFen,
            String state,
            String opinion,
            String endReason,
            long enteredBy,
            String enteredName,
            String reviewedName,
            String endedName) {
        /** Whether it holds on a day and binds a child of the holder. */
        public boolean isOfChild(LocalDate day) {
            return state.equals("有效")
                    && relation.equals("子女")
                    && !begins.isAfter(day)
                    && (ends == null || !ends.isBefore(day));
        }
    }

    /**
     * What an account paid for another.
     *
     * @param payer whose account it is
     * @param fen how much
     */
    record Share(long payer, long fen) {}
}
