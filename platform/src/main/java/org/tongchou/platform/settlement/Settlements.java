package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.web.Actor;

/** Settles visits and takes settlements back. All calls join the caller's transaction. */
public interface Settlements {
    /** Settles without keeping anything (预结算). */
    Settled preview(Visit visit, Request request);

    /** Settles the open charges of a visit: settlement, lines, accumulators, account movements and vouchers. */
    default Settled settle(Actor actor, Visit visit, Request request) {
        return settle(actor, visit, request, new Due(FundAccounts.DUE_TO_PROVIDERS, visit.provider(), request.day()));
    }

    /** As {@link #settle(Actor, Visit, Request)}, with what is due going to somebody else or booked on another day. */
    Settled settle(Actor actor, Visit visit, Request request, Due due);

    /**
     * Takes a settlement back by its mirror (撤销 or 冲正). The accumulators lose what it added; later settlements stay.
     *
     * @param undone whether it is as if it never happened (冲正): neither row counts in reconciliation
     */
    Settled cancel(Actor actor, Visit visit, long settlement, String message, boolean undone);

    /**
     * Takes a cancellation back (冲正 of a cancellation): what it took back is settled again, to the same fen, and goes by its old number.
     * Refuses when something has happened since that would change an amount.
     */
    Settled restore(Actor actor, Visit visit, Settled mirror);

    /** A settlement of a visit by its number; the restored one when it was restored. */
    Settled get(Visit visit, String number);

    /** A settlement by its id; refuses with 404 when there is none. */
    Settled byId(long settlement);

    /** The settlement that a message made, that was not taken back. */
    Optional<Settled> byMessage(String provider, String message);

    /** The number of the visit of a settlement. */
    String visitNumber(long settlement);

    /** Settlements of a person within a time, the earliest first. */
    List<Settled> of(long person, LocalDateTime from, LocalDateTime to);

    /** What a person used up in a year, by counter: amounts in yuan, all others whole; what is nought is left out. */
    Map<String, BigDecimal> accumulated(long person, int year);

    /** Why a settlement came out as it did, as JSON; of a mirror, that of what it mirrors. */
    String explain(long settlement);

    /**
     * What is to be settled.
     *
     * @param batch the batch; empty for all open charges
     * @param totalFen sum that the sender tells
     * @param parts own, over limit, pre-paid and in-scope amounts as the sender tells them, by name; what is there must be right
     * @param useAccount whether the personal account may pay
     * @param day business date
     * @param interim whether the stay goes on (中途结算)
     * @param paymentMode {@code item}, {@code disease}, {@code drg} or {@code per_diem}
     * @param tags words of the region
     * @param message id of the message
     */
    record Request(
            String batch,
            long totalFen,
            Map<String, Long> parts,
            boolean useAccount,
            LocalDate day,
            boolean interim,
            String paymentMode,
            List<String> tags,
            String message) {}

    /**
     * To whom it is due what funds and accounts pay.
     *
     * @param account liability in the books, {@link FundAccounts#DUE_TO_PROVIDERS}
     * @param party to whom, as the books name them
     * @param day day on which it is booked
     */
    record Due(String account, String party, LocalDate day) {}

    /**
     * A settlement.
     *
     * @param id its id; 0 of a preview
     * @param number 结算ID; empty of a preview
     * @param visitId its visit
     * @param personId who
     * @param scheme scheme
     * @param personType person type
     * @param kind word of the pack
     * @param provider code of the provider
     * @param day business date
     * @param at when
     * @param message id of the message
     * @param kept 结算, 撤销 or 冲正
     * @param reverses the settlement that it mirrors; null for none
     * @param amounts amounts in fen by name; negative of a mirror
     * @param ratio 基本医保支付比例, in 10^-8
     * @param payments what each tier pays
     * @param balanceFen what is left in the personal account
     */
    record Settled(
            long id,
            String number,
            long visitId,
            long personId,
            String scheme,
            String personType,
            String kind,
            String provider,
            LocalDate day,
            LocalDateTime at,
            String message,
            String kept,
            @Nullable Long reverses,
            Amounts amounts,
            long ratio,
            List<Payment> payments,
            long balanceFen) {
        /** The same, kept under an id and a number. */
        public Settled numbered(long newId, String newNumber) {
            return with(newId, newNumber, balanceFen);
        }

        /** The same with what is left in the personal account. */
        public Settled leaving(long fen) {
            return with(id, number, fen);
        }

        private Settled with(long newId, String newNumber, long fen) {
            return new Settled(
                    newId,
                    newNumber,
                    visitId,
                    personId,
                    scheme,
                    personType,
                    kind,
                    provider,
                    day,
                    at,
                    message,
                    kept,
                    reverses,
                    amounts,
                    ratio,
                    payments,
                    fen);
        }
    }

    /**
     * Amounts of a settlement in fen: total = own + over + pre + scope = fund + hospital + account + mutual + cash.
     *
     * @param total 医疗费总额
     * @param own 全自费
     * @param over 超限价自费
     * @param pre 先行自付
     * @param scope 符合政策范围
     * @param deductible 实际支付起付线
     * @param fund 基金支付总额
     * @param hospital 医院负担
     * @param account 个人账户支出, without the mutual-aid part
     * @param mutual 个人账户共济支付
     * @param cash 个人现金支出
     */
    record Amounts(
            long total,
            long own,
            long over,
            long pre,
            long scope,
            long deductible,
            long fund,
            long hospital,
            long account,
            long mutual,
            long cash) {
        /** The mirror. */
        public Amounts negated() {
            return new Amounts(
                    -total, -own, -over, -pre, -scope, -deductible, -fund, -hospital, -account, -mutual, -cash);
        }
    }

    /**
     * What a tier pays.
     *
     * @param tier id of the tier
     * @param fund id of the fund
     * @param nationalFund {@code fund_pay_type}
     * @param baseFen cost that it looked at
     * @param limitFen what its limits left; null without a limit
     * @param fen what it pays
     */
    record Payment(
            String tier,
            String fund,
            String nationalFund,
            long baseFen,
            @Nullable Long limitFen,
            long fen) {}
}
