package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import tools.jackson.databind.json.JsonMapper;

/** What institutions hold, buy and sell: 3501 to 3507. */
@Component
class StockServices implements Services {
    private static final List<Report> REPORTS = List.of(
            new Report("3501", "盘存", "", "invinfo", "inv_cnt", "invdate"),
            new Report("3502", "变更", "", "invinfo", "cnt", "inv_chg_time"),
            new Report("3503", "采购", "", "purcinfo", "purc_retn_cnt", "purc_retn_stoin_time"),
            new Report("3504", "采购退货", "采购", "purcinfo", "purc_retn_cnt", "purc_retn_stoin_time"),
            new Report("3505", "销售", "", "selinfo", "sel_retn_cnt", "sel_retn_time"),
            new Report("3506", "销售退货", "销售", "selinfo", "sel_retn_cnt", "sel_retn_time"));
    private static final Map<String, List<String>> DELETED =
            Map.of("1", List.of("盘存"), "2", List.of("变更"), "3", List.of("采购", "采购退货"), "4", List.of("销售", "销售退货"));

    private final JdbcClient database;
    private final AuditLog audit;
    private final JsonMapper json;

    StockServices(JdbcClient database, AuditLog audit, JsonMapper json) {
        this.database = database;
        this.audit = audit;
        this.json = json;
    }

    /**
     * A kind of report.
     *
     * @param transaction its number
     * @param kind its word
     * @param back kind that it gives back; empty for none
     * @param node its node
     * @param pieces field of the quantity
     * @param at field of the time
     */
    private record Report(String transaction, String kind, String back, String node, String pieces, String at) {}

    @Override
    public Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        for (Report report : REPORTS) {
            for (String variant : List.of("", "A")) {
                services.put(report.transaction() + variant, Service.changes(exchange -> take(exchange, report)));
            }
        }
        Report sale = REPORTS.get(4);
        services.put("3505B", Service.changes(exchange -> take(exchange, sale)));
        services.put("3505C", Service.changes(exchange -> take(exchange, sale)));
        services.put("3507", Service.changes(this::delete));
        services.put("3507A", Service.changes(this::delete));
        return services;
    }

    private Output take(Exchange exchange, Report report) {
        List<Row> rows = exchange.rows(report.node());
        if (rows.isEmpty()) {
            throw new WireFault("E-GWY-010", "input 缺少节点 " + report.node() + "，应为 1 至 100 行商品信息");
        }
        for (Row row : rows) {
            take(exchange, report, row);
        }
        record(exchange, "report", "上报商品" + report.kind() + " " + rows.size() + " 行");
        return exchange.output();
    }

    private void record(Exchange exchange, String act, String summary) {
        audit.record(
                exchange.actor(),
                "gateway.stock." + act,
                "gateway.stock",
                exchange.call().msgid(),
                summary,
                null,
                Map.of("机构", exchange.institution()));
    }

    private void take(Exchange exchange, Report report, Row row) {
        BigDecimal pieces = row.number(report.pieces());
        if (pieces.signum() < 0 || (pieces.signum() == 0 && !report.kind().equals("盘存"))) {
            throw row.refused("E-GWY-120", report.pieces(), "大于零的数量");
        }
        if (!report.back().isEmpty()) {
            BigDecimal left = left(exchange, report, row);
            if (pieces.compareTo(left) > 0) {
                throw row.refused(
                        "E-GWY-121",
                        report.pieces(),
                        "不超过这一批次" + report.back() + "而未退的数量 "
                                + left.stripTrailingZeros().toPlainString());
            }
        }
        database.sql("""
                        insert into gateway.stock (institution, kind, batch, code, own_code, pieces, happened_at, settlement,
                            details, message)
                        values (:institution, :kind, :batch, :code, :own, :pieces, :at, :settlement, :details::jsonb, :message)""")
                .param("institution", exchange.institution())
                .param("kind", report.kind())
                .param("batch", row.text("fixmedins_bchno"))
                .param("code", row.text("med_list_codg"))
                .param("own", row.text("fixmedins_hilist_id"))
                .param("pieces", pieces)
                .param("at", row.time(report.at()).orElseThrow())
                .param("settlement", row.has("setl_id") ? row.text("setl_id") : "")
                .param("details", json.writeValueAsString(VisitServices.told(row)))
                .param("message", exchange.call().msgid())
                .update();
    }

    /** What was bought or sold of a batch and not given back, held until the end of the transaction. */
    private BigDecimal left(Exchange exchange, Report report, Row row) {
        String batch = row.text("fixmedins_bchno");
        database.sql(
                        "select pg_advisory_xact_lock(hashtextextended('gateway.stock ' || :institution || ' ' || :batch, 0))")
                .param("institution", exchange.institution())
                .param("batch", batch)
                .query((one, number) -> 0)
                .list();
        return database.sql("""
                        select coalesce(sum(case when kind = :back then pieces else -pieces end), 0) from gateway.stock
                        where institution = :institution and batch = :batch and own_code = :own and kind in (:back, :kind)
                            and not voided""")
                .param("institution", exchange.institution())
                .param("batch", batch)
                .param("own", row.text("fixmedins_hilist_id"))
                .param("back", report.back())
                .param("kind", report.kind())
                .query(BigDecimal.class)
                .single();
    }

    private Output delete(Exchange exchange) {
        for (Row row : exchange.rows("data")) {
            List<String> kinds = DELETED.get(row.text("inv_data_type"));
            if (kinds == null) {
                throw row.refused("E-GWY-122", "inv_data_type", "1 盘存、2 库存变更、3 采购、4 销售");
            }
            int voided = database.sql("""
                            update gateway.stock set voided = true
                            where institution = :institution and batch = :batch and kind = any(:kinds) and not voided""")
                    .param("institution", exchange.institution())
                    .param("batch", row.text("fixmedins_bchno"))
                    .param("kinds", kinds.toArray(String[]::new))
                    .update();
            if (voided == 0) {
                throw row.refused("E-GWY-123", "fixmedins_bchno", "本机构已上报且未删除的批次流水号");
            }
            record(exchange, "void", "作废批次 " + row.text("fixmedins_bchno") + " 的" + kinds.get(0));
        }
        return exchange.output();
    }
}
