package org.tongchou.benefit.policy;

/** A rule that policy packs keep. Codes are stable; {@code E} is an error, {@code W} a warning. */
public enum PackRule {
    /** 文件不能读取. */
    UNREADABLE("E-POL-001", "文件能够读取，是 UTF-8 的 YAML"),
    /** 同一处写了两次. */
    WRITTEN_TWICE("E-POL-002", "同一处的字段只写一次"),
    /** 不认识的字段. */
    UNKNOWN_KEY("E-POL-003", "没有不认识的字段"),
    /** 缺少字段. */
    MISSING("E-POL-004", "必填的字段都有"),
    /** 值的写法不对. */
    WRONG_FORM("E-POL-005", "值的写法正确"),
    /** 名字重复定义. */
    DEFINED_TWICE("E-POL-006", "一个名字在整个规则包里只定义一次"),
    /** 没有 region. */
    NO_REGION("E-POL-007", "规则包写明 region"),
    /** 数字的写法不对. */
    WRONG_NUMBER("E-POL-008", "数字符合单位：金额最多两位小数，比例最多六位小数，次数等为整数"),
    /** 数字超出范围. */
    OUT_OF_RANGE("E-POL-009", "比例在 0 到 1 之间，金额不为负"),
    /** 条件的写法不对. */
    WRONG_CONDITION("E-POL-010", "条件的写法正确，且可能成立"),
    /** 不认识的事实. */
    UNKNOWN_FACT("E-POL-011", "条件和表只用已有的事实"),
    /** 没有这个词. */
    UNKNOWN_WORD("E-POL-012", "条件和表只用 vocabulary 中的词"),
    /** 没有这个参数. */
    UNKNOWN_PARAMETER("E-POL-013", "引用的参数已定义"),
    /** 没有这个累计. */
    UNKNOWN_COUNTER("E-POL-014", "引用的累计已定义"),
    /** 没有这个支付层. */
    UNKNOWN_TIER("E-POL-015", "引用的支付层已定义"),
    /** 没有这个基金. */
    UNKNOWN_FUND("E-POL-016", "引用的基金已定义"),
    /** 没有这个来源. */
    UNKNOWN_SOURCE("E-POL-017", "引用的来源已定义"),
    /** 循环引用. */
    CYCLE("E-POL-018", "参数不循环引用"),
    /** 单位不合用途. */
    WRONG_UNIT("E-POL-019", "参数和累计的单位符合用途"),
    /** 同一天起有两个值. */
    SAME_DATE("E-POL-020", "一个参数在同一天只开始一个值"),
    /** 期间重叠. */
    OVERLAP("E-POL-021", "期间不颠倒，不重叠"),
    /** 分段有缺口或重叠. */
    BANDS("E-POL-022", "分段由低到高，最后一段没有上限"),
    /** 永远用不到的规则. */
    DEAD_RULE("E-POL-023", "判断列表的每条规则都可能用到，兜底的在最后"),
    /** 两个基本层. */
    TWO_BASIC("E-POL-024", "一个方案同一天只有一个基本层"),
    /** 永远用不到的方案. */
    DEAD_PLAN("E-POL-025", "每个方案都可能用到"),
    /** 支付层的字段互相矛盾. */
    WRONG_TIER("E-POL-026", "支付层的字段互相配合"),
    /** 病种没有限额. */
    NO_DISEASE_LIMIT("E-POL-027", "按病种的限额对每个病种都有值"),
    /** 改革方案与基础不符. */
    WRONG_REFORM("E-POL-028", "改革方案与它修改的规则包相符"),

    /** 没有用到的参数. */
    DEAD_PARAMETER("W-POL-001", "每个参数都有用处"),
    /** 没有用到的累计. */
    DEAD_COUNTER("W-POL-002", "每个累计都有增有用"),
    /** 没有用到的支付层. */
    DEAD_TIER("W-POL-003", "每个支付层都在方案里"),
    /** 没有用到的来源. */
    DEAD_SOURCE("W-POL-004", "每个来源都有引用"),
    /** 值之间有空档. */
    GAP("W-POL-005", "参数的值前后相接"),
    /** 没有写条款. */
    NO_CLAUSE("W-POL-006", "来源写到条款"),
    /** 正式来源没有链接. */
    NO_LINK("W-POL-007", "正式来源有链接"),
    /** 正式来源没有核对日期. */
    NOT_CHECKED("W-POL-008", "正式来源有核对日期"),
    /** 判断列表没有兜底. */
    NO_ELSE("W-POL-009", "判断列表最后一条没有条件"),
    /** 表缺词. */
    TABLE_GAP("W-POL-010", "按等级、病种的表对每个词都有值"),
    /** 方案没有基本层. */
    NO_BASIC("W-POL-011", "不是补报的方案有基本层");

    private final String code;
    private final String says;

    PackRule(String code, String says) {
        this.code = code;
        this.says = says;
    }

    /** The stable code, for example {@code E-POL-013}. */
    public String code() {
        return code;
    }

    /** What the rule demands, in Chinese. */
    public String says() {
        return says;
    }

    /** Whether a pack that breaks it cannot be used. */
    public boolean isError() {
        return code.startsWith("E");
    }
}
