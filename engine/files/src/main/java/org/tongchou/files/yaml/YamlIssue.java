package org.tongchou.files.yaml;

/**
 * Something in a YAML file that cannot be taken as it stands.
 *
 * @param kind what is wrong
 * @param line 1-based line
 * @param key the field; empty when the file is meant
 * @param found what is written, or what the YAML library says of it; empty for nothing, lists and mappings
 * @param expected in Chinese, what should be there: a value, the known keys of an unknown one, a limit; empty when the
 *     kind says it all
 */
public record YamlIssue(Kind kind, int line, String key, String found, String expected) {
    private static final int LONGEST = 60;

    /** What is wrong. */
    public enum Kind {
        /** 文件过大. */
        TOO_LARGE,
        /** 不是 YAML. */
        NOT_YAML,
        /** 文件不是“键: 值”. */
        NOT_A_MAPPING,
        /** 层次过深. */
        TOO_DEEP,
        /** 字段重复. */
        DUPLICATE,
        /** 缺少字段. */
        MISSING,
        /** 字段的值不符合要求. */
        WRONG,
        /** 列表中的一项不符合要求. */
        WRONG_ITEM,
        /** 不认识的字段. */
        UNKNOWN
    }

    /** The issue as a Chinese sentence, long values shortened. */
    public String message() {
        return switch (kind) {
            case TOO_LARGE -> "文件过大，最多 " + expected + " 个字符";
            case NOT_YAML -> "不是正确的 YAML，请检查这一行及其前后的缩进、冒号、括号和引号";
            case NOT_A_MAPPING -> "文件应为“键: 值”的 YAML，如 year: 2024";
            case TOO_DEEP -> "层次过深，最多 " + expected + " 层";
            case DUPLICATE -> "字段 " + key + " 写了两次，应只写一次，请删去重复的一处";
            case MISSING -> "缺少字段 " + key + "，" + should();
            case WRONG -> "字段 " + key + " 的值“" + shortened() + "”" + should();
            case WRONG_ITEM -> "字段 " + key + " 的每项" + should() + "，读到“" + shortened() + "”";
            case UNKNOWN -> "不认识的字段 " + key + "，没有使用，请检查拼写";
        };
    }

    /** 应为 and what is expected, set off by a space where that begins with a letter or digit. */
    public String should() {
        return "应为" + (startsWide(expected) ? "" : " ") + expected;
    }

    /** What was found, at most as long as people read. */
    public String shortened() {
        int length = found.codePointCount(0, found.length());
        return length <= LONGEST ? found : found.substring(0, found.offsetByCodePoints(0, LONGEST)) + "…";
    }

    private static boolean startsWide(String text) {
        return text.isEmpty() || text.charAt(0) > '~' || !Character.isLetterOrDigit(text.charAt(0));
    }
}
