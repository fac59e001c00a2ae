package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.money.Money;
import org.tongchou.platform.accounts.EntryKind;

/** What an entry must be like to stand in a book. Pure. */
public final class EntryRules {
    /** The largest amount of one entry in fen, 10 万亿元. */
    public static final long LARGEST_FEN = 1_000_000_000_000_000L;

    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_TEXT = 500;
    private static final Set<EntryKind> EXPENDITURE = Set.of(
            EntryKind.BUDGET_INITIAL, EntryKind.BUDGET_ADJUSTMENT, EntryKind.BUDGET_CARRY_OVER, EntryKind.EXPENSE);
    private static final Set<EntryKind> INCOME = Set.of(EntryKind.BUDGET_INCOME, EntryKind.INCOME);
    private static final Pattern FUNCTIONAL = Pattern.compile("2\\d{6}");
    private static final Pattern ECONOMIC = Pattern.compile("3\\d{4}");
    private static final String BASIC = "基本支出";
    private static final String PROJECT = "项目支出";

    private final int year;
    private final Set<Long> units;
    private final Map<Long, Long> unitByProject;
    private final Subjects subjects;

    /**
     * The rules of one book.
     *
     * @param year its year
     * @param units units whose entries the caller may post
     * @param unitByProject the unit of every active project of the book
     * @param subjects the classification
     */
    EntryRules(int year, Set<Long> units, Map<Long, Long> unitByProject, Subjects subjects) {
        this.year = year;
        this.units = Set.copyOf(units);
        this.unitByProject = Map.copyOf(unitByProject);
        this.subjects = subjects;
    }

    /** Whether the kind says what money is spent on, as budget or in fact. */
    public static boolean isExpenditure(EntryKind kind) {
        return EXPENDITURE.contains(kind);
    }

    /** The words for the source of money that entries of a kind may have. */
    public static List<String> funds(EntryKind kind) {
        return switch (kind) {
            case BUDGET_INCOME -> BaseFile.INCOME.columns(DocumentKind.BUDGET);
            case INCOME -> BaseFile.INCOME.columns(DocumentKind.FINAL);
            default -> BaseFile.FUNDS;
        };
    }

    /** The words for the nature of expenditure that entries of a kind may have; none means that it stays empty. */
    public static List<String> natures(EntryKind kind) {
        return isExpenditure(kind) ? BaseFile.EXPENSE.columns(DocumentKind.FINAL) : List.of();
    }

    /** Everything that is wrong with an entry, in the order of its fields. */
    public List<EntryProblem> check(int index, NewEntry entry) {
        Findings findings = new Findings(index);
        findings.require(
                units.contains(entry.unitId()), "E-BKS-101", "单位", Long.toString(entry.unitId()), "本部门且在您数据范围内的单位");
        date(entry, findings);
        texts(entry, findings);
        codes(entry, findings);
        words(entry, findings);
        project(entry, findings);
        findings.require(
                entry.fen() != 0 && entry.fen() >= -LARGEST_FEN && entry.fen() <= LARGEST_FEN,
                "E-BKS-112",
                "金额",
                Money.ofFen(entry.fen()).toString(),
                "不为零且绝对值不超过 10 万亿元的金额");
        return findings.found;
    }

    private void date(NewEntry entry, Findings findings) {
        LocalDate date = entry.date();
        findings.require(date.getYear() == year, "E-BKS-102", "日期", date.toString(), year + " 年内的日期");
        if (entry.kind() == EntryKind.OPENING) {
            findings.require(date.getDayOfYear() == 1, "E-BKS-103", "日期", date.toString(), "1 月 1 日（年初结转和结余登记在年初）");
        }
    }

    private static void texts(NewEntry entry, Findings findings) {
        if (entry.kind() == EntryKind.BUDGET_ADJUSTMENT) {
            findings.require(!entry.voucherNo().isBlank(), "E-BKS-104", "文号", "", "预算调整的批复文号");
            findings.require(!entry.summary().isBlank(), "E-BKS-105", "调整原因", "", "一句话说明");
        }
        findings.text("凭证号", entry.voucherNo(), LONGEST_NUMBER);
        findings.text("摘要", entry.summary(), LONGEST_TEXT);
        findings.text("往来单位", entry.counterparty(), LONGEST_TEXT);
    }

    private void codes(NewEntry entry, Findings findings) {
        String functional = entry.functionalCode();
        boolean mayMiss = !isExpenditure(entry.kind())
                && !INCOME.contains(entry.kind())
                && !entry.fund().equals("政府性基金");
        if (!functional.isEmpty() || !mayMiss) {
            findings.require(
                    FUNCTIONAL.matcher(functional).matches() && subjects.isValid(functional, year),
                    "E-BKS-107",
                    "功能分类科目",
                    functional,
                    year + " 年有效的 7 位功能分类项级科目编码");
        }
        String economic = entry.economicCode();
        if (!isExpenditure(entry.kind())) {
            findings.require(
                    economic.isEmpty(),
                    "E-BKS-108",
                    "经济分类科目",
                    economic,
                    "空（" + entry.kind().printed() + "不分经济分类）");
        } else if (!economic.isEmpty() || entry.nature().equals(BASIC)) {
            findings.require(
                    ECONOMIC.matcher(economic).matches() && subjects.isValid(economic, year),
                    "E-BKS-108",
                    "经济分类科目",
                    economic,
                    year + " 年有效的 5 位部门预算支出经济分类款级科目编码");
        }
    }

    private static void words(NewEntry entry, Findings findings) {
        List<String> funds = funds(entry.kind());
        findings.require(
                funds.contains(entry.fund()),
                "E-BKS-109",
                INCOME.contains(entry.kind()) ? "收入来源" : "资金性质",
                entry.fund(),
                "以下之一：" + String.join("、", funds));
        List<String> natures = natures(entry.kind());
        boolean fits = natures.isEmpty() ? entry.nature().isEmpty() : natures.contains(entry.nature());
        findings.require(
                fits,
                "E-BKS-110",
                "支出性质",
                entry.nature(),
                natures.isEmpty() ? "空（" + entry.kind().printed() + "不分支出性质）" : "以下之一：" + String.join("、", natures));
    }

    private void project(NewEntry entry, Findings findings) {
        Long project = entry.projectId();
        if (project == null) {
            findings.require(!entry.nature().equals(PROJECT), "E-BKS-111", "项目", "", "项目支出所属的项目");
        } else if (entry.nature().equals(BASIC)) {
            findings.require(false, "E-BKS-111", "项目", project.toString(), "空（基本支出不属于项目）");
        } else {
            Long unit = unitByProject.get(project);
            findings.require(
                    unit != null && unit == entry.unitId(), "E-BKS-111", "项目", project.toString(), "该单位在本账套中启用的项目");
        }
    }

    private static final class Findings {
        private final int index;
        private final List<EntryProblem> found = new ArrayList<>(0);

        private Findings(int index) {
            this.index = index;
        }

        private void require(boolean holds, String code, String field, String value, String expected) {
            if (!holds) {
                found.add(new EntryProblem(index, code, field, value, expected));
            }
        }

        private void text(String field, String value, int longest) {
            require(
                    value.length() <= longest && value.chars().noneMatch(Character::isISOControl),
                    "E-BKS-106",
                    field,
                    value.length() > 60 ? value.substring(0, 60) + "…" : value,
                    "不超过 " + longest + " 个字符的一行文字");
        }
    }
}
