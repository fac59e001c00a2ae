package org.tongchou.accounts.write;

/** The file formats a publication is written in. */
public enum Format {
    /** Excel: every table on its own sheet, with formulas. */
    XLSX("xlsx"),
    /** Word: the whole document. */
    DOCX("docx"),
    /** One self-contained web page. */
    HTML("html"),
    /** The printed document. */
    PDF("pdf");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** The file name's ending without the point. */
    public String extension() {
        return extension;
    }
}
