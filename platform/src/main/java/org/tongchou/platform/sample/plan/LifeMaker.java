package org.tongchou.platform.sample.plan;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedEmployer;

/** What somebody is and was enrolled in, from age, sex and where they live. */
final class LifeMaker {
    private static final LocalDate SCHEME_BEGINS = LocalDate.of(2001, 1, 1);
    private static final int SCHOOL_AGE = 6;
    private static final int GROWN_UP = 18;
    private static final int STUDIED = 23;
    private static final int OLD_AGE = 60;
    private static final int CADRE_AGE = 93;
    private static final int MONTHS_WATCHED = 22;
    private static final int FLEXIBLE_SINCE = 2009;
    private static final long FEN_A_STEP = 5_000;

    private final PackWords words;
    private final LocalDate day;
    private final EmployerMaker employers;

    LifeMaker(PackWords words, Setting setting, EmployerMaker employers) {
        this.words = words;
        this.day = setting.day();
        this.employers = employers;
    }

    /**
     * What became of somebody.
     *
     * @param periods in order of time
     * @param deemed months that count for retirement, not paid
     * @param earlier months paid before the platform kept dues
     * @param wageFen monthly wage; 0 for none
     * @param workplace kind of the employer; empty for none
     */
    record Life(List<RegionPlan.Period> periods, int deemed, int earlier, long wageFen, String workplace) {}

    /** Who it is about. */
    record Newcomer(LocalDate born, boolean male, String county, boolean rural) {
        int age(LocalDate on) {
            return Period.between(born, on).getYears();
        }

        LocalDate retires() {
            return born.plusYears(male ? 60 : 55).plusMonths(1).withDayOfMonth(1);
        }
    }

    Life of(Newcomer who, SplittableRandom random) {
        int age = who.age(day);
        if (random.nextInt(100) == 0 && age > 0) {
            return new Life(List.of(), 0, 0, 0, "");
        }
        boolean employee = random.nextInt(100) < (who.rural() ? 20 : 58);
        if (age >= CADRE_AGE && words.hasScheme(PackWords.CADRE) && random.nextInt(4) == 0) {
            return new Life(
                    List.of(open(PackWords.CADRE, PackWords.CADRES, LocalDate.of(2003, 1, 1), null, who.county())),
                    0,
                    0,
                    0,
                    "");
        }
        if (age >= STUDIED && employee) {
            return who.retires().isAfter(day) ? working(who, random) : retired(who, random);
        }
        if (age >= GROWN_UP && age < STUDIED && random.nextInt(100) < 55) {
            return student(who);
        }
        return resident(who, age, random);
    }

    private RegionPlan.Period open(
            String scheme, String type, LocalDate from, @Nullable PlannedEmployer employer, String county) {
        return new RegionPlan.Period(
                scheme,
                words.type(type),
                from,
                null,
                "",
                employer == null ? "" : employer.code(),
                employer == null ? county : employer.county(),
                scheme.equals(PackWords.RESIDENT) ? words.feeTier() : "");
    }

    private static RegionPlan.Period ended(RegionPlan.Period period, LocalDate last, String reason) {
        return new RegionPlan.Period(
                period.scheme(),
                period.type(),
                period.from(),
                last,
                reason,
                period.employer(),
                period.county(),
                period.feeTier());
    }

    // ---- residents

    private Life residents(List<RegionPlan.Period> periods) {
        return new Life(periods, 0, 0, 0, "");
    }

    private Life student(Newcomer who) {
        LocalDate from = LocalDate.of(who.born().getYear() + GROWN_UP, 9, 1);
        LocalDate begins = from.isAfter(day) ? from.minusYears(1) : from;
        return residents(List.of(open(
                PackWords.RESIDENT,
                PackWords.STUDENT,
                begins,
                employers.school(who.county(), GROWN_UP),
                who.county())));
    }

    private Life resident(Newcomer who, int age, SplittableRandom random) {
        boolean pupil = age >= SCHOOL_AGE && age < GROWN_UP;
        LocalDate earliest = LocalDate.of(day.getYear() - 2 - random.nextInt(8), 1, 1);
        LocalDate from = later(earliest, pupil ? LocalDate.of(who.born().getYear() + SCHOOL_AGE, 9, 1) : who.born());
        RegionPlan.Period now = open(
                PackWords.RESIDENT,
                type(age, who.born()),
                from.isAfter(day) ? who.born() : from,
                pupil ? employers.school(who.county(), age) : null,
                who.county());
        LocalDate lastYear = LocalDate.of(day.getYear() - 1, 12, 31);
        return residents(List.of(random.nextInt(40) == 0 && age >= GROWN_UP ? ended(now, lastYear, "到期未续保") : now));
    }

    private String type(int age, LocalDate born) {
        if (born.getYear() == day.getYear()) {
            return PackWords.NEWBORN;
        }
        return age < SCHOOL_AGE
                ? PackWords.PRESCHOOL
                : age < GROWN_UP ? PackWords.PUPIL : age < OLD_AGE ? PackWords.ADULT : PackWords.OLD;
    }

    // ---- employees

    private Life working(Newcomer who, SplittableRandom random) {
        boolean flexible = random.nextInt(100) < (who.rural() ? 24 : 12);
        PlannedEmployer employer = flexible ? null : employers.employer(who.county(), random);
        int registered =
                employer == null ? FLEXIBLE_SINCE : employer.registered().getYear();
        boolean lately = random.nextInt(100) < 12;
        LocalDate hired = lately
                ? day.minusMonths(2 + random.nextInt(MONTHS_WATCHED - 2)).withDayOfMonth(1)
                : LocalDate.of(
                        Math.min(
                                day.getYear() - 3,
                                Math.max(registered, who.born().getYear() + 19) + random.nextInt(12)),
                        1 + random.nextInt(12),
                        1);
        List<RegionPlan.Period> periods = new ArrayList<>();
        if (lately && random.nextBoolean()) {
            RegionPlan.Period before = open(
                    PackWords.RESIDENT, PackWords.ADULT, LocalDate.of(day.getYear() - 5, 1, 1), null, who.county());
            periods.add(ended(before, hired.minusDays(1), "转为职工参保"));
        }
        RegionPlan.Period job = open(
                PackWords.EMPLOYEE, flexible ? PackWords.FLEXIBLE : PackWords.WORKING, hired, employer, who.county());
        if (!lately && random.nextInt(50) == 0) {
            LocalDate last =
                    day.minusMonths(1 + random.nextInt(8)).withDayOfMonth(1).minusDays(1);
            periods.add(ended(job, last, "解除劳动关系停保"));
            if (random.nextBoolean()) {
                periods.add(open(PackWords.RESIDENT, PackWords.ADULT, last.plusDays(1), null, who.county()));
            }
        } else {
            periods.add(job);
        }
        long wage = (70 + skewed(random, 400)) * FEN_A_STEP;
        return new Life(
                periods, 0, earlier(hired), employer == null ? 0 : wage, employer == null ? "" : employer.kind());
    }

    private Life retired(Newcomer who, SplittableRandom random) {
        PlannedEmployer employer = employers.employer(who.county(), random);
        LocalDate retires = later(who.retires(), SCHEME_BEGINS);
        List<RegionPlan.Period> periods = new ArrayList<>();
        LocalDate hired = later(SCHEME_BEGINS, who.born().plusYears(22).withDayOfMonth(1));
        if (hired.isBefore(retires)) {
            RegionPlan.Period job = open(PackWords.EMPLOYEE, PackWords.WORKING, hired, employer, who.county());
            periods.add(ended(job, retires.minusDays(1), "办理退休"));
        }
        periods.add(open(PackWords.EMPLOYEE, PackWords.RETIRED, retires, employer, who.county()));
        int paid = Math.max(120, (int) ChronoUnit.MONTHS.between(hired, retires));
        int deemed = Math.max(0, 12 * (25 + random.nextInt(12)) - paid);
        return new Life(periods, deemed, paid, 0, employer.kind());
    }

    /** Small numbers often, large ones seldom. */
    private static long skewed(SplittableRandom random, int most) {
        double even = random.nextDouble();
        return (long) (even * even * even * most);
    }

    private int earlier(LocalDate hired) {
        LocalDate watched = day.withDayOfMonth(1).minusMonths(12);
        return (int) Math.max(0, ChronoUnit.MONTHS.between(hired, watched));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
