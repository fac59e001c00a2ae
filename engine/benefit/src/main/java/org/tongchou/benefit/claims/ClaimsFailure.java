package org.tongchou.benefit.claims;

/**
 * Why a year file cannot be used or written.
 *
 * @param code what is wrong
 * @param where the file, and where it helps the row: {@code bills.date 第 12 行}
 * @param value what was read; empty for nothing
 * @param expected in Chinese, what should be there, or what to do
 */
public record ClaimsFailure(Code code, String where, String value, String expected) {
    /** What is wrong. */
    public enum Code {
        /** 文件不存在或不能读取. */
        UNREADABLE("E-CLM-001", "文件不能读取"),
        /** 清单写得不对. */
        MANIFEST("E-CLM-002", "清单有误"),
        /** 版本不认识. */
        VERSION("E-CLM-003", "不认识的格式版本"),
        /** 列文件的长度不对. */
        LENGTH("E-CLM-004", "文件长度不对"),
        /** 校验和不对. */
        CHECKSUM("E-CLM-005", "校验和不符"),
        /** 规则包没有这个词. */
        UNKNOWN_WORD("E-CLM-006", "规则包没有这个词"),
        /** 顺序不对. */
        ORDER("E-CLM-007", "顺序不对"),
        /** 值不在范围内. */
        RANGE("E-CLM-008", "值不在范围内"),
        /** 太大，或词太多. */
        TOO_LARGE("E-CLM-009", "超出年文件的容量");

        private final String id;
        private final String says;

        Code(String id, String says) {
            this.id = id;
            this.says = says;
        }
    }

    /** The failure as a Chinese sentence with its code. */
    public String message() {
        return code.id + " " + code.says + "：" + where + (value.isEmpty() ? "" : " 为“" + value + "”") + "，应为"
                + expected;
    }
}
