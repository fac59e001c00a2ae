package org.tongchou.platform.performance.sheet;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.Spending;
import org.tongchou.platform.performance.IndicatorSource;

/** All queries that indicators may be bound to. */
@Component
public class IndicatorBindings {
    private final Map<String, IndicatorSource> sources = new TreeMap<>();
    private final Spending spending;

    IndicatorBindings(List<IndicatorSource> offered, Spending spending) {
        for (IndicatorSource source : offered) {
            if (sources.put(source.key(), source) != null) {
                throw new IllegalStateException("two indicator sources with key " + source.key());
            }
        }
        this.spending = spending;
    }

    /** A query for people. */
    public record Offered(String key, String label, String unit, String meaning) {}

    /** What may be bound, by key. */
    public List<Offered> offered() {
        return sources.values().stream()
                .map(source -> new Offered(source.key(), source.label(), source.unit(), source.meaning()))
                .sorted(Comparator.comparing(Offered::key))
                .toList();
    }

    /** The keys. */
    Set<String> keys() {
        return Set.copyOf(sources.keySet());
    }

    /** The name of a query; its key when it is not offered any more. */
    public String label(String key) {
        IndicatorSource source = sources.get(key);
        return source == null ? key : source.label();
    }

    /** The value of a bound line as of a day; empty when it cannot be computed. */
    public Optional<IndicatorSource.Value> value(TargetSheet sheet, TargetLine line, LocalDate until) {
        IndicatorSource source = sources.get(line.binding());
        if (source == null) {
            return Optional.empty();
        }
        List<Long> about = sheet.whole() ? spending.unitsOf(sheet.unitId()) : List.of(sheet.unitId());
        return source.value(new IndicatorSource.Query(about, sheet.projectId(), sheet.year(), until));
    }
}
