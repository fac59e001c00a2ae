package org.tongchou.platform.gateway.service;

import java.time.YearMonth;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.settlement.Clearings;

/** What institutions apply for at the end of a month: 3203, 3204. */
@Component
class ClearingServices implements Services {
    private final Clearings clearings;
    private final WireWords words;

    ClearingServices(Clearings clearings, WireWords words) {
        this.clearings = clearings;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("3203", Service.changes(this::apply), "3204", Service.changes(this::withdraw));
    }

    private Output apply(Exchange exchange) {
        Row row = exchange.row();
        String month = row.text("setlym");
        if (!month.matches("20[0-9]{2}(0[1-9]|1[0-2])")) {
            throw row.refused("E-GWY-082", "setlym", "yyyyMM 的年月");
        }
        String number = clearings.apply(new Clearings.Application(
                exchange.institution(),
                ReconciliationServices.clearing(row, words),
                row.text("clr_way"),
                YearMonth.of(Integer.parseInt(month.substring(0, 4)), Integer.parseInt(month.substring(4))),
                row.day("begndate").orElseThrow(),
                row.day("enddate").orElseThrow(),
                row.number("psntime").longValue(),
                row.fen("medfee_sumamt"),
                row.fen("med_sumfee"),
                row.fen("fund_appy_sum"),
                row.fen("acct_pay"),
                row.fen("cash_payamt"),
                exchange.call().msgid()));
        return exchange.output("", Map.of("clr_appy_evt_id", number));
    }

    private Output withdraw(Exchange exchange) {
        clearings.withdraw(exchange.institution(), exchange.row().text("clr_appy_evt_id"));
        return exchange.output();
    }
}
