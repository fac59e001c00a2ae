package org.tongchou.platform.sample;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.sample.SampleRegion.Made;
import org.tongchou.platform.sample.plan.RegionPlan;
import org.tongchou.platform.sample.plan.RegionPlan.Period;
import org.tongchou.platform.sample.plan.RegionPlan.PlannedProvider;
import org.tongchou.platform.sample.plan.Setting;

/** Who lives in the synthetic region, with identity numbers that are nobody's: those that training may use. */
@Component
public class SamplePeople {
    private static final int MOST = 20_000;

    private final SampleRegion made;
    private final Region region;
    private final Clock clock;
    private @Nullable Known known;

    SamplePeople(SampleRegion made, Region region, Clock clock) {
        this.made = made;
        this.region = region;
        this.clock = clock;
    }

    private record Known(Setting setting, List<SamplePerson> people, List<SampleProvider> providers) {}

    /**
     * A person who is insured today.
     *
     * @param place place in the list, which stays
     * @param name name
     * @param idNumber identity number
     * @param born day of birth
     * @param scheme scheme in force
     * @param type 人员类别 of the pack
     * @param identities special identities in force
     * @param county code of the county
     */
    public record SamplePerson(
            int place,
            String name,
            String idNumber,
            LocalDate born,
            String scheme,
            String type,
            List<String> identities,
            String county) {
        /** Copies the list. */
        public SamplePerson {
            identities = List.copyOf(identities);
        }

        /** Without what says who somebody is. */
        @Override
        public String toString() {
            return "SamplePerson[" + place + "]";
        }
    }

    /**
     * A provider with an agreement.
     *
     * @param code its code
     * @param name its name
     * @param kind its kind
     */
    public record SampleProvider(String code, String name, String kind) {}

    /** The insured of a region that is finished, at most 20,000; none before. */
    public List<SamplePerson> people() {
        return known().people();
    }

    /** The providers with agreements of a region that is finished; none before. */
    public List<SampleProvider> providers() {
        return known().providers();
    }

    private synchronized Known known() {
        Made now = made.find().filter(each -> each.finishedAt() != null).orElse(null);
        if (now == null) {
            return new Known(new Setting(1, 0, LocalDate.EPOCH), List.of(), List.of());
        }
        Setting setting = new Setting(now.people(), now.seed(), now.day());
        Known before = known;
        if (before == null || !before.setting().equals(setting)) {
            before = read(RegionPlan.of(region.pack(), region.tiers(), setting));
            known = before;
        }
        return before;
    }

    private Known read(RegionPlan plan) {
        LocalDate today = LocalDate.now(clock);
        List<SamplePerson> people = java.util.stream.IntStream.range(
                        0, Math.min(MOST, plan.people().size()))
                .mapToObj(place -> person(plan, place, today))
                .filter(Objects::nonNull)
                .toList();
        List<SampleProvider> providers = plan.providers().stream()
                .filter(provider -> provider.standing() == PlannedProvider.Standing.SIGNED)
                .map(provider -> new SampleProvider(provider.code(), provider.name(), provider.kind()))
                .toList();
        return new Known(plan.setting(), people, providers);
    }

    private static @Nullable SamplePerson person(RegionPlan plan, int place, LocalDate today) {
        RegionPlan.PlannedPerson person = plan.people().get(place);
        Period period = person.on(today);
        return period == null
                ? null
                : new SamplePerson(
                        place,
                        person.name(),
                        person.idNumber(),
                        person.born(),
                        period.scheme(),
                        period.type(),
                        person.identities().stream()
                                .filter(each -> !each.from().isAfter(today)
                                        && (each.to() == null || !each.to().isBefore(today)))
                                .map(RegionPlan.Identity::word)
                                .toList(),
                        period.county());
    }
}
