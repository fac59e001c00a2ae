package org.tongchou.platform.enrolment.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.EnrolledQuery;
import org.tongchou.platform.enrolment.HeadCount;
import org.tongchou.platform.enrolment.HeadCut;
import org.tongchou.platform.enrolment.person.EnrolledRows;
import org.tongchou.platform.region.County;
import org.tongchou.platform.region.Population;
import org.tongchou.platform.region.Region;

/** 参保率: people in basic insurance divided by the registered and by the resident population. */
@Component
public class Participation {
    private static final int DECIMALS = 4;

    private final EnrolledRows rows;
    private final Region region;

    Participation(EnrolledRows rows, Region region) {
        this.rows = rows;
        this.region = region;
    }

    /**
     * A county, or all of them.
     *
     * @param county six digits; empty for the total
     * @param name its name
     * @param heads people in basic insurance, each once
     * @param bySchemes of them, by scheme
     * @param populationYear year of the population figures; null when nobody told them
     * @param registered 户籍人口; null when not known
     * @param resident 常住人口; null when not known
     * @param registeredRate heads ÷ registered, four decimals; null when not known or nought
     * @param residentRate heads ÷ resident, four decimals, may exceed 1; null when not known or nought
     */
    public record Line(
            String county,
            String name,
            long heads,
            Map<String, Long> bySchemes,
            @Nullable Integer populationYear,
            @Nullable Long registered,
            @Nullable Long resident,
            @Nullable BigDecimal registeredRate,
            @Nullable BigDecimal residentRate) {}

    /** Every county in order, then the total; the total has rates only when every county's population is known. */
    public List<Line> of(LocalDate day, List<County> counties) {
        EnrolledQuery query =
                new EnrolledQuery(day, null, counties.stream().map(County::code).toList(), null, null);
        Map<String, Map<String, Long>> heads = new HashMap<>();
        for (HeadCount cell : rows.count(query, Set.of(HeadCut.COUNTY, HeadCut.SCHEME))) {
            heads.computeIfAbsent(word(cell, HeadCut.COUNTY), county -> new HashMap<>())
                    .put(word(cell, HeadCut.SCHEME), cell.heads());
        }
        List<Line> lines = new ArrayList<>();
        for (County county : counties) {
            lines.add(line(county, heads.getOrDefault(county.code(), Map.of()), population(county, day)));
        }
        lines.add(total(lines));
        return lines;
    }

    private static String word(HeadCount cell, HeadCut cut) {
        return cell.of().getOrDefault(cut, "");
    }

    /** The figures of the year, or of the year before while those are not told yet. */
    private Optional<Population> population(County county, LocalDate day) {
        return region.population(county.code(), day.getYear())
                .or(() -> region.population(county.code(), day.getYear() - 1));
    }

    private static Line line(County county, Map<String, Long> schemes, Optional<Population> population) {
        long heads = schemes.values().stream().mapToLong(Long::longValue).sum();
        Long registered = population.map(Population::registered).orElse(null);
        Long resident = population.map(Population::resident).orElse(null);
        return new Line(
                county.code(),
                county.name(),
                heads,
                schemes,
                population.map(Population::year).orElse(null),
                registered,
                resident,
                rate(heads, registered),
                rate(heads, resident));
    }

    private static Line total(List<Line> lines) {
        Map<String, Long> schemes = new HashMap<>();
        lines.forEach(line -> line.bySchemes().forEach((scheme, heads) -> schemes.merge(scheme, heads, Long::sum)));
        long heads = lines.stream().mapToLong(Line::heads).sum();
        Long registered = 0L;
        Long resident = 0L;
        Integer year = null;
        for (Line line : lines) {
            registered = sum(registered, line.registered());
            resident = sum(resident, line.resident());
            year = line.populationYear() == null ? year : line.populationYear();
        }
        return new Line(
                "", "合计", heads, schemes, year, registered, resident, rate(heads, registered), rate(heads, resident));
    }

    private static @Nullable Long sum(@Nullable Long sum, @Nullable Long more) {
        return sum == null || more == null ? null : (Long) (sum + more);
    }

    private static @Nullable BigDecimal rate(long heads, @Nullable Long people) {
        return people == null || people == 0
                ? null
                : BigDecimal.valueOf(heads).divide(BigDecimal.valueOf(people), DECIMALS, RoundingMode.HALF_UP);
    }
}
