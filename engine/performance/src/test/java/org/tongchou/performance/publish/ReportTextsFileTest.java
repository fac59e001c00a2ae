package org.tongchou.performance.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.performance.figures.SampleDocuments;
import org.tongchou.performance.model.PerformanceDocument;

class ReportTextsFileTest {
    private static final PerformanceDocument DOCUMENT = SampleDocuments.document();

    @TempDir
    Path folder;

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve(ReportTextsFile.FILE), text);
    }

    @Test
    void ownTextsComeBeforeThoseOfAll() throws IOException {
        String all = "all:\n  advice: 通用建议。\n";
        ReportTexts own = ReportTextsFile.load(write(all + "R1: {background: [一。, 二。], problems: 问题。}\n"), DOCUMENT)
                .get("R1");
        assertThat(own)
                .isEqualTo(new ReportTexts(List.of("一。", "二。"), List.of(), List.of("问题。"), List.of(), List.of()));
        assertThat(ReportTextsFile.load(write(all), DOCUMENT))
                .hasSameSizeAs(DOCUMENT.reports())
                .allSatisfy((key, texts) -> assertThat(texts.advice()).containsExactly("通用建议。"));
    }

    @Test
    void thereNeedNotBeAFile() throws IOException {
        assertThat(ReportTextsFile.load(folder.resolve("none.yaml"), DOCUMENT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'R1:\n  advise: 一。', ':2 ', advise",
        "'R1: 一。', ':1 ', “键: 值”",
        "'- 一', ':1 ', “键: 值”",
        "'R1: [', ':', YAML"
    })
    void mistakesAreNamedWithFileAndLine(String text, String line, String said) {
        assertThatThrownBy(() -> ReportTextsFile.load(write(text), DOCUMENT))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(ReportTextsFile.FILE + line)
                .hasMessageContaining("应为“R1: {background")
                .hasMessageContaining(said);
    }
}
