package org.tongchou.platform.gateway.wire;

/**
 * A field of a transaction.
 *
 * @param name name on the wire
 * @param type kind of value
 * @param length characters of a text, digits of a number; 0 when nothing is said
 * @param scale decimals of a number
 * @param required whether it must not be empty
 * @param dictionary its list of codes; empty when it is not coded or the list is not ours to know
 * @param title its name in Chinese
 */
public record FieldSpec(
        String name, Type type, int length, int scale, boolean required, String dictionary, String title) {
    /** Kinds of value. */
    public enum Type {
        /** Characters. */
        TEXT("C"),
        /** A decimal number. */
        NUMBER("N"),
        /** yyyy-MM-dd. */
        DATE("D"),
        /** yyyy-MM-dd HH:mm:ss. */
        TIME("DT"),
        /** Bytes of a file. */
        BYTES("B"),
        /** Nodes within the node. */
        NODES("O");

        private final String code;

        Type(String code) {
            this.code = code;
        }

        /** How the interface writes it. */
        public String code() {
            return code;
        }

        static Type of(String code) {
            for (Type type : values()) {
                if (type.code.equals(code)) {
                    return type;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }

    /** How a message names it. */
    public String shown() {
        return name + "（" + title + "）";
    }

    /** What is expected of it, in Chinese. */
    public String expected() {
        return switch (type) {
            case TEXT -> length == 0 ? "文字" : "不超过 " + length + " 个字符";
            case NUMBER -> "整数不超过 " + (length - scale) + " 位" + (scale == 0 ? "的整数" : "、小数不超过 " + scale + " 位的数");
            case DATE -> "yyyy-MM-dd 的日期";
            case TIME -> "yyyy-MM-dd HH:mm:ss 的时间";
            case BYTES -> "文件内容";
            case NODES -> "下级节点";
        };
    }
}
