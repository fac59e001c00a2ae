package org.tongchou.platform.identity;

import org.jspecify.annotations.Nullable;

/**
 * A unit to be created.
 *
 * @param code unit code, unique
 * @param name full name
 * @param nature 行政单位, 参照公务员法管理事业单位, 公益一类事业单位 …
 * @param level 市级 or 县级
 * @param parentId the unit above; null for a bureau at the top
 * @param region pooling region, 样例市
 * @param staff approved staff (编制数); null when not known
 */
public record NewUnit(
        String code,
        String name,
        String nature,
        String level,
        @Nullable Long parentId,
        String region,
        @Nullable Integer staff) {}
