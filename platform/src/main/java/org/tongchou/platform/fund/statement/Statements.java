package org.tongchou.platform.fund.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongchou.platform.fund.ledger.Balances;
import org.tongchou.platform.fund.ledger.Chart;

/** The statements of a fund, added up from entries; every line names the account whose entries it is made of. */
@Service("fundStatements")
public class Statements {
    private final Balances balances;
    private final Chart chart;

    Statements(Balances balances, Chart chart) {
        this.balances = balances;
        this.chart = chart;
    }

    /**
     * A line of a statement.
     *
     * @param account code of the account whose entries it is made of; empty for a sum
     * @param name what it is
     * @param level 0 for a sum, 1 for an account, 2 for one below it
     * @param firstFen balance sheet: at the start of the year; income: in the month
     * @param secondFen balance sheet: at the end of the month; income: in the year so far
     */
    public record Line(String account, String name, int level, long firstFen, long secondFen) {}

    /**
     * Assets against liabilities and what is the fund's own (资产负债表).
     *
     * @param fundName name of the fund
     * @param day the day
     * @param assets accounts of assets, the sum last
     * @param claims accounts of liabilities and net assets, the sum last
     * @param balanced whether both sums are the same
     */
    public record BalanceSheet(
            String fundName, LocalDate day, List<Line> assets, List<Line> claims, boolean balanced) {}

    /**
     * Income and spending (收支表).
     *
     * @param fundName name of the fund
     * @param month the month
     * @param lines income, spending, surplus of month and year, surplus carried from before and at the end
     * @param incomeFen income of the year so far
     * @param spendingFen spending of the year so far
     * @param surplusFen surplus of all years
     * @param reserveMonths months that the surplus lasts (滚存结余可支付月数): surplus ÷ monthly spending of the year so far,
     *     one decimal; null when nothing was spent
     */
    public record IncomeStatement(
            String fundName,
            YearMonth month,
            List<Line> lines,
            long incomeFen,
            long spendingFen,
            long surplusFen,
            @Nullable BigDecimal reserveMonths) {}

    /** The balance sheet at the end of a month. */
    public BalanceSheet balanceSheet(String fund, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        List<Balances.Line> all = balances.of(fund, last.withDayOfYear(1), last, true);
        List<Line> assets = lines(all, account -> account.kind().equals("asset"));
        add(assets, "资产合计", all, account -> account.kind().equals("asset"), 1);
        List<Line> claims = lines(all, account -> account.kind().equals("liability"));
        add(claims, "负债合计", all, account -> account.kind().equals("liability"), -1);
        claims.addAll(lines(all, account -> account.kind().equals("net")));
        add(claims, "本年收支结余（未结转）", all, Statements::isOfTheYear, -1);
        add(claims, "净资产合计", all, Statements::isOwn, -1);
        add(claims, "负债和净资产总计", all, account -> isOwn(account) || account.kind().equals("liability"), -1);
        Line left = assets.get(assets.size() - 1);
        Line right = claims.get(claims.size() - 1);
        return new BalanceSheet(
                chart.fund(fund).name(),
                last,
                List.copyOf(assets),
                List.copyOf(claims),
                left.firstFen() == right.firstFen() && left.secondFen() == right.secondFen());
    }

    /** Income and spending of a month and of its year so far. */
    public IncomeStatement incomeStatement(String fund, YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        Map<String, Sums> sums = new TreeMap<>();
        collect(balances.of(fund, month.atDay(1), last, false), sums, true);
        List<Balances.Line> year = balances.of(fund, last.withDayOfYear(1), last, false);
        collect(year, sums, false);
        List<Line> lines = new ArrayList<>();
        Line income = part(lines, "一、本期收入合计", "income", sums);
        Line spending = part(lines, "二、本期支出合计", "expense", sums);
        long before = own(year, Balances.Line::openingFen);
        long surplus = before + income.secondFen() - spending.secondFen();
        lines.add(new Line(
                "", "三、本期收支结余", 0, income.firstFen() - spending.firstFen(), income.secondFen() - spending.secondFen()));
        long moved = own(year, Balances.Line::closingFen) - surplus;
        if (moved != 0) {
            lines.add(new Line("N", "其他净资产变动", 0, 0, moved));
        }
        lines.add(new Line("", "四、上年滚存结余", 0, before, before));
        lines.add(new Line("N", "五、期末滚存结余", 0, surplus + moved, surplus + moved));
        return new IncomeStatement(
                chart.fund(fund).name(),
                month,
                List.copyOf(lines),
                income.secondFen(),
                spending.secondFen(),
                surplus + moved,
                reserveMonths(surplus + moved, spending.secondFen(), month.getMonthValue()));
    }

    /** Surplus ÷ (spending ÷ months), one decimal. */
    static @Nullable BigDecimal reserveMonths(long surplusFen, long spendingFen, int months) {
        return spendingFen <= 0
                ? null
                : BigDecimal.valueOf(surplusFen)
                        .multiply(BigDecimal.valueOf(months))
                        .divide(BigDecimal.valueOf(spendingFen), 1, RoundingMode.HALF_UP);
    }

    private record Sums(long month, long year) {}

    /** Movements on income and spending accounts, above zero on their own side. */
    private static void collect(List<Balances.Line> lines, Map<String, Sums> sums, boolean month) {
        for (Balances.Line line : lines) {
            if (isOfTheYear(line.account())) {
                long fen = line.account().printed(line.debitFen() - line.creditFen());
                sums.merge(
                        line.account().code(),
                        month ? new Sums(fen, 0) : new Sums(0, fen),
                        (a, b) -> new Sums(a.month() + b.month(), a.year() + b.year()));
            }
        }
    }

    private Line part(List<Line> lines, String title, String kind, Map<String, Sums> sums) {
        List<Line> part = sums.entrySet().stream()
                .filter(sum -> chart.account(sum.getKey()).kind().equals(kind))
                .map(sum -> line(
                        chart.account(sum.getKey()),
                        sum.getValue().month(),
                        sum.getValue().year()))
                .toList();
        Line total = new Line(
                "",
                title,
                0,
                top(part).mapToLong(Line::firstFen).sum(),
                top(part).mapToLong(Line::secondFen).sum());
        lines.add(total);
        lines.addAll(part);
        return total;
    }

    private static java.util.stream.Stream<Line> top(List<Line> lines) {
        return lines.stream().filter(line -> line.level() == 1);
    }

    private static Line line(Chart.Account account, long first, long second) {
        return new Line(account.code(), account.name(), account.parent() == null ? 1 : 2, first, second);
    }

    private static List<Line> lines(List<Balances.Line> all, Predicate<Chart.Account> which) {
        List<Line> lines = new ArrayList<>();
        for (Balances.Line line : all) {
            Chart.Account account = line.account();
            if (which.test(account)) {
                lines.add(line(account, account.printed(line.openingFen()), account.printed(line.closingFen())));
            }
        }
        return lines;
    }

    private static void add(
            List<Line> lines, String name, List<Balances.Line> all, Predicate<Chart.Account> which, int side) {
        long first = 0;
        long second = 0;
        for (Balances.Line line : all) {
            if (line.account().leaf() && which.test(line.account())) {
                first += line.openingFen() * side;
                second += line.closingFen() * side;
            }
        }
        lines.add(new Line("", name, 0, first, second));
    }

    private static long own(List<Balances.Line> all, java.util.function.ToLongFunction<Balances.Line> fen) {
        return -all.stream()
                .filter(line -> line.account().leaf() && isOwn(line.account()))
                .mapToLong(fen)
                .sum();
    }

    private static boolean isOwn(Chart.Account account) {
        return isOfTheYear(account) || account.kind().equals("net");
    }

    private static boolean isOfTheYear(Chart.Account account) {
        return account.kind().equals("income") || account.kind().equals("expense");
    }
}
