package org.tongchou.accounts.write;

import java.math.BigInteger;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHdrFtrRef;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHdrFtr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STSectionMark;

/** The pages of a Word document: A4 upright or landscape, page numbers at the foot. All measures in 1/20 point. */
final class DocxPages {
    private static final int SHORT = 11_906;
    private static final int LONG = 16_838;
    private static final int MARGIN = 1_418;
    private static final int NARROW_MARGIN = 1_020;

    private final XWPFDocument document;
    private final String footerId;

    DocxPages(XWPFDocument document) {
        this.document = document;
        XWPFFooter footer = new XWPFHeaderFooterPolicy(
                        document, document.getDocument().getBody().addNewSectPr())
                .createFooter(XWPFHeaderFooterPolicy.DEFAULT);
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setStyle(DocxStyles.FOOTER.id());
        text(paragraph, "— ");
        DocxFields.begin(paragraph, "PAGE", false);
        text(paragraph, "1");
        DocxFields.mark(paragraph, STFldCharType.END);
        text(paragraph, " —");
        this.footerId = document.getRelationId(footer);
    }

    /** Width of the text on a page. */
    static int textWidth(boolean wide) {
        return wide ? LONG - 2 * NARROW_MARGIN : SHORT - 2 * MARGIN;
    }

    /** Ends cover and contents, which carry no page numbers. */
    void endFrontMatter(boolean more) {
        if (more) {
            page(breakAfter(), false);
        }
    }

    /** Ends the pages of one orientation. */
    void endSection(boolean wide, boolean first, boolean last) {
        CTSectPr section = last ? document.getDocument().getBody().getSectPr() : breakAfter();
        if (!last) {
            CTHdrFtrRef footer = section.addNewFooterReference();
            footer.setType(STHdrFtr.DEFAULT);
            footer.setId(footerId);
        }
        page(section, wide);
        if (first) {
            section.addNewPgNumType().setStart(BigInteger.ONE);
        }
    }

    /** Puts a section's end into a paragraph that takes no room. */
    private CTSectPr breakAfter() {
        XWPFParagraph paragraph = document.createParagraph();
        var properties = paragraph.getCTP().addNewPPr();
        properties.addNewPStyle().setVal(DocxStyles.NOTE.id());
        CTSpacing spacing = properties.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        spacing.setLine(BigInteger.valueOf(20));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        return properties.addNewSectPr();
    }

    private static void page(CTSectPr section, boolean wide) {
        section.addNewType().setVal(STSectionMark.NEXT_PAGE);
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(wide ? LONG : SHORT));
        size.setH(BigInteger.valueOf(wide ? SHORT : LONG));
        if (wide) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        int margin = wide ? NARROW_MARGIN : MARGIN;
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(margin));
        margins.setBottom(BigInteger.valueOf(margin));
        margins.setLeft(BigInteger.valueOf(margin));
        margins.setRight(BigInteger.valueOf(margin));
        margins.setHeader(BigInteger.valueOf(600));
        margins.setFooter(BigInteger.valueOf(600));
        margins.setGutter(BigInteger.ZERO);
    }

    private static void text(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        DocxStyles.FOOTER.font(run.getCTR().addNewRPr());
    }
}
