package org.tongchou.accounts.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.Form.Bottom;
import org.tongchou.accounts.derive.Form.TableForm;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Line;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Side;
import org.tongchou.money.Money;

/** Computes every table of a document from the base facts, in fen. */
final class TableDeriver {
    private static final String TOTAL = "合计";
    private static final String BASIC = "基本支出";
    private static final String PROJECT = "项目支出";
    private static final List<String> PERSONNEL = List.of("301", "303");

    private final AccountsFigures figures;
    private final Form form;
    private final Totals totals;
    private final Map<CellAddress, List<Origin>> origins = new LinkedHashMap<>();

    TableDeriver(AccountsFigures figures, Form form) {
        this.figures = figures;
        this.form = form;
        this.totals = new Totals(figures);
    }

    /** The tables by topic, in the form's order. */
    Map<String, FigureTable> tables() {
        Map<String, FigureTable> tables = new LinkedHashMap<>();
        for (TableForm table : form.tables()) {
            tables.put(table.topic(), derive(table));
        }
        return tables;
    }

    /** The base facts behind every cell of the tables that were derived. */
    Map<CellAddress, List<Origin>> origins() {
        return origins;
    }

    private FigureTable derive(TableForm table) {
        return switch (table.topic()) {
            case "总表" -> grandTotal(table, BaseFile.FUNDS, this::income);
            case "财政拨款总表" -> grandTotal(table, Totals.FISCAL, this::fiscalIncome);
            case "收入" -> coded(table, codesOf(BaseFile.INCOME, line -> true), this::incomeCell);
            case "支出" ->
                coded(
                        table,
                        codesOf(BaseFile.EXPENSE, line -> true),
                        (code, column) -> expenseCell(code, column, BaseFile.FUNDS));
            case "一般公共预算支出" -> ofFund(table, Totals.GENERAL);
            case "国有资本经营" -> ofFund(table, Totals.STATE_CAPITAL);
            case "政府性基金" -> figures.kind() == DocumentKind.BUDGET ? ofFund(table, Totals.FUND) : fund(table);
            case "支出经济分类" -> economic(table, List.of(BASIC, PROJECT));
            case "基本支出经济分类" -> economic(table, List.of(BASIC));
            case "三公经费" -> threePublic(table);
            default -> throw new IllegalStateException("no derivation for " + table.topic());
        };
    }

    private interface CellOf {
        Traced at(String code, String column);
    }

    // ---- tables by code

    private NavigableSet<String> codesOf(BaseFile file, java.util.function.Predicate<Line> which) {
        return totals.codes(file, which);
    }

    private FigureTable coded(TableForm table, Collection<String> codes, CellOf cell) {
        List<FigureRow> rows = new ArrayList<>();
        rows.add(row(table, null, TOTAL, table.columns(), column -> cell.at("", column)));
        for (String code : codes) {
            rows.add(row(table, null, code, table.columns(), column -> cell.at(code, column)));
        }
        return new FigureTable(table.topic(), table.columns(), rows);
    }

    private FigureRow row(
            TableForm table, @Nullable Side side, String role, List<String> columns, Function<String, Traced> cell) {
        Map<String, Money> values = new LinkedHashMap<>();
        for (String column : columns) {
            Traced traced = cell.apply(column);
            values.put(column, traced.amount());
            origins.put(new CellAddress(table.topic(), side, role, column), traced.origins());
        }
        return new FigureRow(side, role, "", values);
    }

    private Traced incomeCell(String code, String column) {
        return switch (column) {
            case TOTAL -> totals.income(code);
            case "财政拨款收入" -> totals.income(code, Totals.FISCAL);
            default -> totals.income(code, List.of(column));
        };
    }

    private Traced expenseCell(String code, String column, Collection<String> funds) {
        return column.equals(TOTAL) ? totals.expense(code, funds) : totals.expense(code, funds, List.of(column));
    }

    private FigureTable ofFund(TableForm table, String fund) {
        return coded(
                table,
                codesOf(BaseFile.EXPENSE, line -> line.fund().equals(fund)),
                (code, column) -> expenseCell(code, column, List.of(fund)));
    }

    /** Final accounts show the fund budget with opening, income, expenditure and closing of every code. */
    private FigureTable fund(TableForm table) {
        List<String> fund = List.of(Totals.FUND);
        NavigableSet<String> codes = new TreeSet<>(
                codesOf(BaseFile.INCOME, line -> !line.amount(Totals.FUND).isZero()));
        codes.addAll(codesOf(BaseFile.EXPENSE, line -> fund.contains(line.fund())));
        codes.addAll(codesOf(BaseFile.CARRY_OVER, line -> fund.contains(line.fund())));
        return coded(table, codes, (code, column) -> switch (column) {
            case "年初结转和结余" -> totals.opening(code, fund);
            case "本年收入" -> totals.income(code, fund);
            case "年末结转和结余" ->
                totals.opening(code, fund).plus(totals.income(code, fund)).minus(totals.expense(code, fund));
            default -> expenseCell(code, column, fund);
        });
    }

    /** The printed codes with everything that has a figure; subtotals below the codes of abreast tables. */
    private FigureTable economic(TableForm table, List<String> columns) {
        NavigableSet<String> codes = new TreeSet<>(table.codes());
        boolean classesOnly = table.codes().stream().allMatch(code -> code.length() == 3);
        codesOf(BaseFile.ECONOMIC, line -> true).stream()
                .filter(code -> !classesOnly || code.length() == 3)
                .filter(code -> !totals.economic(code, columns).amount().isZero())
                .forEach(codes::add);
        FigureTable all = coded(table, codes, (code, column) -> totals.economic(code, columns));
        if (table.bottom().isEmpty()) {
            return all;
        }
        List<FigureRow> rows = new ArrayList<>(all.rows());
        rows.remove(0);
        Traced personnel =
                PERSONNEL.stream().map(code -> totals.economic(code, columns)).reduce(Traced.ZERO, Traced::plus);
        Traced sum = totals.economic("", columns);
        rows.add(row(table, null, "人员经费合计", table.columns(), any -> personnel));
        rows.add(row(table, null, "公用经费合计", table.columns(), any -> sum.minus(personnel)));
        return new FigureTable(table.topic(), table.columns(), rows);
    }

    private FigureTable threePublic(TableForm table) {
        String column = figures.kind() == DocumentKind.BUDGET ? "预算数" : "决算数";
        List<FigureRow> rows = table.top().keySet().stream()
                .map(item ->
                        row(table, null, item, table.columns(), any -> totals.threePublic(leaves(table, item), column)))
                .toList();
        return new FigureTable(table.topic(), table.columns(), rows);
    }

    /** The items of three_public.csv that a printed row is made of. */
    static List<String> leaves(TableForm table, String item) {
        List<String> parts = table.parts().getOrDefault(item, List.of());
        return parts.isEmpty()
                ? List.of(item)
                : parts.stream().flatMap(part -> leaves(table, part).stream()).toList();
    }

    // ---- two-sided tables

    private FigureTable grandTotal(TableForm table, List<String> funds, Function<String, Traced> income) {
        List<FigureRow> rows = new ArrayList<>();
        for (String role : table.top().keySet()) {
            rows.add(row(table, Side.INCOME, role, table.incomeColumns(), column -> income.apply(role)));
        }
        for (Bottom bottom : table.bottom()) {
            if (bottom.income() != null) {
                String role = bottom.income();
                rows.add(row(table, Side.INCOME, role, table.incomeColumns(), column -> income.apply(role)));
            }
        }
        NavigableSet<String> classes = new TreeSet<>(form.classes());
        codesOf(BaseFile.EXPENSE, line -> funds.contains(line.fund())).stream()
                .filter(code -> code.length() == 3)
                .forEach(classes::add);
        for (String code : classes) {
            rows.add(row(
                    table,
                    Side.EXPENSE,
                    code,
                    table.columns(),
                    column -> totals.expense(code, fundsOf(column, funds))));
        }
        for (Bottom bottom : table.bottom()) {
            if (bottom.expense() != null) {
                String role = bottom.expense();
                rows.add(row(
                        table,
                        Side.EXPENSE,
                        role,
                        table.columns(),
                        column -> expenseBottom(role, fundsOf(column, funds))));
            }
        }
        return new FigureTable(table.topic(), table.columns(), rows);
    }

    /** The sources of money that a column of the expense side is about. */
    private static List<String> fundsOf(String column, List<String> funds) {
        return funds.contains(column) ? List.of(column) : funds;
    }

    private Traced income(String role) {
        return switch (role) {
            case "本年收入合计" -> totals.income("");
            case "总计" -> available(BaseFile.FUNDS);
            case "年初结转和结余" -> totals.opening("", BaseFile.FUNDS);
            case "使用非财政拨款结余" -> totals.carryOver("", BaseFile.FUNDS, role);
            default -> totals.income("", List.of(role));
        };
    }

    private Traced fiscalIncome(String role) {
        return switch (role) {
            case "本年收入合计" -> totals.income("", Totals.FISCAL);
            case "总计" -> available(Totals.FISCAL);
            case "年初结转和结余" -> totals.opening("", Totals.FISCAL);
            default ->
                role.startsWith("年初结转和结余/")
                        ? totals.opening("", List.of(role.substring(role.indexOf('/') + 1)))
                        : totals.income("", List.of(role));
        };
    }

    /** What can be spent from these sources: income, opening balance, non-fiscal surplus that is used. */
    private Traced available(Collection<String> funds) {
        Traced income = funds.containsAll(BaseFile.FUNDS) ? totals.income("") : totals.income("", funds);
        return income.plus(totals.opening("", funds)).plus(totals.carryOver("", funds, "使用非财政拨款结余"));
    }

    private Traced expenseBottom(String role, List<String> funds) {
        Traced spent = totals.expense("", funds);
        Traced distributed = totals.carryOver("", funds, "结余分配");
        return switch (role) {
            case "本年支出合计" -> spent;
            case "结余分配" -> distributed;
            case "年末结转和结余" -> available(funds).minus(spent).minus(distributed);
            case "总计" -> figures.kind() == DocumentKind.BUDGET ? spent : available(funds);
            default -> throw new IllegalStateException("no derivation for row " + role);
        };
    }
}
