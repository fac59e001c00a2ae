package org.tongchou.platform.performance;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A query of the platform that gives the value of an indicator. Beans of this type are offered for binding. */
public interface IndicatorSource {
    /** Stable key, {@code project.execution-rate}. */
    String key();

    /** Chinese name, {@code 本项目预算执行率}. */
    String label();

    /** Unit of the value, {@code %}. */
    String unit();

    /** One Chinese sentence: what is counted, over what. */
    String meaning();

    /**
     * The value as of a day, from what is known now.
     *
     * @param about whose value is asked for
     * @return empty when it cannot be computed, for example because a denominator is zero
     */
    Optional<Value> value(Query about);

    /**
     * Whose value is asked for.
     *
     * @param unitIds units whose data counts
     * @param projectId the project; 0 when it is about the units as a whole
     * @param year budget year
     * @param until the last day that counts
     */
    record Query(List<Long> unitIds, long projectId, int year, LocalDate until) {
        /** Copies the list. */
        public Query {
            unitIds = List.copyOf(unitIds);
        }
    }

    /**
     * A value with its origin.
     *
     * @param value in the source's unit
     * @param explanation how it came about, with the numbers
     * @param link address within the console where the rows behind it stand
     */
    record Value(BigDecimal value, String explanation, String link) {}
}
