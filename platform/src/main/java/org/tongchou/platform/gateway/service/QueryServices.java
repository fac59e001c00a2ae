package org.tongchou.platform.gateway.service;

import static org.tongchou.platform.gateway.service.ChargeServices.yuan;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;

/** What was done at the institution: 5201 to 5203, 5206, 5303. */
@Component
class QueryServices implements Services {
    private final Visits visits;
    private final Settlements settlements;
    private final Persons persons;
    private final Whom whom;
    private final SettlementServices answers;
    private final WireWords words;

    QueryServices(
            Visits visits,
            Settlements settlements,
            Persons persons,
            Whom whom,
            SettlementServices answers,
            WireWords words) {
        this.visits = visits;
        this.settlements = settlements;
        this.persons = persons;
        this.whom = whom;
        this.answers = answers;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "5201", Service.asks(this::visited),
                "5202", Service.asks(this::diagnosed),
                "5203", Service.asks(this::settled),
                "5203A", Service.asks(this::settled),
                "5206", Service.asks(this::used),
                "5303", Service.asks(this::staying));
    }

    private Output visited(Exchange exchange) {
        Row row = exchange.row();
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        List<Map<String, Object>> found = ofTime(person, row).stream()
                .filter(visit -> visit.provider().equals(exchange.institution()))
                .filter(visit -> visit.nationalKind().equals(row.text("med_type")))
                .filter(visit -> !row.has("mdtrt_id") || visit.number().equals(row.text("mdtrt_id")))
                .map(visit -> told(person, visit))
                .toList();
        return exchange.output().rows("mdtrtinfo", found);
    }

    private List<Visit> ofTime(Person person, Row row) {
        LocalDateTime from = row.time("begntime").orElseThrow();
        LocalDateTime to = row.time("endtime").orElse(from.plusYears(1));
        boolean wholeDay = to.toLocalTime().toSecondOfDay() == 0;
        return visits.of(person.id(), from, wholeDay ? to.plusDays(1).minusSeconds(1) : to);
    }

    private Map<String, Object> told(Person person, Visit visit) {
        Map<String, Object> row = base(person, visit);
        row.put("psn_type", "");
        row.put("begntime", visit.begun());
        LocalDateTime ended = visit.ended();
        row.put("endtime", ended == null ? visit.begun() : ended);
        row.put("cvlserv_flag", "0");
        row.put("inhosp_stas", visit.state().equals(Visit.STAYING) ? "1" : "0");
        return row;
    }

    private Map<String, Object> base(Person person, Visit visit) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("mdtrt_id", visit.number());
        row.put("psn_no", person.number());
        row.put("psn_cert_type", person.certificateType());
        row.put("certno", person.masked());
        row.put("psn_name", person.name());
        row.put("gend", WireWords.sex(person.sex()));
        row.put("brdy", person.born());
        row.put(
                "age",
                BigDecimal.valueOf(Period.between(person.born(), visit.begun().toLocalDate())
                        .getYears()));
        row.put("insutype", words.insutype(visit.scheme()));
        row.put("med_type", visit.nationalKind());
        return row;
    }

    private Output diagnosed(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = visits.get(exchange.institution(), row.text("mdtrt_id"));
        return exchange.output()
                .rows(
                        "diseinfo",
                        java.util.stream.Stream.of(false, true)
                                .flatMap(atEnd -> visits.diagnoses(visit, atEnd).stream()
                                        .map(one -> diagnosis(visit, atEnd, one)))
                                .toList());
    }

    private static Map<String, Object> diagnosis(Visit visit, boolean atEnd, Visits.Diagnosis one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("diag_info_id", visit.number() + (atEnd ? "-2-" : "-1-") + one.type() + "-" + one.sort());
        row.put("mdtrt_id", visit.number());
        row.put("psn_no", visit.personNumber());
        row.put("inout_diag_type", atEnd ? "2" : "1");
        row.put("diag_type", one.type());
        row.put("maindiag_flag", one.main() ? "1" : "0");
        row.put("diag_srt_no", BigDecimal.valueOf(one.sort()));
        row.put("diag_code", one.code());
        row.put("diag_name", one.name());
        row.put("diag_dept", one.details().getOrDefault("diag_dept", ""));
        row.put("dise_dor_no", one.details().getOrDefault("dise_dor_no", ""));
        row.put("dise_dor_name", one.details().getOrDefault("dise_dor_name", ""));
        return row;
    }

    private Output settled(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = visits.get(exchange.institution(), row.text("mdtrt_id"));
        Settled settled = settlements.get(visit, row.text("setl_id"));
        Person person = whom.of(settled);
        Map<String, Object> info = new LinkedHashMap<>(answers.info(person, visit, settled));
        info.put("fixmedins_code", visit.provider());
        info.put("hosp_lv", visit.providerLevel());
        info.put("pay_loc", "2");
        info.put("begndate", visit.begun().toLocalDate());
        LocalDateTime ended = visit.ended();
        info.put("enddate", ended == null ? settled.day() : ended.toLocalDate());
        info.put(
                "psn_pay",
                yuan(settled.amounts().account()
                        + settled.amounts().mutual()
                        + settled.amounts().cash()));
        info.put("cash_payamt", yuan(settled.amounts().cash()));
        info.put("medins_setl_id", settled.message());
        info.put("refd_setl_flag", settled.reverses() == null ? "0" : "1");
        info.put("year", Integer.toString(settled.day().getYear()));
        return exchange.output().known("setlinfo", info).rows("setldetail", answers.details(settled));
    }

    private Output used(Exchange exchange) {
        Row row = exchange.row();
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        String month = row.has("cum_ym")
                ? row.text("cum_ym")
                : exchange.now().toString().substring(0, 7).replace("-", "");
        if (!month.matches("[0-9]{4}(0[1-9]|1[0-2])?")) {
            throw row.refused("E-GWY-014", "cum_ym", "yyyyMM 的年月");
        }
        int year = Integer.parseInt(month.substring(0, 4));
        return exchange.output()
                .rows(
                        "cuminfo",
                        settlements.accumulated(person.id(), year).entrySet().stream()
                                .map(one -> accumulated(one.getKey(), one.getValue(), year, month))
                                .toList());
    }

    private static Map<String, Object> accumulated(String counter, BigDecimal value, int year, String month) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("insutype", counter.startsWith("employee") || counter.startsWith("large") ? "310" : "390");
        row.put("year", Integer.toString(year));
        row.put("cum_ym", month);
        row.put("cum_type_code", counter);
        row.put("cum", value);
        return row;
    }

    private Output staying(Exchange exchange) {
        Row row = exchange.row();
        Person person = PersonServices.byNumber(persons, row.text("psn_no"));
        return exchange.output()
                .rows(
                        "data",
                        visits.staying(person.id()).stream()
                                .map(visit -> {
                                    Map<String, Object> told = base(person, visit);
                                    told.put("begndate", visit.begun().toLocalDate());
                                    return told;
                                })
                                .toList());
    }
}
