package org.tongchou.platform.training;

import java.math.BigDecimal;

/**
 * Whom the institution serves, as 1101 told.
 *
 * @param number 人员编号
 * @param name name
 * @param idNumber the certificate's number that was asked with
 * @param insutype scheme of the interface that pays
 * @param area 参保地医保区划
 * @param balance personal account in yuan
 */
public record HisPerson(String number, String name, String idNumber, String insutype, String area, BigDecimal balance) {
    /** Without what says who somebody is. */
    @Override
    public String toString() {
        return "HisPerson[" + number + "]";
    }
}
