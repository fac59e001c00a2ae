package org.tongchou.platform.accounts.importing.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a column of a file can be. */
public enum Field {
    /** 单位. */
    UNIT("unit", "单位"),
    /** 日期, of a contract 签订日期. */
    DATE("date", "日期", "签订日期"),
    /** 凭证号, 文号 of an adjustment, 合同编号. */
    VOUCHER("voucherNo", "凭证号", "文号", "合同编号"),
    /** 摘要, the reason of an adjustment, the name of a contract or an event. */
    SUMMARY("summary", "摘要", "调整原因", "合同名称", "名称"),
    /** 往来单位, of a contract 供应商. */
    COUNTERPARTY("counterparty", "往来单位", "供应商"),
    /** 项目. */
    PROJECT("project", "项目"),
    /** 功能分类科目. */
    FUNCTIONAL("functionalCode", "功能分类科目"),
    /** 经济分类科目. */
    ECONOMIC("economicCode", "经济分类科目"),
    /** 资金性质, of income 收入来源. */
    FUND("fund", "资金性质", "收入来源"),
    /** 支出性质, of a contract 采购类别, of an event 事项类别. */
    NATURE("nature", "支出性质", "采购类别", "事项类别"),
    /** 供应商企业规模. */
    ENTERPRISE("enterprise", "企业规模"),
    /** 团组数, 批次 or 辆数. */
    TIMES("times", "次数"),
    /** 出国 or 接待人次. */
    PEOPLE("people", "人次"),
    /** 事由. */
    PURPOSE("purpose", "事由"),
    /** 金额, where one column holds it. */
    AMOUNT("amount", "金额", "合同金额"),
    /** The column that adds: 借方 of expenses, 贷方 of income, 调增. */
    PLUS("plus", "增加金额"),
    /** The column that takes away. */
    MINUS("minus", "减少金额");

    private static final Set<Field> OF_EXPENDITURE = Set.of(ECONOMIC, NATURE);
    private static final Set<Field> OF_REGISTERS = Set.of(ENTERPRISE, TIMES, PEOPLE, PURPOSE);
    private static final Set<Field> OF_CONTRACTS =
            Set.of(UNIT, DATE, VOUCHER, SUMMARY, COUNTERPARTY, PROJECT, NATURE, ENTERPRISE, AMOUNT);
    private static final Set<Field> OF_EVENTS = Set.of(UNIT, DATE, SUMMARY, NATURE, TIMES, PEOPLE, PURPOSE);

    private final String code;

    @SuppressWarnings("ImmutableEnumChecker") // List.of cannot be changed
    private final List<String> labels;

    Field(String code, String... labels) {
        this.code = code;
        this.labels = List.of(labels);
    }

    /** The name in mappings and in the interface. */
    public String code() {
        return code;
    }

    /** The Chinese name for rows of a kind. */
    public String label(ImportKind kind) {
        return labels.get(
                switch (kind) {
                    case BUDGET_ADJUSTMENT -> this == VOUCHER || this == SUMMARY ? 1 : 0;
                    case INCOME, BUDGET_INCOME -> this == FUND ? 1 : 0;
                    case CONTRACT ->
                        switch (this) {
                            case DATE, COUNTERPARTY, NATURE, AMOUNT -> 1;
                            case VOUCHER, SUMMARY -> 2;
                            default -> 0;
                        };
                    case THREE_PUBLIC ->
                        switch (this) {
                            case NATURE -> 2;
                            case SUMMARY -> 3;
                            default -> 0;
                        };
                    default -> 0;
                });
    }

    /** Whether rows of a kind have it. */
    public boolean appliesTo(ImportKind kind) {
        return switch (kind) {
            case CONTRACT -> OF_CONTRACTS.contains(this);
            case THREE_PUBLIC -> OF_EVENTS.contains(this);
            default -> !OF_REGISTERS.contains(this) && (kind.isExpenditure() || !OF_EXPENDITURE.contains(this));
        };
    }

    /** Whether rows of a kind cannot do without a column or a default for it. */
    public boolean isNeededBy(ImportKind kind) {
        if (kind.isRegister()) {
            return appliesTo(kind) && this != PROJECT && this != PURPOSE && this != PEOPLE && this != AMOUNT;
        }
        return switch (this) {
            case UNIT, DATE, FUND -> true;
            case FUNCTIONAL -> kind.isExpenditure() || kind.isIncome();
            case NATURE -> kind.isExpenditure();
            case VOUCHER, SUMMARY -> kind == ImportKind.BUDGET_ADJUSTMENT;
            default -> false;
        };
    }

    /** Whether it holds an amount of money. */
    public boolean isMoney() {
        return this == AMOUNT || this == PLUS || this == MINUS;
    }

    /** The fields of a kind, in the order of the form. */
    public static List<Field> of(ImportKind kind) {
        return Arrays.stream(values()).filter(field -> field.appliesTo(kind)).toList();
    }

    /** The field of a code. */
    public static Optional<Field> find(String code) {
        return Arrays.stream(values()).filter(field -> field.code.equals(code)).findFirst();
    }

    /** The field that the rules of a kind call so. */
    static Optional<Field> called(ImportKind kind, String label) {
        return Arrays.stream(values())
                .filter(field -> field.appliesTo(kind) && field.labels.contains(label))
                .findFirst();
    }
}
