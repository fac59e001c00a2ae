package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.gateway.wire.FieldSpec;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.provider.Practitioner;
import org.tongchou.platform.provider.Providers;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Departments and who practises: 3401 to 3403, 5101, 5102. */
@Component
class DepartmentServices implements Services {
    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};
    private static final Map<String, String> KINDS = Map.of("D", "1", "N", "2", "HY", "3", "HJ", "4");

    private final JdbcClient database;
    private final Providers providers;
    private final AuditLog audit;
    private final JsonMapper json;

    DepartmentServices(JdbcClient database, Providers providers, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.providers = providers;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "3401", Service.changes(this::report),
                "3401A", Service.changes(this::report),
                "3402", Service.changes(this::report),
                "3403", Service.changes(this::remove),
                "5101", Service.asks(this::departments),
                "5102", Service.asks(this::staff));
    }

    private Output report(Exchange exchange) {
        for (Row row : exchange.rows("deptinfo")) {
            LocalDateTime begins = row.time("begntime").orElseThrow();
            LocalDateTime ends = row.time("endtime").orElse(null);
            if (ends != null && ends.isBefore(begins)) {
                throw row.refused("E-GWY-098", "endtime", "不早于开始时间的时间");
            }
            database.sql("""
                            insert into gateway.department (institution, code, name, begins, ends, details)
                            values (:institution, :code, :name, :begins, :ends, :details::jsonb)
                            on conflict (institution, code) do update set name = excluded.name, begins = excluded.begins,
                                ends = excluded.ends, details = excluded.details, removed = false, changed_at = now()""")
                    .param("institution", exchange.institution())
                    .param("code", row.text("hosp_dept_codg"))
                    .param("name", row.text("hosp_dept_name"))
                    .param("begins", begins)
                    .param("ends", ends)
                    .param("details", json.writeValueAsString(details(row)))
                    .update();
            record(exchange, "report", "上报", row.text("hosp_dept_codg"));
        }
        return exchange.output();
    }

    private void record(Exchange exchange, String act, String verb, String code) {
        audit.record(
                exchange.actor(),
                "gateway.department." + act,
                "gateway.department",
                exchange.institution() + " " + code,
                verb + "科室 " + code,
                null,
                null);
    }

    private static Map<String, String> details(Row row) {
        Map<String, String> details = new LinkedHashMap<>();
        row.values().keySet().forEach(name -> details.put(name, row.printed(name)));
        return details;
    }

    private Output remove(Exchange exchange) {
        Row row = exchange.row();
        int removed = database.sql("""
                        update gateway.department set removed = true, changed_at = now()
                        where institution = :institution and code = :code and not removed""")
                .param("institution", exchange.institution())
                .param("code", row.text("hosp_dept_codg"))
                .update();
        if (removed == 0) {
            throw row.refused("E-GWY-099", "hosp_dept_codg", "本机构已上报的科室编码");
        }
        record(exchange, "remove", "撤销", row.text("hosp_dept_codg"));
        return exchange.output();
    }

    private Output departments(Exchange exchange) {
        Node node = exchange.call().transaction().out("feedetail");
        return exchange.output()
                .knownRows(
                        "feedetail",
                        database
                                .sql("""
                                        select details from gateway.department where institution = :institution and not removed
                                        order by code""")
                                .param("institution", exchange.institution())
                                .query(String.class)
                                .list()
                                .stream()
                                .map(text -> json.readValue(text, TEXTS))
                                .map(details -> numbers(node, details))
                                .toList());
    }

    private static Map<String, Object> numbers(Node node, Map<String, String> details) {
        Map<String, Object> row = new LinkedHashMap<>(details);
        for (FieldSpec field : node.fields()) {
            String said = details.get(field.name());
            if (field.type() == FieldSpec.Type.NUMBER && said != null) {
                row.put(field.name(), new BigDecimal(said));
            }
        }
        return row;
    }

    private Output staff(Exchange exchange) {
        Row row = exchange.row();
        String wanted = row.code("prac_psn_type", WireWords.NATIONAL);
        String name = row.text("prac_psn_name");
        String code = row.text("prac_psn_code");
        List<Map<String, Object>> found = providers
                .staff(exchange.institution(), exchange.now().toLocalDate())
                .stream()
                .filter(one -> kind(one).equals(wanted))
                .filter(one -> name.isEmpty() || one.name().equals(name))
                .filter(one -> code.isEmpty() || one.code().equals(code))
                .map(DepartmentServices::told)
                .toList();
        if (found.isEmpty() && !code.isEmpty()) {
            throw new WireFault("E-GWY-099", "prac_psn_code（执业人员代码）的值“" + code + "”不可用，应为在本机构执业的人员代码");
        }
        return exchange.output().rows("feedetail", found);
    }

    private static String kind(Practitioner one) {
        return KINDS.entrySet().stream()
                .filter(kind -> one.code().startsWith(kind.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("4");
    }

    private static Map<String, Object> told(Practitioner one) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("psn_cert_type", "01");
        row.put("certno", one.masked());
        row.put("prac_psn_code", one.code());
        row.put("prac_psn_name", one.name());
        row.put("prac_psn_type", kind(one));
        row.put("hi_dr_flag", one.mayPrescribe() ? "1" : "0");
        row.put("begntime", one.begins());
        LocalDate ends = one.ends();
        if (ends != null) {
            row.put("endtime", ends);
        }
        return row;
    }
}
