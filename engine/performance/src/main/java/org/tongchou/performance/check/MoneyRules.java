package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Amount;
import org.tongchou.performance.model.Funding;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;
import org.tongchou.performance.model.SheetKind;

/** Money and counts of projects against one another, against sentences and against the accounts. */
final class MoneyRules {
    private static final List<String> EXECUTED = List.of("全年执行数", "实际支出金额⑥");
    private static final List<String> WHOLE =
            List.of("全年执行数", "全年预算数", "年初预算数", "实际支出金额⑥", "实际到位金额⑤", "年初部门预算安排金额①", "金额");
    private static final Pattern CODE = Pattern.compile("(\\d{7})");
    /** The unit in which sheets, sentences and accounts are compared. */
    private static final MoneyUnit UNIT = MoneyUnit.WAN_YUAN;

    private static final BigDecimal SMALL = BigDecimal.valueOf(10);

    private MoneyRules() {}

    /** The first of the columns that is printed, in 万元 whatever the unit of the sheet; null when none is. */
    private static @Nullable BigDecimal total(Sheet sheet, List<String> columns) {
        for (String column : columns) {
            PrintedNumber value = sheet.funding().total(column);
            if (value != null) {
                return wan(value.value(), sheet.funding().unit());
            }
        }
        return null;
    }

    private static CellRef cell(PerformanceDocument document, Sheet sheet) {
        Funding.Line line = sheet.funding().rows().get(0);
        return new CellRef(Scopes.topic(document, sheet), line.name(), "", line.place());
    }

    static List<CheckResult> countedTwice(PerformanceCheck check, Case about) {
        PerformanceDocument document = about.document();
        List<Sheet> sheets = document.sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.SELF_EVALUATION && total(sheet, EXECUTED) != null)
                .toList();
        List<CheckResult> results = new ArrayList<>();
        for (Sheet whole : sheets) {
            BigDecimal sum = total(whole, EXECUTED);
            if (sum == null
                    || sum.compareTo(SMALL) < 0
                    || sum.stripTrailingZeros().scale() < 1) {
                continue;
            }
            parts(sheets, whole, sum)
                    .ifPresent(parts -> results.add(Results.broken(
                            check,
                            document.key(whole),
                            check.severity(),
                            Scopes.topic(document, whole) + "的执行数 " + sum + " 恰为 "
                                    + Scopes.topic(document, parts.get(0)) + " 与 "
                                    + Scopes.topic(document, parts.get(1)) + " 之和，可能是同一笔钱自评了两次",
                            sum,
                            sum,
                            UNIT.printed(),
                            List.of(
                                    cell(document, whole),
                                    cell(document, parts.get(0)),
                                    cell(document, parts.get(1))))));
        }
        return results;
    }

    private static Optional<List<Sheet>> parts(List<Sheet> sheets, Sheet whole, BigDecimal sum) {
        for (int i = 0; i < sheets.size(); i++) {
            for (int j = i + 1; j < sheets.size(); j++) {
                Sheet one = sheets.get(i);
                Sheet other = sheets.get(j);
                BigDecimal a = total(one, EXECUTED);
                BigDecimal b = total(other, EXECUTED);
                boolean apart = !one.equals(whole) && !other.equals(whole);
                if (apart
                        && a != null
                        && b != null
                        && a.signum() > 0
                        && b.signum() > 0
                        && a.add(b).compareTo(sum) == 0) {
                    return Optional.of(List.of(one, other));
                }
            }
        }
        return Optional.empty();
    }

    static List<CheckResult> accountsMoney(PerformanceCheck check, Case about) {
        List<CheckResult> results = new ArrayList<>();
        if (about.accounts() == null) {
            return results;
        }
        PerformanceDocument document = about.document();
        Map<String, List<Sheet>> byCode = new LinkedHashMap<>();
        for (Sheet sheet : document.sheets()) {
            Matcher code = CODE.matcher(sheet.project().functionalItem());
            if (code.find() && total(sheet, EXECUTED) != null) {
                byCode.computeIfAbsent(code.group(1), key -> new ArrayList<>()).add(sheet);
            }
        }
        byCode.forEach((code, sheets) -> spent(about.accounts(), code).ifPresent(spent -> {
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal rounding = spent.rounding();
            List<CellRef> cells = new ArrayList<>();
            for (Sheet sheet : sheets) {
                BigDecimal own = total(sheet, EXECUTED);
                sum = own == null ? sum : sum.add(own);
                rounding = rounding.add(rounding(sheet));
                cells.add(cell(document, sheet));
            }
            cells.add(spent.cell());
            String names = String.join("、", sheets.stream().map(document::key).toList());
            results.add(
                    sum.subtract(spent.amount()).compareTo(rounding) <= 0
                            ? Results.pass(check, code, names + " 执行数之和不超过支出表 " + code + " 的支出", cells)
                            : Results.broken(
                                    check,
                                    code,
                                    check.severity(),
                                    names + " 执行数之和 " + sum + " 大于支出表 " + code + " 的支出 " + spent.amount() + "（"
                                            + UNIT.printed() + "）",
                                    sum,
                                    spent.amount(),
                                    UNIT.printed(),
                                    cells));
        }));
        return results;
    }

    /** What rounding may have added to the printed total: half of its last digit, in 万元. */
    private static BigDecimal rounding(Sheet sheet) {
        return EXECUTED.stream()
                .map(column -> sheet.funding().total(column))
                .filter(Objects::nonNull)
                .findFirst()
                .map(printed -> wan(
                        new BigDecimal("0.5").movePointLeft(printed.decimals()),
                        sheet.funding().unit()))
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal wan(BigDecimal value, MoneyUnit unit) {
        return unit == UNIT
                ? value
                : value.multiply(BigDecimal.valueOf(unit.fen())).divide(BigDecimal.valueOf(UNIT.fen()));
    }

    private record Spent(BigDecimal amount, BigDecimal rounding, CellRef cell) {}

    private static Optional<Spent> spent(AccountsDocument accounts, String code) {
        for (Table table : accounts.tables()) {
            Column column = table.findColumn("合计").orElse(null);
            if (!table.topic().equals("支出") || column == null) {
                continue;
            }
            for (Row row : table.rows()) {
                Cell cell = row.cells().get(column.name());
                if (code.equals(row.effectiveCode()) && cell != null && cell.amount() != null) {
                    return Optional.of(new Spent(
                            cell.amount().in(UNIT),
                            Money.ofFen(table.roundingFen()).in(UNIT),
                            new CellRef(table.topic(), row.name(), column.name(), cell.place())));
                }
            }
        }
        return Optional.empty();
    }

    static List<CheckResult> statedCounts(PerformanceCheck check, Case about) {
        PerformanceDocument document = about.document();
        List<CheckResult> results = new ArrayList<>();
        long sheets = count(document, SheetKind.SELF_EVALUATION);
        long targets = count(document, SheetKind.TARGETS);
        counted(check, document, "自评项目数", sheets, "项目支出绩效自评表", results);
        counted(check, document, "绩效目标数", targets, "项目支出绩效目标表", results);
        counted(check, document, "评价项目数", document.reports().size(), "评价报告", results);
        for (String word : List.of("评价为优", "评价为良", "评价为中", "评价为差")) {
            String grade = word.substring(word.length() - 1);
            long graded = document.reports().stream()
                    .filter(report -> about.pack()
                            .grades()
                            .find(report.grade())
                            .filter(found -> found.word().equals(grade))
                            .isPresent())
                    .count();
            if (!document.reports().isEmpty()) {
                counted(check, document, word, graded, "等次为“" + grade + "”的评价报告", results);
            }
        }
        return results;
    }

    private static long count(PerformanceDocument document, SheetKind kind) {
        return document.sheets().stream().filter(sheet -> sheet.kind() == kind).count();
    }

    private static void counted(
            PerformanceCheck check,
            PerformanceDocument document,
            String name,
            long found,
            String what,
            List<CheckResult> results) {
        Amount stated = Scopes.stated(document, name);
        if (stated == null || (found == 0 && !name.startsWith("评价为"))) {
            return;
        }
        List<CellRef> cells = List.of(new CellRef("", name, "", stated.place()));
        BigDecimal number = BigDecimal.valueOf(found);
        results.add(
                stated.value().value().compareTo(number) == 0
                        ? Results.pass(check, name, "正文所述" + name + " " + number + " 与所附" + what + "个数一致", cells)
                        : Results.broken(
                                check,
                                name,
                                check.severity(),
                                "正文说" + name + " " + stated.value().value() + "，所附" + what + " " + found + " 份（"
                                        + stated.place().label() + "）",
                                stated.value().value(),
                                number,
                                "个",
                                cells));
    }

    static List<CheckResult> statedMoney(PerformanceCheck check, Case about) {
        PerformanceDocument document = about.document();
        List<CheckResult> results = new ArrayList<>();
        List<Sheet> sheets = document.sheets().stream()
                .filter(sheet -> sheet.kind() == SheetKind.SELF_EVALUATION || sheet.kind() == SheetKind.TARGETS)
                .toList();
        List<Sheet> evaluated = new ArrayList<>();
        for (EvaluationReport report : document.reports()) {
            about.sheet(report).ifPresent(evaluated::add);
        }
        money(check, document, "自评财政拨款", sheets, results);
        money(check, document, "目标财政拨款", sheets, results);
        money(check, document, "评价财政拨款", evaluated, results);
        return results;
    }

    /** The stated amount is the sum of one of the columns: documents differ in which they mean. */
    private static void money(
            PerformanceCheck check,
            PerformanceDocument document,
            String name,
            List<Sheet> sheets,
            List<CheckResult> results) {
        Amount stated = Scopes.stated(document, name);
        if (stated == null || sheets.isEmpty()) {
            return;
        }
        List<CellRef> cells = new ArrayList<>();
        cells.add(new CellRef("", name, "", stated.place()));
        sheets.stream()
                .filter(sheet -> !sheet.funding().rows().isEmpty())
                .forEach(sheet -> cells.add(cell(document, sheet)));
        BigDecimal nearest = null;
        for (String column : WHOLE) {
            BigDecimal sum = BigDecimal.ZERO;
            boolean all = true;
            for (Sheet sheet : sheets) {
                BigDecimal own = total(sheet, List.of(column));
                all &= own != null;
                sum = own == null ? sum : sum.add(own);
            }
            if (!all) {
                continue;
            }
            if (sum.compareTo(stated.value().value()) == 0) {
                results.add(Results.pass(check, name, "正文所述" + name + " " + sum + " 等于各项目" + column + "之和", cells));
                return;
            }
            BigDecimal gap = sum.subtract(stated.value().value()).abs();
            nearest = nearest == null
                            || gap.compareTo(nearest.subtract(stated.value().value())
                                            .abs())
                                    < 0
                    ? sum
                    : nearest;
        }
        if (nearest != null) {
            results.add(Results.broken(
                    check,
                    name,
                    check.severity(),
                    "正文说" + name + " " + stated.value().value() + " 万元，各项目之和为 " + nearest + " 万元（"
                            + stated.place().label() + "）",
                    stated.value().value(),
                    nearest,
                    UNIT.printed(),
                    cells));
        }
    }
}
