package org.tongchou.accounts.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.Audit;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Cause;
import org.tongchou.accounts.check.CheckResult.CellRef;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Medium;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** A small audit made by hand: three tables, one sentence, four results, one reading problem. */
final class SampleAudit {
    static final String FILE = "sample.txt";

    private SampleAudit() {}

    /** The audit of a bureau of the given name. */
    static AuditedFile of(String bureau) {
        DocumentMeta meta = new DocumentMeta(
                "样例市",
                bureau,
                2024,
                DocumentKind.FINAL,
                MoneyUnit.WAN_YUAN,
                List.of(new BudgetUnit(bureau + "本级", "行政单位", 25), new BudgetUnit("样例市医保中心", "事业单位", null)));
        String sentence = "2024 年度本部门支出合计 90.00 万元，其中公务接待费 1.20 万元。";
        NarrativeFigure figure = new NarrativeFigure(
                "支出合计",
                new BigDecimal("90.00"),
                2,
                "万元",
                List.of(),
                "情况说明",
                sentence,
                Place.line(40),
                sentence.indexOf("90.00"));
        RawDocument raw = new RawDocument(
                FILE,
                Medium.TEXT,
                List.of(new Paragraph(sentence, 0, Place.line(40)), new Paragraph("编制单位名称沿用旧称", 0, Place.line(44))),
                List.of());
        AccountsDocument document = new AccountsDocument(
                FILE,
                meta,
                List.of(summaryTable(), expenseTable(), economicTable()),
                List.of(figure),
                List.of(new Problem(
                        ProblemCode.CODE_TRUNCATED,
                        FILE,
                        Place.line(12).withCell(1),
                        "208050",
                        "科目编码“208050”少一位，按名称识别为 2080505")),
                raw);
        return new AuditedFile("in/" + FILE, new Audit(document, results()));
    }

    /** A file of which nothing could be read. */
    static AuditedFile unreadable(String path) {
        DocumentMeta meta = new DocumentMeta(null, null, null, null, null, List.of());
        Problem problem = new Problem(ProblemCode.FILE_EMPTY, path, null, "", "文件为空");
        RawDocument raw = new RawDocument(path, Medium.TEXT, List.of(), List.of(problem));
        return new AuditedFile(
                path,
                new Audit(new AccountsDocument(path, meta, List.of(), List.of(), List.of(problem), raw), List.of()));
    }

    private static Table summaryTable() {
        return new Table(
                "总表",
                "final-summary",
                "公开01表",
                "收入支出决算总表",
                MoneyUnit.WAN_YUAN,
                2,
                List.of(new Column("决算数", "金额")),
                List.of(
                        row(Side.INCOME, 1, null, null, "本年收入合计", 3, Map.of("决算数", cell("100.00", 3, 2))),
                        row(Side.EXPENSE, null, null, "208", "一、社会保障和就业支出", 3, Map.of("决算数", cell("", 3, 4))),
                        row(Side.EXPENSE, null, null, null, "本年支出合计", 4, Map.of("决算数", cell("90.01", 4, 4)))),
                List.of(),
                Place.line(1),
                Place.line(5));
    }

    private static Table expenseTable() {
        return new Table(
                "支出",
                "final-expense",
                "公开03表",
                "支出决算表",
                MoneyUnit.WAN_YUAN,
                2,
                List.of(new Column("本年支出合计", "合计"), new Column("基本支出", "基本支出"), new Column("项目支出", "项目支出")),
                List.of(
                        row(null, null, null, null, "合计", 10, three("90.01", "60.00", "30.01", 10)),
                        row(null, null, "208", "208", "社会保障和就业支出", 11, three("89.01", "60.00", "30.01", 11)),
                        row(
                                null,
                                null,
                                "208050",
                                "2080505",
                                "机关事业单位基本养老保险缴费支出",
                                12,
                                three("90.01", "60.00", "30.01", 12))),
                List.of("注：本表反映部门本年度各项支出情况。"),
                Place.line(8),
                Place.line(13));
    }

    private static Table economicTable() {
        return new Table(
                "基本支出经济分类",
                "final-economic",
                null,
                "基本支出决算表",
                MoneyUnit.YUAN,
                2,
                List.of(new Column("金额", "金额")),
                List.of(
                        row(null, null, "301", "301", "工资福利支出", 20, Map.of("金额", cell("600,000.00", 20, 3))),
                        row(null, null, "30101", "30101", "基本工资", 21, Map.of("金额", cell("—", 21, 3)))),
                List.of(),
                Place.line(18),
                Place.line(22));
    }

    private static List<CheckResult> results() {
        return List.of(
                new CheckResult(
                        "T03.total",
                        "expense-total",
                        "total",
                        Outcome.PASS,
                        Cause.ROUNDING,
                        "支出 合计 = 208",
                        new BigDecimal("90.01"),
                        new BigDecimal("90.01"),
                        new BigDecimal("0.00"),
                        new BigDecimal("0.01"),
                        "万元",
                        List.of(ref("支出", "合计", "本年支出合计", 10, 3)),
                        "支出合计等于各类之和"),
                new CheckResult(
                        "N.wording",
                        "bureau-name",
                        "wording",
                        Outcome.WARN,
                        Cause.EXPLAINABLE,
                        "正文单位名称与封面一致",
                        null,
                        null,
                        null,
                        null,
                        "",
                        List.of(new CellRef("", "", "", Place.line(44))),
                        "正文单位名称与封面不一致"),
                new CheckResult(
                        "T03.row/208",
                        "expense-row",
                        "row",
                        Outcome.FAIL,
                        Cause.ERROR,
                        "支出 208 合计 = 基本支出 + 项目支出",
                        new BigDecimal("89.01"),
                        new BigDecimal("90.01"),
                        new BigDecimal("-1.00"),
                        new BigDecimal("0.015"),
                        "万元",
                        List.of(
                                ref("支出", "社会保障和就业支出", "本年支出合计", 11, 3),
                                ref("支出", "社会保障和就业支出", "基本支出", 11, 4),
                                new CellRef("", "支出合计", "", Place.line(40))),
                        "支出表 208 行合计 89.01 与基本支出、项目支出之和 90.01 相差 -1.00 万元"),
                new CheckResult(
                        "T07.total",
                        "three-public",
                        "total",
                        Outcome.SKIP,
                        null,
                        "三公经费 合计 = 各项之和",
                        null,
                        null,
                        null,
                        null,
                        "万元",
                        List.of(),
                        "没有找到三公经费表"));
    }

    private static CellRef ref(String topic, String row, String column, int line, int cell) {
        return new CellRef(topic, row, column, Place.line(line).withCell(cell));
    }

    private static Map<String, Cell> three(String total, String basic, String project, int line) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        cells.put("本年支出合计", cell(total, line, 3));
        cells.put("基本支出", cell(basic, line, 4));
        cells.put("项目支出", cell(project, line, 5));
        return cells;
    }

    private static Cell cell(String printed, int line, int cell) {
        Money amount = printed.isEmpty() || printed.equals("—")
                ? null
                : line >= 18 ? Money.yuan(printed) : Money.wanYuan(printed);
        return new Cell(amount, printed, Place.line(line).withCell(cell));
    }

    private static Row row(
            @Nullable Side side,
            @Nullable Integer number,
            @Nullable String code,
            @Nullable String resolved,
            String name,
            int line,
            Map<String, Cell> cells) {
        String role = resolved == null ? name : resolved;
        return new Row(side, number, code, resolved, name, role, null, cells, false, Place.line(line));
    }
}
