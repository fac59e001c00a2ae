package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Publication;

class PublicationWriterTest {
    @TempDir
    Path directory;

    @Test
    void writesEveryFormatAskedForUnderTheBureausName() throws Exception {
        Path out = directory.resolve("out");
        Written written = PublicationWriter.writeAll(
                SamplePublication.publication(), out, EnumSet.complementOf(EnumSet.of(Format.PDF)));
        assertThat(written.problems()).isEmpty();
        assertThat(written.paths())
                .containsExactly(
                        out.resolve("样例市医疗保障局2024决算.xlsx"),
                        out.resolve("样例市医疗保障局2024决算.docx"),
                        out.resolve("样例市医疗保障局2024决算.html"));
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void writesOverAnOlderFile() throws Exception {
        Path file = directory.resolve("样例市医疗保障局2024决算.html");
        Files.writeString(file, "older");
        PublicationWriter.writeAll(SamplePublication.publication(), directory, Set.of(Format.HTML));
        assertThat(file).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void saysWhatToInstallWhenThereIsNoFontAndWritesTheRest() {
        Written written = PublicationWriter.writeAll(
                SamplePublication.publication(), directory, Set.of(Format.PDF, Format.HTML), Optional.empty());
        assertThat(written.files()).containsOnlyKeys(Format.HTML);
        assertThat(written.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line())
                        .startsWith("E-ACC-101 pdf：")
                        .contains("apt-get install fonts-droid-fallback"));
    }

    @Test
    void saysWhichFileCouldNotBeWritten() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        Written written = PublicationWriter.writeAll(SamplePublication.publication(), file, Set.of(Format.HTML));
        assertThat(written.files()).isEmpty();
        assertThat(written.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.line())
                        .startsWith("E-ACC-102 html：无法写入")
                        .contains("样例市医疗保障局2024决算.html"));
    }

    @Test
    void keepsFileNamesInsideTheDirectory() {
        DocumentMeta meta = new DocumentMeta(null, "../市/局:*?", null, null, null, List.of());
        assertThat(PublicationWriter.name(new Publication(List.of("部门决算"), meta, List.of())))
                .isEqualTo("市局");
        DocumentMeta nothing = new DocumentMeta(null, null, null, null, null, List.of());
        assertThat(PublicationWriter.name(new Publication(List.of("部门决算"), nothing, List.of())))
                .isEqualTo("部门决算");
        assertThat(PublicationWriter.name(new Publication(List.of(), nothing, List.of())))
                .isEqualTo("accounts");
    }
}
