package org.tongchou.platform.contribution.subsidy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The subsidies of a year (财政补助结算).
 *
 * @param year the year
 * @param standardFen per head; null when the policy has none
 * @param heads heads by county
 * @param shares what each level owes for each county; empty until heads are counted or when the policy states no shares
 * @param payers what was granted, by payer
 * @param totalFen all that was granted
 * @param impliedHeads how many heads that pays for
 */
record SubsidyYear(
        int year,
        @Nullable Long standardFen,
        List<Heads> heads,
        List<Share> shares,
        List<Payer> payers,
        long totalFen,
        @Nullable Long impliedHeads) {
    SubsidyYear {
        heads = List.copyOf(heads);
        shares = List.copyOf(shares);
        payers = List.copyOf(payers);
    }

    /**
     * Heads of a county.
     *
     * @param county six digits
     * @param name its name
     * @param tier its tier
     * @param expected expected for the advance
     * @param counted counted in the end; null until they are
     */
    record Heads(
            String county,
            String name,
            String tier,
            @Nullable Long expected,
            @Nullable Long counted) {}

    /**
     * What a level owes for a county.
     *
     * @param county six digits
     * @param name its name
     * @param level word of the level
     * @param levelName its name
     * @param dueFen for the heads counted
     * @param advanceFen of it in advance, by the policy
     * @param grantedFen granted and posted
     * @param waitingFen waiting for review
     * @param restFen left: negative when too much was granted
     */
    record Share(
            String county,
            String name,
            String level,
            String levelName,
            long dueFen,
            long advanceFen,
            long grantedFen,
            long waitingFen,
            long restFen) {}

    /**
     * What a payer granted.
     *
     * @param payer its name
     * @param advanceFen in advance
     * @param clearingFen in the final clearing
     * @param share of all, in per cent; null when nothing was granted
     * @param advanceShare of its own that came in advance, in per cent
     */
    record Payer(
            String payer,
            long advanceFen,
            long clearingFen,
            @Nullable BigDecimal share,
            @Nullable BigDecimal advanceShare) {}

    /**
     * A grant.
     *
     * @param id its id
     * @param year the year
     * @param county six digits; empty for the whole region
     * @param level word of the level, {@code other} for other payers
     * @param payer name of who grants
     * @param stage 预拨 or 清算
     * @param fen how much; negative when it is paid back
     * @param day when
     * @param document the document
     * @param state 待复核, 已入账 or 已退回
     * @param reason why it was returned
     * @param enteredBy who entered it
     * @param enteredName their name
     * @param reviewedName who reviewed
     * @param voucherId the voucher; null until posted
     */
    record Grant(
            long id,
            int year,
            String county,
            String level,
            String payer,
            String stage,
            long fen,
            LocalDate day,
            String document,
            String state,
            String reason,
            long enteredBy,
            String enteredName,
            String reviewedName,
            @Nullable Long voucherId) {}
}
