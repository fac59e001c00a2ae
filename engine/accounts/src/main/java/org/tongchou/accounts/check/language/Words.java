package org.tongchou.accounts.check.language;

import java.util.List;
import java.util.Set;

/** The fixed words of the language. */
public final class Words {
    /** The table that {@code each: {表: …}} stands at. */
    public static final String THIS_TABLE = "本表";
    /** Figures stated in sentences. */
    public static final String TEXT = "说明";
    /** The change clause that {@code each: {变动: …}} stands at. */
    public static final String CHANGE = "变动";
    /** Notes under a table. */
    public static final String NOTE = "附注";
    /** A percentage of two amounts. */
    public static final String RATIO = "比";
    /** Without sign. */
    public static final String ABSOLUTE = "abs";
    /** Row set: the highest coded rows of a table. */
    public static final String TOP = "类";
    /** Row set: the rows directly below {@code $上级科目}. */
    public static final String CHILDREN = "下级";
    /** Row set: coded rows with nothing below them. */
    public static final String LEAVES = "项";

    /** Quantifier: tables by topic; gives 本表. */
    public static final String EACH_TABLE = "表";
    /** Quantifier: rows of a table that print figures. */
    public static final String EACH_ROW = "行";
    /** Quantifier: columns, of a table or listed. */
    public static final String EACH_COLUMN = "列";
    /** Quantifier: codes printed in any of the tables. */
    public static final String EACH_CODE = "科目";
    /** Quantifier: three-digit codes printed in any of the tables. */
    public static final String EACH_CLASS = TOP;
    /** Quantifier: codes with codes below them. */
    public static final String EACH_PARENT = "上级科目";
    /** Quantifier: words listed in the check. */
    public static final String EACH_ITEM = "项目";
    /** Quantifier: stated shares; gives {@code $占比} and the keys {@code $部分} and {@code $整体} it speaks of. */
    public static final String EACH_SHARE = "占比";
    /** Variable of {@link #EACH_SHARE}: what is the part. */
    public static final String PART = "部分";
    /** Variable of {@link #EACH_SHARE}: what it is a part of. */
    public static final String WHOLE = "整体";

    static final List<String> QUANTIFIERS = List.of(
            EACH_TABLE, EACH_ROW, EACH_COLUMN, EACH_CODE, EACH_CLASS, EACH_PARENT, EACH_ITEM, CHANGE, EACH_SHARE);
    static final Set<String> ROW_SETS = Set.of(TOP, CHILDREN, LEAVES);

    private Words() {}
}
