package org.tongchou.accounts.source.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.accounts.source.format.PdfSamples.lines;
import static org.tongchou.accounts.source.format.PdfSamples.paragraphs;
import static org.tongchou.accounts.source.format.PdfSamples.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.format.pdf.PdfPages;

/** PDF files that are locked, scanned, turned, printed twice or too long. */
class PdfFilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void refusesFilesThatNeedAPassword(int keyLength) throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().text(100, 100, "1,520.40");
            protect(pdf, "secret", keyLength);
            assertRefused(pdf.read(folder), ProblemCode.FILE_ENCRYPTED, "请先解除加密");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 128, 256})
    void readsFilesThatAreOnlyProtectedAgainstEditing(int keyLength) throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().text(100, 100, "1,520.40");
            protect(pdf, "", keyLength);
            RawDocument read = pdf.read(folder);
            assertThat(read.problems()).isEmpty();
            assertThat(paragraphs(read)).containsExactly("1,520.40");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Unknownn", "/Adobe.PubSec"})
    void refusesFilesEncryptedInAnotherWay(String handler) throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().text(100, 100, "1,520.40");
            protect(pdf, "secret", 128);
            Path file = pdf.save(folder);
            String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            assertThat(content).contains("/Standard");
            Files.write(file, content.replace("/Standard", handler).getBytes(StandardCharsets.ISO_8859_1));
            assertRefused(SourceReader.read(file), ProblemCode.FILE_ENCRYPTED, "请先解除加密");
        }
    }

    private static void protect(DrawnPdf pdf, String password, int keyLength) throws IOException {
        StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, new AccessPermission());
        policy.setEncryptionKeyLength(keyLength);
        pdf.document().protect(policy);
    }

    @Test
    void refusesScansWithoutText() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().picture().page().picture();
            assertRefused(pdf.read(folder), ProblemCode.FILE_WITHOUT_TEXT, "2 页没有文字层");
        }
    }

    @Test
    void readsTheInvisibleTextLayerOfAScan() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().picture().text(100, 100, "2101501", RenderingMode.NEITHER);
            RawDocument read = pdf.read(folder);
            assertThat(read.problems()).isEmpty();
            assertThat(paragraphs(read)).containsExactly("2101501");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 90", "180, 180", "270, 270", "0, 90", "0, 180", "0, 270", "90, 0", "90, 270", "270, 180"})
    void readsTurnedPagesUpright(int rotation, int turn) throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page(rotation, turn).text(100, 80, "Table 5");
            pdf.table(
                    100,
                    new float[] {100, 180, 300, 380},
                    "Code|Name|Amount",
                    "210|Health|1,520.40",
                    "2101501|Running|20.40");
            pdf.text(100, 200, "Note to Table 5");
            RawDocument read = pdf.read(folder);
            assertThat(paragraphs(read)).containsExactly("Table 5", "Note to Table 5");
            assertThat(tables(read)).hasSize(1);
            assertThat(lines(tables(read).get(0)))
                    .containsExactly("Code|Name|Amount", "210|Health|1,520.40", "2101501|Running|20.40");
        }
    }

    @Test
    void readsGlyphsPrintedTwiceOnce() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page();
            for (float shift : new float[] {0, 0.3f, 0.6f}) {
                pdf.text(100 + shift, 80, "1,111.00 llii");
                pdf.text(100 + shift, 110, "一一对应，逐步逐项");
                pdf.cell(100, 120, 180, 138, "").text(103 + shift, 133, "合计");
                pdf.cell(180, 120, 260, 138, "").text(183 + shift, 133, "2,200.11");
            }
            RawDocument read = pdf.read(folder);
            assertThat(paragraphs(read)).containsExactly("1,111.00 llii", "一一对应，逐步逐项");
            assertThat(lines(tables(read).get(0))).containsExactly("合计|2,200.11");
        }
    }

    @Test
    void readsLongDocumentsUpToTheLimitAndSaysSo() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.page().text(100, 300, "3.20");
            pdf.save(folder);
            PDPage first = pdf.document().getPage(0);
            while (pdf.document().getNumberOfPages() < PdfPages.MAX_PAGES + 3) {
                PDPage same = new PDPage(PDRectangle.A4);
                same.setResources(first.getResources());
                same.getCOSObject()
                        .setItem(COSName.CONTENTS, first.getCOSObject().getItem(COSName.CONTENTS));
                pdf.document().addPage(same);
            }
            RawDocument read = pdf.read(folder);
            assertThat(read.blocks()).hasSize(PdfPages.MAX_PAGES);
            assertThat(read.problems()).hasSize(1);
            Problem problem = read.problems().get(0);
            assertThat(problem.code()).isEqualTo(ProblemCode.TABLE_TOO_LARGE);
            assertThat(problem.message()).contains("只读取前 2000 页，其余 3 页未读取");
        }
    }

    private static void assertRefused(RawDocument read, ProblemCode code, String said) {
        assertThat(read.blocks()).isEmpty();
        assertThat(read.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(read.problems().get(0).message()).contains(said);
    }
}
