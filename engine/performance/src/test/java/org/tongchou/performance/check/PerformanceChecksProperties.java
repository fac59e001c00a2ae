package org.tongchou.performance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongchou.performance.figures.RandomDocuments;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;

/** What holds of the checks of every document. */
class PerformanceChecksProperties {
    private static final PerformanceDocument SAMPLE = PerformanceAuditor.standard()
            .audit(CheckSamples.read(CheckSamples.with(
                    CheckSamples.BUREAU, "|19|40|38|", "|19|40|41|", "≥310万人|320|25", "≥330万人|321|25")))
            .document();

    private static List<String> outcomes(PerformanceDocument document) {
        return PerformanceAuditor.standard().audit(document, null).results().stream()
                .map(result -> result.check() + " " + result.outcome() + " "
                        + result.cells().stream()
                                .map(cell -> cell.row() + cell.place())
                                .sorted()
                                .toList())
                .sorted()
                .toList();
    }

    private static PerformanceDocument with(PerformanceDocument document, List<Sheet> sheets) {
        return new PerformanceDocument(
                document.file(),
                document.region(),
                document.bureau(),
                document.year(),
                sheets,
                document.reports(),
                document.lists(),
                document.stated(),
                document.problems());
    }

    private static Sheet shuffled(Sheet sheet, long seed) {
        List<Indicator> lines = new ArrayList<>(sheet.indicators());
        Collections.shuffle(lines, new Random(seed));
        return new Sheet(
                sheet.kind(),
                sheet.title(),
                sheet.project(),
                sheet.funding(),
                sheet.goal(),
                lines,
                sheet.totals(),
                sheet.first(),
                sheet.last());
    }

    @Property(tries = 50)
    void theOrderOfIndicatorsDoesNotMatter(@ForAll long seed) {
        List<Sheet> sheets =
                SAMPLE.sheets().stream().map(sheet -> shuffled(sheet, seed)).toList();
        assertThat(outcomes(with(SAMPLE, sheets))).isEqualTo(outcomes(SAMPLE));
    }

    @Property(tries = 100)
    void noDocumentIsTooStrangeToCheck(@ForAll("documents") PerformanceDocument document) {
        PerformanceAudit audit = PerformanceAuditor.standard().audit(inRange(document), null);
        assertThat(audit.results()).allSatisfy(result -> {
            assertThat(result.id()).startsWith(result.check());
            assertThat(result.message()).isNotBlank();
        });
        assertThat(audit.results())
                .isEqualTo(PerformanceAuditor.standard()
                        .audit(inRange(document), null)
                        .results());
    }

    /** The sheet of a report is one of the document's. */
    private static PerformanceDocument inRange(PerformanceDocument document) {
        return new PerformanceDocument(
                document.file(),
                document.region(),
                document.bureau(),
                document.year(),
                document.sheets(),
                document.reports().stream()
                        .map(report -> report.about(
                                report.project(),
                                Math.min(report.sheet(), document.sheets().size() - 1)))
                        .toList(),
                document.lists(),
                document.stated(),
                document.problems());
    }

    @Provide
    Arbitrary<PerformanceDocument> documents() {
        return RandomDocuments.documents();
    }
}
