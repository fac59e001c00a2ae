package org.tongchou.platform.gateway.service;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.policy.Fund.Field;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Settled;

/**
 * Which field of {@code setlinfo} tells what a fund paid: of our funds as the policy pack says, of the funds of another region by their
 * national code ({@code fund_pay_type}). What a home region paid and did not tell by fund stands in {@code oth_pay}.
 */
final class FundFields {
    /** 伤残人员医疗保障基金支出, a part of {@code oth_pay}. */
    private static final String DISABLED = "hifdm_pay";

    private static final String DISABLED_FUND = "350100";
    private static final Map<String, Field> NATIONAL = Map.ofEntries(
            entry("310100", Field.HIFP_PAY),
            entry("390100", Field.HIFP_PAY),
            entry("320100", Field.CVLSERV_PAY),
            entry("370100", Field.HIFES_PAY),
            entry("390200", Field.HIFMI_PAY),
            entry("330100", Field.HIFOB_PAY),
            entry("610100", Field.MAF_PAY),
            entry("310200", Field.ACCT_PAY));
    /** Fields whose amounts a settlement tells by itself, not by its funds. */
    private static final Set<Field> OWN = Set.of(Field.ACCT_PAY, Field.ACCT_MULAID_PAY, Field.HOSP_PART_AMT);

    private FundFields() {}

    /** What funds pay of a settlement, in fen by field. */
    static Map<String, Long> of(Settled settled, Map<String, Fund> ours) {
        return settled.personId() < 0 ? ofGuest(settled) : ofOurs(settled.payments(), ours);
    }

    private static Map<String, Long> ofOurs(List<Payment> payments, Map<String, Fund> ours) {
        Map<String, Long> fields = new LinkedHashMap<>();
        for (Payment payment : payments) {
            Fund fund = ours.get(payment.fund());
            fields.merge((fund == null ? Field.OTH_PAY : fund.field()).word(), payment.fen(), Long::sum);
        }
        return fields;
    }

    private static Map<String, Long> ofGuest(Settled settled) {
        Map<String, Long> fields = new LinkedHashMap<>();
        long rest = settled.amounts().fund();
        for (Payment payment : settled.payments()) {
            Field field = field(payment.nationalFund());
            if (!OWN.contains(field)) {
                fields.merge(field.word(), payment.fen(), Long::sum);
                rest -= payment.fen();
            }
            if (payment.nationalFund().equals(DISABLED_FUND)) {
                fields.merge(DISABLED, payment.fen(), Long::sum);
            }
        }
        if (rest != 0) {
            fields.merge(Field.OTH_PAY.word(), rest, Long::sum);
        }
        return fields;
    }

    /** Regions divide a national fund by the last two digits (610102 再救助); what nobody knows is another fund. */
    private static Field field(String code) {
        String whole = code.length() == 6 ? code.substring(0, 4) + "00" : code;
        return NATIONAL.getOrDefault(whole, Field.OTH_PAY);
    }
}
