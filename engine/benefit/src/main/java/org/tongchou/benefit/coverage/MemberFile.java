package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongchou.benefit.calculation.Insured;

/**
 * What the fund centre knows of a person (一人一档).
 *
 * @param person who it is
 * @param registrations in any order
 * @param payments in any order
 * @param creditedMonths months of the employee scheme that count for retirement, deemed ones included (累计缴费月数，含视同)
 * @param localMonths of them, those paid in this region (本地实际缴费月数)
 */
public record MemberFile(
        Insured person, List<Registration> registrations, List<Payment> payments, int creditedMonths, int localMonths) {
    /** Copies the lists. */
    public MemberFile {
        registrations = List.copyOf(registrations);
        payments = List.copyOf(payments);
    }

    /** The payments that give benefits. */
    Stream<Payment> covering() {
        return payments.stream().filter(Payment::covers);
    }

    /** The payments of a scheme that give benefits. */
    Stream<Payment> covering(String scheme) {
        return covering().filter(payment -> payment.scheme().equals(scheme));
    }

    /** Of the payments that give benefits and whose period began before a day the one that lasts longest. */
    Optional<Payment> lastBefore(LocalDate day) {
        return covering().filter(payment -> payment.from().isBefore(day)).max(Comparator.comparing(Payment::to));
    }
}
