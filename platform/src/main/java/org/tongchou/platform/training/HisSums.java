package org.tongchou.platform.training;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What an institution counts of its settlements, in yuan.
 *
 * @param insutype scheme of the interface
 * @param clearing 清算类别: 11 outpatient, 21 stay, 41 pharmacy
 * @param from first day
 * @param to last day
 * @param total 医疗费总额
 * @param fund 基金支付总额
 * @param account 个人账户支出
 * @param count settlements and the mirrors that took some back
 */
public record HisSums(
        String insutype,
        String clearing,
        LocalDate from,
        LocalDate to,
        BigDecimal total,
        BigDecimal fund,
        BigDecimal account,
        int count) {
    /** The sums of some settlements. */
    public static HisSums of(String insutype, String clearing, LocalDate from, LocalDate to, List<HisBill> bills) {
        return new HisSums(
                insutype,
                clearing,
                from,
                to,
                bills.stream().map(HisBill::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                bills.stream().map(HisBill::fund).reduce(BigDecimal.ZERO, BigDecimal::add),
                bills.stream().map(HisBill::account).reduce(BigDecimal.ZERO, BigDecimal::add),
                bills.size());
    }

    /**
     * What the centre says to it.
     *
     * @param same whether both count the same
     * @param says in words
     */
    public record Answer(boolean same, String says) {}
}
