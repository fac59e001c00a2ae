package org.tongchou.platform.fund;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/**
 * Personal accounts of employees (个人账户). Money that came in this year is the current part, all other is carried over; neither is
 * ever below zero. Every movement names the act that caused it and the voucher that the caller posted for it. All calls join the
 * caller's transaction, which records the act; the same act again with the same content changes nothing, with other content it is
 * refused.
 */
public interface PersonalAccounts {
    /** What is in an account today; nothing for somebody without one. */
    Balance balance(long person);

    /** What was in an account at the end of a day. */
    Balance balance(long person, LocalDate day);

    /** What is in an account on a day, which nobody else takes money from until the caller's transaction ends. */
    Balance lock(long person, LocalDate day);

    /** The same, nothing when there is no account or it is closed. */
    Balance lockIfOpen(long person, LocalDate day);

    /**
     * Credits many accounts (划入), opening those that are missing. Refuses closed ones.
     *
     * @param month the month that the money is for, {@code 2025-03}
     */
    void credit(Actor actor, String month, List<Credit> credits);

    /** Takes money for a use (支付); refuses when there is not enough. */
    Balance pay(Actor actor, Use use);

    /** Gives money of a payment back (退回): what was taken last first. Refuses more than was paid. */
    Balance refund(Actor actor, Refund refund);

    /** Moves money to another account, or out of the region (转移). */
    Balance transfer(Actor actor, Transfer transfer);

    /** Takes back a credit by its mirror image (冲回); refuses when the money was used meanwhile. */
    void reverse(Actor actor, Refund credit);

    /** Takes out all that is left and closes the account (销户). */
    Balance close(Actor actor, Use closing);

    /** What an act moved on an account, in fen: above zero when it came in; 0 for nothing. */
    long moved(long person, Cause cause);

    /** Movements, the latest first. */
    Page<Movement> movements(long person, PageQuery page);

    /** What an act moved on an account, the latest first. */
    List<Movement> movements(long person, Cause cause);

    /**
     * Money in an account, or what an act took of it or gave to it.
     *
     * @param currentFen came in this year (当年)
     * @param carriedFen came in before (历年)
     */
    record Balance(long currentFen, long carriedFen) {
        /** Nothing. */
        public static final Balance NOTHING = new Balance(0, 0);

        /** Both parts. */
        public long fen() {
            return currentFen + carriedFen;
        }
    }

    /**
     * Money that comes in.
     *
     * @param person id of the person
     * @param fen above zero
     * @param date business date
     * @param interest whether it is interest of the year
     * @param cause the act behind it
     * @param voucher the voucher of the act
     */
    record Credit(long person, long fen, LocalDate date, boolean interest, Cause cause, long voucher) {}

    /**
     * Money that is used.
     *
     * @param person id of the person
     * @param fen above zero; at a closing all that is left
     * @param date business date
     * @param carriedFirst whether what was carried over is used before what came in this year
     * @param cause the act behind it
     * @param voucher the voucher of the act
     */
    record Use(long person, long fen, LocalDate date, boolean carriedFirst, Cause cause, long voucher) {}

    /**
     * Money of an earlier act that goes back.
     *
     * @param person id of the person
     * @param fen above zero; at a reversal all of the credit
     * @param date business date
     * @param of the act that it goes back from
     * @param cause the act behind it
     * @param voucher the voucher of the act
     */
    record Refund(long person, long fen, LocalDate date, Cause of, Cause cause, long voucher) {}

    /**
     * Money that moves elsewhere.
     *
     * @param from from whom, how much and why
     * @param to to whom; null when it leaves the region
     */
    record Transfer(Use from, @Nullable Long to) {}

    /**
     * A movement.
     *
     * @param id its id
     * @param date business date
     * @param month the month that it is for
     * @param kind credit, payment, refund, transfer, interest, reversal or close
     * @param fen above zero when it came in
     * @param moneyYear the year in which the money had come in
     * @param balanceFen what was in the account afterwards
     * @param cause the act behind it
     * @param voucher id of the voucher
     */
    record Movement(
            long id,
            LocalDate date,
            String month,
            String kind,
            long fen,
            int moneyYear,
            long balanceFen,
            Cause cause,
            long voucher) {}
}
