package org.tongchou.platform.training;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/**
 * A settlement as it was answered, in yuan; a mirror that takes one back has negative amounts.
 *
 * @param infno the transaction that made it
 * @param msgid the message id that it was asked under
 * @param number 结算ID; empty for a pre-settlement
 * @param visit 就诊ID
 * @param total 医疗费总额
 * @param fund 基金支付总额
 * @param account 个人账户支出
 * @param cash 个人现金支出
 * @param output the whole answer
 */
public record HisBill(
        String infno,
        String msgid,
        String number,
        String visit,
        BigDecimal total,
        BigDecimal fund,
        BigDecimal account,
        BigDecimal cash,
        JsonNode output) {
    /** The settlement of a call that was done. */
    static HisBill of(HisCall call) {
        JsonNode output = call.good();
        JsonNode info = output.path("setlinfo");
        return new HisBill(
                call.infno(),
                call.msgid(),
                info.path("setl_id").asString(),
                info.path("mdtrt_id").asString(),
                info.path("medfee_sumamt").decimalValue(),
                info.path("fund_pay_sumamt").decimalValue(),
                info.path("acct_pay").decimalValue(),
                info.path("psn_cash_pay").decimalValue(),
                output);
    }
}
