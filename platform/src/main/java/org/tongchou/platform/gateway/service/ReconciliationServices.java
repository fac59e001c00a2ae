package org.tongchou.platform.gateway.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.settlement.Totals;

/** Reconciliation of sums: 3201. */
@Component
class ReconciliationServices implements Services {
    private static final Map<String, List<String>> KINDS = Map.of(
            "11", List.of("outpatient", "emergency", "chronic", "special_drug", "maternity_outpatient"),
            "21", List.of("inpatient", "day_surgery", "maternity_inpatient"),
            "41", List.of("pharmacy"));

    private final Totals totals;
    private final WireWords words;

    ReconciliationServices(Totals totals, WireWords words) {
        this.totals = totals;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("3201", Service.asks(this::sums));
    }

    private Output sums(Exchange exchange) {
        Row row = exchange.row();
        String clearing = row.code("clr_type", words.dictionaries());
        List<String> kinds = KINDS.get(clearing);
        if (kinds == null) {
            throw row.refused("E-GWY-080", "clr_type", "有结算业务的清算类别：" + String.join("、", KINDS.keySet()));
        }
        LocalDate from = row.day("stmt_begndate").orElseThrow();
        LocalDate to = row.day("stmt_enddate").orElseThrow();
        if (to.isBefore(from)) {
            throw row.refused("E-GWY-081", "stmt_enddate", "不早于对账开始日期 " + from + " 的日期");
        }
        String refunds = row.text("refd_setl_flag");
        Totals.Sum ours = totals.of(new Totals.Wanted(
                exchange.institution(),
                words.scheme(row),
                kinds,
                from,
                to,
                refunds.isEmpty() ? null : refunds.equals("1")));
        List<String> differences = new ArrayList<>();
        amount(differences, "医疗费总额", ours.totalFen(), row.fen("medfee_sumamt"));
        amount(differences, "基金支付总额", ours.fundFen(), row.fen("fund_pay_sumamt"));
        amount(differences, "个人账户支付", ours.accountFen(), row.fen("acct_pay"));
        long count = row.number("fixmedins_setl_cnt").longValue();
        if (count != ours.count()) {
            differences.add("笔数：中心 " + ours.count() + "，机构 " + count);
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("setl_optins", row.text("setl_optins"));
        told.put("stmt_rslt", differences.isEmpty() ? "0" : "1");
        String text = differences.isEmpty() ? "平" : String.join("；", differences);
        told.put("stmt_rslt_dscr", text.length() <= 200 ? text : text.substring(0, 199) + "…");
        return exchange.output("stmtinfo", told);
    }

    private static void amount(List<String> differences, String name, long ours, long theirs) {
        if (ours != theirs) {
            differences.add(name + "：中心 " + Money.ofFen(ours) + "，机构 " + Money.ofFen(theirs));
        }
    }
}
