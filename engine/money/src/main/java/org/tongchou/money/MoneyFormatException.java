package org.tongchou.money;

/** A text that cannot be read as an exact amount, rate or unit. */
public final class MoneyFormatException extends IllegalArgumentException {
    private final String text;
    private final String expected;

    /**
     * Creates the failure.
     *
     * @param text what was read
     * @param expected what would have been accepted, in Chinese
     */
    public MoneyFormatException(String text, String expected) {
        super("无法识别“" + text + "”，应为" + expected);
        this.text = text;
        this.expected = expected;
    }

    /** What was read. */
    public String text() {
        return text;
    }

    /** What would have been accepted, in Chinese. */
    public String expected() {
        return expected;
    }
}
