package org.tongchou.accounts.derive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.money.Money;

/** Sums over the base facts. A code stands for everything below it; the empty code for everything. */
final class Totals {
    static final String GENERAL = "一般公共预算";
    static final String FUND = "政府性基金";
    static final String STATE_CAPITAL = "国有资本经营";

    /** The three fiscal budgets. */
    static final List<String> FISCAL = List.of(GENERAL, FUND, STATE_CAPITAL);

    private final AccountsFigures figures;

    Totals(AccountsFigures figures) {
        this.figures = figures;
    }

    Traced income(String code, Collection<String> sources) {
        return sum(BaseFile.INCOME, line -> line.key().startsWith(code), sources);
    }

    /** All income, in budgets with the carried-over money. */
    Traced income(String code) {
        return income(code, columns(BaseFile.INCOME));
    }

    Traced expense(String code, Collection<String> funds, Collection<String> kinds) {
        return sum(BaseFile.EXPENSE, line -> line.key().startsWith(code) && funds.contains(line.fund()), kinds);
    }

    /** Expenditure of all kinds. */
    Traced expense(String code, Collection<String> funds) {
        return expense(code, funds, columns(BaseFile.EXPENSE));
    }

    Traced opening(String code, Collection<String> funds) {
        return carryOver(code, funds, "年初结转和结余");
    }

    /** An amount of carry_over.csv. */
    Traced carryOver(String code, Collection<String> funds, String column) {
        return sum(
                BaseFile.CARRY_OVER,
                line -> line.key().startsWith(code) && funds.contains(line.fund()),
                List.of(column));
    }

    Traced economic(String code, Collection<String> columns) {
        return sum(BaseFile.ECONOMIC, line -> line.key().startsWith(code), columns);
    }

    Traced threePublic(Collection<String> items, String column) {
        return sum(BaseFile.THREE_PUBLIC, line -> items.contains(line.key()), List.of(column));
    }

    /** Codes with figures and all that stand above them. */
    NavigableSet<String> codes(BaseFile file, Predicate<Line> which) {
        NavigableSet<String> codes = new TreeSet<>();
        for (Line line : figures.lines(file)) {
            if (which.test(line)) {
                for (int digits = 3; digits <= line.key().length(); digits += 2) {
                    codes.add(line.key().substring(0, digits));
                }
            }
        }
        return codes;
    }

    private List<String> columns(BaseFile file) {
        return file.columns(figures.kind());
    }

    private Traced sum(BaseFile file, Predicate<Line> which, Collection<String> columns) {
        Money sum = Money.ZERO;
        Map<Origin, Integer> terms = new LinkedHashMap<>();
        for (Line line : figures.lines(file)) {
            if (which.test(line)) {
                for (String column : columns) {
                    if (line.amounts().containsKey(column)) {
                        sum = sum.plus(line.amount(column));
                        terms.put(new Origin(file, line.key(), line.fund(), column, 1), 1);
                    }
                }
            }
        }
        return new Traced(sum, terms);
    }
}
