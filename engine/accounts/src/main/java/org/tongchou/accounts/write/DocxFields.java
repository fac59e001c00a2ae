package org.tongchou.accounts.write;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFldChar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Word fields: what Word computes, with what it last computed. */
final class DocxFields {
    private DocxFields() {}

    /**
     * Begins a field; its last result follows in the document, then {@link #mark} with {@code END}.
     *
     * @param instruction what Word computes
     * @param stale whether Word should compute it on opening
     */
    static void begin(XWPFParagraph paragraph, String instruction, boolean stale) {
        CTFldChar begin = mark(paragraph, STFldCharType.BEGIN);
        if (stale) {
            begin.setDirty(true);
        }
        paragraph.createRun().getCTR().addNewInstrText().setStringValue(instruction);
        mark(paragraph, STFldCharType.SEPARATE);
    }

    /** Adds one of the marks around a field. */
    static CTFldChar mark(XWPFParagraph paragraph, STFldCharType.Enum type) {
        CTFldChar mark = paragraph.createRun().getCTR().addNewFldChar();
        mark.setFldCharType(type);
        return mark;
    }
}
