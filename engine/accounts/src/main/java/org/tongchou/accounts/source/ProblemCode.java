package org.tongchou.accounts.source;

/** The kinds of reading problems, with their stable codes. */
public enum ProblemCode {
    /** 文件为空. */
    FILE_EMPTY("E-ACC-001", true),
    /** 文件无法打开或不是所称格式. */
    FILE_UNREADABLE("E-ACC-002", true),
    /** 文件过大. */
    FILE_TOO_LARGE("E-ACC-003", true),
    /** 文件加密. */
    FILE_ENCRYPTED("E-ACC-004", true),
    /** 没有文字层（扫描件）. */
    FILE_WITHOUT_TEXT("E-ACC-005", true),
    /** 压缩炸弹. */
    FILE_BOMB("E-ACC-006", true),
    /** 不支持的格式或二进制文件. */
    FILE_UNSUPPORTED("E-ACC-007", true),
    /** 编码不是 UTF-8，已按识别出的编码读取. */
    ENCODING_GUESSED("W-ACC-008", false),
    /** 表格过大，超出部分未读. */
    TABLE_TOO_LARGE("E-ACC-009", false),
    /** 公式或外部链接未计算、未打开，只取保存的值. */
    FORMULA_NOT_EVALUATED("W-ACC-010", false),
    /** 表格未能识别. */
    TABLE_UNRECOGNISED("W-ACC-011", false),
    /** 应有的表格没有找到. */
    TABLE_MISSING("E-ACC-012", false),
    /** 表格重复. */
    TABLE_DUPLICATED("E-ACC-013", false),
    /** 科目编码被截断，已恢复. */
    CODE_TRUNCATED("W-ACC-014", false),
    /** 科目编码与名称不符. */
    CODE_NAME_MISMATCH("E-ACC-015", false),
    /** 科目编码重复. */
    CODE_DUPLICATED("E-ACC-016", false),
    /** 科目编码不在科目表. */
    CODE_UNKNOWN("W-ACC-017", false),
    /** 行内单元格错位，已恢复. */
    ROW_SHIFTED("W-ACC-018", false),
    /** 行无法识别. */
    ROW_UNREADABLE("E-ACC-019", false),
    /** 数字无法识别. */
    NUMBER_UNREADABLE("E-ACC-020", false),
    /** 金额单位缺失. */
    UNIT_MISSING("W-ACC-021", false),
    /** 同一文件中出现两种金额单位. */
    UNIT_MIXED("W-ACC-022", false),
    /** 名称缺失，已按编码补上. */
    NAME_RESTORED("W-ACC-023", false),
    /** 跨页重复的合计行，不重复计入. */
    ROW_REPEATED("W-ACC-024", false),
    /** 某一页内容损坏，其余各页已读取. */
    PAGE_UNREADABLE("E-ACC-025", false),
    /** 绩效指标的目标值重复印了两遍，已取一遍. */
    TARGET_DOUBLED("W-PER-001", false),
    /** 绩效指标没有目标值. */
    TARGET_MISSING("W-PER-002", false),
    /** 绩效指标没有名称. */
    INDICATOR_UNNAMED("W-PER-003", false),
    /** 比较符号可能误读，已按等号读. */
    OPERATOR_MISREAD("W-PER-004", false),
    /** 一格中有两个数，未取用. */
    NUMBERS_SEVERAL("W-PER-005", false),
    /** 绩效指标没有分值. */
    WEIGHT_MISSING("W-PER-006", false),
    /** 目标值与完成值的单位不能比较. */
    UNITS_DIFFER("W-PER-007", false),
    /** 绩效指标的完成值不是数字. */
    ACTUAL_UNREADABLE("W-PER-008", false),
    /** 数据目录缺少文件或字段. */
    FIGURES_MISSING("E-ACC-040", true),
    /** 数据目录中的值不符合要求. */
    FIGURES_INVALID("E-ACC-041", true),
    /** 数据目录中的数字互相矛盾. */
    FIGURES_UNBALANCED("E-ACC-042", true),
    /** 数据目录中有不认识的文件、列或键，未使用. */
    FIGURES_UNUSED("W-ACC-043", false),
    /** 读取时发生内部错误. */
    INTERNAL("E-ACC-099", true);

    private final String id;
    private final boolean fatal;

    ProblemCode(String id, boolean fatal) {
        this.id = id;
        this.fatal = fatal;
    }

    /** The stable code shown to users, for example {@code E-ACC-002}. */
    public String id() {
        return id;
    }

    /** Whether the file gives no usable content at all. */
    public boolean fatal() {
        return fatal;
    }
}
