package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.fund.VoucherView;
import org.tongchou.platform.settlement.Settlements.Amounts;

/**
 * A settlement with all that belongs to it. Amounts are in fen.
 *
 * @param row the settlement itself
 * @param person who
 * @param visit what was settled
 * @param amounts all amounts
 * @param personType 人员类别 that the rules saw
 * @param ratio 基本医保支付比例, in 10^-8
 * @param message id of the call that settled
 * @param batch 收费批次号; empty for all charges of the visit
 * @param mirrors the settlement that this one takes back; null for none
 * @param mirroredBy what took it back; null while it stands
 * @param diagnoses the diagnoses: those at the end when there are some
 * @param lines what was charged; of a mirror, what was charged in what it takes back
 * @param payments what each tier pays
 * @param accumulators the counters that it moved
 * @param movements what it moved on the person's account
 * @param shares what accounts of relatives paid
 * @param vouchers its vouchers in the ledger of the funds
 * @param explained why it came out so; of a mirror, why what it takes back came out so
 */
public record BillFile(
        BillRow row,
        Person person,
        VisitPart visit,
        Amounts amounts,
        String personType,
        long ratio,
        String message,
        String batch,
        @Nullable Other mirrors,
        @Nullable Other mirroredBy,
        List<Diagnosis> diagnoses,
        List<Line> lines,
        List<Payment> payments,
        List<Moved> accumulators,
        List<PersonalAccounts.Movement> movements,
        List<Share> shares,
        List<VoucherView> vouchers,
        Explained explained) {
    /** Copies the lists. */
    public BillFile {
        diagnoses = List.copyOf(diagnoses);
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
        accumulators = List.copyOf(accumulators);
        movements = List.copyOf(movements);
        shares = List.copyOf(shares);
        vouchers = List.copyOf(vouchers);
    }

    /**
     * The person, without the number of the certificate.
     *
     * @param id its id
     * @param sex 男, 女 or empty
     * @param born day of birth
     * @param county six digits
     */
    public record Person(long id, String sex, LocalDate born, String county) {}

    /**
     * The visit.
     *
     * @param number 就诊ID
     * @param state 就诊中, 在院, 出院, 已结算 or 已撤销
     * @param begun when it began
     * @param ended when it ended; null while it lasts and for visits that do not last
     * @param inpatient whether it is a stay
     * @param place 就医地, as people call it
     * @param filing 异地备案, as people call it; empty within the region
     * @param disease special disease; empty for none
     * @param level level of the provider then
     */
    public record VisitPart(
            String number,
            String state,
            LocalDateTime begun,
            @Nullable LocalDateTime ended,
            boolean inpatient,
            String place,
            String filing,
            String disease,
            String level) {}

    /**
     * The other settlement of a pair.
     *
     * @param number 结算ID
     * @param kept 结算, 撤销 or 冲正
     * @param at when
     */
    public record Other(String number, String kept, LocalDateTime at) {}

    /**
     * A diagnosis.
     *
     * @param main whether it is the main one
     * @param code code
     * @param name name
     */
    public record Diagnosis(boolean main, String code, String name) {}

    /**
     * A charge and how it was split.
     *
     * @param sn its number within the visit
     * @param charged when
     * @param name name
     * @param code national code
     * @param itemClass A, B or C
     * @param price yuan
     * @param pieces negative for a refund
     * @param limit price limit in yuan; null for none
     * @param restricted whether its use is restricted
     * @param fen amount
     * @param ownFen 全自费
     * @param overFen 超限价
     * @param preFen 先行自付
     * @param scopeFen 符合政策范围
     * @param why how it was split; empty when nothing was taken off
     * @param rules positions of the rules in {@link Explained#rules}
     */
    public record Line(
            String sn,
            LocalDateTime charged,
            String name,
            String code,
            String itemClass,
            BigDecimal price,
            BigDecimal pieces,
            @Nullable BigDecimal limit,
            boolean restricted,
            long fen,
            long ownFen,
            long overFen,
            long preFen,
            long scopeFen,
            String why,
            List<Integer> rules) {}

    /**
     * What a tier pays.
     *
     * @param tier its id
     * @param name what people read
     * @param fund name of the fund
     * @param baseFen cost that it looked at
     * @param limitFen what its limits left; null without a limit
     * @param fen what it pays
     */
    public record Payment(
            String tier,
            String name,
            String fund,
            long baseFen,
            @Nullable Long limitFen,
            long fen) {}

    /**
     * What a relative's account paid.
     *
     * @param name the relative
     * @param fen how much; negative when it went back
     */
    public record Share(String name, long fen) {}

    /**
     * A counter that was moved.
     *
     * @param counter its name in the rules
     * @param meaning what people read
     * @param unit 元 (then the numbers are in fen), 次, 天 …
     * @param before what was used up before
     * @param change what this settlement added
     * @param after what was used up after it
     */
    public record Moved(String counter, String meaning, String unit, long before, long change, long after) {}

    /**
     * Why a settlement came out so.
     *
     * @param title what was calculated
     * @param steps in the order in which they were done; those about single lines stand with the lines
     * @param bars from the whole bill down, payer by payer, to nothing
     * @param rules the rules that steps and lines name, each once
     */
    public record Explained(String title, List<Step> steps, List<Bar> bars, List<Rule> rules) {}

    /**
     * A step.
     *
     * @param kind total, part, deductible, payment, counted or cash
     * @param what a phrase that people read
     * @param formula the arithmetic with its numbers; empty when there is none
     * @param fen what it comes to
     * @param beforeFen what was still to be paid before it
     * @param afterFen what is still to be paid after it
     * @param rules positions in {@link Explained#rules}
     */
    public record Step(
            String kind, String what, String formula, long fen, long beforeFen, long afterFen, List<Integer> rules) {}

    /** A bar of the waterfall, from its upper to its lower end. */
    public record Bar(String label, long fromFen, long toFen) {}

    /**
     * A rule.
     *
     * @param parameter name in the rules
     * @param meaning what people read
     * @param from first day of the value that was used
     * @param value the value, a line for each case; empty when the pack no longer has it
     * @param sources documents and clauses
     */
    public record Rule(String parameter, String meaning, LocalDate from, List<String> value, List<Cited> sources) {}

    /** A place in a document; its link is empty when there is none. */
    public record Cited(String title, String number, String clause, String link) {}
}
