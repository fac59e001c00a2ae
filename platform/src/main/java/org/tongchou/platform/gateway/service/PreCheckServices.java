package org.tongchou.platform.gateway.service;

import static org.tongchou.platform.gateway.service.ChargeServices.yuan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.gateway.service.PreChecks.Problem;
import org.tongchou.platform.gateway.wire.InputReader;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.WireFault;
import tools.jackson.databind.JsonNode;

/** Orders checked before and while they are given, and what the hospital made of it: 3101 to 3103. */
@Component
class PreCheckServices implements Services {
    private static final String FIRST_LEVEL_NODE = "patient_dtos";

    private final JdbcClient database;
    private final PreChecks checks;
    private final AuditLog audit;

    PreCheckServices(JdbcClient database, PreChecks checks, AuditLog audit) {
        this.database = database;
        this.checks = checks;
        this.audit = audit;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "3101", Service.asks(this::check),
                "3102", Service.asks(this::check),
                "3103", Service.changes(this::handled));
    }

    private Output check(Exchange exchange) {
        Transaction transaction = exchange.call().transaction();
        Row data = exchange.row("data");
        String task = data.text("task_id");
        List<Map<String, Object>> results = new ArrayList<>();
        Output output = exchange.output();
        for (Row patient : nested(transaction, data, FIRST_LEVEL_NODE)) {
            for (Row visit : nested(transaction, patient, "fsi_encounter_dtos")) {
                List<Row> orders = nested(transaction, visit, "fsi_order_dtos");
                for (Problem problem : checks.of(exchange.now().toLocalDate(), visit, orders)) {
                    results.add(told(output, patient, visit, problem, keep(exchange, task, visit, problem), task));
                }
            }
        }
        return output.rows("result", results);
    }

    private static List<Row> nested(Transaction transaction, Row row, String node) {
        JsonNode value = row.nested(node);
        return value == null ? List.of() : InputReader.nested(transaction.in(node), value);
    }

    private long keep(Exchange exchange, String task, Row visit, Problem problem) {
        return database.sql("""
                        insert into gateway.precheck (institution, transaction, task, visit, rule, severity, fen)
                        values (:institution, :transaction, :task, :visit, :rule, :severity, :fen) returning id""")
                .param("institution", exchange.institution())
                .param("transaction", exchange.call().transaction().number())
                .param("task", task)
                .param("visit", visit.text("mdtrt_id"))
                .param("rule", problem.rule().id())
                .param("severity", problem.rule().severity())
                .param("fen", problem.fen())
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> told(
            Output output, Row patient, Row visit, Problem problem, long id, String task) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("jr_id", Long.toString(id));
        told.put("rule_id", problem.rule().id());
        told.put("rule_name", problem.rule().name());
        told.put("vola_cont", problem.text());
        told.put("patn_id", patient.text("patn_id"));
        told.put("mdtrt_id", visit.text("mdtrt_id"));
        told.put("vola_amt", yuan(problem.fen()));
        told.put("vola_amt_stas", "1");
        told.put("sev_deg", problem.rule().severity());
        told.put("vola_evid", problem.rule().source());
        told.put("vola_bhvr_type", "2");
        told.put("task_id", task);
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("jrd_id", id + "-1");
        detail.put("patn_id", patient.text("patn_id"));
        detail.put("mdtrt_id", visit.text("mdtrt_id"));
        detail.put("rx_id", problem.order());
        detail.put("vola_item_type", "1");
        detail.put("vola_amt", yuan(problem.fen()));
        told.put("judge_result_detail_dtos", output.filled("judge_result_detail_dtos", List.of(detail)));
        return told;
    }

    private Output handled(Exchange exchange) {
        JsonNode within = exchange.row("data").nested("warns");
        List<Row> warns = within == null
                ? exchange.rows("warns")
                : InputReader.nested(exchange.call().transaction().in("warns"), within);
        if (warns.isEmpty()) {
            throw new WireFault("E-GWY-010", "input 缺少节点 warns，应为 1 至 100 行反馈");
        }
        for (Row row : warns) {
            String id = row.text("warn_rslt_id");
            int noted = !id.matches("[0-9]{1,18}")
                    ? 0
                    : database.sql("""
                                    update gateway.precheck set handled = :handled, reason = :reason, handled_at = now()
                                    where id = :id and institution = :institution""")
                            .param("handled", row.text("dspo_way"))
                            .param("reason", row.text("dspo_way_rea"))
                            .param("id", Long.parseLong(id))
                            .param("institution", exchange.institution())
                            .update();
            if (noted == 0) {
                throw row.refused("E-GWY-124", "warn_rslt_id", "3101 或 3102 返回的违规标识 jr_id");
            }
            audit.record(
                    exchange.actor(),
                    "gateway.precheck.handle",
                    "gateway.precheck",
                    id,
                    "反馈审核提醒 " + id,
                    null,
                    Map.of("处理方式", row.text("dspo_way")));
        }
        return exchange.output();
    }
}
