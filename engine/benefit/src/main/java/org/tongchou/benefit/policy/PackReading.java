package org.tongchou.benefit.policy;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy pack as it was read, with all that is wrong in it.
 *
 * @param pack all that could be read; incomplete when there are errors
 * @param findings errors and warnings by place
 * @param places where fields of tiers and plans are written, by path, for example {@code tiers.resident.pool.ratio}
 * @param reforms the names of the reforms that it has, in the order in which they were added
 */
public record PackReading(PolicyPack pack, List<Finding> findings, Map<String, Place> places, List<String> reforms) {
    /** Copies the collections. */
    public PackReading {
        findings = List.copyOf(findings);
        places = Collections.unmodifiableMap(new TreeMap<>(places));
        reforms = List.copyOf(reforms);
    }

    /** Reads and checks a pack from the texts of its files by path, in any order. */
    static PackReading of(String id, Map<String, String> texts, Findings findings) {
        Map<String, String> ordered = new LinkedHashMap<>();
        texts.keySet().stream().filter(file -> !file.contains("/")).sorted().forEach(file -> ordered.put(file, ""));
        texts.keySet().stream().sorted().forEach(file -> ordered.put(file, ""));
        ordered.replaceAll((file, nothing) -> texts.getOrDefault(file, ""));
        PackReader.Draft draft = PackReader.read(id, ordered, findings);
        Lint.check(draft.pack(), draft.places(), findings);
        return new PackReading(draft.pack(), findings.sorted(), draft.places(), List.of());
    }

    /** Whether there are errors, so that the pack cannot be used. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** The pack; empty when there are errors. */
    public Optional<PolicyPack> findPack() {
        return hasErrors() ? Optional.empty() : Optional.of(pack);
    }

    /**
     * The pack.
     *
     * @throws PolicyPackException naming the errors, when there are any
     */
    public PolicyPack getPack() {
        return findPack().orElseThrow(() -> new PolicyPackException(this));
    }

    /**
     * The pack with a reform.
     *
     * @param file the file of the reform
     * @return the changed pack, checked as a whole; the findings are those of both
     */
    public PackReading with(Path file) {
        Findings all = new Findings();
        Map<String, String> text = new LinkedHashMap<>();
        String name = String.valueOf(file.getFileName());
        PackFiles.read(file, name, text, all);
        return text.isEmpty()
                ? new PackReading(pack, all.sorted(), places, reforms)
                : with(name, text.getOrDefault(name, ""), all);
    }

    /** As {@link #with(Path)}, from the text of the file. */
    public PackReading with(String file, String text) {
        return with(file, text, new Findings());
    }

    private PackReading with(String file, String text, Findings all) {
        Map<String, Place> known = new TreeMap<>();
        Optional<Reform> reform = PackReader.readReform(file, text, pack, all, known);
        Set<String> replaced = known.keySet().stream().map(PackReading::owner).collect(Collectors.toSet());
        places.forEach((path, place) -> {
            if (!replaced.contains(owner(path))) {
                known.put(path, place);
            }
        });
        PolicyPack changed = reform.map(change -> change.applyTo(pack)).orElse(pack);
        findings.stream().filter(Finding::isError).forEach(all::add);
        Lint.check(changed, known, all);
        List<String> names = Stream.concat(reforms.stream(), reform.map(Reform::name).stream())
                .toList();
        return new PackReading(changed, all.sorted(), known, names);
    }

    /** The tier or plan in a path: the last part is its field. */
    private static String owner(String path) {
        return path.substring(0, path.lastIndexOf('.'));
    }
}
