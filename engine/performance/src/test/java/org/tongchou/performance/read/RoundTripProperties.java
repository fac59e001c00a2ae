package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongchou.accounts.write.Format;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.publish.PerformancePublication;

/** What the program lays out it reads back, in every format that keeps cells. */
class RoundTripProperties {
    private static void sameSheets(PerformanceDocument document, Format format) {
        PerformanceDocument read =
                Read.back(document, PerformancePublication.of(document), format).orElseThrow();
        assertThat(read.problems()).isEmpty();
        assertThat(read.sheets())
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(?:.*\\.)?(?:place|first|last)")
                .withEqualsForType((one, other) -> without(one).equals(without(other)), String.class)
                .isEqualTo(document.sheets());
    }

    private static String without(String text) {
        return text.replaceAll("\\s", "");
    }

    @Property(tries = 40)
    void sheetsReadBackFromWord(@ForAll("documents") PerformanceDocument document) {
        sameSheets(document, Format.DOCX);
    }

    @Property(tries = 40)
    void sheetsReadBackFromExcel(@ForAll("documents") PerformanceDocument document) {
        sameSheets(document, Format.XLSX);
    }

    @Property(tries = 40)
    void sheetsReadBackFromHtml(@ForAll("documents") PerformanceDocument document) {
        sameSheets(document, Format.HTML);
    }

    @Provide
    Arbitrary<PerformanceDocument> documents() {
        return PrintableSheets.documents();
    }
}
