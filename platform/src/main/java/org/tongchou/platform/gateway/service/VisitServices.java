package org.tongchou.platform.gateway.service;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.settlement.Visits.Diagnosis;
import org.tongchou.platform.settlement.Visits.NewVisit;

/** Visits: 2201 to 2203 and 2401 to 2405. */
@Component
class VisitServices implements Services {
    private static final List<String> PERSONAL =
            List.of("cert_no", "certno", "tel", "addr", "psn_name", "coner", "agnter_name");

    private final Visits visits;
    private final Whom whom;
    private final WireWords words;

    VisitServices(Visits visits, Whom whom, WireWords words) {
        this.visits = visits;
        this.whom = whom;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        services.put("2201", Service.changes(this::register));
        services.put("2201A", Service.changes(this::register));
        services.put("2202", Service.changes(exchange -> cancel(exchange, "data")));
        services.put("2203", Service.changes(this::describe));
        services.put("2203A", Service.changes(this::describe));
        services.put("2401", Service.changes(this::admit));
        services.put("2402", Service.changes(this::discharge));
        services.put("2403", Service.changes(this::change));
        services.put("2404", Service.changes(exchange -> cancel(exchange, "data")));
        services.put("2405", Service.changes(this::readmit));
        return services;
    }

    private Output register(Exchange exchange) {
        Row row = exchange.row("data");
        Person person = whom.byNumber(exchange, row.text("psn_no"));
        String national = row.has("med_type") ? row.text("med_type") : "11";
        Visit visit = visits.open(new NewVisit(
                person,
                words.scheme(row),
                row.has("med_type") ? words.kind(row) : "outpatient",
                national,
                exchange.institution(),
                false,
                "local",
                "none",
                row.time("begntime").orElse(exchange.now()),
                "",
                told(row)));
        return exchange.output(
                "data",
                Map.of("mdtrt_id", visit.number(), "psn_no", person.number(), "ipt_otp_no", row.text("ipt_otp_no")));
    }

    private Output admit(Exchange exchange) {
        Row row = exchange.row("mdtrtinfo");
        Person person = whom.byNumber(exchange, row.text("psn_no"));
        Visit visit = visits.open(new NewVisit(
                person,
                words.scheme(row),
                words.kind(row),
                row.text("med_type"),
                exchange.institution(),
                true,
                "local",
                "none",
                row.time("begntime").orElse(exchange.now()),
                "",
                told(row)));
        visits.diagnose(visit, false, diagnoses(exchange.rows("diseinfo")));
        return exchange.output("result", Map.of("mdtrt_id", visit.number()));
    }

    private Output describe(Exchange exchange) {
        Row row = exchange.row("mdtrtinfo");
        Visit visit = specified(visit(exchange, row), row);
        visits.change(visit, told(row));
        List<Row> valid = exchange.rows("diseinfo").stream()
                .filter(one -> !one.text("vali_flag").equals("0"))
                .toList();
        visits.diagnose(visit, true, diagnoses(valid));
        return exchange.output();
    }

    /** The kind and the special disease come with the first description. */
    private Visit specified(Visit visit, Row row) {
        String kind = words.kind(row);
        String code = row.text("dise_codg");
        if (!kind.equals("chronic")) {
            return visits.specify(visit, kind, row.text("med_type"), "");
        }
        String disease = words.disease(code, row.text("dise_name"))
                .orElseThrow(() -> row.refused("E-GWY-085", "dise_codg", "门诊慢特病就诊必填的病种代码"));
        return visits.specify(visit, kind, row.text("med_type"), disease);
    }

    private Output change(Exchange exchange) {
        Row row = exchange.row("adminfo");
        Visit visit = visit(exchange, row);
        visits.change(visit, told(row));
        visits.diagnose(visit, false, diagnoses(exchange.rows("diseinfo")));
        return exchange.output();
    }

    private Output discharge(Exchange exchange) {
        Row row = exchange.row("dscginfo");
        Visit visit = visit(exchange, row);
        visits.change(visit, told(row));
        visits.diagnose(visit, true, diagnoses(exchange.rows("diseinfo")));
        visits.discharge(visit, row.time("endtime").orElse(exchange.now()));
        return exchange.output();
    }

    private Output readmit(Exchange exchange) {
        visits.readmit(visit(exchange, exchange.row()));
        return exchange.output();
    }

    private Output cancel(Exchange exchange, String node) {
        visits.cancel(visit(exchange, exchange.row(node)));
        return exchange.output();
    }

    private Visit visit(Exchange exchange, Row row) {
        return visit(visits, exchange, row);
    }

    /** The visit of a row, held; of the person that the row says. */
    static Visit visit(Visits visits, Exchange exchange, Row row) {
        Visit visit = visits.lock(exchange.institution(), row.text("mdtrt_id"));
        if (!row.text("psn_no").equals(visit.personNumber())) {
            throw WireWords.otherPerson(row.text("psn_no"));
        }
        return visit;
    }

    /** The diagnoses; older clients do not flag the main one, which then is the first of western medicine. */
    private static List<Diagnosis> diagnoses(List<Row> rows) {
        boolean flagged = rows.stream().anyMatch(row -> row.has("maindiag_flag"));
        int first = rows.stream()
                .mapToInt(row -> row.number("diag_srt_no").intValue())
                .min()
                .orElse(0);
        return rows.stream()
                .map(row -> new Diagnosis(
                        row.text("diag_type"),
                        row.number("diag_srt_no").intValue(),
                        flagged
                                ? row.text("maindiag_flag").equals("1")
                                : row.number("diag_srt_no").intValue() == first
                                        && row.code("diag_type", WireWords.NATIONAL)
                                                .equals("1"),
                        row.text("diag_code"),
                        row.text("diag_name"),
                        told(row)))
                .toList();
    }

    /** Whatever was sent, without what says who somebody is. */
    static Map<String, String> told(Row row) {
        Map<String, String> told = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            boolean personal = PERSONAL.stream().anyMatch(name::contains);
            if (!personal) {
                told.put(name, value instanceof LocalDateTime time ? time.toString() : row.text(name));
            }
        });
        return told;
    }
}
