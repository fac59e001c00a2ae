package org.tongchou.platform.enrolment.person;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tongchou.benefit.coverage.Payment;

/** Months for which a scheme was paid. */
public final class PaidMonths {
    private PaidMonths() {}

    /** How many different months were paid for. */
    public static int of(List<Payment> payments, String scheme) {
        Set<YearMonth> months = new TreeSet<>();
        for (Payment payment : payments) {
            if (payment.scheme().equals(scheme)) {
                YearMonth last = YearMonth.from(payment.to());
                for (YearMonth month = YearMonth.from(payment.from());
                        !month.isAfter(last);
                        month = month.plusMonths(1)) {
                    months.add(month);
                }
            }
        }
        return months.size();
    }
}
