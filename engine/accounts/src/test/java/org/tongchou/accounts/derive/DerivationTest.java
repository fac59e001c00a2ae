package org.tongchou.accounts.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureKeys;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.publish.Content.Term;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;

class DerivationTest {
    @ParameterizedTest
    @ValueSource(strings = {"sample-city-2024-final", "sample-city-2024-budget"})
    void everyRowHasAsManyCellsAsTheTableHasColumns(String sample) {
        Publication publication = Derivation.derive(Samples.load(sample));
        assertThat(grids(publication)).hasSizeGreaterThanOrEqualTo(10).allSatisfy(grid -> {
            int width = grid.header().get(0).size();
            assertThat(Stream.concat(grid.header().stream(), grid.rows().stream()))
                    .allSatisfy(row -> assertThat(row).hasSize(width));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sample-city-2024-final", "sample-city-2024-budget"})
    void formulasGiveTheirFiguresUpToRounding(String sample) {
        int formulas = 0;
        for (Grid grid : grids(Derivation.derive(Samples.load(sample)))) {
            for (List<GridCell> row : grid.rows()) {
                for (GridCell cell : row) {
                    if (!cell.formula().isEmpty()) {
                        formulas++;
                        BigDecimal sum = cell.formula().stream()
                                .map(term -> figure(grid, term))
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                        BigDecimal allowed = new BigDecimal("0.005")
                                .multiply(BigDecimal.valueOf(cell.formula().size() + 1L));
                        assertThat(sum.subtract(cell.figure()).abs())
                                .as(grid.topic() + " " + row.get(0).text()
                                        + row.get(1).text())
                                .isLessThanOrEqualTo(allowed);
                    }
                }
            }
        }
        assertThat(formulas).isGreaterThan(100);
    }

    private static BigDecimal figure(Grid grid, Term term) {
        BigDecimal figure = grid.rows().get(term.row()).get(term.column()).figure();
        return figure == null ? BigDecimal.ZERO : figure.multiply(BigDecimal.valueOf(term.sign()));
    }

    @Test
    void finalAccountsHaveNineTablesInOrder() {
        Publication publication = Derivation.derive(Samples.load("sample-city-2024-final"));
        assertThat(grids(publication).stream().map(Grid::topic).filter(topic -> !topic.isEmpty()))
                .containsExactly("总表", "收入", "支出", "财政拨款总表", "一般公共预算支出", "基本支出经济分类", "三公经费", "政府性基金", "国有资本经营");
        assertThat(publication.title()).containsExactly("2024 年度", "样例市医疗保障局", "部门决算");
        assertThat(headings(publication, 1))
                .containsExactly("第一部分 部门概况", "第二部分 2024 年度部门决算表", "第三部分 2024 年度部门决算情况说明", "第四部分 名词解释", "第五部分 附件");
    }

    @Test
    void budgetsHaveTenTablesInOrder() {
        Publication publication = Derivation.derive(Samples.load("sample-city-2024-budget"));
        assertThat(grids(publication).stream().map(Grid::topic).filter(topic -> !topic.isEmpty()))
                .containsExactly(
                        "总表", "收入", "支出", "财政拨款总表", "一般公共预算支出", "政府性基金", "国有资本经营", "支出经济分类", "基本支出经济分类", "三公经费");
        assertThat(text(publication)).contains("共设置 8 个项目绩效目标，共涉及财政拨款资金 53,158.62 万元");
    }

    @Test
    void sentencesSayTheFiguresOfTheTablesAndTheirChange() {
        String text = text(Derivation.derive(Samples.load("sample-city-2024-final")));
        assertThat(text)
                .contains("2024 年度收入 14,328.84 万元，比上年决算数增加 1,063.74 万元，增长 8.02%")
                .contains("2101501 行政运行 2,341.90 万元，比上年决算数增加 125.52 万元，增长 5.66%")
                .contains("2050803 培训支出 12.00 万元，与上年决算数持平")
                .contains("2130599 其他巩固脱贫攻坚成果衔接乡村振兴支出 8.60 万元，比上年决算数增加 8.60 万元。")
                .contains("公务接待费支出 3.65 万元，完成全年预算的 72.96%，比上年决算数减少 0.48 万元，下降 11.54%")
                .contains("公务用车购置费支出 0.00 万元，与全年预算数持平，与上年决算数持平")
                .contains("占授予中小企业合同金额的 44.17%")
                .contains("没有国有资本经营预算财政拨款安排的支出")
                .doesNotContain("没有政府性基金预算财政拨款安排的支出")
                .doesNotContain("{")
                .doesNotContain("[");
    }

    @Test
    void chartsShowChangeAndStructure() {
        List<Chart> charts = contents(Derivation.derive(Samples.load("sample-city-2024-final")), Chart.class);
        assertThat(charts)
                .hasSize(5)
                .allSatisfy(chart -> assertThat(chart.series())
                        .allSatisfy(series -> assertThat(series.values()).hasSameSizeAs(chart.categories())));
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void everyFigureOfAFormHasAKnownKey(DocumentKind kind) {
        Form form = Form.of(kind);
        List<String> words =
                List.of("year", "last_year", "bureau", "n", "item", "code", "name", "personnel", "operating");
        List<String> keys = form.contents().stream()
                .flatMap(entry -> Stream.concat(
                        Pattern.compile("\\{([^{}|]+)[|}]")
                                .matcher(Objects.requireNonNullElse(entry.text(), "")
                                        .replace("{code}", "2101501"))
                                .results()
                                .map(place -> place.group(1)),
                        entry.chart() == null ? Stream.empty() : entry.chart().keys().stream()))
                .filter(key -> !words.contains(key))
                .toList();
        assertThat(keys).hasSizeGreaterThan(60).allMatch(FigureKeys::knows);
        assertThat(form.facts().keySet()).allMatch(FigureKeys::knows);
    }

    @Test
    void theSameFiguresGiveTheSameDocument() {
        AccountsFigures figures = Samples.load("sample-city-2024-final");
        assertThat(Derivation.derive(figures)).isEqualTo(Derivation.derive(figures));
    }

    @Test
    void annexesStandAtTheEnd() {
        AccountsFigures figures = Samples.load("sample-city-2024-final");
        List<Content> annexes = List.of(new Text("项目支出绩效自评表"));
        List<Content> contents =
                Derivation.trace(figures, annexes).publication().contents();
        assertThat(contents.get(contents.size() - 1)).isEqualTo(annexes.get(0));
        assertThat(contents).doesNotContain(new Text("本部门没有需要附列的材料。"));
    }

    @Test
    void headerCellsGoRoundTheSpansAboveThem() {
        Grid grid = grids(Derivation.derive(Samples.load("sample-city-2024-final"))).stream()
                .filter(candidate -> candidate.topic().equals("政府性基金"))
                .findFirst()
                .orElseThrow();
        assertThat(grid.header().get(1))
                .extracting(cell -> cell.kind() == Kind.COVERED ? "^" : cell.text())
                .containsExactly("科目编码", "科目名称", "^", "^", "小计", "基本支出", "项目支出", "^");
    }

    private static List<Grid> grids(Publication publication) {
        return contents(publication, Grid.class);
    }

    private static <T extends Content> List<T> contents(Publication publication, Class<T> type) {
        return publication.contents().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static List<String> headings(Publication publication, int level) {
        return contents(publication, Heading.class).stream()
                .filter(heading -> heading.level() == level)
                .map(Heading::text)
                .toList();
    }

    private static String text(Publication publication) {
        return String.join(
                "\n", contents(publication, Text.class).stream().map(Text::text).toList());
    }
}
