package org.tongchou.platform.gateway.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongchou.files.CsvFile;

/** Lists of codes. A region may have more values than the national ones. */
public final class Dictionaries {
    private final Map<String, Map<String, String>> labels;
    private final Map<String, String> titles;

    private Dictionaries(Map<String, Map<String, String>> labels, Map<String, String> titles) {
        this.labels = Collections.unmodifiableMap(labels);
        this.titles = Collections.unmodifiableMap(titles);
    }

    /** The national lists. */
    public static Dictionaries national() {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        CsvFile file = Transactions.read("dictionaries.csv");
        for (CsvFile.Row row : file.rows()) {
            titles.put(file.cell(row, "type"), file.cell(row, "title"));
            labels.computeIfAbsent(file.cell(row, "type"), key -> new LinkedHashMap<>())
                    .put(file.cell(row, "value"), file.cell(row, "label"));
        }
        return new Dictionaries(labels, titles);
    }

    /** The lists. */
    public Set<String> types() {
        return titles.keySet();
    }

    /** The name of a list; empty when there is no such list. */
    public String title(String type) {
        return titles.getOrDefault(type, "");
    }

    /** The codes of a list with their labels; empty when there is no such list. */
    public Map<String, String> of(String type) {
        return Collections.unmodifiableMap(labels.getOrDefault(type, Map.of()));
    }

    /** A code of a list as the list writes it: older editions print some codes without their leading zero. */
    public Optional<String> code(String type, String given) {
        Map<String, String> known = of(type);
        if (known.containsKey(given)) {
            return Optional.of(given);
        }
        return Optional.of("0" + given).filter(known::containsKey);
    }

    /** The label of a code; empty when it is not known. */
    public String label(String type, String code) {
        return of(type).getOrDefault(code, "");
    }
}
