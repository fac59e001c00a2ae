package org.tongchou.accounts.write;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of a Word document: what a paragraph of each kind looks like. */
enum DocxStyles {
    BODY("Normal", "Normal", "仿宋", 28, false),
    COVER("CoverTitle", "Cover Title", "黑体", 52, false),
    HEADING1("Heading1", "heading 1", "黑体", 36, false),
    HEADING2("Heading2", "heading 2", "黑体", 30, false),
    HEADING3("Heading3", "heading 3", "楷体", 28, true),
    CONTENTS_TITLE("ContentsTitle", "Contents Title", "黑体", 36, false),
    TOC1("TOC1", "toc 1", "黑体", 24, false),
    TOC2("TOC2", "toc 2", "宋体", 24, false),
    TOC3("TOC3", "toc 3", "宋体", 22, false),
    TABLE_TITLE("TableTitle", "Table Title", "黑体", 28, false),
    CAPTION("TableCaption", "Table Caption", "宋体", 18, false),
    TABLE("TableText", "Table Text", "宋体", 18, false),
    NOTE("TableNote", "Table Note", "宋体", 18, false),
    FOOTER("Footer", "footer", "宋体", 18, false);

    private static final String LATIN = "Times New Roman";

    private final String id;
    private final String title;
    private final String font;
    private final int halfPoints;
    private final boolean bold;

    DocxStyles(String id, String title, String font, int halfPoints, boolean bold) {
        this.id = id;
        this.title = title;
        this.font = font;
        this.halfPoints = halfPoints;
        this.bold = bold;
    }

    /** The style's id in the document. */
    String id() {
        return id;
    }

    /** The heading style of a level, 1 to 3. */
    static DocxStyles heading(int level) {
        return List.of(HEADING1, HEADING2, HEADING3).get(level - 1);
    }

    /** The contents style of a level, 1 to 3. */
    static DocxStyles contents(int level) {
        return List.of(TOC1, TOC2, TOC3).get(level - 1);
    }

    /** Sets the fonts of a run: the style's Chinese face, and Times New Roman for digits and Latin letters. */
    void font(CTRPr properties) {
        CTFonts fonts = properties.sizeOfRFontsArray() == 0 ? properties.addNewRFonts() : properties.getRFontsArray(0);
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(font);
        fonts.setHint(STHint.EAST_ASIA);
    }

    /** Defines all styles in a document. */
    static void define(XWPFDocument document) {
        XWPFStyles styles = document.createStyles();
        for (DocxStyles style : values()) {
            styles.addStyle(new XWPFStyle(style.definition()));
        }
    }

    private CTStyle definition() {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(title);
        style.setType(STStyleType.PARAGRAPH);
        if (this == BODY) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(BODY.id);
            style.addNewNext().setVal(BODY.id);
        }
        style.addNewQFormat();
        paragraph(style.addNewPPr());
        CTRPr run = style.addNewRPr();
        font(run);
        if (bold) {
            run.addNewB();
        }
        run.addNewSz().setVal(BigInteger.valueOf(halfPoints));
        run.addNewSzCs().setVal(BigInteger.valueOf(halfPoints));
        return style;
    }

    private void paragraph(CTPPrGeneral properties) {
        switch (this) {
            case BODY -> {
                spacing(properties, 0, 0, 500);
                indent(properties, 200, 0);
                properties.addNewJc().setVal(STJc.BOTH);
            }
            case COVER -> centred(properties, 240, 240);
            case HEADING1 -> {
                properties.addNewKeepNext();
                properties.addNewPageBreakBefore();
                centred(properties, 0, 360);
                properties.addNewOutlineLvl().setVal(BigInteger.ZERO);
            }
            case HEADING2, HEADING3 -> {
                properties.addNewKeepNext();
                spacing(properties, this == HEADING2 ? 200 : 100, 60, 0);
                indent(properties, 200, 0);
                properties.addNewOutlineLvl().setVal(this == HEADING2 ? BigInteger.ONE : BigInteger.TWO);
            }
            case CONTENTS_TITLE -> {
                properties.addNewPageBreakBefore();
                centred(properties, 0, 300);
            }
            case TOC1, TOC2, TOC3 -> {
                spacing(properties, this == TOC1 ? 80 : 0, 0, 360);
                indent(properties, 0, this == TOC1 ? 0 : this == TOC2 ? 240 : 480);
            }
            case TABLE_TITLE -> {
                properties.addNewKeepNext();
                centred(properties, 60, 40);
            }
            case CAPTION -> {
                properties.addNewKeepNext();
                spacing(properties, 0, 20, 0);
                indent(properties, 0, 0);
            }
            case TABLE -> {
                spacing(properties, 0, 0, 0);
                indent(properties, 0, 0);
                properties.addNewJc().setVal(STJc.LEFT);
            }
            case NOTE -> {
                spacing(properties, 40, 40, 0);
                indent(properties, 0, 0);
            }
            case FOOTER -> centred(properties, 0, 0);
        }
    }

    private static void centred(CTPPrGeneral properties, int before, int after) {
        spacing(properties, before, after, 0);
        indent(properties, 0, 0);
        properties.addNewJc().setVal(STJc.CENTER);
    }

    /** Space before and after in twentieths of a point; line height exactly {@code exact}, single when 0. */
    private static void spacing(CTPPrGeneral properties, int before, int after, int exact) {
        CTSpacing spacing = properties.addNewSpacing();
        spacing.setBefore(BigInteger.valueOf(before));
        spacing.setAfter(BigInteger.valueOf(after));
        spacing.setLine(BigInteger.valueOf(exact == 0 ? 240 : exact));
        spacing.setLineRule(exact == 0 ? STLineSpacingRule.AUTO : STLineSpacingRule.EXACT);
    }

    /** First-line indent in hundredths of a character, left indent in twentieths of a point. */
    private static void indent(CTPPrGeneral properties, int firstLine, int left) {
        CTInd indent = properties.addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(firstLine));
        // Word reads the characters; programs that do not know them read the fixed width of two characters.
        indent.setFirstLine(BigInteger.valueOf(firstLine == 0 ? 0 : 560));
        indent.setLeft(BigInteger.valueOf(left));
    }
}
