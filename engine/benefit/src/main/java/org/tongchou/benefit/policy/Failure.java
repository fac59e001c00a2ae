package org.tongchou.benefit.policy;

/**
 * Why something cannot be calculated. The codes are those of {@code docs/benefit-engine.md}.
 *
 * @param code for example {@code E-BEN-012}
 * @param field the field that is meant, for example {@code lines[3].price}, or the name of a parameter
 * @param value what was read; empty for nothing
 * @param expected in Chinese, what should be there
 */
public record Failure(Code code, String field, String value, String expected) {
    /** What is wrong. */
    public enum Code {
        /** 缺少必填项. */
        MISSING("E-BEN-001", "缺少必填项"),
        /** 规则包没有这个词. */
        UNKNOWN_WORD("E-BEN-002", "规则包没有这个词"),
        /** 金额、数量或单价不合要求. */
        WRONG_NUMBER("E-BEN-003", "金额、数量或单价不合要求"),
        /** 金额与单价、数量不符，或合计与明细不符. */
        NOT_THE_SUM("E-BEN-004", "金额对不上"),
        /** 没有明细，或明细过多. */
        LINE_COUNT("E-BEN-005", "明细条数不合要求"),
        /** 退费没有原行，或超过原行. */
        REFUND("E-BEN-006", "退费与原行不符"),
        /** 日期不合要求. */
        DATE("E-BEN-007", "日期不合要求"),
        /** 当日有两种险种，账单没有写明用哪一种. */
        TWO_SCHEMES("E-BEN-008", "当日有两种险种"),
        /** 目录类别不合要求. */
        CATALOGUE("E-BEN-009", "目录类别不合要求"),
        /** 没有适用的待遇方案. */
        NO_PLAN("E-BEN-010", "没有适用的待遇方案"),
        /** 当日没有参保. */
        NOT_COVERED("E-BEN-011", "当日不享受待遇"),
        /** 参数当日没有值. */
        NO_VALUE("E-BEN-012", "参数当日没有适用的值"),
        /** 年度累计属于另一套规则. */
        OTHER_POLICY("E-BEN-020", "年度累计属于另一套规则"),
        /** 不是最后一次结算. */
        NOT_LAST("E-BEN-021", "不是最后一次结算"),
        /** 接续的住院不是最近一次. */
        UNKNOWN_STAY("E-BEN-022", "没有这次住院的记录");

        private final String id;
        private final String says;

        Code(String id, String says) {
            this.id = id;
            this.says = says;
        }

        /** The stable code, for example {@code E-BEN-012}. */
        public String id() {
            return id;
        }

        /** What is wrong, in Chinese. */
        public String says() {
            return says;
        }
    }

    /** The failure as a Chinese sentence with its code. */
    public String message() {
        return code.id + " " + code.says + "：" + field + (value.isEmpty() ? "" : " 为“" + value + "”") + "，应为"
                + expected;
    }
}
