package org.tongchou.platform.settlement.clearing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an institution is paid for a month, or gets back of its deposit.
 *
 * @param id its number
 * @param kind 月结 or 退还质保金
 * @param provider code of the institution
 * @param providerName its name
 * @param month month; December of the year for a deposit
 * @param state 待复核, 已复核 or 已退回
 * @param depositRate share that is kept back as deposit
 * @param depositSource the agreement and its clause that says so; empty when nothing is kept
 * @param agrees 一致, 不一致 or 未申请: whether what the institution applied for is what was settled
 * @param count settlements and mirrors
 * @param totalFen 医疗费总额
 * @param dueFen what is due
 * @param prepaidFen prepayment set off
 * @param depositFen kept back
 * @param payFen paid
 * @param note the clerk's word
 * @param reason why it was returned
 * @param createdBy id of who drew it up
 * @param createdName who drew it up
 * @param createdAt when
 * @param reviewedName who reviewed it
 * @param reviewedAt when; null when nobody did
 * @param version for changing it
 */
record Statement(
        long id,
        String kind,
        String provider,
        String providerName,
        String month,
        String state,
        BigDecimal depositRate,
        String depositSource,
        String agrees,
        long count,
        long totalFen,
        long dueFen,
        long prepaidFen,
        long depositFen,
        long payFen,
        String note,
        String reason,
        long createdBy,
        String createdName,
        OffsetDateTime createdAt,
        String reviewedName,
        @Nullable OffsetDateTime reviewedAt,
        int version) {
    static final String MONTH = "月结";
    static final String DEPOSIT = "退还质保金";
    static final String WAITING = "待复核";
    static final String DONE = "已复核";

    /**
     * Which statements are wanted.
     *
     * @param text code of the institution, or part of its name
     * @param month month
     * @param kind 月结 or 退还质保金
     * @param state state
     */
    record Filter(
            @Nullable String text,
            @Nullable String month,
            @Nullable String kind,
            @Nullable String state) {}

    /**
     * What is to be drawn up.
     *
     * @param month month; December of the year for deposits
     * @param kind 月结 or 退还质保金
     * @param provider code of the institution; all that have something when missing
     * @param keepPrepaid whether prepayments stay with the institutions
     */
    record Request(
            @Nullable String month,
            @Nullable String kind,
            @Nullable String provider,
            @Nullable Boolean keepPrepaid) {}

    /**
     * What the reviewer decides.
     *
     * @param accept whether it is paid
     * @param reason why it is returned
     * @param note why it is paid although the application says otherwise, or there is none
     * @param version of what was read
     */
    record Review(
            @Nullable Boolean accept,
            @Nullable String reason,
            @Nullable String note,
            @Nullable Integer version) {}

    /**
     * Sums of a scheme and clearing type, with what the institution applied for.
     *
     * @param schemeName scheme
     * @param clearing clearing type, its code
     * @param clearingName clearing type
     * @param settlements how many settlements
     * @param mirrors how many mirrors
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付
     * @param cashFen 个人现金
     * @param hospitalFen 医院负担
     */
    record Part(
            String schemeName,
            String clearing,
            String clearingName,
            long settlements,
            long mirrors,
            long totalFen,
            long fundFen,
            long accountFen,
            long cashFen,
            long hospitalFen) {}

    /**
     * What a fund owes.
     *
     * @param fund code of the fund
     * @param fundName its name
     * @param dueFen settlements of the month
     * @param carriedFen what was below zero before; not above zero
     * @param recoveredFen what was to be recovered and is set off
     * @param prepaidFen prepayment set off
     * @param depositFen kept back
     * @param payFen paid
     * @param payment where the payment stands; empty when none was asked for
     */
    record FundPart(
            String fund,
            String fundName,
            long dueFen,
            long carriedFen,
            long recoveredFen,
            long prepaidFen,
            long depositFen,
            long payFen,
            String payment) {}

    /**
     * What the institution applied for, by clearing type, beside what was settled in the days it names.
     *
     * @param number number of the application
     * @param clearing clearing type, its code
     * @param clearingName clearing type
     * @param begins first day
     * @param ends last day
     * @param theirCount rows
     * @param theirTotalFen 医疗费总额
     * @param theirFundFen 基金申报总额
     * @param theirAccountFen 个人账户支出
     * @param theirCashFen 现金
     * @param ourCount rows here
     * @param ourTotalFen 医疗费总额 here
     * @param ourFundFen 基金支付总额 here
     * @param ourAccountFen 个人账户支付 here
     * @param ourCashFen 现金 here
     */
    record Applied(
            String number,
            String clearing,
            String clearingName,
            LocalDate begins,
            LocalDate ends,
            long theirCount,
            long theirTotalFen,
            long theirFundFen,
            long theirAccountFen,
            long theirCashFen,
            long ourCount,
            long ourTotalFen,
            long ourFundFen,
            long ourAccountFen,
            long ourCashFen) {
        boolean agrees() {
            return theirCount == ourCount
                    && theirTotalFen == ourTotalFen
                    && theirFundFen == ourFundFen
                    && theirAccountFen == ourAccountFen
                    && theirCashFen == ourCashFen;
        }
    }

    /**
     * A settlement in a statement.
     *
     * @param number 结算ID
     * @param visit 就诊ID
     * @param person 人员编号
     * @param schemeName scheme
     * @param clearingName clearing type
     * @param day business date
     * @param kept 结算, 撤销 or 冲正
     * @param totalFen 医疗费总额
     * @param fundFen 基金支付总额
     * @param accountFen 个人账户支付
     * @param cashFen 个人现金
     */
    record Row(
            String number,
            String visit,
            String person,
            String schemeName,
            String clearingName,
            LocalDate day,
            String kept,
            long totalFen,
            long fundFen,
            long accountFen,
            long cashFen) {}

    /**
     * A statement with what it consists of.
     *
     * @param statement the statement
     * @param parts by scheme and clearing type
     * @param funds by fund
     * @param applied what was applied for
     */
    record View(Statement statement, List<Part> parts, List<FundPart> funds, List<Applied> applied) {}
}
