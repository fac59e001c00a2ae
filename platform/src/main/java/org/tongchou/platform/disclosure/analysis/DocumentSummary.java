package org.tongchou.platform.disclosure.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document is and what its audit came to.
 *
 * @param id its id
 * @param fileName name of the file that was read
 * @param title whose accounts
 * @param region pooling region; null when not found
 * @param bureau department; null when not found
 * @param year budget year; null when not found
 * @param kind 预算 or 决算; null when neither
 * @param unit unit of money as printed; 未注明 when none is
 * @param staff all staff in post; null unless every unit prints its number
 * @param units the units covered
 * @param usable false when nothing could be read
 * @param verdict one line
 * @param supplement what was found besides the accounts (绩效), in a few words; empty for nothing
 * @param counts in numbers
 */
public record DocumentSummary(
        long id,
        String fileName,
        String title,
        @Nullable String region,
        @Nullable String bureau,
        @Nullable Integer year,
        @Nullable String kind,
        String unit,
        @Nullable Integer staff,
        List<UnitLine> units,
        boolean usable,
        String verdict,
        String supplement,
        Counts counts) {
    /** Copies the list. */
    public DocumentSummary {
        units = List.copyOf(units);
    }

    /**
     * One of the units covered.
     *
     * @param name its name
     * @param nature 单位性质; empty when not printed
     * @param staff 在职人数; null when not printed
     */
    public record UnitLine(
            String name, String nature, @Nullable Integer staff) {}

    /**
     * An audit in numbers.
     *
     * @param tables tables recognised
     * @param facts figures in tables
     * @param narrative figures in sentences
     * @param pass relations that hold
     * @param fail relations that are broken
     * @param warn unusual relations
     * @param skip relations that could not be checked
     * @param problems reading problems
     */
    public record Counts(int tables, int facts, int narrative, int pass, int fail, int warn, int skip, int problems) {}
}
