package org.tongchou.performance.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.figures.RandomDocuments;
import org.tongchou.performance.model.EvaluationReport;
import org.tongchou.performance.model.EvaluationReport.Node;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.Sheet;

/** What holds of every sheet and report that is laid out. */
class SheetPublicationProperties {
    private static final Comparator<BigDecimal> EXACT =
            Comparator.<BigDecimal>naturalOrder().thenComparing(BigDecimal::scale);

    @Property(tries = 200)
    void gridsAreRectangularAndSpansCoverExactlyTheCoveredCells(@ForAll("sheets") Sheet sheet) {
        Grid grid = PerformancePublication.grid(sheet, 2024);
        int width = grid.rows().isEmpty()
                ? grid.header().get(0).size()
                : grid.rows().get(0).size();
        for (List<List<GridCell>> part : List.of(grid.header(), grid.rows())) {
            int[][] drawn = new int[part.size()][width];
            for (int r = 0; r < part.size(); r++) {
                assertThat(part.get(r)).hasSize(width);
                for (int c = 0; c < width; c++) {
                    GridCell cell = part.get(r).get(c);
                    if (cell.kind() != Kind.COVERED) {
                        cover(drawn, r, c, cell);
                    }
                }
            }
            assertThat(Arrays.asList(drawn)).allSatisfy(row -> assertThat(row).containsOnly(1));
        }
    }

    private static void cover(int[][] drawn, int row, int column, GridCell cell) {
        assertThat(cell.rowSpan()).isPositive();
        assertThat(cell.colSpan()).isPositive();
        for (int y = row; y < row + cell.rowSpan(); y++) {
            for (int x = column; x < column + cell.colSpan(); x++) {
                drawn[y][x]++;
            }
        }
    }

    @Property(tries = 200)
    void everyFigureAndTextOfTheSheetIsInTheGrid(@ForAll("sheets") Sheet sheet) {
        Grid grid = PerformancePublication.grid(sheet, null);
        List<GridCell> cells = new ArrayList<>();
        grid.header().forEach(cells::addAll);
        grid.rows().forEach(cells::addAll);

        List<BigDecimal> printed = cells.stream()
                .map(GridCell::figure)
                .filter(Objects::nonNull)
                .sorted(EXACT)
                .toList();
        assertThat(printed).isEqualTo(figures(sheet));

        List<String> texts = cells.stream().map(GridCell::text).toList();
        for (Indicator line : sheet.indicators()) {
            assertThat(texts)
                    .contains(
                            line.level1(),
                            line.level2(),
                            line.level3(),
                            line.target().printed(),
                            line.actual().printed())
                    .containsAll(line.monitored().values());
            if (!line.reason().isEmpty()) {
                assertThat(texts).contains(line.reason());
            }
        }
        assertThat(String.join("|", texts))
                .contains(sheet.goal().expected(), sheet.goal().achieved())
                .contains(sheet.totals().grade(), sheet.project().unit())
                .contains(sheet.project().budgetCode(), sheet.project().functionalItem());
        assertThat(grid.title() + "|" + String.join("|", texts))
                .contains(sheet.project().name(), sheet.title());
    }

    private static List<BigDecimal> figures(Sheet sheet) {
        List<PrintedNumber> numbers = new ArrayList<>();
        sheet.funding().rows().forEach(row -> numbers.addAll(row.values().values()));
        for (Indicator line : sheet.indicators()) {
            numbers.add(line.weight());
            numbers.add(line.score());
        }
        numbers.add(sheet.totals().weight());
        numbers.add(sheet.totals().score());
        return numbers.stream()
                .filter(Objects::nonNull)
                .map(PrintedNumber::value)
                .sorted(EXACT)
                .toList();
    }

    @Property(tries = 100)
    void everyPointOfAReportIsInItsText(@ForAll("reports") EvaluationReport report) {
        StringBuilder text = new StringBuilder();
        for (Content content : PerformancePublication.contents(report, 2024, ReportTexts.NONE)) {
            if (content instanceof Content.Text paragraph) {
                text.append(paragraph.text()).append('\n');
            } else if (content instanceof Content.Heading heading) {
                text.append(heading.text()).append('\n');
            }
        }
        for (Node leaf : report.items()) {
            assertThat(text).contains(leaf.name(), leaf.reason());
            for (PrintedNumber number : new PrintedNumber[] {leaf.weight(), leaf.score()}) {
                if (number != null) {
                    assertThat(text).contains(" " + number.value().toPlainString() + " 分");
                }
            }
        }
        if (report.total() != null) {
            assertThat(text).contains("得分 " + report.total().value().value().toPlainString() + " 分");
        }
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        return RandomDocuments.sheets();
    }

    @Provide
    Arbitrary<EvaluationReport> reports() {
        return RandomDocuments.reports();
    }
}
