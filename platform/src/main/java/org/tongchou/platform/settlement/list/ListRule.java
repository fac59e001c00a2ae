package org.tongchou.platform.settlement.list;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A rule of quality control, as {@code settlement/list-rules.yaml} says it.
 *
 * @param id stable id
 * @param severity 1 must be mended, 2 should be looked at
 * @param says what holds, in Chinese
 * @param source where it comes from
 * @param test what is tested
 * @param node node whose rows are tested; null for the head
 * @param fields fields that are tested, in the order that the test says
 * @param when only where this holds; null for always
 * @param pattern what a value must look like
 * @param least smallest number
 * @param most largest number
 * @param step what a number must be a multiple of
 */
record ListRule(
        String id,
        String severity,
        String says,
        String source,
        Test test,
        @Nullable String node,
        List<String> fields,
        @Nullable When when,
        @Nullable String pattern,
        @Nullable BigDecimal least,
        @Nullable BigDecimal most,
        @Nullable BigDecimal step) {
    /** Kinds of test. */
    enum Test {
        /** Every field says something. */
        PRESENT,
        /** The node has a row. */
        ROWS,
        /** What is said looks like the pattern. */
        PATTERN,
        /** A number within bounds. */
        RANGE,
        /** The first field is not later or larger than the second. */
        ORDER,
        /** As ORDER, and not the same. */
        STRICT_ORDER,
        /** The first field of all rows adds up to the field of the head. */
        SUM,
        /** The first field of each row is the sum of the others. */
        ROW_SUM,
        /** The fields of the head together are at most the last one. */
        AT_MOST,
        /** No two rows say the same. */
        UNIQUE,
        /** Exactly one row whose field says 1. */
        ONE,
        /** Times lie between admission and discharge. */
        WITHIN
    }

    /**
     * When a rule asks.
     *
     * @param field field of the head
     * @param in values of it
     * @param inpatient only for stays when true, only for others when false
     * @param newborn only for people of at most 28 days
     * @param diagnosis only with a diagnosis that begins so
     * @param except diagnoses that do not count
     */
    record When(
            @Nullable String field,
            @Nullable List<String> in,
            @Nullable Boolean inpatient,
            @Nullable Boolean newborn,
            @Nullable List<String> diagnosis,
            @Nullable List<String> except) {}

    /** Copies the list; refuses a rule that says nothing. */
    ListRule {
        fields = fields == null ? List.of() : List.copyOf(fields);
        Objects.requireNonNull(test, id);
        Objects.requireNonNull(says, id);
        Objects.requireNonNull(source, id);
    }

    /** The rules in their order. */
    static List<ListRule> all() {
        try (InputStream in =
                Objects.requireNonNull(ListRule.class.getResourceAsStream("/settlement/list-rules.yaml"))) {
            return List.copyOf(
                    YAMLMapper.builder().build().readValue(in, Table.class).rules());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Table(String version, List<ListRule> rules) {}
}
