package org.tongchou.platform.demo;

import static org.tongchou.platform.demo.SampleProject.Rhythm.EVEN;
import static org.tongchou.platform.demo.SampleProject.Rhythm.QUARTERLY;
import static org.tongchou.platform.demo.SampleProject.Rhythm.RUSH;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.tongchou.money.Money;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.demo.SampleProject.Rhythm;

/**
 * A full year of an invented bureau: budgets, adjustments, income and every voucher. Everything is computed from a few
 * tables and a seed, so it is the same every time; it resembles no real bureau.
 */
final class SampleYear {
    static final String BUREAU = "990";
    static final String HEAD = "990001";
    static final String CENTRE = "990002";
    static final String DATA = "990003";

    private static final String GENERAL = "一般公共预算";
    private static final String FUND = "政府性基金";
    private static final String OTHER = "其他资金";
    private static final String BASIC = "基本支出";
    private static final String PROJECT = "项目支出";
    private static final int MONTHS = 12;
    private static final long HUNDRED_YUAN = 10_000;

    /** Staff of the units: the share of personnel cost each bears. */
    private static final Map<String, Integer> STAFF = new TreeMap<>(Map.of(HEAD, 46, CENTRE, 118, DATA, 31));

    static final List<SampleProject> PROJECTS = List.of(
            project(
                    "P2501",
                    "医疗保障管理经费",
                    HEAD,
                    "2101502",
                    GENERAL,
                    "30201 30202 30211 30227",
                    "9100000",
                    "86000",
                    "9138462.17",
                    EVEN),
            project(
                    "P2502",
                    "医疗保障信息系统运行维护",
                    DATA,
                    "2101504",
                    GENERAL,
                    "30213 30227 31007",
                    "6600000",
                    "0",
                    "6571230.40",
                    QUARTERLY),
            project(
                    "P2503",
                    "医疗保障经办服务能力提升",
                    CENTRE,
                    "2101506",
                    GENERAL,
                    "30201 30207 30226 30227 31002",
                    "18500000",
                    "420000",
                    "18276915.35",
                    EVEN),
            project(
                    "P2504",
                    "基金监管专项",
                    HEAD,
                    "2101599",
                    GENERAL,
                    "30211 30226 30227",
                    "3200000",
                    "0",
                    "2486350.80",
                    RUSH),
            project(
                    "P2505",
                    "城乡医疗救助补助资金",
                    CENTRE,
                    "2101301",
                    GENERAL,
                    "30306",
                    "43500000",
                    "1200000",
                    "44700000.00",
                    QUARTERLY),
            project("P2506", "医疗救助彩票公益金", CENTRE, "2296013", FUND, "30306", "6850000", "0", "6850000.00", QUARTERLY),
            project("P2507", "医保宣传", HEAD, "2101599", GENERAL, "30201 30202 30227", "900000", "0", "897640.00", EVEN),
            project(
                    "P2508",
                    "长期护理保险经办",
                    CENTRE,
                    "2101599",
                    GENERAL,
                    "30226 30227",
                    "1500000",
                    "60000",
                    "1553208.66",
                    QUARTERLY),
            project("P2509", "人才培训", HEAD, "2050803", GENERAL, "30216", "130000", "0", "126800.00", QUARTERLY),
            project(
                    "P2510",
                    "医疗服务与保障能力提升补助",
                    CENTRE,
                    "2101599",
                    GENERAL,
                    "30227 31007 30299",
                    "7200000",
                    "900000",
                    "7918430.25",
                    QUARTERLY),
            project("P2511", "委托经办服务", CENTRE, "2101506", OTHER, "30226 30227", "700000", "0", "688215.40", QUARTERLY));

    /** Personnel cost: economic code, what for, functional code (blank: the unit's own), yearly yuan per member of staff. */
    private static final List<String[]> PERSONNEL = List.of(
            row("30101", "基本工资", "", "37620"),
            row("30102", "津贴补贴", "", "30140"),
            row("30103", "奖金", "", "47300"),
            row("30106", "伙食补助费", "", "2520"),
            row("30107", "绩效工资", "", "11480"),
            row("30108", "基本养老保险缴费", "2080505", "20480"),
            row("30109", "职业年金缴费", "2080506", "10240"),
            row("30110", "职工基本医疗保险缴费", "医疗", "10620"),
            row("30111", "公务员医疗补助缴费", "2101103", "2450"),
            row("30112", "其他社会保障缴费", "", "1120"),
            row("30113", "住房公积金", "2210201", "19960"),
            row("30302", "退休费", "离退休", "7790"),
            row("30305", "生活补助", "", "510"));

    /** Operating cost: economic code, what for, yearly yuan per member of staff. */
    private static final List<String[]> OPERATING = List.of(
            row("30201", "办公费", "2580"),
            row("30202", "印刷费", "450"),
            row("30205", "水费", "130"),
            row("30206", "电费", "1040"),
            row("30207", "邮电费", "1230"),
            row("30209", "物业管理费", "2100"),
            row("30211", "差旅费", "1480"),
            row("30213", "维修（护）费", "500"),
            row("30215", "会议费", "190"),
            row("30216", "培训费", "480"),
            row("30226", "劳务费", "640"),
            row("30228", "工会经费", "2530"),
            row("30229", "福利费", "790"),
            row("30239", "其他交通费用", "6130"),
            row("30299", "其他商品和服务支出", "1690"),
            row("31002", "办公设备购置", "1210"));

    /** “三公” of the head office: economic code, what for, budget yuan, spent yuan, vouchers. */
    private static final List<String[]> THREE_PUBLIC = List.of(
            row("30212", "因公出国（境）费用", "80000", "74316.50", "1"),
            row("30217", "公务接待费", "48000", "33218.00", "38"),
            row("30231", "公务用车运行维护费", "100000", "86425.13", "36"));

    private final int year;
    private final Random random;
    private final List<SampleEntry> entries = new ArrayList<>();
    private final Map<String, Integer> voucherNumbers = new LinkedHashMap<>();

    private SampleYear(int year, long seed) {
        this.year = year;
        this.random = new Random(seed);
    }

    /**
     * The year's entries.
     *
     * @param year the budget year
     * @param openingFen what was left the year before, by fund; nothing for funds that are missing
     */
    static List<SampleEntry> entries(int year, Map<String, Long> openingFen) {
        SampleYear sample = new SampleYear(year, 20_250_000L + year);
        sample.basic();
        PROJECTS.forEach(sample::project);
        sample.otherBasic();
        sample.income(openingFen);
        return List.copyOf(sample.entries);
    }

    private static SampleProject project(
            String code,
            String name,
            String unit,
            String functional,
            String fund,
            String economic,
            String initial,
            String adjustment,
            String executed,
            Rhythm rhythm) {
        return new SampleProject(
                code,
                name,
                unit,
                functional,
                fund,
                List.of(economic.split(" ")),
                initial,
                adjustment,
                executed,
                rhythm);
    }

    private static String[] row(String... fields) {
        return fields;
    }

    // ---- basic expenditure

    private void basic() {
        STAFF.forEach((unit, staff) -> {
            for (String[] item : PERSONNEL) {
                long fen = yearly(item[3], staff);
                String functional = functional(item[2], unit);
                if (!functional.isEmpty()) {
                    budget(unit, functional, item[0], GENERAL, BASIC, "", rounded(fen));
                    monthly(unit, functional, item[0], item[1], fen);
                }
            }
            for (String[] item : OPERATING) {
                long fen = yearly(item[2], staff);
                budget(unit, running(unit), item[0], GENERAL, BASIC, "", rounded(fen + fen / 25));
                monthly(unit, running(unit), item[0], item[1], fen);
            }
        });
        for (String[] item : THREE_PUBLIC) {
            budget(HEAD, running(HEAD), item[0], GENERAL, BASIC, "", fen(item[2]));
            int vouchers = Integer.parseInt(item[4]);
            for (long part : split(fen(item[3]), vouchers)) {
                int month = vouchers == 1 ? 9 : 1 + random.nextInt(MONTHS);
                expense(HEAD, month, item[1], "样例服务单位", "", running(HEAD), item[0], GENERAL, BASIC, part);
            }
        }
    }

    private long yearly(String perHead, int staff) {
        long exact = fen(perHead) * staff;
        return exact + exact / 10_000 * (random.nextInt(81) - 40) + random.nextInt(10_000);
    }

    /** The item that a unit's own running cost is paid under. */
    private static String running(String unit) {
        return unit.equals(DATA) ? "2101550" : "2101501";
    }

    private static String functional(String given, String unit) {
        return switch (given) {
            case "" -> running(unit);
            case "医疗" -> unit.equals(DATA) ? "2101102" : "2101101";
            case "离退休" -> unit.equals(DATA) ? "2080502" : "2080501";
            case "2101103" -> unit.equals(DATA) ? "" : given;
            default -> given;
        };
    }

    private void monthly(String unit, String functional, String economic, String what, long yearFen) {
        List<Long> parts = split(yearFen, MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            String to = economic.startsWith("301") || economic.startsWith("303")
                    ? "在职和退休人员"
                    : "样例供应单位" + economic.substring(3);
            expense(
                    unit,
                    month,
                    month + " 月" + what,
                    to,
                    "",
                    functional,
                    economic,
                    GENERAL,
                    BASIC,
                    parts.get(month - 1));
        }
    }

    /** Basic expenditure that units pay from their own income. */
    private void otherBasic() {
        otherBasic(CENTRE, "2101506", "30226", "劳务费", "980000");
        otherBasic(DATA, "2101550", "30107", "绩效工资", "430000");
    }

    private void otherBasic(String unit, String functional, String economic, String what, String yuan) {
        long spent = fen(yuan) - 137_045;
        budget(unit, functional, economic, OTHER, BASIC, "", fen(yuan));
        List<Long> parts = split(spent, MONTHS);
        for (int month = 1; month <= MONTHS; month++) {
            expense(
                    unit,
                    month,
                    month + " 月" + what,
                    "样例服务单位",
                    "",
                    functional,
                    economic,
                    OTHER,
                    BASIC,
                    parts.get(month - 1));
        }
    }

    // ---- projects

    private void project(SampleProject project) {
        List<Long> initial =
                split(fen(project.initialYuan()), project.economic().size());
        for (int i = 0; i < initial.size(); i++) {
            budget(
                    project.unit(),
                    project.functional(),
                    project.economic().get(i),
                    project.fund(),
                    PROJECT,
                    project.code(),
                    initial.get(i));
        }
        long adjustment = fen(project.adjustmentYuan());
        if (adjustment != 0) {
            entries.add(new SampleEntry(
                    EntryKind.BUDGET_ADJUSTMENT,
                    project.unit(),
                    LocalDate.of(year, 8, 20),
                    "样财预调〔" + year + "〕" + project.code().substring(3) + " 号",
                    "年中追加" + project.name(),
                    "",
                    project.code(),
                    project.functional(),
                    project.economic().get(0),
                    project.fund(),
                    PROJECT,
                    adjustment));
        }
        payments(project);
    }

    private void payments(SampleProject project) {
        long all = fen(project.executedYuan());
        int count = switch (project.rhythm()) {
            case EVEN -> 120;
            case QUARTERLY -> 48;
            case RUSH -> 36;
        };
        for (long part : split(all, count)) {
            String economic =
                    project.economic().get(random.nextInt(project.economic().size()));
            expense(
                    project.unit(),
                    month(project.rhythm()),
                    "支付" + project.name(),
                    "样例承办单位" + (1 + random.nextInt(9)),
                    project.code(),
                    project.functional(),
                    economic,
                    project.fund(),
                    PROJECT,
                    part);
        }
    }

    private int month(Rhythm rhythm) {
        return switch (rhythm) {
            case EVEN -> 1 + random.nextInt(MONTHS);
            case QUARTERLY -> 3 * (1 + random.nextInt(4));
            case RUSH -> random.nextInt(10) < 6 ? MONTHS : 4 + random.nextInt(8);
        };
    }

    // ---- income

    /** Every item receives what it spends, in two instalments; a little more comes in than goes out. */
    private void income(Map<String, Long> openingFen) {
        Map<List<String>, Long> spent = new LinkedHashMap<>();
        Map<List<String>, Long> budgeted = new LinkedHashMap<>();
        for (SampleEntry entry : entries) {
            List<String> key = List.of(entry.unit(), entry.functional(), entry.fund());
            if (entry.kind() == EntryKind.EXPENSE) {
                spent.merge(key, entry.fen(), Long::sum);
            } else if (entry.kind() == EntryKind.BUDGET_INITIAL) {
                budgeted.merge(key, entry.fen(), Long::sum);
            }
        }
        budgeted.forEach((key, fen) -> incomeEntry(EntryKind.BUDGET_INCOME, key, 1, "收入预算", fen));
        spent.forEach((key, fen) -> {
            long more = key.get(2).equals(OTHER) ? 2_345_678 : key.get(1).equals("2101504") ? 1_500_000 : 0;
            long first = fen / 2 / HUNDRED_YUAN * HUNDRED_YUAN;
            incomeEntry(EntryKind.INCOME, key, 1, "上半年拨款", first);
            incomeEntry(EntryKind.INCOME, key, 7, "下半年拨款", fen + more - first);
        });
        openingFen.forEach((fund, fen) -> entries.add(new SampleEntry(
                EntryKind.OPENING,
                HEAD,
                LocalDate.of(year, 1, 1),
                "",
                "上年决算结转",
                "",
                "",
                fund.equals(FUND) ? "2296013" : "",
                "",
                fund,
                "",
                fen)));
    }

    private void incomeEntry(EntryKind kind, List<String> key, int month, String summary, long fen) {
        if (fen == 0) {
            return;
        }
        String source = !key.get(2).equals(OTHER) ? key.get(2) : key.get(1).equals("2101550") ? "其他收入" : "事业收入";
        entries.add(new SampleEntry(
                kind,
                key.get(0),
                LocalDate.of(year, month, 15),
                kind == EntryKind.INCOME ? voucher(month) : "",
                summary,
                kind == EntryKind.INCOME ? "样例市财政局" : "",
                "",
                key.get(1),
                "",
                source,
                "",
                fen));
    }

    // ---- parts

    private void budget(
            String unit, String functional, String economic, String fund, String nature, String project, long fen) {
        entries.add(new SampleEntry(
                EntryKind.BUDGET_INITIAL,
                unit,
                LocalDate.of(year, 1, 10),
                "",
                "年初预算批复",
                "",
                project,
                functional,
                economic,
                fund,
                nature,
                fen));
    }

    private void expense(
            String unit,
            int month,
            String summary,
            String counterparty,
            String project,
            String functional,
            String economic,
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
                counterparty,
                project,
                functional,
                economic,
                fund,
                nature,
                fen));
    }

    private String voucher(int month) {
        String start = String.format("%02d", month);
        return "记-" + start + "-" + String.format("%04d", voucherNumbers.merge(start, 1, Integer::sum));
    }

    /** Cuts an amount into uneven parts that add up to it exactly; each at least one fen. */
    private List<Long> split(long fen, int parts) {
        List<Long> cut = new ArrayList<>();
        long left = fen;
        for (int i = parts; i > 1; i--) {
            long mean = left / i;
            long part = Math.max(1, mean + mean / 100 * (random.nextInt(61) - 30));
            cut.add(part);
            left -= part;
        }
        cut.add(left);
        return cut;
    }

    private static long rounded(long fen) {
        return (fen + HUNDRED_YUAN - 1) / HUNDRED_YUAN * HUNDRED_YUAN;
    }

    private static long fen(String yuan) {
        return Money.yuan(yuan).fen();
    }
}
