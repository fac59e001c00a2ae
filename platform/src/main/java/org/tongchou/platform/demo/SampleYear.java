package org.tongchou.platform.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.demo.Sample.Office;
import org.tongchou.platform.demo.Sample.OwnMoney;
import org.tongchou.platform.demo.Sample.PerHead;
import org.tongchou.platform.demo.Sample.Project;
import org.tongchou.platform.demo.Sample.ThreePublic;

/**
 * A full year of the synthetic bureau: budgets, adjustments, income and every voucher. Everything is computed from a
 * few tables and the year, so it is the same every time.
 */
final class SampleYear {
    private static final String GENERAL = "一般公共预算";
    private static final String OTHER = "其他资金";
    private static final String BASIC = "基本支出";
    private static final String PROJECT = "项目支出";
    private static final int MONTHS = 12;
    private static final long HUNDRED_YUAN = 10_000;
    /** More received than spent, so that something is carried over. */
    private static final long LEFT_FEN = 1_500_000;

    private final Sample sample;
    private final int year;
    private final Random random;
    private final List<SampleEntry> entries = new ArrayList<>();
    private final Map<Integer, Integer> vouchers = new LinkedHashMap<>();

    private SampleYear(Sample sample, int year) {
        this.sample = sample;
        this.year = year;
        this.random = new Random(20_260_000L + year);
    }

    /**
     * The year's entries.
     *
     * @param sample the bureau
     * @param year the budget year
     * @param openingFen what was left the year before, by fund; nothing for funds that are missing
     */
    static List<SampleEntry> entries(Sample sample, int year, Map<String, Long> openingFen) {
        SampleYear made = new SampleYear(sample, year);
        sample.units().forEach(made::basic);
        sample.threePublic().forEach(made::threePublic);
        sample.ownMoney().forEach(made::ownMoney);
        sample.projects().forEach(made::project);
        made.income(openingFen);
        return List.copyOf(made.entries);
    }

    // ---- expenditure

    private void basic(Office unit) {
        for (PerHead cost : sample.personnel()) {
            if (!unit.code().equals(cost.except())) {
                perHead(unit, cost, "在职和退休人员", 0);
            }
        }
        for (PerHead cost : sample.operating()) {
            perHead(unit, cost, "样例供应单位" + cost.item().substring(3), 4);
        }
    }

    private void perHead(Office unit, PerHead cost, String payee, int sparePercent) {
        long exact = Sample.fen(cost.perHead()) * unit.staff();
        long spent = exact + exact / 10_000 * (random.nextInt(81) - 40) + random.nextInt(10_000);
        String functional = unit.functional(cost.functional());
        budget(unit.code(), functional, cost.item(), GENERAL, BASIC, "", roundedUp(spent + spent / 100 * sparePercent));
        monthly(unit.code(), functional, cost.item(), cost.name(), payee, GENERAL, spent);
    }

    private void monthly(
            String unit, String functional, String item, String name, String payee, String fund, long yearFen) {
        List<Long> parts = split(yearFen, MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            long part = parts.get(month - 1);
            expense(unit, month, month + " 月" + name, payee, "", functional, item, fund, BASIC, part);
        }
    }

    private void threePublic(ThreePublic cost) {
        Office head = sample.units().get(0);
        budget(head.code(), head.running(), cost.item(), GENERAL, BASIC, "", Sample.fen(cost.budget()));
        for (long part : split(Sample.fen(cost.spent()), cost.vouchers())) {
            int month = 1 + random.nextInt(MONTHS);
            expense(head.code(), month, cost.name(), "样例服务单位", "", head.running(), cost.item(), GENERAL, BASIC, part);
        }
    }

    private void ownMoney(OwnMoney cost) {
        budget(cost.unit(), cost.functional(), cost.item(), OTHER, BASIC, "", Sample.fen(cost.budget()));
        monthly(cost.unit(), cost.functional(), cost.item(), cost.name(), "样例服务单位", OTHER, Sample.fen(cost.spent()));
    }

    private void project(Project project) {
        String code = project.codeIn(year);
        List<Long> initial =
                split(Sample.fen(project.initial()), project.items().size());
        for (int i = 0; i < initial.size(); i++) {
            String item = project.items().get(i);
            budget(project.unit(), project.functional(), item, project.fund(), PROJECT, code, initial.get(i));
        }
        long adjustment = Sample.fen(project.adjustment());
        if (adjustment != 0) {
            entries.add(new SampleEntry(
                    EntryKind.BUDGET_ADJUSTMENT,
                    project.unit(),
                    LocalDate.of(year, 8, 20),
                    "样财预调〔" + year + "〕" + project.code() + " 号",
                    "年中追加" + project.name(),
                    "",
                    code,
                    project.functional(),
                    project.items().get(0),
                    project.fund(),
                    PROJECT,
                    adjustment));
        }
        for (long part : split(Sample.fen(project.spent()), payments(project.rhythm()))) {
            String item = project.items().get(random.nextInt(project.items().size()));
            String payee = "样例承办单位" + (1 + random.nextInt(9));
            int month = month(project.rhythm());
            expense(
                    project.unit(),
                    month,
                    "支付" + project.name(),
                    payee,
                    code,
                    project.functional(),
                    item,
                    project.fund(),
                    PROJECT,
                    part);
        }
    }

    private static int payments(String rhythm) {
        return switch (rhythm) {
            case "每月" -> 120;
            case "按季" -> 48;
            default -> 36;
        };
    }

    private int month(String rhythm) {
        return switch (rhythm) {
            case "每月" -> 1 + random.nextInt(MONTHS);
            case "按季" -> 3 * (1 + random.nextInt(4));
            default -> random.nextInt(10) < 6 ? MONTHS : 4 + random.nextInt(8);
        };
    }

    // ---- income

    /**
     * What an amount of income is for.
     *
     * @param unit code of the unit
     * @param functional functional code
     * @param fund source of the money that is spent
     */
    private record Purpose(String unit, String functional, String fund) {}

    /** Every item receives what it spends, in two instalments; a little more comes in than goes out. */
    private void income(Map<String, Long> openingFen) {
        Map<Purpose, Long> spent = sums(EntryKind.EXPENSE);
        sums(EntryKind.BUDGET_INITIAL).forEach((purpose, fen) -> income(EntryKind.BUDGET_INCOME, purpose, 1, fen));
        spent.forEach((purpose, fen) -> {
            long first = fen / 2 / HUNDRED_YUAN * HUNDRED_YUAN;
            income(EntryKind.INCOME, purpose, 1, first);
            income(EntryKind.INCOME, purpose, 7, fen - first + (isCarriedOver(purpose) ? LEFT_FEN : 0));
        });
        openingFen.forEach((fund, fen) -> entries.add(new SampleEntry(
                EntryKind.OPENING,
                keeper(fund),
                LocalDate.of(year, 1, 1),
                "",
                "上年决算结转",
                "",
                "",
                fund.equals("政府性基金") ? "2296013" : "",
                "",
                fund,
                "",
                fen)));
    }

    /** The unit whose money it is: the one with a project of that fund; of several, the first. */
    private String keeper(String fund) {
        return fund.equals(GENERAL)
                ? sample.units().get(0).code()
                : sample.projects().stream()
                        .filter(project -> project.fund().equals(fund))
                        .findFirst()
                        .map(Project::unit)
                        .orElseGet(() -> sample.units().get(0).code());
    }

    private Map<Purpose, Long> sums(EntryKind kind) {
        Map<Purpose, Long> sums = new LinkedHashMap<>();
        for (SampleEntry entry : entries) {
            if (entry.kind() == kind) {
                sums.merge(new Purpose(entry.unit(), entry.functional(), entry.fund()), entry.fen(), Long::sum);
            }
        }
        return sums;
    }

    private static boolean isCarriedOver(Purpose purpose) {
        return purpose.fund().equals(OTHER) || purpose.functional().equals("2101504");
    }

    private void income(EntryKind kind, Purpose purpose, int month, long fen) {
        String source = sample.ownMoney().stream()
                .filter(own -> purpose.fund().equals(OTHER) && own.functional().equals(purpose.functional()))
                .map(OwnMoney::source)
                .findFirst()
                .orElse(purpose.fund());
        boolean received = kind == EntryKind.INCOME;
        entries.add(new SampleEntry(
                kind,
                purpose.unit(),
                LocalDate.of(year, month, 15),
                received ? voucher(month) : "",
                received ? (month == 1 ? "上半年" : "下半年") + source : "收入预算",
                received ? "样例市财政局" : "",
                "",
                purpose.functional(),
                "",
                source,
                "",
                fen));
    }

    // ---- parts

    private void budget(
            String unit, String functional, String item, String fund, String nature, String project, long fen) {
        entries.add(new SampleEntry(
                EntryKind.BUDGET_INITIAL,
                unit,
                LocalDate.of(year, 1, 10),
                "",
                "年初预算批复",
                "",
                project,
                functional,
                item,
                fund,
                nature,
                fen));
    }

    private void expense(
            String unit,
            int month,
            String summary,
            String payee,
            String project,
            String functional,
            String item,
            String fund,
            String nature,
            long fen) {
        LocalDate date = LocalDate.of(year, month, 1 + random.nextInt(28));
        entries.add(new SampleEntry(
                EntryKind.EXPENSE,
                unit,
                date,
                voucher(month),
                summary,
                payee,
                project,
                functional,
                item,
                fund,
                nature,
                fen));
    }

    private String voucher(int month) {
        return String.format("记-%02d-%04d", month, vouchers.merge(month, 1, Integer::sum));
    }

    /** Cuts an amount into uneven parts that add up to it exactly. */
    private List<Long> split(long fen, int parts) {
        List<Long> cut = new ArrayList<>();
        long left = fen;
        for (int i = parts; i > 1; i--) {
            long mean = left / i;
            long part = mean + mean / 100 * (random.nextInt(61) - 30);
            cut.add(part);
            left -= part;
        }
        cut.add(left);
        return cut;
    }

    private static long roundedUp(long fen) {
        return (fen + HUNDRED_YUAN - 1) / HUNDRED_YUAN * HUNDRED_YUAN;
    }
}
