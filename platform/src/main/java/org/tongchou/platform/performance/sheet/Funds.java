package org.tongchou.platform.performance.sheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.accounts.Spending.Scope;
import org.tongchou.platform.accounts.Spending.Sum;
import org.tongchou.platform.performance.sheet.Money.Row;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/**
 * The money of sheets, from the entries of the books: of a project its own entries, of a department as a whole all
 * expenditure of its unit and of those below it that are in the same book.
 */
@Component
public class Funds {
    private static final String TOTAL = "年度资金总额";
    private static final String FISCAL = "其中：财政拨款";
    private static final String OTHER = "其他资金";
    private static final List<String> NATURES = List.of("基本支出", "项目支出");

    private final Spending spending;

    Funds(Spending spending) {
        this.spending = spending;
    }

    /** Gives the money of sheets. */
    @FunctionalInterface
    public interface Live {
        /** The money of one sheet. */
        Money of(TargetSheet sheet);
    }

    /** The money of one sheet in its whole year, as booked now. */
    public Money of(TargetSheet sheet) {
        return of(sheet, yearEnd(sheet));
    }

    /** The money of one sheet as it stood on a day, as booked now. */
    public Money of(TargetSheet sheet, LocalDate until) {
        return money(sheet, scope(sheet, until, null), null);
    }

    /** The money of one sheet on a day for good: nothing that is posted later changes what its entries add up to. */
    public Money settled(TargetSheet sheet, LocalDate until) {
        long last = spending.settle(units(sheet), sheet.year());
        return money(sheet, scope(sheet, until, last), last);
    }

    private Money money(TargetSheet sheet, Scope scope, @Nullable Long last) {
        return money(sheet, spending.sums(scope), scope.unitIds().size(), scope.until(), last);
    }

    /** The money of many sheets of a year in their whole year, asked for at once. */
    public Live load(List<TargetSheet> sheets, int year) {
        return load(sheets, year, LocalDate.of(year, 12, 31));
    }

    /** The money of many sheets of a year on a day, asked for at once. */
    public Live load(List<TargetSheet> sheets, int year, LocalDate until) {
        Map<Long, List<Long>> departments = new HashMap<>();
        TreeSet<Long> units = new TreeSet<>();
        for (TargetSheet sheet : sheets) {
            units.add(sheet.unitId());
            if (sheet.whole()) {
                units.addAll(departments.computeIfAbsent(sheet.unitId(), spending::unitsOf));
            }
        }
        Map<Long, List<Sum>> byProject = new HashMap<>();
        Map<Long, List<Sum>> byUnit = new HashMap<>();
        List<Sum> booked = units.isEmpty()
                ? List.of()
                : spending.sums(new Scope(List.copyOf(units), year, null, until, Spending.ALL));
        for (Sum sum : booked) {
            byProject.computeIfAbsent(sum.projectId(), id -> new ArrayList<>()).add(sum);
            byUnit.computeIfAbsent(sum.unitId(), id -> new ArrayList<>()).add(sum);
        }
        return sheet -> {
            List<Long> together = departments.getOrDefault(sheet.unitId(), List.of());
            List<Sum> sums = sheet.whole()
                    ? together.stream()
                            .flatMap(unit -> byUnit.getOrDefault(unit, List.of()).stream())
                            .toList()
                    : byProject.getOrDefault(sheet.projectId(), List.of());
            return money(sheet, sums, together.size(), until, null);
        };
    }

    /** 部门预算功能科目 of a project, where all its money has one; else empty. */
    String functionalItem(long unitId, long projectId, int year) {
        List<String> codes = spending.sums(Scope.ofYear(List.of(unitId), year, projectId)).stream()
                .map(Sum::functionalCode)
                .distinct()
                .toList();
        return codes.size() != 1
                ? ""
                : codes.get(0)
                        + Classification.standard()
                                .findName(codes.get(0), year)
                                .map(name -> " " + name)
                                .orElse("");
    }

    /**
     * The entries behind an amount of a sheet.
     *
     * @param row name of its row
     * @param until last day that counts
     * @param last last entry that counts; null for all
     */
    Spending.Vouchers vouchers(
            TargetSheet sheet,
            String row,
            Spending.Column column,
            LocalDate until,
            @Nullable Long last,
            PageQuery page) {
        Scope scope = scope(sheet, until, last);
        List<String> funds = List.of();
        String nature = null;
        switch (row) {
            case TOTAL -> {
                // everything
            }
            case OTHER -> funds = List.of(OTHER);
            case FISCAL ->
                funds = spending.sums(scope).stream()
                        .map(Sum::fund)
                        .filter(fund -> !fund.equals(OTHER))
                        .distinct()
                        .toList();
            default -> {
                if (!sheet.whole()) {
                    throw Refusal.notFound("资金行“" + row + "”");
                }
                nature = row;
            }
        }
        boolean none = row.equals(FISCAL) && funds.isEmpty();
        return none
                ? new Spending.Vouchers(List.of(), 0, 0)
                : spending.vouchers(scope, new Spending.Part(column, nature, funds), page);
    }

    private static LocalDate yearEnd(TargetSheet sheet) {
        return LocalDate.of(sheet.year(), 12, 31);
    }

    private List<Long> units(TargetSheet sheet) {
        return sheet.whole() ? spending.unitsOf(sheet.unitId()) : List.of(sheet.unitId());
    }

    private Scope scope(TargetSheet sheet, LocalDate until, @Nullable Long last) {
        Long project = sheet.whole() ? null : (Long) sheet.projectId();
        return new Scope(units(sheet), sheet.year(), project, until, last == null ? Spending.ALL : last);
    }

    private static Money money(TargetSheet sheet, List<Sum> sums, int units, LocalDate until, @Nullable Long last) {
        String where = sheet.whole()
                ? "账套中" + (units > 1 ? "本单位及所属单位（共 " + units + " 个）" : "本单位") + "的全部支出预算和支出明细"
                : "账套中登记在本项目下的预算和支出明细";
        List<Row> rows = new ArrayList<>();
        rows.add(row(TOTAL, sums, where));
        rows.add(row(
                FISCAL, sums.stream().filter(sum -> !sum.fund().equals(OTHER)).toList(), where + "，资金性质为财政拨款的部分"));
        rows.add(
                row(OTHER, sums.stream().filter(sum -> sum.fund().equals(OTHER)).toList(), where + "，资金性质为其他资金的部分"));
        if (sheet.whole()) {
            Map<String, List<Sum>> byNature = new LinkedHashMap<>();
            NATURES.forEach(nature -> byNature.put(nature, new ArrayList<>()));
            sums.forEach(sum -> byNature.computeIfAbsent(sum.nature(), any -> new ArrayList<>())
                    .add(sum));
            byNature.forEach((nature, own) -> rows.add(row(
                    nature,
                    own,
                    where + "，支出性质为" + nature + "的部分" + (nature.equals("项目支出") ? "，与各项目绩效表取自同一批明细" : ""))));
        }
        return new Money(rows, until, last);
    }

    private static Row row(String name, List<Sum> sums, String from) {
        return new Row(
                name,
                sums.stream().mapToLong(Sum::initialFen).reduce(0, Math::addExact),
                sums.stream().mapToLong(Sum::adjustedFen).reduce(0, Math::addExact),
                sums.stream().mapToLong(Sum::executedFen).reduce(0, Math::addExact),
                from);
    }
}
