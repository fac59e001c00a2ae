package org.tongchou.accounts.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.Place;

/**
 * A figure stated in a sentence.
 *
 * @param key what it is, the same word in all documents (收入总计, 支出合计, 基本支出, 科目/2080501, 三公合计, 公务接待费,
 *     机关运行经费, 政府采购总额, 接待批次 …); for a figure no pattern knows, the words before it
 * @param value the number in the printed unit
 * @param decimals digits printed after the point
 * @param unit the printed unit: 万元, 元, 亿元, %, 个, 人, 辆, 批次 …
 * @param changes what the sentence says of its change against another year or budget
 * @param section heading path the sentence stands under, for example 部门决算情况说明/三、…
 * @param sentence the whole sentence
 * @param place where the sentence starts
 * @param offset 0-based position of the number in the sentence
 */
public record NarrativeFigure(
        String key,
        BigDecimal value,
        int decimals,
        String unit,
        List<Change> changes,
        String section,
        String sentence,
        Place place,
        int offset) {
    /** Copies the list. */
    public NarrativeFigure {
        changes = List.copyOf(changes);
    }

    /**
     * A change clause: 比上年决算数减少 430.75 万元，下降 5.55%; 与上年持平; 完成全年预算的 100.00%.
     *
     * @param base what it is compared with: 上年, 年初预算, 全年预算
     * @param direction 1 增加/增长, -1 减少/下降, 0 持平
     * @param amount the stated difference without sign, in the figure's unit; null when not stated
     * @param amountDecimals digits printed after the point of the difference
     * @param percent the stated percentage without sign; null when not stated
     * @param percentDecimals digits printed after the point of the percentage
     * @param percentDirection 1 or -1 by the word before the percentage (增长/下降); null when there is none
     * @param baseValue the compared figure where the sentence prints it (比年初预算的 25 万元); null when not
     * @param completion true when the percentage is a completion rate (完成…的 X%)
     * @param words the clause as printed
     * @param offset 0-based position of the clause in the sentence
     */
    public record Change(
            String base,
            int direction,
            @Nullable BigDecimal amount,
            int amountDecimals,
            @Nullable BigDecimal percent,
            int percentDecimals,
            @Nullable Integer percentDirection,
            @Nullable BigDecimal baseValue,
            boolean completion,
            String words,
            int offset) {}
}
