package org.tongchou.benefit.calculation;

/**
 * Why something cannot be computed.
 *
 * @param code stable code, for example {@code E-BEN-003}; {@code docs/benefit-engine.md} §7 lists them
 * @param field the input or parameter
 * @param value what was given; empty for nothing
 * @param expected what would do, in Chinese
 */
public record Failure(String code, String field, String value, String expected) {
    /** The failure as a Chinese sentence with its code. */
    public String message() {
        return value.isEmpty()
                ? code + " 缺少 " + field + "，应为" + expected
                : code + " " + field + " 为“" + value + "”，应为" + expected;
    }
}
