package org.tongchou.benefit.claims;

/**
 * A charge line to be written.
 *
 * @param price 单价, 10^-6 yuan
 * @param count 数量, 10^-4; negative for a refund
 * @param amount price × count rounded half up, in fen
 * @param catalogue 0 A, 1 B, 2 C
 * @param category number of the 费用类别; -1 for none
 * @param share own pre-payment share, 10^-6; -1 for none
 * @param limit 限价 of one unit, 10^-6 yuan; -1 for none
 * @param restricted 限制使用
 * @param approval 医院审批标志: 0, 1 or 2
 * @param outside besides a package price
 * @param refunds the line of the bill that is refunded, from 0; -1 for none
 */
public record LineRow(
        long price,
        long count,
        long amount,
        int catalogue,
        int category,
        int share,
        long limit,
        boolean restricted,
        int approval,
        boolean outside,
        int refunds) {
    static final int RESTRICTED = 1;
    static final int OUTSIDE = 8;

    /** The marks in one number: bit 0 restricted, bits 1 and 2 approval, bit 3 outside. */
    int marks() {
        return (restricted ? RESTRICTED : 0) | approval << 1 | (outside ? OUTSIDE : 0);
    }
}
