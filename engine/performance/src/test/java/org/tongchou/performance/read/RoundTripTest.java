package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongchou.accounts.check.CheckResult;
import org.tongchou.accounts.check.CheckResult.Outcome;
import org.tongchou.accounts.write.Format;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.publish.PerformancePublication;

/** Reports, lists and whole documents read back as they were laid out, and without findings when all agrees. */
class RoundTripTest {
    private static PerformanceDocument back(PerformanceDocument document, Format format) {
        Optional<PerformanceDocument> read = Read.back(document, PerformancePublication.of(document), format);
        assumeTrue(read.isPresent(), "no font for Chinese text");
        return read.orElseThrow();
    }

    private static void same(Object read, Object written) {
        assertThat(read)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(?:.*\\.)?(?:place|first|last)")
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void evaluationReportsReadBack(Format format) {
        PerformanceDocument read = back(CleanDocument.document(), format);
        same(read.reports(), List.of(CleanDocument.evaluation()));
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"DOCX", "XLSX", "HTML"})
    void selfEvaluationReportsReadBack(Format format) {
        PerformanceDocument document =
                CleanDocument.of(List.of(CleanDocument.sheet()), List.of(CleanDocument.selfEvaluation()), List.of());
        PerformanceDocument read = back(document, format);
        same(read.reports(), document.reports());
        same(read.sheets(), document.sheets());
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"DOCX", "XLSX", "HTML"})
    void listsReadBack(Format format) {
        same(back(CleanDocument.document(), format).lists(), List.of(CleanDocument.list()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Format.class,
            names = {"DOCX", "XLSX", "HTML"})
    void whatAgreesHasNoFindings(Format format) {
        PerformanceDocument read = back(CleanDocument.document(), format);
        assertThat(read.problems()).isEmpty();
        List<CheckResult> results =
                PerformanceAuditor.standard().audit(read, null).results();
        assertThat(results).hasSizeGreaterThan(20);
        assertThat(results)
                .filteredOn(result -> result.outcome() == Outcome.FAIL || result.outcome() == Outcome.WARN)
                .extracting(result -> result.id() + " " + result.message())
                .isEmpty();
    }
}
