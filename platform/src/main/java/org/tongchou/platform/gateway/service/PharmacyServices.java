package org.tongchou.platform.gateway.service;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.settlement.Visits.NewVisit;

/** Purchases at a pharmacy, registered, charged and settled in one call: 2101 to 2103. */
@Component
class PharmacyServices implements Services {
    private final Visits visits;
    private final Charges charges;
    private final Whom whom;
    private final SettlementServices answers;
    private final WireWords words;

    PharmacyServices(Visits visits, Charges charges, Whom whom, SettlementServices answers, WireWords words) {
        this.visits = visits;
        this.charges = charges;
        this.whom = whom;
        this.answers = answers;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "2101", Service.tries(exchange -> buy(exchange, false)),
                "2102", Service.changes(exchange -> buy(exchange, true)),
                "2102A", Service.changes(exchange -> buy(exchange, true)),
                "2102B", Service.changes(exchange -> buy(exchange, true)),
                "2103", Service.changes(answers::cancel));
    }

    private Output buy(Exchange exchange, boolean kept) {
        Row row = exchange.row("druginfo");
        List<Row> drugs = exchange.rows("drugdetail");
        if (drugs.isEmpty()) {
            throw new WireFault("E-GWY-010", "input 缺少节点 drugdetail，应为 1 至 100 行药品明细");
        }
        Person person = whom.byNumber(exchange, row.text("psn_no"));
        Visit visit = visits.open(new NewVisit(
                person,
                words.scheme(row),
                words.kind(row),
                row.text("med_type"),
                exchange.institution(),
                false,
                "local",
                "none",
                row.time("begntime").orElse(exchange.now()),
                "",
                VisitServices.told(row)));
        List<Charges.Split> splits = charges.add(
                visit,
                drugs.stream()
                        .map(drug -> ChargeServices.charge(exchange, drug))
                        .toList());
        Request request = answers.request(exchange, row, visit);
        Settlements.Settled settled = kept ? whom.settle(exchange, visit, request) : whom.preview(visit, request);
        return answers.told(exchange, visit, settled)
                .rows("detlcutinfo", splits.stream().map(PharmacyServices::cut).toList());
    }

    /** The list of a pharmacy says nothing of restricted use. */
    private static Map<String, Object> cut(Charges.Split split) {
        Map<String, Object> row = ChargeServices.told(split);
        row.remove("lmt_used_flag");
        return row;
    }
}
