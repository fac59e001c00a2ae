package org.tongchou.benefit.coverage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.CalculatorPack;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.coverage.Payment.Kind;

/** A person's file, written step by step. */
final class Members {
    private final Insured person;
    private final List<Registration> registrations = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private int credited;
    private int local;

    private Members(Insured person) {
        this.person = person;
    }

    static Members born(String born) {
        return new Members(CalculatorPack.person(born, "male"));
    }

    static Members resident() {
        return born("1980-03-01").in("resident", "居民", "2015-01-01", null);
    }

    static Members employee(String type) {
        return born("1980-03-01").in("employee", type, "2015-01-01", null);
    }

    Members in(String scheme, String type, String from, @Nullable String to) {
        registrations.add(
                new Registration(scheme, type, LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
        return this;
    }

    /** Resident dues of calendar years, each paid in the window before. */
    Members years(int first, int last) {
        for (int year = first; year <= last; year++) {
            year(year, (year - 1) + "-11-05", Kind.OWN);
        }
        return this;
    }

    Members year(int year, String paid) {
        return year(year, paid, Kind.OWN);
    }

    Members year(int year, String paid, Kind kind) {
        return paid("resident", year + "-01-01", year + "-12-31", paid, kind);
    }

    Members paid(String scheme, String from, String to, String paid, Kind kind) {
        payments.add(new Payment(scheme, LocalDate.parse(from), LocalDate.parse(to), LocalDate.parse(paid), kind));
        return this;
    }

    /** Employee dues of months, each paid in it. */
    Members months(String first, String last) {
        YearMonth end = YearMonth.parse(last);
        for (YearMonth month = YearMonth.parse(first); !month.isAfter(end); month = month.plusMonths(1)) {
            month(month.toString(), month.atDay(15).toString());
        }
        return this;
    }

    Members month(String month, String paid) {
        YearMonth of = YearMonth.parse(month);
        return paid("employee", of.atDay(1).toString(), of.atEndOfMonth().toString(), paid, Kind.OWN);
    }

    Members credited(int all, int here) {
        credited = all;
        local = here;
        return this;
    }

    MemberFile file() {
        return new MemberFile(person, registrations, payments, credited, local);
    }
}
