package org.tongchou.platform.crossregion;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What regions tell each other, as it stands in the JSON of messages. */
public final class Messages {
    private Messages() {}

    /**
     * Asks who somebody is.
     *
     * @param certificateType 01 e-credential, 02 identity card, 03 social-security card
     * @param number its number
     * @param day day of the visit
     */
    public record Asked(String certificateType, String number, LocalDate day) {}

    /**
     * Says who somebody is.
     *
     * @param number 人员编号 of the home region
     * @param name name
     * @param sex {@code male} or {@code female}
     * @param born day of birth
     * @param certificateType 证件类型
     * @param certificate number of the certificate
     * @param insured what they are insured in
     */
    public record Told(
            String number,
            String name,
            String sex,
            LocalDate born,
            String certificateType,
            String certificate,
            List<Insured> insured) {}

    /**
     * A scheme that somebody is in.
     *
     * @param scheme word of the scheme
     * @param personType code of the person type in the national list
     * @param from first day
     * @param balanceFen what is in the personal account
     */
    public record Insured(String scheme, String personType, LocalDate from, long balanceFen) {}

    /**
     * A bill, split by the catalogue of the place of care. Amounts in fen.
     *
     * @param person 人员编号 of the home region
     * @param scheme word of the scheme
     * @param kind word of the kind of visit
     * @param nationalKind its code in the national interface
     * @param provider code of the provider
     * @param providerName its name
     * @param providerLevel its level
     * @param visit number of the visit at the place of care
     * @param inpatient whether it is a stay
     * @param begun when it began
     * @param ended when it ended; null while it lasts
     * @param diagnoses codes
     * @param day business date
     * @param own 全自费
     * @param over 超限价
     * @param pre 先行自付
     * @param scope 符合政策范围
     * @param useAccount whether the personal account may pay
     */
    public record Bill(
            String person,
            String scheme,
            String kind,
            String nationalKind,
            String provider,
            String providerName,
            String providerLevel,
            String visit,
            boolean inpatient,
            LocalDateTime begun,
            @Nullable LocalDateTime ended,
            List<String> diagnoses,
            LocalDate day,
            long own,
            long over,
            long pre,
            long scope,
            boolean useAccount) {
        /** 医疗费总额. */
        public long total() {
            return own + over + pre + scope;
        }
    }

    /**
     * What the home region decided of a bill. Amounts in fen; total = fund + account + mutual + cash.
     *
     * @param number number of the settlement there; empty of a preview
     * @param personType person type there
     * @param own 全自费
     * @param over 超限价
     * @param pre 先行自付, with what the home region's policy adds
     * @param scope 符合政策范围
     * @param deductible 起付线
     * @param fund 基金支付总额
     * @param account 个人账户
     * @param mutual 共济账户
     * @param cash 个人现金
     * @param ratio 基本医保支付比例, in 10^-8
     * @param payments by fund
     * @param balanceFen what is left in the personal account
     */
    public record Decided(
            String number,
            String personType,
            long own,
            long over,
            long pre,
            long scope,
            long deductible,
            long fund,
            long account,
            long mutual,
            long cash,
            long ratio,
            List<Paid> payments,
            long balanceFen) {}

    /**
     * What a fund of the home region pays.
     *
     * @param tier its tier
     * @param nationalFund {@code fund_pay_type}
     * @param baseFen cost that it looked at
     * @param fen what it pays
     */
    public record Paid(String tier, String nationalFund, long baseFen, long fen) {}

    /**
     * Takes a bill back.
     *
     * @param settle id of the message that settled it
     * @param undone whether it is as if it never happened (冲正)
     * @param day business date
     */
    public record Back(String settle, boolean undone, LocalDate day) {}

    /**
     * What became of it.
     *
     * @param number number of the mirror there; empty when the bill had never arrived
     */
    public record Done(String number) {}

    /**
     * Asks for the bills of a month.
     *
     * @param month 2026-03
     * @param asCare whether those are wanted of which the asked region is the place of care
     */
    public record Month(String month, boolean asCare) {}

    /**
     * The bills of a month.
     *
     * @param rows the bills
     */
    public record Rows(List<Row> rows) {}

    /**
     * A bill in a list for clearing.
     *
     * @param message id of the message that settled it
     * @param kept 结算, 撤销 or 冲正
     * @param visit 就诊ID
     * @param number 结算ID
     * @param totalFen 医疗费总额
     * @param payFen 经办机构支付总额
     */
    public record Row(String message, String kept, String visit, String number, long totalFen, long payFen) {}

    /**
     * A refusal.
     *
     * @param code stable code
     * @param message in Chinese
     */
    public record Refused(String code, String message) {}
}
