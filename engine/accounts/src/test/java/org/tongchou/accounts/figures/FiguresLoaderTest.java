package org.tongchou.accounts.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.figures.AccountsFigures.Loaded;
import org.tongchou.accounts.figures.AccountsFigures.Stated;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

class FiguresLoaderTest {
    private static final String DOCUMENT = """
            region: 样例市
            bureau: 样例市医疗保障局
            year: 2024
            kind: 决算
            unit: 万元
            amounts: 元
            source: {title: 测试数据}
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void aSmallGoodFolder() throws IOException {
        write("document.yaml", DOCUMENT);
        write("income.csv", "code,name,一般公共预算\n2101501,行政运行,120.50\n");
        write("expense.csv", "code,fund,基本支出,项目支出\n2101501,一般公共预算,100.25,\n2101502,其他资金,,7\n");
        write("economic.csv", "code,基本支出\n30101,90.25\n30201,10\n");
    }

    @Test
    void readsAGoodFolder() throws IOException {
        write("document.yaml", DOCUMENT + """
                zeros: 空白
                units:
                  - {name: 本级, nature: 行政单位, staff: 25}
                figures: {接待批次: 133, 机关运行经费: "112.5"}
                prior: {收入合计: "7,759.25"}
                stated:
                  人员经费: 3388.81
                  机关运行经费: {percent: -1.50}
                statements:
                  - {section: 附件, topic: 村卫生所数, value: 1967, unit: 家}
                """);
        write("printed/总表.csv", "side,row,name,金额\n收入,总计,,1.20\n支出,210,卫生,\n");
        AccountsFigures figures = good();
        assertThat(figures.kind()).isEqualTo(DocumentKind.FINAL);
        assertThat(figures.unit()).isEqualTo(MoneyUnit.WAN_YUAN);
        assertThat(figures.blankZeros()).isTrue();
        assertThat(figures.meta().units()).hasSize(1);
        assertThat(figures.lines(BaseFile.INCOME).get(0).amount("一般公共预算")).isEqualTo(Money.yuan("120.50"));
        assertThat(figures.narrative().figures())
                .containsEntry("机关运行经费", new Stated(new BigDecimal("112.5"), null, null));
        assertThat(figures.narrative().prior()).isEqualTo(Map.of("收入合计", new BigDecimal("7759.25")));
        assertThat(figures.narrative().stated())
                .containsEntry("机关运行经费", new Stated(null, null, new BigDecimal("-1.50")));
        assertThat(figures.narrative().statements()).hasSize(1);
        FigureTable printed = Objects.requireNonNull(figures.printed().get("总表"));
        assertThat(printed.amount(Side.INCOME, "总计", "金额")).isEqualTo(Money.wanYuan("1.20"));
        assertThat(printed.rows().get(1).values()).isEmpty();
    }

    @Test
    void namesTheMissingFolderAndFiles() throws IOException {
        assertThat(AccountsFigures.load(folder.resolve("none")).problems())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.FIGURES_MISSING);
        Files.delete(folder.resolve("income.csv"));
        expect(ProblemCode.FIGURES_MISSING, "income.csv");
        Files.delete(folder.resolve("document.yaml"));
        expect(ProblemCode.FIGURES_MISSING, "document.yaml");
    }

    @Test
    void namesTheLineOfAWrongField() throws IOException {
        write("document.yaml", DOCUMENT.replace("year: 2024", "year: 二〇二四"));
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L3：", "year", "二〇二四", "四位年份");
        write("document.yaml", DOCUMENT.replace("unit: 万元", "unit: 亿元"));
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L5：", "元或万元");
        write("document.yaml", DOCUMENT + "units:\n  - {name: 本级, staff: 很多}\n");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L9：", "很多", "整数");
        write("document.yaml", DOCUMENT + "figures:\n  接待批次: 一百\n");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L9：", "接待批次", "一百");
        write("document.yaml", DOCUMENT + "statements:\n  - {section: 前言, topic: 数, value: 1}\n");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L9：", "前言", "附件");
    }

    @Test
    void namesMissingFieldsAndBrokenYaml() throws IOException {
        write("document.yaml", DOCUMENT.replace("bureau: 样例市医疗保障局\n", ""));
        expect(ProblemCode.FIGURES_MISSING, "document.yaml L1：", "bureau");
        write("document.yaml", DOCUMENT + "figures: [1, 2\n");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml", "不是正确的 YAML");
        write("document.yaml", "只有一句话");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L1：", "键: 值");
        write("document.yaml", DOCUMENT + "year: 2023\n");
        expect(ProblemCode.FIGURES_INVALID, "document.yaml L8：", "year", "重复");
    }

    @Test
    void warnsOfMisspeltFieldsAndFiles() throws IOException {
        write("document.yaml", DOCUMENT + "figurs: {接待批次: 3}\nfigures:\n  接待批此: 3\n");
        write("incom.csv", "code\n");
        Loaded loaded = AccountsFigures.load(folder);
        assertThat(loaded.figures()).isPresent();
        assertThat(lines(loaded))
                .anySatisfy(line -> assertThat(line).contains("W-ACC-043", "document.yaml L8", "figurs"))
                .anySatisfy(line -> assertThat(line).contains("W-ACC-043", "document.yaml L10", "接待批此"))
                .anySatisfy(line -> assertThat(line).contains("W-ACC-043", "incom.csv", "income.csv"));
    }

    @Test
    void namesTheLineOfAWrongCell() throws IOException {
        write("income.csv", "code,一般公共预算\n2101501,12O.50\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L2：", "一般公共预算", "12O.50", "元");
        write("income.csv", "code,一般公共预算\n2101501,1\n21015,2\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L3：", "21015", "2101501", "最细一级");
        write("income.csv", "code,一般公共预算\n2101501,1\n\n2101501,2\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L4：", "第 2 行重复");
        write("income.csv", "code,一般公共预算\n21015011,1\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L2：", "21015011", "3、5、7 位");
        write("income.csv", "code,一般公共预算\n2101501,1,2\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L2：", "应有 2 列，读到 3 列");
        write("income.csv", "code,一般公共预算\n2101501,0.001\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L2：", "0.001", "精确到分");
    }

    @Test
    void namesWrongColumnsAndFunds() throws IOException {
        write("income.csv", "code,上年结转结余\n2101501,1\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv L1：", "上年结转结余", "决算可用的列");
        write("income.csv", "name,一般公共预算\n行政运行,1\n");
        expect(ProblemCode.FIGURES_MISSING, "income.csv L1：", "code");
        write("income.csv", "code,一般公共预算\n2101501,1\n");
        write("expense.csv", "code,fund,基本支出\n2101501,财政,1\n");
        expect(ProblemCode.FIGURES_INVALID, "expense.csv L2：", "fund", "财政", "其他资金");
    }

    @Test
    void namesFilesThatAreNotCsv() throws IOException {
        Files.write(folder.resolve("income.csv"), "code,一般公共预算\n".getBytes(Charset.forName("GBK")));
        expect(ProblemCode.FIGURES_INVALID, "income.csv", "UTF-8");
        write("income.csv", "");
        expect(ProblemCode.FIGURES_INVALID, "income.csv", "为空");
        write("income.csv", "code,name\n\"2101501,行政\n");
        expect(ProblemCode.FIGURES_INVALID, "income.csv", "引号");
    }

    @Test
    void namesWrongPrintedTables() throws IOException {
        write("printed/总表格.csv", "side,row,金额\n收入,总计,1\n");
        expect(ProblemCode.FIGURES_INVALID, "printed/总表格.csv", "主题");
        Files.delete(folder.resolve("printed/总表格.csv"));
        write("printed/总表.csv", "side,row,金额\n收人,总计,1\n");
        expect(ProblemCode.FIGURES_INVALID, "printed/总表.csv L2：", "收人");
        write("printed/总表.csv", "side,row,金额\n收入,,1\n");
        expect(ProblemCode.FIGURES_INVALID, "printed/总表.csv L2：", "row");
    }

    @Test
    void figuresThatContradictEachOtherAreRefused() throws IOException {
        write("economic.csv", "code,基本支出\n30101,90.25\n");
        expect(ProblemCode.FIGURES_UNBALANCED, "economic.csv", "90.25", "100.25", "相差 -10.00 元");
        Files.delete(folder.resolve("economic.csv"));
        expect(ProblemCode.FIGURES_UNBALANCED, "economic.csv", "0.00", "100.25");
        write("document.yaml", DOCUMENT.replace("决算", "预算") + "figures: {对下转移支付: 0.001}\n");
        expect(ProblemCode.FIGURES_UNBALANCED, "expense.csv", "107.25", "120.50");
        expect(ProblemCode.FIGURES_UNBALANCED, "economic.csv", "0.00", "对下转移支付 90.25");
    }

    private AccountsFigures good() {
        Loaded loaded = AccountsFigures.load(folder);
        assertThat(loaded.problems()).isEmpty();
        return loaded.figures().orElseThrow();
    }

    /** One problem has the code and, in its line, all the words; nothing is given to publish. */
    private void expect(ProblemCode code, String... words) {
        Loaded loaded = AccountsFigures.load(folder);
        assertThat(loaded.figures()).isEmpty();
        assertThat(loaded.problems()).anySatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.line()).contains(words);
        });
    }

    private static List<String> lines(Loaded loaded) {
        return loaded.problems().stream().map(Problem::line).toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
