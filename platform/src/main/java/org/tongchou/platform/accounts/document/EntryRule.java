package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongchou.accounts.derive.Origin;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.accounts.EntryKind;

/**
 * Which base facts, and which figures of sentences, an entry counts towards. Used both ways: to add up a document and
 * to find the entries behind one of its figures.
 *
 * @param kind budget or final accounts
 * @param wholeYearBudget whether 三公 is compared with the budget of the whole year, adjustments and carry-over included
 * @param agencies units whose operating cost is 机关运行经费
 */
record EntryRule(DocumentKind kind, boolean wholeYearBudget, Set<Long> agencies) {
    static final String AGENCY_COST = "机关运行经费";
    static final String HANDED_DOWN = "对下转移支付";
    /** The items of 三公 and the economic codes that they are spent under. */
    private static final Map<String, String> THREE_PUBLIC =
            Map.of("30212", "因公出国", "31013", "公务用车购置", "30913", "公务用车购置", "30231", "公务用车运行", "30217", "公务接待费");

    static final List<String> THREE_PUBLIC_ITEMS = List.of("因公出国", "公务用车购置", "公务用车运行", "公务接待费");
    private static final String GENERAL = "一般公共预算";
    private static final String FUND = "政府性基金";
    private static final String BASIC = "基本支出";

    /** The base facts that an entry is part of; none when the document does not show it. */
    List<Origin> facts(EntryGroup entry) {
        return kind == DocumentKind.FINAL ? executed(entry) : budgeted(entry);
    }

    /** Keys of figures that no table gives and that the entry is part of. */
    List<String> keys(EntryGroup entry) {
        EntryKind spending = kind == DocumentKind.FINAL ? EntryKind.EXPENSE : EntryKind.BUDGET_INITIAL;
        if (entry.kind() != spending || !entry.fund().equals(GENERAL)) {
            return List.of();
        }
        if (entry.nature().equals(BASIC)) {
            boolean staff =
                    entry.economic().startsWith("301") || entry.economic().startsWith("303");
            return !staff && agencies.contains(entry.unitId()) ? List.of(AGENCY_COST) : List.of();
        }
        return kind == DocumentKind.BUDGET && entry.economic().isEmpty() ? List.of(HANDED_DOWN) : List.of();
    }

    private List<Origin> executed(EntryGroup entry) {
        return switch (entry.kind()) {
            case INCOME -> List.of(fact(BaseFile.INCOME, entry.functional(), "", entry.fund()));
            case EXPENSE -> {
                List<Origin> facts = spent(entry);
                if (entry.nature().equals(BASIC)) {
                    facts.add(economic(entry));
                }
                threePublic(entry, "决算数", facts);
                yield facts;
            }
            case BUDGET_INITIAL -> threePublicBudget(entry, true);
            case BUDGET_ADJUSTMENT, BUDGET_CARRY_OVER -> threePublicBudget(entry, wholeYearBudget);
            case OPENING -> carryOver(entry, "年初结转和结余");
            case SURPLUS_USED -> carryOver(entry, "使用非财政拨款结余");
            case DISTRIBUTION -> carryOver(entry, "结余分配");
            case BUDGET_INCOME -> List.of();
        };
    }

    private List<Origin> budgeted(EntryGroup entry) {
        return switch (entry.kind()) {
            case BUDGET_INCOME -> List.of(fact(BaseFile.INCOME, entry.functional(), "", entry.fund()));
            case BUDGET_INITIAL -> {
                List<Origin> facts = spent(entry);
                if (!entry.economic().isEmpty()
                        && (entry.fund().equals(GENERAL) || entry.nature().equals(BASIC))) {
                    facts.add(economic(entry));
                }
                threePublic(entry, "预算数", facts);
                yield facts;
            }
            default -> List.of();
        };
    }

    private static List<Origin> spent(EntryGroup entry) {
        List<Origin> facts = new ArrayList<>();
        facts.add(fact(BaseFile.EXPENSE, entry.functional(), entry.fund(), entry.nature()));
        return facts;
    }

    private static Origin economic(EntryGroup entry) {
        String column =
                !entry.fund().equals(GENERAL) ? "其他资金基本支出" : entry.nature().equals(BASIC) ? BASIC : "项目支出";
        return fact(BaseFile.ECONOMIC, entry.economic(), "", column);
    }

    private static void threePublic(EntryGroup entry, String column, List<Origin> facts) {
        String item = THREE_PUBLIC.get(entry.economic());
        if (item != null && entry.fund().equals(GENERAL)) {
            facts.add(fact(BaseFile.THREE_PUBLIC, item, "", column));
        }
    }

    private static List<Origin> threePublicBudget(EntryGroup entry, boolean counts) {
        List<Origin> facts = new ArrayList<>();
        if (counts) {
            threePublic(entry, "预算数", facts);
        }
        return facts;
    }

    /** Only the fund budget is shown by code. */
    private static List<Origin> carryOver(EntryGroup entry, String column) {
        String code = entry.fund().equals(FUND) ? entry.functional() : "";
        return List.of(fact(BaseFile.CARRY_OVER, code, entry.fund(), column));
    }

    private static Origin fact(BaseFile file, String key, String fund, String column) {
        return new Origin(file, key, fund, column, 1);
    }
}
