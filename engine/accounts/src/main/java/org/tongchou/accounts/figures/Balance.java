package org.tongchou.accounts.figures;

import java.util.function.Predicate;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.AccountsFigures.Stated;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.Money;

/**
 * Relations that base facts must keep so that the derived document is consistent. A table that is given as printed is
 * not derived, so its relations are left to the audit.
 */
final class Balance {
    private final AccountsFigures figures;
    private final FigureProblems problems;

    private Balance(AccountsFigures figures, FigureProblems problems) {
        this.figures = figures;
        this.problems = problems;
    }

    static void check(AccountsFigures figures, FigureProblems problems) {
        Balance balance = new Balance(figures, problems);
        balance.economicGivesBasic();
        balance.budgetIsSpent();
        balance.economicCoversBudget();
    }

    private void economicGivesBasic() {
        if (figures.printed().containsKey("基本支出经济分类")) {
            return;
        }
        compare(
                BaseFile.ECONOMIC,
                "基本支出合计",
                sum(BaseFile.ECONOMIC, "基本支出", line -> true),
                "expense.csv 一般公共预算的基本支出合计",
                sum(BaseFile.EXPENSE, "基本支出", line -> line.fund().equals("一般公共预算")));
        Money others = sum(BaseFile.ECONOMIC, "其他资金基本支出", line -> true);
        if (!others.isZero()) {
            compare(
                    BaseFile.ECONOMIC,
                    "其他资金基本支出合计",
                    others,
                    "expense.csv 其余资金的基本支出合计",
                    sum(BaseFile.EXPENSE, "基本支出", line -> !line.fund().equals("一般公共预算")));
        }
    }

    /** A budget shows all of its general expenditure by economic class, but for what is handed down. */
    private void economicCoversBudget() {
        if (figures.kind() == DocumentKind.BUDGET && !figures.printed().containsKey("支出经济分类")) {
            Stated given = figures.narrative().figures().get("对下转移支付");
            Money handedDown =
                    given == null || given.value() == null ? Money.ZERO : Money.of(given.value(), figures.unit());
            compare(
                    BaseFile.ECONOMIC,
                    "基本支出、项目支出合计",
                    sum(BaseFile.ECONOMIC, "基本支出", line -> true).plus(sum(BaseFile.ECONOMIC, "项目支出", line -> true)),
                    "expense.csv 一般公共预算支出合计减对下转移支付",
                    BaseFile.EXPENSE.columns(figures.kind()).stream()
                            .map(column -> sum(
                                    BaseFile.EXPENSE,
                                    column,
                                    line -> line.fund().equals("一般公共预算")))
                            .reduce(Money.ZERO, Money::plus)
                            .minus(handedDown));
        }
    }

    /** A budget spends what it expects to receive, carried-over money included. */
    private void budgetIsSpent() {
        if (figures.kind() == DocumentKind.BUDGET && !figures.printed().containsKey("总表")) {
            compare(BaseFile.EXPENSE, "支出总计", total(BaseFile.EXPENSE), "income.csv 收入总计", total(BaseFile.INCOME));
        }
    }

    private Money total(BaseFile file) {
        return file.columns(figures.kind()).stream()
                .map(column -> sum(file, column, line -> true))
                .reduce(Money.ZERO, Money::plus);
    }

    private Money sum(BaseFile file, String column, Predicate<Line> which) {
        return figures.lines(file).stream()
                .filter(which)
                .map(line -> line.amount(column))
                .reduce(Money.ZERO, Money::plus);
    }

    private void compare(BaseFile file, String left, Money leftSum, String right, Money rightSum) {
        if (!leftSum.equals(rightSum)) {
            problems.file(
                    ProblemCode.FIGURES_UNBALANCED,
                    file.fileName(),
                    left + " " + leftSum + " 应等于 " + right + " " + rightSum + "，相差 " + leftSum.minus(rightSum));
        }
    }
}
