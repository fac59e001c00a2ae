package org.tongchou.performance.figures;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tongchou.performance.figures.PerformanceFigures.Loaded;
import org.tongchou.performance.model.PerformanceDocument;

/** What holds of every document. */
class PerformanceFiguresProperties {
    @Property(tries = 150)
    void whatIsWrittenReadsBack(@ForAll("documents") PerformanceDocument document) {
        String yaml = PerformanceFigures.write(document);
        Loaded loaded = PerformanceFigures.parse("performance.yaml", yaml);
        assertThat(loaded.problems()).as(yaml).isEmpty();
        assertThat(loaded.document())
                .get()
                .as(yaml)
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes("(?s)(?:.*\\.)?(?:place|first|last)")
                .isEqualTo(document);
    }

    @Property(tries = 60)
    void writingAgainChangesNothing(@ForAll("documents") PerformanceDocument document) {
        String yaml = PerformanceFigures.write(document);
        assertThat(PerformanceFigures.parse("performance.yaml", yaml).document().map(PerformanceFigures::write))
                .contains(yaml);
    }

    @Property(tries = 150)
    void damagedFilesGiveProblemsAndNeverFail(
            @ForAll("documents") PerformanceDocument document, @ForAll int where, @ForAll char damage) {
        StringBuilder yaml = new StringBuilder(PerformanceFigures.write(document));
        yaml.setCharAt(Math.floorMod(where, yaml.length()), damage);
        Loaded loaded = PerformanceFigures.parse("performance.yaml", yaml.toString());
        assertThat(loaded.document().isPresent() || !loaded.problems().isEmpty())
                .isTrue();
        assertThat(loaded.problems())
                .allSatisfy(problem -> assertThat(problem.line()).contains("performance.yaml L"));
    }

    @Provide
    Arbitrary<PerformanceDocument> documents() {
        return RandomDocuments.documents();
    }
}
