package org.tongchou.accounts.write;

/**
 * A file that could not be written; the other formats are written all the same.
 *
 * @param code stable code: {@code E-ACC-101} no font to embed, {@code E-ACC-102} the file system refused, {@code
 *     E-ACC-103} the content cannot be set in this format
 * @param format which format is missing
 * @param message a Chinese sentence: what is missing and what to do
 */
public record WriteProblem(String code, Format format, String message) {
    /** No TrueType font with Chinese glyphs was found. */
    public static final String NO_FONT = "E-ACC-101";

    /** The directory or file could not be written. */
    public static final String NOT_WRITABLE = "E-ACC-102";

    /** The library that sets this format gave up. */
    public static final String NOT_SET = "E-ACC-103";

    /** One line: code, format, message. */
    public String line() {
        return code + " " + format.extension() + "：" + message;
    }
}
