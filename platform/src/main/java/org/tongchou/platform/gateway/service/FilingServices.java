package org.tongchou.platform.gateway.service;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.settlement.Filings.Filing;
import org.tongchou.platform.settlement.Filings.Kind;
import org.tongchou.platform.settlement.Filings.NewFiling;

/** Filings and what is asked of them: 2501 to 2507, 5301, 5302, 5304. */
@Component
class FilingServices implements Services {
    private static final String REFERRED = "referred";
    private static final String CHOSEN = "03";
    /** 异地安置登记: somebody lives in another region and is treated there (异地长期居住). */
    private static final String SETTLED_ELSEWHERE = "08";

    private static final String RESIDENT = "resident";
    private static final String TYPE = "biz_appy_type";

    private final Filings filings;
    private final Persons persons;
    private final WireWords words;
    private final Region region;

    FilingServices(Filings filings, Persons persons, WireWords words, Region region) {
        this.filings = filings;
        this.persons = persons;
        this.words = words;
        this.region = region;
    }

    @Override
    public Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        services.put("2501", Service.changes(this::refer));
        services.put("2501A", Service.changes(this::refer));
        services.put("2502", Service.changes(this::cancel));
        services.put("2503", Service.changes(this::disease));
        services.put("2504", Service.changes(this::cancel));
        services.put("2505", Service.changes(this::choose));
        services.put("2506", Service.changes(this::cancel));
        services.put("2507", Service.changes(this::accident));
        services.put("5301", Service.asks(this::diseases));
        services.put("5302", Service.asks(this::chosen));
        services.put("5304", Service.asks(this::referrals));
        return services;
    }

    private Output refer(Exchange exchange) {
        Row row = exchange.row("refmedin");
        return filed(exchange, row, Kind.REFERRAL, REFERRED, row.text("reflin_medins_no"), "refl_date");
    }

    private Output disease(Exchange exchange) {
        Row row = exchange.row();
        String word = words.disease(row.text("opsp_dise_code"), row.text("opsp_dise_name"))
                .orElseThrow(() -> row.refused("E-GWY-085", "opsp_dise_code", "本统筹区门诊慢特病病种的代码，或以病种名称填 opsp_dise_name"));
        return filed(exchange, row, Kind.DISEASE, word, row.text("opsp_dise_code"), "begndate");
    }

    private Output choose(Exchange exchange) {
        Row row = exchange.row();
        String chosen = row.text("fixmedins_code");
        if (!row.text(TYPE).equals(SETTLED_ELSEWHERE)) {
            return filed(exchange, row, Kind.PROVIDER, "", chosen, "begndate");
        }
        String area = chosen.matches("[HP][0-9]{11}") ? chosen.substring(1, 5) + "00" : "";
        if (area.isEmpty() || area.equals(region.code())) {
            throw row.refused("E-GWY-086", "fixmedins_code", "异地安置登记须填写其他统筹区的定点医药机构编号，由其区划确定就医地");
        }
        Map<String, String> details = new LinkedHashMap<>(VisitServices.told(row));
        details.put("mdtrtarea_admdvs", area);
        return filed(exchange, row, Kind.REFERRAL, RESIDENT, chosen, "begndate", details);
    }

    private Output accident(Exchange exchange) {
        Row row = exchange.row();
        return filed(
                exchange, row, Kind.ACCIDENT, "", row.has("trum_time") ? row.printed("trum_time") : "", "begndate");
    }

    private Output filed(Exchange exchange, Row row, Kind kind, String word, String code, String first) {
        return filed(exchange, row, kind, word, code, first, VisitServices.told(row));
    }

    private Output filed(
            Exchange exchange,
            Row row,
            Kind kind,
            String word,
            String code,
            String first,
            Map<String, String> details) {
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        LocalDate begins = row.day("begndate")
                .or(() -> row.day(first))
                .orElse(exchange.now().toLocalDate());
        Filing filing = filings.file(
                exchange.actor(),
                new NewFiling(
                        person.id(),
                        kind,
                        word,
                        code,
                        exchange.institution(),
                        begins,
                        row.day("enddate").orElse(null),
                        exchange.call().msgid(),
                        details));
        return exchange.output("result", Map.of("trt_dcla_detl_sn", filing.number()));
    }

    private Output cancel(Exchange exchange) {
        Row row = exchange.row();
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        filings.cancel(exchange.actor(), person.id(), row.text("trt_dcla_detl_sn"), row.text("memo"));
        return exchange.output();
    }

    private Output diseases(Exchange exchange) {
        Person person = PersonServices.byNumber(persons, exchange.row().text("psn_no"));
        return exchange.output()
                .rows(
                        "feedetail",
                        filings.of(person.id(), Kind.DISEASE).stream()
                                .map(one ->
                                        dated(one, Map.of("opsp_dise_code", one.code(), "opsp_dise_name", one.word())))
                                .toList());
    }

    private Output chosen(Exchange exchange) {
        Person person = PersonServices.byNumber(persons, exchange.row().text("psn_no"));
        String type = exchange.row().text(TYPE);
        Kind kind = type.equals(SETTLED_ELSEWHERE) ? Kind.REFERRAL : Kind.PROVIDER;
        return exchange.output()
                .rows(
                        "psnfixmedin",
                        filings.of(person.id(), kind).stream()
                                .filter(one -> one.details()
                                        .getOrDefault(TYPE, kind == Kind.PROVIDER ? CHOSEN : "")
                                        .equals(type))
                                .map(one -> dated(
                                        one,
                                        Map.of(
                                                "psn_no", person.number(),
                                                "fix_srt_no", one.details().getOrDefault("fix_srt_no", "1"),
                                                "fixmedins_code", one.code(),
                                                "fixmedins_name", one.details().getOrDefault("fixmedins_name", ""))))
                                .toList());
    }

    private Output referrals(Exchange exchange) {
        Person person = PersonServices.byNumber(persons, exchange.row().text("psn_no"));
        return exchange.output()
                .rows(
                        "refmedin",
                        filings.of(person.id(), Kind.REFERRAL).stream()
                                .filter(one -> !one.details().containsKey(TYPE))
                                .map(one -> referral(person, one))
                                .toList());
    }

    private static Map<String, Object> referral(Person person, Filing one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("insutype", one.details().getOrDefault("insutype", ""));
        row.put("dcla_souc", "01");
        row.put("psn_no", person.number());
        row.put("psn_cert_type", person.certificateType());
        row.put("certno", person.masked());
        row.put("psn_name", person.name());
        row.put("gend", WireWords.sex(person.sex()));
        row.put("brdy", person.born());
        for (String told : new String[] {
            "diag_code", "diag_name", "dise_cond_dscr", "reflin_medins_no", "reflin_medins_name", "refl_rea"
        }) {
            row.put(told, one.details().getOrDefault(told, ""));
        }
        row.put("refl_date", one.begins());
        row.put("hosp_agre_refl_flag", one.details().getOrDefault("hosp_agre_refl_flag", "1"));
        return dated(one, row);
    }

    private static Map<String, Object> dated(Filing one, Map<String, ?> values) {
        Map<String, Object> row = new LinkedHashMap<>(values);
        row.put("begndate", one.begins());
        LocalDate last = one.ends();
        if (last != null) {
            row.put("enddate", last);
        }
        return row;
    }
}
