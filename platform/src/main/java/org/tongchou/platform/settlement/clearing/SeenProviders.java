package org.tongchou.platform.settlement.clearing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** The institutions whose county somebody looks after. */
@Component
public class SeenProviders {
    private final Providers providers;
    private final Region region;
    private final Clock clock;

    SeenProviders(Providers providers, Region region, Clock clock) {
        this.providers = providers;
        this.region = region;
        this.clock = clock;
    }

    /** Names by code of the institutions under agreement that somebody sees. */
    public Map<String, String> names(Actor actor) {
        Map<String, Long> units = region.counties().stream()
                .collect(Collectors.toMap(county -> county.code(), county -> county.unitId()));
        return providers.active(LocalDate.now(clock)).stream()
                .filter(one -> actor.allUnits()
                        || Optional.ofNullable(units.get(one.county()))
                                .filter(actor::sees)
                                .isPresent())
                .collect(Collectors.toMap(Provider::code, Provider::name, (one, other) -> one));
    }

    /** Narrows a list to what somebody sees, and to those whose code or name contains a text. */
    public Where narrow(Where where, String column, Actor actor, String text) {
        if (actor.allUnits() && text.isEmpty()) {
            return where;
        }
        String[] codes = names(actor).entrySet().stream()
                .filter(one -> text.isEmpty()
                        || one.getKey().contains(text)
                        || one.getValue().contains(text))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
        return where.and(column + " = any(:seenProviders)", "seenProviders", codes);
    }

    /** Refuses an institution of a county that somebody does not look after. */
    public void mustSee(Actor actor, String provider) {
        if (!actor.allUnits() && !names(actor).containsKey(provider)) {
            throw Refusal.forbidden("该机构不在您的数据范围内");
        }
    }

    /** The name of an institution; its code when it is not known. */
    public String name(String provider) {
        return providers.find(provider).map(Provider::name).orElse(provider);
    }
}
