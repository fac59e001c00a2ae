package org.tongchou.platform.gateway.service;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.Matchings;
import org.tongchou.platform.catalogue.Matchings.Matching;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.web.Actor;

/** The institution's catalogue matched with the national codes: 3301, 3302. What it tells waits for the centre's review. */
@Component
class MatchingServices implements Services {
    private static final List<String> DETAILS =
            List.of("aprvno", "dosform", "exct_cont", "item_cont", "prcunt", "spec", "pacspec", "memo");

    private final Matchings matchings;

    MatchingServices(Matchings matchings) {
        this.matchings = matchings;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "3301", Service.changes(this::match),
                "3301A", Service.changes(this::match),
                "3302", Service.changes(this::withdraw));
    }

    private Output match(Exchange exchange) {
        for (Row row : exchange.rows("data")) {
            Map<String, @Nullable String> details = new LinkedHashMap<>();
            DETAILS.stream().filter(row::has).forEach(name -> details.put(name, row.text(name)));
            LocalDate begins = row.day("begndate").orElseThrow();
            matchings.submit(
                    own(exchange),
                    new Matching(
                            exchange.institution(),
                            row.text("fixmedins_hilist_id"),
                            row.text("fixmedins_hilist_name"),
                            kind(row),
                            row.text("med_list_codg"),
                            begins,
                            row.day("enddate").orElse(null),
                            details));
        }
        return exchange.output();
    }

    private Output withdraw(Exchange exchange) {
        Row row = exchange.row();
        if (!row.text("fixmedins_code").equals(exchange.institution())) {
            throw row.refused("E-GWY-091", "fixmedins_code", "报文头的定点医药机构编号");
        }
        matchings.withdraw(
                own(exchange),
                exchange.institution(),
                row.text("fixmedins_hilist_id"),
                kind(row),
                row.text("med_list_codg"));
        return exchange.output();
    }

    private static String kind(Row row) {
        return WireWords.catalogue(row.text("list_type"), row.text("med_list_codg"))
                .orElseThrow(() -> row.refused("E-GWY-097", "list_type", "有目录的类别：101、102、103、201、301"));
    }

    /** An institution belongs to no unit; what it tells is always its own. */
    private static Actor own(Exchange exchange) {
        Actor actor = exchange.actor();
        return new Actor(
                actor.userId(),
                actor.userName(),
                actor.displayName(),
                actor.unitId(),
                List.of(),
                true,
                actor.roles(),
                actor.rights());
    }
}
