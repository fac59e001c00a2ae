package org.tongchou.accounts.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * A figure that is compared, and where documents print it.
 *
 * @param name how its line is headed
 * @param level depth below the line it is part of, 0 for none
 * @param sources where to look, the first that has it counts
 */
record Measure(String name, int level, List<Source> sources) {
    static final Measure INCOME = of(
            "本年收入",
            0,
            cell("总表", Side.INCOME, "本年收入合计", "金额"),
            cell("收入", null, "合计", "合计"),
            cell("总表", Side.INCOME, "总计", "金额"));
    static final Measure EXPENSE = of(
            "本年支出",
            0,
            cell("总表", Side.EXPENSE, "本年支出合计", "金额"),
            cell("支出", null, "合计", "合计"),
            cell("总表", Side.EXPENSE, "总计", "金额"));
    static final Measure BASIC = of("基本支出", 1, cell("支出", null, "合计", "基本支出"));
    static final Measure PROJECT = of("项目支出", 1, cell("支出", null, "合计", "项目支出"));
    static final Measure PERSONNEL =
            of("人员经费", 1, cell("基本支出经济分类", null, "人员经费合计", "金额"), cells("基本支出经济分类", "301", "303"));
    static final Measure OPERATING = of(
            "公用经费",
            1,
            cell("基本支出经济分类", null, "公用经费合计", "金额"),
            cells("基本支出经济分类", "302", "307", "309", "310", "311", "312", "313", "399"));
    static final Measure THREE_PUBLIC = of("“三公”经费", 0, cell("三公经费", null, "合计", "金额"));
    static final Measure AGENCY = of("机关运行经费", 0, said("机关运行经费"));

    static final List<Measure> TOTALS = List.of(
            INCOME,
            of(
                    "财政拨款收入",
                    1,
                    cell("财政拨款总表", Side.INCOME, "本年收入合计", "金额"),
                    cell("收入", null, "合计", "财政拨款收入"),
                    cell("财政拨款总表", Side.INCOME, "总计", "金额")),
            EXPENSE,
            BASIC,
            PROJECT,
            of("一般公共预算支出", 0, cell("一般公共预算支出", null, "合计", "合计")),
            of("基本支出（一般公共预算）", 1, cell("一般公共预算支出", null, "合计", "基本支出")),
            of("年初结转和结余", 0, cell("总表", Side.INCOME, "年初结转和结余", "金额")),
            of("年末结转和结余", 0, cell("总表", Side.EXPENSE, "年末结转和结余", "金额")));

    static final List<Measure> THREE_PUBLIC_PARTS = List.of(
            THREE_PUBLIC,
            of("因公出国（境）费", 1, cell("三公经费", null, "因公出国", "金额")),
            of("公务用车购置及运行费", 1, cell("三公经费", null, "公务用车", "金额")),
            of("公务用车购置费", 2, cell("三公经费", null, "公务用车购置", "金额")),
            of("公务用车运行费", 2, cell("三公经费", null, "公务用车运行", "金额")),
            of("公务接待费", 1, cell("三公经费", null, "公务接待费", "金额")));

    static final List<Measure> AGENCY_AND_PROCUREMENT = List.of(
            AGENCY,
            of("政府采购总额", 0, said("政府采购总额")),
            of("货物", 1, said("政府采购/货物")),
            of("工程", 1, said("政府采购/工程")),
            of("服务", 1, said("政府采购/服务")));

    static final List<Measure> PER_HEAD = List.of(EXPENSE, BASIC, PERSONNEL, OPERATING, THREE_PUBLIC, AGENCY);

    /** Where a document prints a figure. */
    @FunctionalInterface
    interface Source {
        Optional<Money> find(AccountsDocument document);
    }

    /** The figure in a document; empty when it prints none. */
    Optional<Money> find(AccountsDocument document) {
        return sources.stream()
                .flatMap(source -> source.find(document).stream())
                .findFirst();
    }

    private static Measure of(String name, int level, Source... sources) {
        return new Measure(name, level, List.of(sources));
    }

    private static Source cell(String topic, @Nullable Side side, String row, String column) {
        return document -> document.findTable(topic)
                .flatMap(table -> table.findRow(side, row).flatMap(found -> amount(table, found, column)));
    }

    /** The sum of rows; empty when none of them is printed. */
    private static Source cells(String topic, String... rows) {
        return document -> document.findTable(topic)
                .flatMap(table -> Arrays.stream(rows)
                        .flatMap(row -> table.findRow(null, row).flatMap(found -> amount(table, found, "金额")).stream())
                        .reduce(Money::plus));
    }

    private static Source said(String key) {
        return document -> document.narrative().stream()
                .filter(figure -> figure.key().equals(key))
                .flatMap(figure -> money(figure).stream())
                .findFirst();
    }

    /** The amount in the column with a role; a table with only one meaning of amount may call it 合计. */
    static Optional<Money> amount(Table table, Row row, String role) {
        return table.findColumn(role)
                .or(() -> role.equals("金额") ? table.findColumn("合计") : Optional.empty())
                .map(Column::name)
                .map(row.cells()::get)
                .map(Cell::amount);
    }

    private static Optional<Money> money(NarrativeFigure figure) {
        return Arrays.stream(MoneyUnit.values())
                .filter(unit -> unit.printed().equals(figure.unit()))
                .findFirst()
                .map(unit -> Money.of(figure.value(), unit));
    }
}
