package org.tongchou.accounts.figures;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongchou.accounts.model.DocumentKind;

/** The base files of a figures folder: what a line is about and which amounts it may have. */
public enum BaseFile {
    /** 收入：功能科目 × 来源. */
    INCOME(
            "income.csv",
            "code",
            "[2]\\d{2}(\\d{2}){0,2}",
            "2 开头的 3、5、7 位功能科目编码",
            false,
            "一般公共预算,政府性基金,国有资本经营,财政专户,上级补助收入,事业收入,经营收入,附属单位上缴收入,其他收入,上年结转结余"),
    /** 支出：功能科目 × 资金来源 × 支出性质. */
    EXPENSE(
            "expense.csv",
            "code",
            "[2]\\d{2}(\\d{2}){0,2}",
            "2 开头的 3、5、7 位功能科目编码",
            true,
            "基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出"),
    /** 一般公共预算支出的经济分类，以及其他资金安排的基本支出. */
    ECONOMIC("economic.csv", "code", "3\\d{2}(\\d{2})?", "3 开头的 3、5 位经济科目编码", false, "基本支出,项目支出,其他资金基本支出"),
    /** “三公”经费. */
    THREE_PUBLIC(
            "three_public.csv", "item", "因公出国|公务用车购置|公务用车运行|公务接待费", "因公出国、公务用车购置、公务用车运行、公务接待费之一", false, "预算数,决算数,上年数"),
    /** 年初结转和结余及其使用、分配. */
    CARRY_OVER("carry_over.csv", "code", "([2]\\d{2}(\\d{2}){0,2})?", "功能科目编码，或留空", true, "年初结转和结余,使用非财政拨款结余,结余分配");

    /** Sources of money: the three fiscal budgets and everything else. */
    public static final List<String> FUNDS = List.of("一般公共预算", "政府性基金", "国有资本经营", "其他资金");

    private static final List<String> ONLY_IN_BUDGETS = List.of("财政专户", "上年结转结余");

    private final String fileName;
    private final String keyColumn;
    private final Pattern key;
    private final String expectedKey;
    private final boolean byFund;
    /** Comma-separated. */
    private final String columns;

    BaseFile(String fileName, String keyColumn, String key, String expectedKey, boolean byFund, String columns) {
        this.fileName = fileName;
        this.keyColumn = keyColumn;
        this.key = Pattern.compile(key);
        this.expectedKey = expectedKey;
        this.byFund = byFund;
        this.columns = columns;
    }

    /** The file's name in the folder. */
    public String fileName() {
        return fileName;
    }

    /** The column that says what a line is about. */
    public String keyColumn() {
        return keyColumn;
    }

    /** Whether lines tell the source of money in a column {@code fund}. */
    public boolean byFund() {
        return byFund;
    }

    /** The columns of amounts that this kind of document may have. */
    public List<String> columns(DocumentKind kind) {
        return Stream.of(columns.split(","))
                .filter(column -> kind == DocumentKind.BUDGET || !ONLY_IN_BUDGETS.contains(column))
                .toList();
    }

    boolean acceptsKey(String text) {
        return key.matcher(text).matches();
    }

    String expectedKey() {
        return expectedKey;
    }
}
