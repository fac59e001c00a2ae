package org.tongchou.platform.accounts.importing.mapping;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.web.Refusal;

/** What the rows of a file become: entries of a kind, or rows of a register. */
public enum ImportKind {
    /** 收入预算. */
    BUDGET_INCOME(EntryKind.BUDGET_INCOME),
    /** 年初预算. */
    BUDGET_INITIAL(EntryKind.BUDGET_INITIAL),
    /** 预算调整. */
    BUDGET_ADJUSTMENT(EntryKind.BUDGET_ADJUSTMENT),
    /** 结转预算. */
    BUDGET_CARRY_OVER(EntryKind.BUDGET_CARRY_OVER),
    /** 收入. */
    INCOME(EntryKind.INCOME),
    /** 支出. */
    EXPENSE(EntryKind.EXPENSE),
    /** 年初结转和结余. */
    OPENING(EntryKind.OPENING),
    /** 使用非财政拨款结余. */
    SURPLUS_USED(EntryKind.SURPLUS_USED),
    /** 结余分配. */
    DISTRIBUTION(EntryKind.DISTRIBUTION),
    /** 政府采购合同. */
    CONTRACT("contract", "政府采购合同"),
    /** 出国团组, 公务接待, 公务用车购置. */
    THREE_PUBLIC("three_public_event", "“三公”事项");

    private final String code;
    private final String printed;
    private final @Nullable EntryKind entry;

    ImportKind(EntryKind entry) {
        this.code = entry.code();
        this.printed = entry.printed();
        this.entry = entry;
    }

    ImportKind(String code, String printed) {
        this.code = code;
        this.printed = printed;
        this.entry = null;
    }

    /** The name in mappings, in the database and in the interface. */
    public String code() {
        return code;
    }

    /** The Chinese name. */
    public String printed() {
        return printed;
    }

    /** The kind of entry; empty for registers. */
    public Optional<EntryKind> entry() {
        return Optional.ofNullable(entry);
    }

    /** Whether rows become entries that say what money is spent on. */
    boolean isExpenditure() {
        return entry != null && EntryRules.isExpenditure(entry);
    }

    /** Whether rows become entries of income. */
    boolean isIncome() {
        return this == INCOME || this == BUDGET_INCOME;
    }

    /** Whether rows become rows of a register. */
    public boolean isRegister() {
        return entry == null;
    }

    /** Whether rows have an amount. */
    boolean hasMoney() {
        return this != THREE_PUBLIC;
    }

    /**
     * The kind of a code.
     *
     * @throws Refusal when there is none
     */
    public static ImportKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "E-IMP-020",
                        "导入种类",
                        code,
                        "以下之一："
                                + Arrays.stream(values())
                                        .map(ImportKind::printed)
                                        .collect(Collectors.joining("、"))));
    }
}
