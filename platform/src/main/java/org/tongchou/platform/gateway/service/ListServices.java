package org.tongchou.platform.gateway.service;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.settlement.SettlementLists;
import org.tongchou.platform.settlement.SettlementLists.Finding;
import org.tongchou.platform.settlement.SettlementLists.SettlementList;
import org.tongchou.platform.settlement.SettlementLists.Upload;
import org.tongchou.platform.settlement.SettlementLists.Wanted;

/** Settlement lists: 4101, 4101A, 4102 to 4105, 3607. */
@Component
class ListServices implements Services {
    private static final String SUBMITTED = "1";
    private static final int MOST = 500;

    private final SettlementLists lists;

    ListServices(SettlementLists lists) {
        this.lists = lists;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of(
                "4101", Service.changes(this::upload),
                "4101A", Service.changes(this::upload),
                "4102", Service.changes(this::mark),
                "4103", Service.asks(this::details),
                "4104", Service.asks(this::controlled),
                "4105", Service.asks(this::counted),
                "3607", Service.asks(this::controlled));
    }

    private Output upload(Exchange exchange) {
        Row row = exchange.row("setlinfo");
        Map<String, List<Map<String, String>>> nodes = new LinkedHashMap<>();
        for (Node node : exchange.call().transaction().in()) {
            if (!node.name().equals("setlinfo")) {
                nodes.put(
                        node.name(),
                        exchange.rows(node.name()).stream()
                                .map(ListServices::texts)
                                .toList());
            }
        }
        String number = lists.upload(
                exchange.actor(),
                new Upload(
                        exchange.institution(),
                        row.text("mdtrt_id"),
                        row.text("setl_id"),
                        row.has("psn_no") ? row.text("psn_no") : row.text("hi_no"),
                        texts(row),
                        nodes,
                        row.text("stas_type").equals(SUBMITTED),
                        exchange.call().msgid()));
        return exchange.output("data", Map.of("setl_list_id", number));
    }

    private static Map<String, String> texts(Row row) {
        Map<String, String> texts = new LinkedHashMap<>();
        row.values().keySet().forEach(name -> texts.put(name, row.printed(name)));
        return texts;
    }

    private Output mark(Exchange exchange) {
        Row row = exchange.row();
        lists.submit(
                exchange.actor(),
                exchange.institution(),
                row.text("setl_id"),
                row.text("psn_no"),
                row.text("stas_type").equals(SUBMITTED));
        return exchange.output();
    }

    private Output details(Exchange exchange) {
        Row row = exchange.row();
        SettlementList list = lists.find(exchange.institution(), row.text("setl_id"))
                .filter(one -> one.person().equals(row.text("psn_no")))
                .orElseThrow(() -> row.refused("E-GWY-096", "setl_id", "本机构此人已上传结算清单的结算"));
        Output output = exchange.output().known("setlinfo", list.head());
        for (Node node : exchange.call().transaction().out()) {
            if (node.repeats()) {
                output.knownRows(node.name(), list.nodes().getOrDefault(node.name(), List.of()));
            }
        }
        return output;
    }

    private Output controlled(Exchange exchange) {
        Row row = exchange.row();
        List<SettlementList> found = lists.list(new Wanted(
                exchange.institution(),
                month(row),
                row.text("setl_id"),
                row.text("psn_no"),
                null,
                Math.max(1, row.number("page_num").intValue()),
                row.has("page_size")
                        ? Math.max(1, Math.min(row.number("page_size").intValue(), MOST))
                        : MOST));
        String severity = row.text("err_lv");
        return exchange.output()
                .rows("data", found.stream().map(ListServices::told).toList())
                .rows(
                        "detailinfo",
                        found.stream()
                                .flatMap(list -> list.findings().stream()
                                        .filter(one -> severity.isEmpty()
                                                || one.severity().equals(severity))
                                        .map(one -> told(list, one)))
                                .toList());
    }

    private static @Nullable YearMonth month(Row row) {
        String text = row.text("setl_ym");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("20[0-9]{2}(0[1-9]|1[0-2])")) {
            throw row.refused("E-GWY-014", "setl_ym", "yyyyMM 的年月");
        }
        return YearMonth.of(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(4)));
    }

    private static Map<String, Object> told(SettlementList list) {
        Map<String, Object> told = new LinkedHashMap<>();
        boolean faulty = list.findings().stream().anyMatch(one -> one.severity().equals("1"));
        told.put("setl_id", list.settlement());
        told.put("qltctrl_rslt", list.findings().isEmpty() ? "1" : "0");
        told.put("err_lv", faulty ? "1" : list.findings().isEmpty() ? "" : "2");
        told.put("retn_flag", faulty ? "1" : "0");
        told.put("qltctrl_ver", Integer.toString(list.version()));
        return told;
    }

    private static Map<String, Object> told(SettlementList list, Finding finding) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("setl_id", list.settlement());
        told.put("exam_data_fld", finding.field());
        told.put("qltctrl_chkrslt", finding.rule() + " " + finding.says());
        told.put("err_lv", finding.severity());
        told.put("retn_flag", finding.severity().equals("1") ? "1" : "0");
        told.put("init_val", finding.value());
        return told;
    }

    private Output counted(Exchange exchange) {
        Row row = exchange.row();
        YearMonth month = Objects.requireNonNull(month(row));
        SettlementLists.Counts counts = lists.count(exchange.institution(), month);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("setl_ym", row.text("setl_ym"));
        told.put("setl_cnt", BigDecimal.valueOf(counts.settled()));
        told.put("upld_cnt", BigDecimal.valueOf(counts.uploaded()));
        told.put("cmt_cnt", BigDecimal.valueOf(counts.submitted()));
        told.put("err_cnt", BigDecimal.valueOf(counts.faulty()));
        return exchange.output("data", told);
    }
}
