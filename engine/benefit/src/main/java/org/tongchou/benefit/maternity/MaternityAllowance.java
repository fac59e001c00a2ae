package org.tongchou.benefit.maternity;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/**
 * 生育津贴.
 *
 * @param entitled whether the paid months suffice
 * @param days days of the allowance; 0 when not entitled
 * @param amount the allowance
 */
public record MaternityAllowance(boolean entitled, int days, Money amount) {
    private static final String RULES = "allowance.";

    /**
     * Computes it: base ÷ days of a month × days, rounded once at the end, or the daily amount first when {@code
     * allowance.daily_step} says so.
     *
     * <p>Refuses weeks, babies, months and amounts that cannot be ({@code E-BEN-003}), days before birth or after death
     * ({@code E-BEN-007}), unknown words ({@code E-BEN-002}) and missing parameters ({@code E-BEN-012}).
     *
     * @param personType a person type of the pack
     */
    public static Result<MaternityAllowance> of(
            PolicyPack pack, Insured person, String personType, MaternityEvent event) {
        return Working.of(pack, "生育津贴", working -> {
            check(working, person, event);
            LocalDate day = event.day();
            Facts facts = person.on(day)
                    .with(Fact.Kind.SCHEME, "employee")
                    .with(Fact.Kind.PERSON_TYPE, personType)
                    .with(Fact.Kind.EVENT, event.kind().word())
                    .with(Fact.Kind.WEEKS, event.weeks())
                    .with(Fact.Kind.BABIES, event.babies())
                    .with(Fact.Kind.DYSTOCIA, event.dystocia());
            int needed = working.countOrZero(RULES + "paid_months", day, facts);
            boolean entitled = event.paidMonths() >= needed;
            working.step("连续缴费月数", "需 " + needed + " 个月，已缴 " + event.paidMonths() + " 个月", entitled ? "符合" : "不符合");
            return entitled ? entitled(working, event, facts) : new MaternityAllowance(false, 0, Money.ZERO);
        });
    }

    private static void check(Working working, Insured person, MaternityEvent event) {
        boolean birth = event.kind() == MaternityEvent.Kind.BIRTH;
        working.requireAlive("day", event.day(), person);
        working.requireCount("weeks", event.weeks(), 0, 45);
        working.requireCount("babies", event.babies(), birth ? 1 : 0, birth ? 10 : 0);
        working.requireCount("paid_months", event.paidMonths(), 0, 1200);
        working.requireAmount("own_base", event.ownBase());
        working.requireAmount("unit_average", event.unitAverage());
        working.require(
                birth || !event.dystocia(),
                Code.WRONG_NUMBER,
                "dystocia",
                "yes",
                "no，" + event.kind().printed() + "没有难产");
    }

    private static MaternityAllowance entitled(Working working, MaternityEvent event, Facts facts) {
        int days = days(working, event, facts);
        LocalDate day = event.day();
        boolean own = working.says(RULES + "own_base", day, facts);
        BigDecimal base = (own ? event.ownBase() : event.unitAverage()).in(MoneyUnit.YUAN);
        BigDecimal monthDays = working.get(RULES + "month_days", day, facts);
        working.require(monthDays.signum() > 0, Code.NO_VALUE, RULES + "month_days", monthDays, "大于 0 的天数");
        BigDecimal step = working.orZero(RULES + "daily_step", day, facts);
        BigDecimal many = BigDecimal.valueOf(days);
        String formula = (own ? "本人缴费基数 " : "单位月平均缴费工资 ") + PrintedNumber.shortest(base) + " ÷ "
                + PrintedNumber.shortest(monthDays) + " × " + days;
        Money amount;
        if (step.signum() == 0) {
            amount = Rounded.fen(base.multiply(many), monthDays);
        } else {
            BigDecimal daily = Rounded.to(base, monthDays, step);
            amount = Rounded.fen(daily.multiply(many));
            formula += "，日津贴先取 " + PrintedNumber.shortest(daily);
        }
        working.step("津贴", formula, amount);
        return new MaternityAllowance(true, days, amount);
    }

    private static int days(Working working, MaternityEvent event, Facts facts) {
        LocalDate day = event.day();
        int days = working.count(RULES + "days", day, facts);
        boolean birth = event.kind() == MaternityEvent.Kind.BIRTH;
        int dystocia = event.dystocia() ? working.countOrZero(RULES + "days.dystocia", day, facts) : 0;
        int extra = event.babies() > 1
                ? (event.babies() - 1) * working.countOrZero(RULES + "days.extra_baby", day, facts)
                : 0;
        int all = days + dystocia + extra;
        working.step(
                "津贴天数",
                event.kind().printed() + " " + days + (birth ? " + 难产 " + dystocia + " + 多胞胎 " + extra : ""),
                all + " 天");
        return all;
    }
}
