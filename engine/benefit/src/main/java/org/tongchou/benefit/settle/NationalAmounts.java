package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Bucket;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * The amounts of a settlement as the national interface names them.
 *
 * @param setlinfo field → yuan with two decimals; {@code pool_prop_selfpay} is a ratio with four
 * @param setldetail one row for each fund that pays
 */
public record NationalAmounts(Map<String, BigDecimal> setlinfo, List<Detail> setldetail) {
    private static final int RATIO_DECIMALS = 4;

    /**
     * A row of {@code setldetail}.
     *
     * @param fundPayType {@code fund_pay_type}
     * @param fundPayTypeName {@code fund_pay_type_name}
     * @param inscpScpAmt {@code inscp_scp_amt}: the cost that its first tier looked at
     * @param crtPaybLmtAmt {@code crt_payb_lmt_amt}: what its limits left before the bill; null without a limit
     * @param fundPayamt {@code fund_payamt}
     */
    public record Detail(
            String fundPayType,
            String fundPayTypeName,
            Money inscpScpAmt,
            @Nullable Money crtPaybLmtAmt,
            Money fundPayamt) {}

    /** Copies the collections. */
    public NationalAmounts {
        setlinfo = Collections.unmodifiableMap(new LinkedHashMap<>(setlinfo));
        setldetail = List.copyOf(setldetail);
    }

    static NationalAmounts of(Settlement settlement) {
        Map<String, BigDecimal> fields = new LinkedHashMap<>();
        put(fields, "medfee_sumamt", settlement.total());
        put(fields, "fulamt_ownpay_amt", settlement.part(Bucket.FULL_OWN));
        put(fields, "overlmt_selfpay", settlement.part(Bucket.OVER_LIMIT));
        put(fields, "preselfpay_amt", settlement.part(Bucket.PRE_PAY).plus(settlement.part(Bucket.FIRST_PAY)));
        put(fields, "inscp_scp_amt", settlement.part(Bucket.SCOPE));
        put(fields, "act_pay_dedc", settlement.part(Bucket.DEDUCTIBLE));
        for (Fund.Field field : Fund.Field.values()) {
            put(fields, field.word(), settlement.paidIn(field));
        }
        put(fields, "fund_pay_sumamt", settlement.fundSum());
        put(
                fields,
                "psn_part_amt",
                settlement.total().minus(settlement.fundSum()).minus(settlement.hospital()));
        put(fields, "psn_cash_pay", settlement.cash());
        fields.put(
                "pool_prop_selfpay",
                BigDecimal.valueOf(settlement.basicRatio(), 8).setScale(RATIO_DECIMALS, RoundingMode.HALF_UP));
        return new NationalAmounts(fields, details(settlement.payments()));
    }

    private static void put(Map<String, BigDecimal> fields, String name, Money amount) {
        fields.put(name, amount.in(MoneyUnit.YUAN).setScale(2));
    }

    private static List<Detail> details(List<Payment> payments) {
        Map<String, Detail> rows = new LinkedHashMap<>();
        for (Payment payment : payments) {
            Fund fund = payment.fund();
            rows.merge(
                    fund.id(),
                    new Detail(fund.code(), fund.name(), payment.base(), payment.limit(), payment.amount()),
                    (one, other) -> new Detail(
                            one.fundPayType(),
                            one.fundPayTypeName(),
                            one.inscpScpAmt(),
                            one.crtPaybLmtAmt() == null ? other.crtPaybLmtAmt() : one.crtPaybLmtAmt(),
                            one.fundPayamt().plus(other.fundPayamt())));
        }
        return new ArrayList<>(rows.values());
    }
}
