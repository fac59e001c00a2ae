package org.tongchou.benefit.account;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** The interest of a year, exact until it is rounded once for each of the two parts. */
record AccountInterest(
        Working working, Facts facts, Year year, Account opening, List<AccountYear.Entry> entries, boolean closed) {
    private static final int MONTHS = 12;

    /** The interest on each part; of a closed account for the periods that had ended before. */
    Account earned() {
        LocalDate last = year.atDay(year.length());
        BigDecimal carried = working.orZero("account.interest.carried", last, facts);
        BigDecimal current = working.orZero("account.interest.current", last, facts);
        if (carried.signum() == 0 && current.signum() == 0) {
            return Account.EMPTY;
        }
        int every = working.countOrZero("account.interest.every", last, facts);
        working.require(
                every >= 0 && (every == 0 || MONTHS % every == 0),
                Code.NO_VALUE,
                "account.interest.every",
                every,
                "0（按日）或能整除 12 的月数");
        BigDecimal parts = every == 0
                ? working.get("account.interest.year_days", last, facts)
                : BigDecimal.valueOf(MONTHS / every);
        working.require(parts.signum() > 0, Code.NO_VALUE, "account.interest.year_days", parts, "大于 0 的天数");
        Account sum = sum(every);
        Account interest = new Account(on(sum.carried(), carried, parts), on(sum.current(), current, parts));
        working.step(
                "利息",
                "历年 " + sum.carried() + " × " + Working.percent(carried) + " ÷ " + parts + "，当年 " + sum.current()
                        + " × " + Working.percent(current) + " ÷ " + parts,
                interest.balance());
        return interest;
    }

    private static Money on(Money balances, BigDecimal rate, BigDecimal parts) {
        return Rounded.fen(balances.in(MoneyUnit.YUAN).multiply(rate), parts);
    }

    /** The balances of all periods added up (积数). */
    private Account sum(int every) {
        if (every == MONTHS) {
            return closed ? Account.EMPTY : new Account(opening.balance(), Money.ZERO);
        }
        Account sum = Account.EMPTY;
        LocalDate end = closed ? lastDay() : year.atDay(year.length()).plusDays(1);
        int next = 0;
        Account balance = opening;
        for (LocalDate day = year.atDay(1); day.isBefore(end); day = day.plusDays(1)) {
            while (next < entries.size() && !entries.get(next).movement().day().isAfter(day)) {
                balance = entries.get(next).after();
                next++;
            }
            if (every == 0 || endsPeriod(day, every)) {
                sum = sum.plus(balance);
            }
        }
        return sum;
    }

    private LocalDate lastDay() {
        return entries.get(entries.size() - 1).movement().day();
    }

    private static boolean endsPeriod(LocalDate day, int every) {
        return day.equals(YearMonth.from(day).atEndOfMonth()) && day.getMonthValue() % every == 0;
    }
}
