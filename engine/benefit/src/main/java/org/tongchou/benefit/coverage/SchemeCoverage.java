package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the benefits of a scheme are enjoyed on the day asked for.
 *
 * @param scheme the scheme
 * @param personType the person type of the registration on the day
 * @param standing whether, and if not, why
 * @param from first day of the benefit, perhaps still to come; null when it is not known
 * @param until last day of the benefit as far as it is paid for; null without end or when it is not known
 * @param reason a Chinese sentence
 * @param insuredYears whole years of unbroken enrolment before the day, 0 or more
 * @param funds the funds of the scheme's plans, in the order of the pack
 */
public record SchemeCoverage(
        String scheme,
        String personType,
        Standing standing,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String reason,
        int insuredYears,
        List<FundCoverage> funds) {
    /**
     * A row of transaction 2001: whether a fund may be used.
     *
     * @param fund a fund of the pack
     * @param code its national code (基金支付类型)
     * @param enjoyed whether it may be used (基金款项待遇享受标志)
     * @param from first day; null when it is not known
     * @param until last day; null without end or when it is not known
     * @param reason a Chinese sentence (待遇检查结果)
     */
    public record FundCoverage(
            String fund,
            String code,
            boolean enjoyed,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String reason) {}

    /** Copies the list. */
    public SchemeCoverage {
        funds = List.copyOf(funds);
    }

    /** Whether the benefits are enjoyed. */
    public boolean enjoyed() {
        return standing == Standing.ENJOYED;
    }

    SchemeCoverage withFunds(List<FundCoverage> rows) {
        return new SchemeCoverage(scheme, personType, standing, from, until, reason, insuredYears, rows);
    }
}
