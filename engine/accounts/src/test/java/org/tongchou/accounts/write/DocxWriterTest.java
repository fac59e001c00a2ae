package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;

class DocxWriterTest {
    private static XWPFDocument written(Publication publication) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(DocxWriter.write(publication)));
    }

    @Test
    void givesHeadingsTheirStylesAndListsThemInTheContents() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Heading1".equals(paragraph.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("第一部分 部门概况", "第二部分 2024 年度部门决算表", "第三部分 2024 年度部门决算情况说明");
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Heading3".equals(paragraph.getStyle()))
                    .hasSize(1);
            assertThat(document.getParagraphs())
                    .filteredOn(
                            paragraph -> String.valueOf(paragraph.getStyle()).startsWith("TOC"))
                    .hasSize(10)
                    .extracting(XWPFParagraph::getText)
                    .contains("二、收入决算表");
            assertThat(document.getDocument().xmlText()).contains("TOC \\o \"1-3\" \\h \\z \\u");
            assertThat(document.getStyles().getStyle("Heading1").getName()).isEqualTo("heading 1");
        }
    }

    @Test
    void printsASingleFormByItself() throws IOException {
        try (XWPFDocument document = written(SamplePublication.with(List.of(SamplePublication.units())))) {
            assertThat(document.getTables()).hasSize(1);
            assertThat(document.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .doesNotContain("目　录", "部门决算");
        }
    }

    @Test
    void setsTheEastAsianFontOnEveryRun() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            String xml = document.getDocument().xmlText();
            long texts = xml.split("<w:t[ >]", -1).length - 1L;
            long fonts = xml.split("w:eastAsia=", -1).length - 1L;
            assertThat(texts).isPositive();
            assertThat(fonts).isEqualTo(texts);
        }
    }

    @Test
    void indentsParagraphsByTwoCharacters() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            var indent = document.getStyles()
                    .getStyle("Normal")
                    .getCTStyle()
                    .getPPr()
                    .getInd();
            assertThat(indent.getFirstLineChars()).isEqualTo(BigInteger.valueOf(200));
        }
    }

    @Test
    void keepsSpansRepeatsHeadersAndAlignsFigures() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            XWPFTable income = document.getTables().get(2);
            assertThat(income.getRow(0).getTableCells()).hasSize(8);
            assertThat(income.getRow(0).isRepeatHeader()).isTrue();
            assertThat(income.getRow(1).isRepeatHeader()).isTrue();
            assertThat(income.getRow(2).isRepeatHeader()).isFalse();
            var project = income.getRow(0).getCell(0).getCTTc().getTcPr();
            assertThat(project.getGridSpan().getVal()).isEqualTo(BigInteger.TWO);
            assertThat(income.getRow(0)
                            .getCell(1)
                            .getCTTc()
                            .getTcPr()
                            .getVMerge()
                            .getVal())
                    .isEqualTo(STMerge.RESTART);
            assertThat(income.getRow(1)
                            .getCell(2)
                            .getCTTc()
                            .getTcPr()
                            .getVMerge()
                            .getVal())
                    .isEqualTo(STMerge.CONTINUE);
            XWPFTableCell figure = income.getRow(2).getCell(1);
            assertThat(figure.getText()).isEqualTo("1,150.20");
            assertThat(figure.getParagraphs().get(0).getAlignment()).isEqualTo(ParagraphAlignment.RIGHT);
            assertThat(document.getTables().get(3).getRow(2).getCell(1).getText())
                    .isEmpty();
            assertThat(document.getTables().get(3).getRow(1).getCell(2).getText())
                    .isEqualTo("-0.50");
        }
    }

    @Test
    void turnsThePageForWideTablesAndNumbersPages() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            List<CTSectPr> sections = document.getParagraphs().stream()
                    .filter(paragraph -> paragraph.getCTP().isSetPPr()
                            && paragraph.getCTP().getPPr().isSetSectPr())
                    .map(paragraph -> paragraph.getCTP().getPPr().getSectPr())
                    .toList();
            assertThat(sections)
                    .extracting(section -> section.getPgSz().getOrient() == STPageOrientation.LANDSCAPE)
                    .containsExactly(false, false, true);
            CTSectPr last = document.getDocument().getBody().getSectPr();
            assertThat(last.getPgSz().getW()).isEqualTo(BigInteger.valueOf(11_906));
            assertThat(last.getFooterReferenceArray()).hasSize(1);
            assertThat(document.getFooterList().get(0)._getHdrFtr().xmlText()).contains("PAGE");
        }
    }

    @Test
    void embedsChartsWithTheirFigures() throws IOException {
        try (XWPFDocument document = written(SamplePublication.publication())) {
            assertThat(document.getCharts()).hasSize(2);
            var workbook = document.getCharts().get(0);
            assertThat(workbook.getCTChart()
                            .getPlotArea()
                            .getBarChartArray(0)
                            .getSerArray(0)
                            .getVal()
                            .getNumRef()
                            .getNumCache()
                            .getPtArray(1)
                            .getV())
                    .isEqualTo("1250.20");
        } catch (RuntimeException e) {
            throw new AssertionError("chart cannot be read back", e);
        }
    }

    @Test
    void writesOneParagraphForEachAndDropsControlCharacters() throws IOException {
        Publication publication = SamplePublication.with(List.of(new Text("甲<&>\u0001乙\n丙"), new Text("丁")));
        try (XWPFDocument document = written(publication)) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> "Normal".equals(paragraph.getStyle()))
                    .extracting(XWPFParagraph::getText)
                    .containsExactly("甲<&>乙 丙", "丁");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePublication() throws IOException {
        assertThat(DocxWriter.write(SamplePublication.publication()))
                .isEqualTo(DocxWriter.write(SamplePublication.publication()));
    }
}
