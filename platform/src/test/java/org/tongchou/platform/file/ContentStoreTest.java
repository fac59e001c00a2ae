package org.tongchou.platform.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.tongchou.platform.web.Refusal;

class ContentStoreTest {
    @TempDir
    private Path folder;

    private ContentStore store() {
        return new ContentStore(folder, DataSize.ofMegabytes(1), ContentStore.Disk.REAL);
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        ContentStore.Kept first = store().keep(text("你好"), "a.txt");
        ContentStore.Kept second = store().keep(text("你好"), "b.txt");
        assertThat(second).isEqualTo(first);
        assertThat(files()).containsExactly(store().path(first.sha256()));
        assertThat(store().path(first.sha256())).hasContent("你好");
        assertThat(store().holds(first.sha256())).isTrue();
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNothing() {
        assertThatThrownBy(() -> store().keep(new ByteArrayInputStream(new byte[(1 << 20) + 1]), "大.bin"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE))
                .hasMessageContaining("大.bin")
                .hasMessageContaining("1 MB");
        assertThat(files()).isEmpty();
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> store().keep(text(""), "空.txt")).hasMessageContaining("空文件");
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingWhenTheUploadBreaksOff() {
        InputStream broken = new SequenceInputStream(text("x".repeat(100_000)), new BrokenStream());
        assertThatThrownBy(() -> store().keep(broken, "x.txt")).hasMessage("connection reset");
        assertThat(files()).isEmpty();
    }

    @Test
    void prunesWhatACrashLeft() throws IOException {
        Path left = Files.createDirectories(folder.resolve("incoming")).resolve("half");
        Files.writeString(left, "half");
        store().prune();
        assertThat(left).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%PDF-1.7 x | 决算.xlsx | application/pdf",
                "<!DOCTYPE html><p> | a.pdf | text/html",
                "<svg onload=1> | a.png | image/svg+xml",
                "科目,金额 | a.csv | text/csv",
                "科目 | a.exe | text/plain",
                "<?xml version=\"1.0\"?> | a | application/xml",
            })
    void tellsTheTypeByTheContent(String content, String name, String type) throws IOException {
        assertThat(store().keep(text(content), name).mediaType()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "xl/workbook.xml, application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "word/document.xml, application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "xl/vbaProject.bin, application/vnd.ms-excel.sheet.macroenabled.12",
        "other, application/zip",
    })
    void looksIntoArchives(String entry, String type) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry(entry));
        }
        ContentStore.Kept kept = store().keep(new ByteArrayInputStream(bytes.toByteArray()), "x");
        assertThat(kept.mediaType()).isEqualTo(type);
    }

    @Test
    void doesNotChokeOnBrokenArchives() throws IOException {
        assertThat(store().keep(text("PK\u0003\u0004 broken"), "x.xlsx").mediaType())
                .isEqualTo("application/octet-stream");
    }

    /** A connection that is cut. */
    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return read();
        }
    }

    private Stream<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static InputStream text(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }
}
