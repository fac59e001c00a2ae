package org.tongchou.platform.settlement.manual;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What the desk goes by, as {@code settlement/manual.yaml} says it.
 *
 * @param limits working days by state
 * @param care kinds of care
 * @param materials what may be handed in, by key
 * @param kinds kinds of cases
 * @param stay materials that a stay needs besides
 */
record DeskRules(Limits limits, List<Care> care, Map<String, String> materials, List<Kind> kinds, List<String> stay) {
    private static final DeskRules RULES = read();

    /**
     * Time limits.
     *
     * @param source where they come from
     * @param days working days by state
     */
    record Limits(String source, Map<String, Integer> days) {}

    /**
     * A kind of care.
     *
     * @param key word of the pack
     * @param name name
     * @param code code of the national interface
     * @param stay whether it is a stay
     */
    record Care(
            String key, String name, String code, @Nullable Boolean stay) {
        boolean isStay() {
            return Boolean.TRUE.equals(stay);
        }
    }

    /**
     * A kind of case.
     *
     * @param key stable key
     * @param name name
     * @param materials what is handed in
     * @param tags words for the settlement
     * @param places where it may have happened
     * @param advance whether a third party is to pay it back
     */
    record Kind(
            String key,
            String name,
            List<String> materials,
            List<String> tags,
            List<String> places,
            @Nullable Boolean advance) {
        boolean isAdvance() {
            return Boolean.TRUE.equals(advance);
        }
    }

    /** The rules in force. */
    static DeskRules rules() {
        return RULES;
    }

    /** A kind of case by its key. */
    Kind kind(String key) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "E-SET-110",
                        "申请类别",
                        key,
                        String.join("、", kinds.stream().map(Kind::name).toList())));
    }

    /** A kind of care by its key. */
    Care careOf(String key) {
        return care.stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.field(
                        "E-SET-110",
                        "医疗类别",
                        key,
                        String.join("、", care.stream().map(Care::name).toList())));
    }

    /** What is to be handed in for a case. */
    List<String> needed(Kind kind, Care care, boolean byAgent) {
        List<String> needed = new ArrayList<>(kind.materials());
        if (care.isStay()) {
            needed.addAll(stay);
        }
        if (byAgent) {
            needed.add("agent");
        }
        return needed;
    }

    private static DeskRules read() {
        try (InputStream in = DeskRules.class.getResourceAsStream("/settlement/manual.yaml")) {
            if (in == null) {
                throw new IllegalStateException("manual.yaml is missing");
            }
            return YAMLMapper.builder().build().readValue(in, DeskRules.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
