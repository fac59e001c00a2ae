package org.tongchou.platform.contribution.employer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.account.AccountCredit;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.funding.Contributor;
import org.tongchou.benefit.funding.EmployeeDues;
import org.tongchou.benefit.funding.LateFee;
import org.tongchou.benefit.funding.MonthlyDues;
import org.tongchou.benefit.funding.MonthlyDues.PartDues;
import org.tongchou.benefit.funding.Part;
import org.tongchou.benefit.settle.Held;
import org.tongchou.money.Money;
import org.tongchou.platform.contribution.employer.Declaration.Line;
import org.tongchou.platform.contribution.employer.Declaration.PartSum;
import org.tongchou.platform.enrolment.Enrolled;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Refusal;

/** What an employer and its people owe for a month, by the engine and the region's policy. */
@Component
public class Assessment {
    private static final String EMPLOYEE = "employee";

    private final String run = UUID.randomUUID().toString();
    private final Enrolments enrolments;
    private final Region region;

    Assessment(Enrolments enrolments, Region region) {
        this.enrolments = enrolments;
        this.region = region;
    }

    /**
     * The people of an employer at the end of a month.
     *
     * @param people who is enrolled
     * @param inputs stands for all of them that the dues depend on, wages excepted; another one in every run of the
     *     application, as the policy may be another
     */
    record Staff(List<Enrolled> people, String inputs) {
        Staff {
            people = List.copyOf(people);
        }
    }

    /**
     * The outcome.
     *
     * @param inputs of what people, see {@link Staff}
     */
    record Assessed(List<Line> lines, List<PartSum> parts, long baseFen, LocalDate due, String inputs) {
        Assessed {
            lines = List.copyOf(lines);
            parts = List.copyOf(parts);
        }

        int unpaid() {
            return (int) lines.stream().filter(line -> line.wageFen() == null).count();
        }

        long unitFen() {
            return parts.stream().mapToLong(PartSum::unitFen).sum();
        }

        long personalFen() {
            return parts.stream().mapToLong(PartSum::personalFen).sum();
        }

        long creditFen() {
            return lines.stream().mapToLong(Line::creditFen).sum();
        }
    }

    /** The people who are enrolled with employers at the end of the month, by employer; employers without are left out. */
    Map<Long, Staff> staff(Collection<Long> employers, YearMonth month) {
        Map<Long, List<Enrolled>> people = new HashMap<>();
        enrolments.each(
                EnrolledQuery.of(month.atEndOfMonth(), EMPLOYEE, employers),
                person -> people.computeIfAbsent(
                                Objects.requireNonNull(person.enrolment().employerId()), id -> new ArrayList<>())
                        .add(person));
        Map<Long, Staff> staff = new HashMap<>();
        people.forEach((employer, all) -> staff.put(employer, new Staff(all, inputs(all))));
        return staff;
    }

    private String inputs(List<Enrolled> people) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((run + System.identityHashCode(region.pack())).getBytes(StandardCharsets.UTF_8));
            for (Enrolled person : people) {
                digest.update((person.enrolment().personId() + "\t" + person.name() + '\t' + person.born() + '\t'
                                + person.sex() + '\t' + person.enrolment().personType() + '\t'
                                + person.enrolment().feeTier() + '\t' + person.identities() + '\n')
                        .getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Assesses the people of an employer. */
    Assessed of(Staff staff, YearMonth month, Map<Long, @Nullable Long> wages) {
        LocalDate day = month.atEndOfMonth();
        List<Line> lines = new ArrayList<>();
        List<Contributor> contributors = new ArrayList<>();
        for (Enrolled person : staff.people()) {
            Long wage = wages.get(person.enrolment().personId());
            Contributor contributor = contributor(person, wage == null ? 0 : wage, day);
            contributors.add(contributor);
            lines.add(line(person, wage, contributor, month));
        }
        MonthlyDues all = value(EmployeeDues.ofEmployer(region.pack(), contributors, month));
        return new Assessed(
                lines,
                all.parts().stream()
                        .map(part -> new PartSum(
                                part.part().word(),
                                part.part().printed(),
                                part.unit().fen(),
                                part.personal().fen()))
                        .toList(),
                all.base().fen(),
                all.due(),
                staff.inputs());
    }

    private Line line(Enrolled person, @Nullable Long wage, Contributor contributor, YearMonth month) {
        MonthlyDues own = value(EmployeeDues.of(region.pack(), contributor, month));
        long basic = own.parts().stream()
                .filter(part -> part.part() == Part.BASIC)
                .map(PartDues::personal)
                .mapToLong(Money::fen)
                .sum();
        return new Line(
                person.enrolment().personId(),
                person.personNumber(),
                person.name(),
                person.enrolment().personType(),
                wage,
                own.base().fen(),
                own.unit().fen(),
                own.personal().fen(),
                basic,
                value(AccountCredit.of(region.pack(), contributor, month)).fen());
    }

    /** Somebody enrolled as the engine's calculators see one, with a wage or chosen base. */
    public static Contributor contributor(Enrolled person, long wage, LocalDate day) {
        return new Contributor(
                new Insured(
                        person.born(),
                        null,
                        person.sex(),
                        person.identities().stream()
                                .map(word -> new Held(word, day, day))
                                .toList(),
                        person.enrolment().feeTier()),
                person.enrolment().personType(),
                Money.ofFen(wage));
    }

    /** The late fee on what was paid of a month on a day. */
    public long lateFee(LocalDate month, String personType, long fen, LocalDate paid) {
        Contributor anybody = new Contributor(Insured.of(LocalDate.of(1970, 1, 1)), personType, Money.ZERO);
        return value(LateFee.of(region.pack(), anybody, YearMonth.from(month), Money.ofFen(fen), paid))
                .fen();
    }

    /** What the engine answers; its refusal becomes ours. */
    public static <T> T value(Result<T> result) {
        if (result instanceof Result.Refused<T> refused) {
            throw Refusal.conflict(
                    "E-CON-011", "按政策包计算不出结果：" + refused.failure().message());
        }
        return result.getValue();
    }
}
