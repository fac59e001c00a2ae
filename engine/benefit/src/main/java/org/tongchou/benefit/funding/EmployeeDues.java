package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.funding.MonthlyDues.PartDues;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** 职工医保月缴费: dues of a month. Pure; safe for concurrent use. */
public final class EmployeeDues {
    private static final int MOST_PEOPLE = 100_000;

    private EmployeeDues() {}

    /**
     * The dues of one person. Each amount is rounded once, to {@code dues.step}.
     *
     * <p>Refuses wages below nought or too large ({@code E-BEN-003}), unknown words ({@code E-BEN-002}), months before
     * birth or after death ({@code E-BEN-007}) and missing parameters ({@code E-BEN-012}).
     */
    public static Result<MonthlyDues> of(PolicyPack pack, Contributor contributor, YearMonth month) {
        return ofEmployer(pack, List.of(contributor), month);
    }

    /**
     * The dues of an employer and all its people. With {@code dues.whole_unit} the employer's part is added exactly and
     * rounded once, else it is the sum of each person's.
     *
     * @param contributors at least one
     */
    public static Result<MonthlyDues> ofEmployer(PolicyPack pack, List<Contributor> contributors, YearMonth month) {
        return Working.of(pack, "职工医保月缴费", working -> {
            working.requireCount("contributors", contributors.size(), 1, MOST_PEOPLE);
            Sums sums = new Sums();
            for (Contributor contributor : contributors) {
                sums.add(working, contributor, month);
            }
            return sums.total(working, contributors.get(0), month);
        });
    }

    /** Dues of the people so far. */
    private static final class Sums {
        private final Map<Part, BigDecimal> units = new EnumMap<>(Part.class);
        private final Map<Part, BigDecimal> people = new EnumMap<>(Part.class);
        private BigDecimal base = BigDecimal.ZERO;

        void add(Working working, Contributor contributor, YearMonth month) {
            LocalDate day = month.atEndOfMonth();
            working.requireAlive("month", month.atDay(1), contributor.person());
            Facts facts = contributor.on(day);
            BigDecimal own = DuesBase.of(working, contributor.wage(), day, facts);
            base = base.add(own);
            BigDecimal step = step(working, day, facts);
            boolean whole = working.says("dues.whole_unit", day, facts);
            for (Part part : Part.values()) {
                Owed unit = Owed.of(working, part, "unit", own, day, facts);
                Owed personal = Owed.of(working, part, "personal", own, day, facts);
                if (unit.isOwed() || personal.isOwed()) {
                    BigDecimal byUnit = whole ? unit.exact() : Rounded.to(unit.exact(), BigDecimal.ONE, step);
                    BigDecimal byPerson = Rounded.to(personal.exact(), BigDecimal.ONE, step);
                    units.merge(part, byUnit, BigDecimal::add);
                    people.merge(part, byPerson, BigDecimal::add);
                    working.step(
                            part.printed() + "月缴费",
                            "单位 " + unit.print() + "，个人 " + personal.print(),
                            "单位 " + PrintedNumber.shortest(byUnit) + (whole ? " 元（合计后保留）" : " 元") + "，个人 "
                                    + PrintedNumber.shortest(byPerson) + " 元");
                }
            }
        }

        private static BigDecimal step(Working working, LocalDate day, Facts facts) {
            BigDecimal step = working.get("dues.step", day, facts);
            working.require(step.signum() > 0, Code.NO_VALUE, "dues.step", step, "大于 0 的金额，如 0.01");
            return step;
        }

        MonthlyDues total(Working working, Contributor first, YearMonth month) {
            LocalDate day = month.atEndOfMonth();
            BigDecimal step = step(working, day, first.on(day));
            List<PartDues> parts = new ArrayList<>();
            units.forEach((part, unit) -> parts.add(new PartDues(
                    part,
                    Rounded.fen(Rounded.to(unit, BigDecimal.ONE, step)),
                    Rounded.fen(people.getOrDefault(part, BigDecimal.ZERO)))));
            MonthlyDues dues =
                    new MonthlyDues(Money.of(base, MoneyUnit.YUAN), parts, LateFee.due(working, first, month));
            working.step("应缴", "", "单位 " + dues.unit() + "，个人 " + dues.personal() + "，" + dues.due() + " 前缴清");
            return dues;
        }
    }
}
