package org.tongchou.platform.provider;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The providers of the region as they are on a day. */
public interface Providers {
    /** A provider today, whether or not an agreement is in force. */
    Optional<Provider> find(String code);

    /** A provider on a day. */
    Optional<Provider> find(String code, LocalDate day);

    /** All with an agreement in force on a day, by code. */
    List<Provider> active(LocalDate day);

    /** Where a provider is paid to; empty when no account was confirmed. */
    Optional<Payee> payee(String code);

    /**
     * What the agreement of a provider keeps back as deposit of a month: as it stood on the last day of the month on which it was in
     * force, suspended or not; empty when none was, or when it says nothing.
     */
    Optional<Deposit> deposit(String code, YearMonth month);

    /** Who practises at a provider on a day, by code. */
    List<Practitioner> staff(String provider, LocalDate day);

    /** Whether a physician, nurse or pharmacist practises at a provider on a day and may prescribe for the fund. */
    boolean mayPrescribe(String staff, String provider, LocalDate day);
}
