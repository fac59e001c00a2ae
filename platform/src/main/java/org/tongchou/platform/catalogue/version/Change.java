package org.tongchou.platform.catalogue.version;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version does to an item.
 *
 * @param act 新增, 变更, 终止 or 撤下
 * @param code national code
 * @param part level or person type, in words; empty for none
 * @param name name of the item
 * @param begins first day; null when the version decides
 * @param ends last day afterwards; null while open
 * @param fields what is said otherwise than before
 */
public record Change(
        String act,
        String code,
        String part,
        String name,
        @Nullable LocalDate begins,
        @Nullable LocalDate ends,
        List<Field> fields) {
    /**
     * A column that says something else.
     *
     * @param title its title
     * @param before what it said; empty for nothing
     * @param after what it says; empty for nothing
     */
    public record Field(String title, String before, String after) {}
}
