package org.tongchou.platform.accounts.importing.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.EntryRules;

/** What a column of a file can be. */
public enum Field {
    /** 单位. */
    UNIT("unit", "单位"),
    /** 日期. */
    DATE("date", "日期"),
    /** 凭证号, or 文号 of an adjustment. */
    VOUCHER("voucherNo", "凭证号", "文号"),
    /** 摘要, or the reason of an adjustment. */
    SUMMARY("summary", "摘要", "调整原因"),
    /** 往来单位. */
    COUNTERPARTY("counterparty", "往来单位"),
    /** 项目. */
    PROJECT("project", "项目"),
    /** 功能分类科目. */
    FUNCTIONAL("functionalCode", "功能分类科目"),
    /** 经济分类科目. */
    ECONOMIC("economicCode", "经济分类科目"),
    /** 资金性质, of income 收入来源. */
    FUND("fund", "资金性质", "收入来源"),
    /** 支出性质. */
    NATURE("nature", "支出性质"),
    /** 金额, where one column holds it. */
    AMOUNT("amount", "金额"),
    /** The column that adds: 借方 of expenses, 贷方 of income, 调增. */
    PLUS("plus", "增加金额"),
    /** The column that takes away. */
    MINUS("minus", "减少金额");

    private static final Set<Field> OF_EXPENDITURE = Set.of(ECONOMIC, NATURE);

    private final String code;
    private final String label;
    private final String otherLabel;

    Field(String code, String label) {
        this(code, label, label);
    }

    Field(String code, String label, String otherLabel) {
        this.code = code;
        this.label = label;
        this.otherLabel = otherLabel;
    }

    /** The name in mappings and in the interface. */
    public String code() {
        return code;
    }

    /** The Chinese name for entries of a kind. */
    public String label(EntryKind kind) {
        boolean adjustment = kind == EntryKind.BUDGET_ADJUSTMENT && (this == VOUCHER || this == SUMMARY);
        boolean income = this == FUND && (kind == EntryKind.INCOME || kind == EntryKind.BUDGET_INCOME);
        return adjustment || income ? otherLabel : label;
    }

    /** Whether entries of a kind have it. */
    public boolean appliesTo(EntryKind kind) {
        return EntryRules.isExpenditure(kind) || !OF_EXPENDITURE.contains(this);
    }

    /** Whether entries of a kind cannot do without a column or a default for it. */
    public boolean isNeededBy(EntryKind kind) {
        return switch (this) {
            case UNIT, DATE, FUND -> true;
            case FUNCTIONAL ->
                EntryRules.isExpenditure(kind) || kind == EntryKind.INCOME || kind == EntryKind.BUDGET_INCOME;
            case NATURE -> EntryRules.isExpenditure(kind);
            case VOUCHER, SUMMARY -> kind == EntryKind.BUDGET_ADJUSTMENT;
            default -> false;
        };
    }

    /** Whether it holds an amount of money. */
    public boolean isMoney() {
        return this == AMOUNT || this == PLUS || this == MINUS;
    }

    /** The fields of a kind, in the order of the form. */
    public static List<Field> of(EntryKind kind) {
        return Arrays.stream(values()).filter(field -> field.appliesTo(kind)).toList();
    }

    /** The field of a code. */
    public static Optional<Field> find(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** The field that the rules of entries call so. */
    static Optional<Field> called(String label) {
        return Arrays.stream(values())
                .filter(field -> field.label.equals(label) || field.otherLabel.equals(label))
                .findFirst();
    }
}
