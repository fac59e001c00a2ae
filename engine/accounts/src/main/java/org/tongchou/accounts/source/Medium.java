package org.tongchou.accounts.source;

/** The kind of file a document was read from; it decides how a {@link Place} is written. */
public enum Medium {
    /** Plain text or Markdown: places are lines. */
    TEXT,
    /** Word: places are paragraphs, or tables with row and cell. */
    DOCX,
    /** Excel: places are sheet and cell address. */
    XLSX,
    /** PDF: places are page with line or row and cell. */
    PDF,
    /** HTML: places are paragraphs, or tables with row and cell. */
    HTML
}
