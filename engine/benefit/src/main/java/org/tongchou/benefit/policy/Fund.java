package org.tongchou.benefit.policy;

import java.util.Locale;

/**
 * Somebody who pays.
 *
 * @param id the word in the rules
 * @param name what people read
 * @param code 基金支付类型 of the national interface
 * @param field field of the national interface in which the payment is counted
 * @param place where it is written
 */
public record Fund(String id, String name, String code, Field field, Place place) {
    /** A field of the national interface ({@code setlinfo}) that holds what a fund paid. */
    public enum Field {
        /** 基本医疗保险统筹基金支出. */
        HIFP_PAY,
        /** 公务员医疗补助资金支出. */
        CVLSERV_PAY,
        /** 企业补充医疗保险基金支出. */
        HIFES_PAY,
        /** 居民大病保险资金支出. */
        HIFMI_PAY,
        /** 职工大额医疗费用补助基金支出. */
        HIFOB_PAY,
        /** 医疗救助基金支出. */
        MAF_PAY,
        /** 其他支出. */
        OTH_PAY,
        /** 医院负担金额. */
        HOSP_PART_AMT,
        /** 个人账户支出. */
        ACCT_PAY,
        /** 个人账户共济支付金额. */
        ACCT_MULAID_PAY;

        /** The name of the field in the files and in the national interface, for example {@code hifp_pay}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
