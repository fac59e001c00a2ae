package org.tongchou.platform.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A case of {@code gateway/counter-cases.yaml}. */
record CounterCase(
        @JsonProperty("case") String name,

        String because,
        Who person,
        List<Bill> bills,
        List<Map<String, String>> expect) {
    private static final Set<String> STAYS = Set.of("21", "52");

    /** Whom it is about. */
    record Who(
            String scheme,
            String type,
            int age,
            int days,
            @Nullable String sex,
            @Nullable List<String> identities,
            @Nullable String disease,
            @Nullable String account) {}

    /** What is charged. */
    record Bill(
            String at,
            String kind,
            @Nullable String a,
            @Nullable String b,
            @Nullable String own,
            @Nullable String diagnosis,

            @JsonProperty("use_account") boolean useAccount) {
        Map<String, BigDecimal> lines() {
            Map<String, BigDecimal> lines = new LinkedHashMap<>();
            Stream.of(
                            Map.entry("a", a == null ? "0" : a),
                            Map.entry("b", b == null ? "0" : b),
                            Map.entry("own", own == null ? "0" : own))
                    .filter(line -> !line.getValue().equals("0"))
                    .forEach(line -> lines.put(line.getKey(), new BigDecimal(line.getValue())));
            return lines;
        }

        BigDecimal total() {
            return lines().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean stay() {
            return STAYS.contains(kind);
        }
    }
}
