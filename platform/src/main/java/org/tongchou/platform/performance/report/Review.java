package org.tongchou.platform.performance.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sampled evaluation (重点评价) of one project.
 *
 * @param id its id
 * @param sheetId the sheet it is about
 * @param number document number; may be empty
 * @param state 草稿 or 已确认
 * @param because why the project was sampled
 * @param texts what people wrote, by part
 * @param total sum of the points; null while one is missing
 * @param grade grade of the total; empty while there is none
 * @param version counts saves
 * @param updatedBy who saved it last
 * @param updatedAt when
 * @param items the points
 */
record Review(
        long id,
        long sheetId,
        String number,
        String state,
        String because,
        Texts texts,
        @Nullable BigDecimal total,
        String grade,
        int version,
        String updatedBy,
        Instant updatedAt,
        List<Item> items) {
    Review {
        items = List.copyOf(items);
    }

    /** The same with these points. */
    Review withItems(List<Item> others) {
        return new Review(
                id, sheetId, number, state, because, texts, total, grade, version, updatedBy, updatedAt, others);
    }

    /** The parts of the report that people write; paragraphs are lines. */
    record Texts(String background, String organisation, String problems, String measures, String advice) {}

    /**
     * A point of the evaluation.
     *
     * @param part 决策, 过程, 产出 or 效益
     * @param section 二级指标
     * @param name 三级指标
     * @param indicatorId the indicator of the sheet it comes from; null for one that all projects share
     * @param weight points to be had
     * @param score points given; null when not yet
     * @param reason why; needed where it is not all
     */
    record Item(
            String part,
            String section,
            String name,
            @Nullable Long indicatorId,
            BigDecimal weight,
            @Nullable BigDecimal score,
            String reason) {}
}
