package org.tongchou.platform.provider;

import org.jspecify.annotations.Nullable;

/**
 * A provider on a day.
 *
 * @param code national code: H or P and eleven digits
 * @param name its name
 * @param kind 医院, 社区卫生服务机构, 乡镇卫生院, 诊所, 村卫生室, 其他医疗机构 or 零售药店
 * @param level its level that day ({@code hosp_lv}), {@code 01} to {@code 11}
 * @param tcm whether it is a hospital of Chinese medicine
 * @param county code of its county
 * @param agreement number of the agreement in force that day; null when there is none
 */
public record Provider(
        String code,
        String name,
        String kind,
        String level,
        boolean tcm,
        String county,
        @Nullable String agreement) {
    /** Whether an agreement is in force. */
    public boolean designated() {
        return agreement != null;
    }

    /** Whether it is a pharmacy. */
    public boolean pharmacy() {
        return code.startsWith("P");
    }
}
