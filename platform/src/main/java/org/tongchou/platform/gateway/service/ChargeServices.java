package org.tongchou.platform.gateway.service;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.NewCharge;
import org.tongchou.platform.settlement.Charges.Split;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;

/** Charges: 2204, 2205, 2301, 2302. */
@Component
class ChargeServices implements Services {
    private static final String ALL = "0000";

    private final Visits visits;
    private final Charges charges;

    ChargeServices(Visits visits, Charges charges) {
        this.visits = visits;
        this.charges = charges;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "2204", Service.changes(this::add),
                "2205",
                        Service.changes(
                                exchange -> remove(exchange, "", exchange.row().text("chrg_bchno"))),
                "2301", Service.changes(this::add),
                "2302",
                        Service.changes(
                                exchange -> remove(exchange, exchange.row().text("feedetl_sn"), "")));
    }

    private Output add(Exchange exchange) {
        List<Row> rows = exchange.rows("feedetail");
        if (rows.isEmpty()) {
            throw new WireFault("E-GWY-010", "input 缺少节点 feedetail，应为 1 至 100 行费用明细");
        }
        Map<String, List<Row>> byVisit = rows.stream()
                .collect(Collectors.groupingBy(row -> row.text("mdtrt_id"), LinkedHashMap::new, Collectors.toList()));
        List<Map<String, Object>> answer = byVisit.values().stream()
                .flatMap(some -> {
                    Visit visit = VisitServices.visit(visits, exchange, some.get(0));
                    return charges
                            .add(
                                    visit,
                                    some.stream()
                                            .map(row -> charge(exchange, row))
                                            .toList())
                            .stream();
                })
                .map(ChargeServices::told)
                .toList();
        return exchange.output().rows("result", answer);
    }

    static NewCharge charge(Exchange exchange, Row row) {
        return new NewCharge(
                row.text("feedetl_sn"),
                row.text("chrg_bchno"),
                row.text("init_feedetl_sn"),
                row.time("fee_ocur_time").orElse(exchange.now()),
                row.text("med_list_codg"),
                row.text("medins_list_codg"),
                row.text("medins_list_name"),
                row.number("pric"),
                row.number("cnt"),
                row.fen("det_item_fee_sumamt"),
                approval(row),
                VisitServices.told(row));
    }

    /** 0 needs no approval, 1 approved, 2 not approved; missing counts as 0. */
    private static int approval(Row row) {
        String flag = row.text("hosp_appr_flag");
        return switch (flag) {
            case "", "0" -> 0;
            case "1" -> 1;
            case "2" -> 2;
            default -> throw row.refused("E-GWY-015", "hosp_appr_flag", "医院审批标志：0 无须审批、1 审批通过、2 审批不通过");
        };
    }

    static Map<String, Object> told(Split split) {
        Charges.Charge charge = split.charge();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("feedetl_sn", charge.item().sn());
        row.put("det_item_fee_sumamt", yuan(charge.item().fen()));
        row.put("cnt", charge.item().pieces());
        row.put("pric", charge.item().price());
        row.put("pric_uplmt_amt", charge.limit() == null ? new java.math.BigDecimal("999999") : charge.limit());
        if (charge.share() != null) {
            row.put("selfpay_prop", charge.share());
        }
        row.put("fulamt_ownpay_amt", yuan(split.ownFen()));
        row.put("overlmt_amt", yuan(split.overFen()));
        row.put("preselfpay_amt", yuan(split.preFen()));
        row.put("inscp_scp_amt", yuan(split.scopeFen()));
        row.put("chrgitm_lv", WireWords.itemClass(charge.itemClass()));
        row.put("med_chrgitm_type", charge.chargeType().isEmpty() ? "14" : charge.chargeType());
        row.put("lmt_used_flag", charge.restricted() ? "1" : "0");
        if (charge.itemCode().isEmpty()) {
            row.put("memo", "医保目录外项目，全部自费");
        }
        return row;
    }

    static java.math.BigDecimal yuan(long fen) {
        return java.math.BigDecimal.valueOf(fen, 2);
    }

    private Output remove(Exchange exchange, String sn, String batch) {
        Visit visit = VisitServices.visit(visits, exchange, exchange.row());
        charges.remove(visit, sn.equals(ALL) ? "" : sn, batch.equals(ALL) ? "" : batch);
        return exchange.output();
    }
}
