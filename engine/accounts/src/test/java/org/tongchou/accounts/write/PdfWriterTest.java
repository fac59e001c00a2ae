package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;

class PdfWriterTest {
    private Path font = Path.of("");

    @BeforeEach
    void findFont() {
        Optional<Path> found = CjkFont.find();
        assumeTrue(found.isPresent(), CjkFont.HOW_TO_INSTALL);
        font = found.get();
    }

    private PDDocument written(Publication publication) throws IOException {
        return Loader.loadPDF(PdfWriter.write(publication, font));
    }

    @Test
    void writesTextThatCanBeReadBack() throws IOException {
        try (PDDocument document = written(SamplePublication.publication())) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("样例市医疗保障局", "第一部分 部门概况", "八、社会保障和就业支出", "1,250.20", "2101599");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("2024 年度 样例市医疗保障局 部门决算");
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("第一部分 部门概况");
        }
    }

    @Test
    void turnsThePageForWideTablesOnly() throws IOException {
        try (PDDocument document = written(SamplePublication.publication())) {
            List<Boolean> landscape = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                landscape.add(page.getMediaBox().getWidth() > page.getMediaBox().getHeight());
            }
            assertThat(landscape).containsExactly(false, false, false, false, true, false, false);
        }
    }

    @Test
    void repeatsTheHeaderOnEveryPageOfALongTable() throws IOException {
        List<List<GridCell>> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            rows.add(List.of(GridCell.label("第" + i + "行"), SamplePublication.figure(i + ".00")));
        }
        Grid grid = new Grid("", "长表", "", List.of(), List.of(SamplePublication.labels("表头项目", "金额")), rows, List.of());
        try (PDDocument document = written(SamplePublication.with(List.of((Content) grid)))) {
            PDFTextStripper stripper = new PDFTextStripper();
            int withHeader = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                String text = stripper.getText(document);
                if (text.contains("行")) {
                    assertThat(text).contains("表头项目").contains("— ");
                    withHeader++;
                }
            }
            assertThat(withHeader).isGreaterThan(1);
        }
    }

    @Test
    void setsMarkupAsText() throws IOException {
        try (PDDocument document = written(SamplePublication.with(List.of(new Text("甲<乙>&amp;\u0002丙"))))) {
            assertThat(new PDFTextStripper().getText(document)).contains("甲<乙>&amp;丙");
        }
    }

    /** A Chinese fallback font has no signs of comparison: another font must lend them. */
    @Test
    void printsSignsThatTheChineseFontLacks() throws IOException {
        try (PDDocument document = written(SamplePublication.with(List.of(new Text("满意度≥95%，差错≤2次，≠0人，①中央"))))) {
            assertThat(new PDFTextStripper().getText(document)).contains("满意度≥95%，差错≤2次，≠0人，①中央");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePublication() throws IOException {
        assertThat(PdfWriter.write(SamplePublication.publication(), font))
                .isEqualTo(PdfWriter.write(SamplePublication.publication(), font));
    }
}
