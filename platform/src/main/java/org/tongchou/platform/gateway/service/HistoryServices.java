package org.tongchou.platform.gateway.service;

import static org.tongchou.platform.gateway.service.ChargeServices.yuan;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.catalogue.Catalogue;
import org.tongchou.platform.catalogue.CatalogueItem;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.settlement.ChargeHistory;
import org.tongchou.platform.settlement.ChargeHistory.Entry;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;

/** Charges that were settled: 5204, 5205. */
@Component
class HistoryServices implements Services {
    private static final BigDecimal NO_LIMIT = new BigDecimal("999999");

    private final Visits visits;
    private final Settlements settlements;
    private final ChargeHistory history;
    private final Persons persons;
    private final Providers providers;
    private final Catalogue catalogue;

    HistoryServices(
            Visits visits,
            Settlements settlements,
            ChargeHistory history,
            Persons persons,
            Providers providers,
            Catalogue catalogue) {
        this.visits = visits;
        this.settlements = settlements;
        this.history = history;
        this.persons = persons;
        this.providers = providers;
        this.catalogue = catalogue;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("5204", Service.asks(this::settled), "5205", Service.asks(this::chronic));
    }

    private Output settled(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = visits.get(exchange.institution(), row.text("mdtrt_id"));
        if (!visit.personNumber().equals(row.text("psn_no"))) {
            throw WireWords.otherPerson(row.text("psn_no"));
        }
        Settled settled = settlements.get(visit, row.text("setl_id"));
        List<Entry> entries = history.ofSettlement(settled.id());
        int sign = settled.reverses() == null ? 1 : -1;
        Map<String, CatalogueItem> names = names(exchange, entries);
        return exchange.output()
                .knownRows(
                        "",
                        entries.stream()
                                .map(entry -> {
                                    Map<String, Object> told = told(entry, names, sign);
                                    told.put("setl_id", settled.number());
                                    return told;
                                })
                                .toList());
    }

    private Output chronic(Exchange exchange) {
        Row row = exchange.row();
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        LocalDateTime from = row.time("begntime").orElseThrow();
        LocalDateTime to = row.time("endtime").orElse(exchange.now());
        List<Entry> entries = history.chronic(person.id(), from, to);
        Map<String, CatalogueItem> names = names(exchange, entries);
        return exchange.output()
                .knownRows(
                        "feedetail",
                        entries.stream()
                                .map(entry -> {
                                    Map<String, Object> told = told(entry, names, 1);
                                    told.put("psn_no", person.number());
                                    told.put("fixmedins_code", entry.provider());
                                    told.put(
                                            "fixmedins_name",
                                            providers
                                                    .find(entry.provider())
                                                    .map(Provider::name)
                                                    .orElse(""));
                                    return told;
                                })
                                .toList());
    }

    private Map<String, CatalogueItem> names(Exchange exchange, List<Entry> entries) {
        return catalogue.find(
                "insured",
                entries.stream().map(Entry::itemCode).collect(Collectors.toSet()),
                exchange.now().toLocalDate());
    }

    /** What there is to say of a charge; what was told with it as it was told. */
    private static Map<String, Object> told(Entry entry, Map<String, CatalogueItem> names, int sign) {
        Map<String, Object> told = new LinkedHashMap<>(entry.details());
        told.keySet().removeAll(List.of("prd_days", "fee_ocur_time", "psn_no"));
        CatalogueItem item = names.get(entry.itemCode());
        String name = item == null ? entry.name() : item.name();
        told.put("mdtrt_id", entry.visit());
        told.put("feedetl_sn", entry.sn());
        told.put(
                "rx_drord_no",
                entry.details().getOrDefault("rxno", entry.details().getOrDefault("drord_no", "")));
        told.put("med_type", entry.nationalKind());
        told.put("fee_ocur_time", entry.charged());
        told.put("cnt", entry.pieces().multiply(BigDecimal.valueOf(sign)));
        told.put("pric", entry.price());
        told.put("det_item_fee_sumamt", yuan(sign * entry.fen()));
        BigDecimal limit = entry.limit();
        told.put("pric_uplmt_amt", limit == null ? NO_LIMIT : limit);
        BigDecimal share = entry.share();
        told.put("selfpay_prop", share == null ? BigDecimal.ZERO : share);
        told.put("fulamt_ownpay_amt", yuan(sign * entry.ownFen()));
        told.put("overlmt_amt", yuan(sign * entry.overFen()));
        told.put("preselfpay_amt", yuan(sign * entry.preFen()));
        told.put("inscp_scp_amt", yuan(sign * entry.scopeFen()));
        told.put("chrgitm_lv", WireWords.itemClass(entry.itemClass()));
        told.put("hilist_code", entry.itemCode());
        told.put("hilist_name", name);
        told.put("list_type", WireWords.listType(entry.code()));
        told.put("med_list_codg", entry.code());
        told.put("medins_list_codg", entry.ownCode());
        told.put("medins_list_name", entry.name().isEmpty() ? name : entry.name());
        told.put("med_chrgitm_type", entry.chargeType().isEmpty() ? "14" : entry.chargeType());
        told.put("lmt_used_flag", entry.restricted() ? "1" : "0");
        told.put("hosp_appr_flag", Integer.toString(entry.approval()));
        return told;
    }
}
