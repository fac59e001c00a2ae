package org.tongchou.accounts.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.Supplement;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Fact;
import org.tongchou.accounts.source.Problem;
import org.tongchou.files.AtomicFile;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** Writes one workbook over all documents: 汇总, 发现, 全部检查, 表格单元, 读取问题. */
public final class WorkbookSink implements AuditSink {
    /** Excel's own limit of rows a sheet, less one for the note that says so. */
    private static final int MOST_ROWS = 1_048_575;

    private static final int WINDOW = 200;

    private final Path target;
    private final SXSSFWorkbook workbook = new SXSSFWorkbook(WINDOW);
    private final CellStyle heading = workbook.createCellStyle();
    private final CellStyle number = workbook.createCellStyle();
    private final Grid summary;
    private final Grid findings;
    private final Grid checks;
    private final Grid facts;
    private final Grid problems;
    private final Map<String, Grid> supplements = new LinkedHashMap<>();

    /** Writes to a file when finished. */
    public WorkbookSink(Path target) {
        this.target = target;
        workbook.setCompressTempFiles(true);
        Font bold = workbook.createFont();
        bold.setBold(true);
        heading.setFont(bold);
        heading.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
        heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        number.setDataFormat(workbook.createDataFormat().getFormat("#,##0.00####"));
        summary = new Grid(
                "汇总",
                List.of("文件", "部门", "年度", "类型", "金额单位", "表格", "表内数据", "文字数据", "相符", "不符", "提示", "未查", "读取问题", "结论"),
                List.of(36, 26, 8, 8, 10, 8, 10, 10, 8, 8, 8, 8, 10, 24));
        List<String> result = List.of("文件", "结果", "类别", "原因", "说明", "关系", "列示", "应为", "相差", "允许", "单位", "位置", "编号");
        List<Integer> widths = List.of(28, 8, 12, 16, 60, 50, 16, 16, 14, 10, 8, 26, 40);
        findings = new Grid("发现", result, widths);
        checks = new Grid("全部检查", result, widths);
        facts = new Grid(
                "表格单元",
                List.of("文件", "部门", "年度", "主题", "收支", "科目编码", "项目", "栏目", "金额", "单位", "金额（元）", "位置"),
                List.of(28, 24, 8, 18, 8, 12, 34, 24, 18, 8, 20, 16));
        problems = new Grid("读取问题", List.of("文件", "代码", "位置", "读到", "说明"), List.of(28, 14, 18, 40, 70));
    }

    @Override
    public void accept(AuditedFile file) {
        AccountsDocument document = file.audit().document();
        Summary counts = Summary.of(file.audit());
        summary.line(
                file.path(),
                document.meta().bureau(),
                document.meta().year(),
                document.meta().kind() == null ? null : document.meta().kind().printed(),
                document.meta().unit() == null ? null : document.meta().unit().printed(),
                counts.tables(),
                counts.facts(),
                counts.narrative(),
                counts.pass(),
                counts.fail(),
                counts.warn(),
                counts.skip(),
                counts.problems(),
                counts.verdict());
        Findings.ranked(file.audit()).forEach(result -> line(findings, file, result));
        file.audit().results().forEach(result -> line(checks, file, result));
        document.facts().forEach(fact -> line(file, fact));
        document.problems().forEach(problem -> line(file, problem));
        file.audit().supplements().forEach(supplement -> lines(file, supplement));
    }

    /** A sheet for every kind of supplement, over all documents. */
    private void lines(AuditedFile file, Supplement supplement) {
        Grid grid = supplements.computeIfAbsent(supplement.title(), title -> {
            List<String> names = new ArrayList<>(List.of("文件", "表"));
            names.addAll(supplement.columns());
            names.add("位置");
            List<Integer> widths = new ArrayList<>(List.of(28, 28));
            supplement.columns().forEach(name -> widths.add(16));
            widths.add(16);
            return new Grid(title, names, widths);
        });
        for (Supplement.Listing listing : supplement.listings()) {
            for (Supplement.Line line : listing.lines()) {
                List<Object> values = new ArrayList<>(List.of(file.path(), listing.topic()));
                for (String text : line.cells()) {
                    values.add(PrintedNumber.find(text)
                            .<Object>map(PrintedNumber::value)
                            .orElse(text));
                }
                values.add(line.place().label());
                grid.line(values.toArray());
            }
        }
    }

    @Override
    public void finish() throws IOException {
        List<Grid> grids = new ArrayList<>(List.of(summary, findings, checks, facts, problems));
        grids.addAll(supplements.values());
        for (Grid grid : grids) {
            grid.finish();
        }
        AtomicFile.write(target, workbook::write);
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static void line(Grid grid, AuditedFile file, CheckResult result) {
        grid.line(
                file.path(),
                Labels.outcome(result.outcome()),
                Labels.group(result.group()),
                Labels.cause(result.cause()),
                result.message(),
                result.expression(),
                result.left(),
                result.right(),
                result.diff(),
                result.tolerance(),
                result.unit(),
                result.where(),
                result.id());
    }

    private void line(AuditedFile file, Fact fact) {
        facts.line(
                file.path(),
                fact.bureau(),
                fact.year(),
                fact.topic(),
                fact.side() == null ? null : fact.side().printed(),
                fact.code(),
                fact.name(),
                fact.column(),
                fact.amount().in(fact.printedUnit()),
                fact.printedUnit().printed(),
                fact.amount().in(MoneyUnit.YUAN),
                fact.place().label());
    }

    private void line(AuditedFile file, Problem problem) {
        problems.line(
                file.path(),
                problem.code().id(),
                problem.place() == null ? null : problem.place().label(),
                problem.found(),
                problem.message());
    }

    /** One sheet with a heading row that stays in sight and can be filtered. */
    private final class Grid {
        private static final int LONGEST_TEXT = 32_767;

        private final SXSSFSheet sheet;
        private final int columns;
        private int rows;

        Grid(String name, List<String> names, List<Integer> widths) {
            sheet = workbook.createSheet(name);
            columns = names.size();
            Row row = sheet.createRow(rows++);
            for (int c = 0; c < columns; c++) {
                Cell cell = row.createCell(c);
                cell.setCellValue(names.get(c));
                cell.setCellStyle(heading);
                sheet.setColumnWidth(c, widths.get(c) * 256);
            }
            sheet.createFreezePane(1, 1);
        }

        void line(@Nullable Object... values) {
            if (rows > MOST_ROWS) {
                return;
            }
            if (rows == MOST_ROWS) {
                sheet.createRow(rows++).createCell(0).setCellValue("行数超过工作表上限，其余未列；可分批审核或用 --json 输出");
                return;
            }
            Row row = sheet.createRow(rows++);
            for (int c = 0; c < values.length; c++) {
                Object value = values[c];
                if (value instanceof BigDecimal decimal) {
                    Cell cell = row.createCell(c);
                    // A spreadsheet keeps numbers as binary floats; this is the only place where one is made.
                    cell.setCellValue(decimal.doubleValue());
                    cell.setCellStyle(number);
                } else if (value instanceof Integer integer) {
                    row.createCell(c).setCellValue(integer);
                } else if (value != null && !value.toString().isEmpty()) {
                    String text = value.toString();
                    row.createCell(c).setCellValue(text.substring(0, Math.min(LONGEST_TEXT, text.length())));
                }
            }
        }

        void finish() {
            sheet.setAutoFilter(new CellRangeAddress(0, Math.max(1, rows - 1), 0, columns - 1));
        }
    }
}
