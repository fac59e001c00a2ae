package org.tongchou.benefit.policy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The benefit rules of a region as its files say them. What each part means is told in {@code docs/benefit-engine.md}.
 *
 * @param id name of its folder, for example {@code wuhan}
 * @param region whose rules they are
 * @param sources documents by id
 * @param vocabulary the words of the region
 * @param counters what people use up, by name
 * @param parameters figures and rules by name
 * @param tiers who pays, by id
 * @param plans in the order in which they are tried: by file (those of the folder itself before those of its
 *     sub-folders, by name), then as written
 */
public record PolicyPack(
        String id,
        Region region,
        Map<String, Source> sources,
        Vocabulary vocabulary,
        Map<String, Counter> counters,
        Map<String, Parameter> parameters,
        Map<String, Tier> tiers,
        List<Plan> plans) {
    /** Copies the collections; maps are sorted by name. */
    public PolicyPack {
        sources = sorted(sources);
        counters = sorted(counters);
        parameters = sorted(parameters);
        tiers = sorted(tiers);
        plans = List.copyOf(plans);
    }

    /**
     * Reads and checks the pack of a folder.
     *
     * @return the pack with all that is wrong in it; mistakes never throw
     */
    public static PackReading read(Path folder) {
        Findings findings = new Findings();
        String id = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return PackReading.of(id, PackFiles.read(folder, findings), findings);
    }

    /**
     * As {@link #read(Path)}, from texts.
     *
     * @param id name of the pack
     * @param texts the files by path inside the folder, in any order
     */
    public static PackReading read(String id, Map<String, String> texts) {
        return PackReading.of(id, texts, new Findings());
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
