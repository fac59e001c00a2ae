package org.tongchou.platform.settlement;

import java.time.LocalDate;
import java.time.YearMonth;

/** What institutions apply for at the end of a month (清算申请). All calls join the caller's transaction. */
public interface Clearings {
    /** Takes an application; refuses a second one for the same month and type, and a month whose statement was reviewed. Gives its number. */
    String apply(Application application);

    /** Takes an application back; refuses when the statement of its month was reviewed. */
    void withdraw(String provider, String number);

    /**
     * An application.
     *
     * @param provider code of the institution
     * @param clearing clearing type
     * @param way 清算方式
     * @param month month that is cleared
     * @param from first day
     * @param to last day
     * @param count 人次
     * @param totalFen 医疗费总额
     * @param acceptedFen 医保认可费用总额
     * @param fundFen 基金申报总额
     * @param accountFen 个人账户支出
     * @param cashFen 现金支付金额
     * @param message id of the message
     */
    record Application(
            String provider,
            ClearingType clearing,
            String way,
            YearMonth month,
            LocalDate from,
            LocalDate to,
            long count,
            long totalFen,
            long acceptedFen,
            long fundFen,
            long accountFen,
            long cashFen,
            String message) {}
}
