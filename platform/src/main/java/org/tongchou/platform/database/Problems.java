package org.tongchou.platform.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems by rule: the first of each rule are named one by one, the others counted. */
public final class Problems {
    private static final int NAMED = 20;

    private final Map<String, List<String>> named = new LinkedHashMap<>();
    private final Map<String, Integer> others = new LinkedHashMap<>();

    /**
     * Notes one.
     *
     * @param rule what does not hold
     * @param where where
     */
    public void add(String rule, String where) {
        List<String> known = named.computeIfAbsent(rule, key -> new ArrayList<>());
        if (known.size() < NAMED) {
            known.add(where);
        } else {
            others.merge(rule, 1, Integer::sum);
        }
    }

    /** All of them as sentences. */
    public List<String> told() {
        List<String> told = new ArrayList<>();
        named.forEach((rule, places) -> {
            places.forEach(place -> told.add(rule + "：" + place));
            Integer more = others.get(rule);
            if (more != null) {
                told.add(rule + "：另有 " + more + " 处");
            }
        });
        return told;
    }
}
