package org.tongchou.platform.enrolment.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.platform.region.Region;

/** Which scheme counts when a person is in several: as the pack ranks them for benefits. */
@Component
public class SchemeRank {
    private static final String CARE = "care";

    private final Region region;

    SchemeRank(Region region) {
        this.region = region;
    }

    /** The schemes of the region in the order of the pack. */
    public List<String> all() {
        return List.copyOf(region.pack().vocabulary().wordsOf(Fact.of(Fact.Kind.SCHEME)));
    }

    /** The schemes of basic medical insurance, of which a person should have one: those that count first first. */
    public List<String> basic(LocalDate day) {
        return all().stream()
                .filter(scheme -> !scheme.equals(CARE))
                .sorted(Comparator.comparing(scheme -> rank(scheme, day)))
                .toList();
    }

    private BigDecimal rank(String scheme, LocalDate day) {
        Result<BigDecimal> rank = Working.of(
                region.pack(),
                "险种次序",
                working -> working.find("coverage.rank", day, Facts.NONE.with(Fact.Kind.SCHEME, scheme))
                        .orElse(BigDecimal.TEN));
        return rank instanceof Result.Found<BigDecimal> found ? found.value() : BigDecimal.TEN;
    }
}
