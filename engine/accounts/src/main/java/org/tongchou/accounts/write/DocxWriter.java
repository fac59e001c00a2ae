package org.tongchou.accounts.write;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.Outline.Entry;
import org.tongchou.accounts.write.Outline.Item;
import org.tongchou.accounts.write.Outline.Section;

/**
 * Writes a publication as a Word document: cover, contents, headings, paragraphs, tables and charts, wide tables on
 * landscape pages.
 */
public final class DocxWriter {
    private final Publication publication;
    private final XWPFDocument document;
    private int bookmarks;
    private boolean breakBefore;

    private DocxWriter(Publication publication, XWPFDocument document) {
        this.publication = publication;
        this.document = document;
        this.bookmarks = 0;
        this.breakBefore = false;
    }

    /**
     * The document's bytes; the same publication always gives the same bytes.
     *
     * @throws IOException when the library cannot set the content
     */
    public static byte[] write(Publication publication) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new DocxWriter(CleanText.of(publication), document).fill();
            document.write(bytes);
            return StableZip.of(bytes.toByteArray());
        } catch (InvalidFormatException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void fill() throws IOException, InvalidFormatException {
        OfficeProperties.set(document.getProperties(), publication);
        DocxStyles.define(document);
        Outline outline = Outline.of(publication);
        DocxPages pages = new DocxPages(document);
        if (!publication.isForm()) {
            cover();
            contents(outline.entries());
            pages.endFrontMatter(!outline.sections().isEmpty());
        }
        List<Section> sections = outline.sections();
        for (int i = 0; i < sections.size(); i++) {
            boolean first = true;
            for (Item item : sections.get(i).items()) {
                // A section starts a page anyway.
                breakBefore = item.newPage() && !first;
                item(item, DocxPages.textWidth(sections.get(i).wide()));
                first = false;
            }
            pages.endSection(sections.get(i).wide(), i == 0, i == sections.size() - 1);
        }
    }

    private void cover() {
        boolean first = true;
        for (String line : publication.title()) {
            XWPFParagraph paragraph = paragraph(line, DocxStyles.COVER);
            if (first) {
                paragraph.setSpacingBefore(4200);
                first = false;
            }
        }
    }

    /** A contents field that Word can refresh, holding a list that can be read without refreshing. */
    private void contents(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        paragraph("目　录", DocxStyles.CONTENTS_TITLE);
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            DocxStyles style = DocxStyles.contents(entry.level());
            XWPFParagraph paragraph = paragraph("", style);
            if (i == 0) {
                DocxFields.begin(paragraph, "TOC \\o \"1-3\" \\h \\z \\u", true);
            }
            CTHyperlink link = paragraph.getCTP().addNewHyperlink();
            link.setAnchor(entry.id());
            CTR run = link.addNewR();
            style.font(run.addNewRPr());
            run.addNewT().setStringValue(entry.text());
            if (i == entries.size() - 1) {
                DocxFields.mark(paragraph, STFldCharType.END);
            }
        }
    }

    private void item(Item item, int pageTwips) throws IOException, InvalidFormatException {
        if (item.content() instanceof Heading heading) {
            bookmark(paragraph(heading.text(), DocxStyles.heading(Outline.level(heading))), item.id());
        } else if (item.content() instanceof Text text) {
            paragraph(text.text(), DocxStyles.BODY);
        } else if (item.content() instanceof Grid grid) {
            grid(item.id(), grid, pageTwips);
        } else {
            DocxChart.add(document, paragraph("", DocxStyles.TABLE_TITLE), (Chart) item.content());
        }
    }

    private void grid(String id, Grid grid, int pageTwips) {
        GridShape shape = GridShape.of(grid);
        if (!grid.title().isEmpty()) {
            bookmark(paragraph(grid.title(), DocxStyles.TABLE_TITLE), id);
        }
        for (String line : List.of(grid.form(), shape.unitLine())) {
            if (!line.isEmpty()) {
                paragraph(line, DocxStyles.CAPTION).setAlignment(ParagraphAlignment.RIGHT);
            }
        }
        for (String line : shape.captionLines()) {
            paragraph(line, DocxStyles.CAPTION);
        }
        if (shape.columns() > 0 && !(grid.header().isEmpty() && grid.rows().isEmpty())) {
            DocxTable.fill(document.createTable().getCTTbl(), grid, pageTwips);
        }
        for (String note : grid.notes()) {
            paragraph(note, DocxStyles.NOTE);
        }
        if (grid.notes().isEmpty()) {
            // Word joins two tables that touch.
            paragraph("", DocxStyles.NOTE);
        }
    }

    private XWPFParagraph paragraph(String text, DocxStyles style) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setStyle(style.id());
        if (breakBefore) {
            paragraph.setPageBreak(true);
            breakBefore = false;
        }
        if (!text.isEmpty()) {
            XWPFRun run = paragraph.createRun();
            run.setText(text);
            style.font(run.getCTR().addNewRPr());
        }
        return paragraph;
    }

    private void bookmark(XWPFParagraph paragraph, String name) {
        CTBookmark start = paragraph.getCTP().addNewBookmarkStart();
        start.setId(BigInteger.valueOf(bookmarks));
        start.setName(name);
        paragraph.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(bookmarks));
        bookmarks++;
    }
}
