package org.tongchou.platform.gateway.service;

import static org.tongchou.platform.gateway.service.ChargeServices.yuan;

import java.math.BigDecimal;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.gateway.message.Calls;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Settlements and what takes them back: 2206 to 2208, 2303 to 2305, 2601. */
@Component
class SettlementServices implements Services {
    private static final List<String> UNDOABLE = List.of("2102", "2103", "2207", "2208", "2304", "2305", "2401");
    private static final List<String> PARTS =
            List.of("fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt");

    private final Visits visits;
    private final Settlements settlements;
    private final Whom whom;
    private final Calls calls;
    private final Region region;
    private final WireWords words;
    private final JsonMapper json;

    SettlementServices(
            Visits visits,
            Settlements settlements,
            Whom whom,
            Calls calls,
            Region region,
            WireWords words,
            JsonMapper json) {
        this.visits = visits;
        this.settlements = settlements;
        this.whom = whom;
        this.calls = calls;
        this.region = region;
        this.words = words;
        this.json = json;
    }

    @Override
    public Map<String, Service> services() {
        Map<String, Service> services = new LinkedHashMap<>();
        for (String number : List.of("2206", "2206A", "2303", "2303A")) {
            services.put(number, Service.asks(this::preview));
        }
        for (String number : List.of("2207", "2207A", "2304", "2304A")) {
            services.put(number, Service.changes(this::settle));
        }
        services.put("2208", Service.changes(this::cancel));
        services.put("2305", Service.changes(this::cancel));
        services.put("2601", Service.changes(this::undo));
        return services;
    }

    private Output preview(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = ofPerson(exchange, visits.get(exchange.institution(), row.text("mdtrt_id")));
        return told(exchange, visit, whom.preview(visit, request(exchange, row, visit)));
    }

    private Output settle(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = VisitServices.visit(visits, exchange, row);
        boolean interim = row.text("mid_setl_flag").equals("1");
        if (visit.state().equals(Visit.STAYING) && !interim) {
            throw new WireFault(
                    "E-GWY-070", "就诊 " + visit.number() + " 没有办理出院（2402），不能办理出院结算；中途结算请置 mid_setl_flag 为 1");
        }
        return told(exchange, visit, whom.settle(exchange, visit, request(exchange, row, visit)));
    }

    Request request(Exchange exchange, Row row, Visit visit) {
        if (!words.scheme(row).equals(visit.scheme())) {
            throw row.refused("E-GWY-071", "insutype", "就诊登记的险种 " + words.insutype(visit.scheme()));
        }
        return new Request(
                row.text("chrg_bchno"),
                row.fen("medfee_sumamt"),
                parts(row),
                row.text("acct_used_flag").equals("1"),
                exchange.now().toLocalDate(),
                row.text("mid_setl_flag").equals("1"),
                "item",
                List.of(),
                exchange.call().msgid());
    }

    /** The parts as the sender tells them; all nought is how a missing number is written, and tells nothing. */
    private static Map<String, Long> parts(Row row) {
        Map<String, Long> parts = new LinkedHashMap<>();
        PARTS.stream().filter(row::has).forEach(name -> parts.put(name, row.fen(name)));
        return parts.values().stream().allMatch(fen -> fen == 0) ? Map.of() : parts;
    }

    Output cancel(Exchange exchange) {
        Row row = exchange.row();
        Visit visit = VisitServices.visit(visits, exchange, row);
        Settled settled = settlements.get(visit, row.text("setl_id"));
        return told(exchange, visit, whom.cancel(exchange, visit, settled, false));
    }

    /** 2601: as if the call had never come. A call that never came is noted, so that it is refused should it still come. */
    private Output undo(Exchange exchange) {
        Row row = exchange.row();
        String message = row.text("omsgid");
        String number = row.text("oinfno").toUpperCase(Locale.ROOT);
        String family = number.substring(0, Math.min(4, number.length()));
        if (!UNDOABLE.contains(family)) {
            throw row.refused("E-GWY-072", "oinfno", "可以冲正的交易：2102、2103、2207、2208、2304、2305、2401");
        }
        if (message.equals(exchange.call().msgid())) {
            throw row.refused("E-GWY-072", "omsgid", "要冲正的那笔业务的报文ID，不同于本报文的报文ID");
        }
        calls.answer(exchange.institution(), message, family)
                .ifPresentOrElse(
                        answer -> takeBack(exchange, number, message, answer), () -> whom.undo(exchange, message));
        calls.undo(exchange.institution(), message, number);
        return exchange.output();
    }

    private void takeBack(Exchange exchange, String number, String message, String answer) {
        if (number.startsWith("2401")) {
            JsonNode told = json.readTree(answer).path("output").path("result");
            visits.cancel(ofPerson(
                    exchange,
                    visits.lock(exchange.institution(), told.path("mdtrt_id").asString())));
            return;
        }
        Settled settled = settlements
                .byMessage(exchange.institution(), message)
                .orElseThrow(() -> new WireFault("E-GWY-073", "报文 " + message + " 的结算已经撤销，不能冲正"));
        Visit visit = ofPerson(exchange, visits.lock(exchange.institution(), settlements.visitNumber(settled.id())));
        if (settled.reverses() == null) {
            whom.cancel(exchange, visit, settled, true);
        } else {
            whom.restore(exchange, visit, settled);
        }
    }

    private static Visit ofPerson(Exchange exchange, Visit visit) {
        String person = exchange.row().text("psn_no");
        if (!person.equals(visit.personNumber())) {
            throw WireWords.otherPerson(person);
        }
        return visit;
    }

    /** The answer of a settlement. */
    Output told(Exchange exchange, Visit visit, Settled settled) {
        Person person = whom.of(settled);
        Map<String, Object> info = info(person, visit, settled);
        info.put("medins_setl_id", exchange.call().msgid());
        return exchange.output().known("setlinfo", info).rows("setldetail", details(settled));
    }

    /** What there is to say of a settlement, by field. */
    Map<String, Object> info(Person person, Visit visit, Settled settled) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("mdtrt_id", visit.number());
        info.put("setl_id", settled.number());
        info.put("psn_no", person.number());
        info.put("psn_name", person.name());
        info.put("psn_cert_type", person.certificateType());
        info.put("certno", person.masked());
        info.put("gend", WireWords.sex(person.sex()));
        info.put("brdy", person.born());
        info.put(
                "age",
                BigDecimal.valueOf(Period.between(person.born(), settled.day()).getYears()));
        info.put("insutype", words.insutype(settled.scheme()));
        info.put("psn_type", words.personType(settled.personType()));
        info.put("cvlserv_flag", "0");
        info.put("setl_time", settled.at());
        info.put("med_type", visit.nationalKind());
        info.put("clr_optins", region.code());
        info.put("clr_way", "1");
        info.put("clr_type", WireWords.clearing(settled.kind()));
        amounts(info, settled);
        FundFields.of(settled, region.pack().vocabulary().funds()).forEach((field, fen) -> info.put(field, yuan(fen)));
        return info;
    }

    /** A row for each fund and tier that pays. */
    List<Map<String, Object>> details(Settled settled) {
        return settled.payments().stream().map(this::detail).toList();
    }

    private static void amounts(Map<String, Object> info, Settled settled) {
        Amounts amounts = settled.amounts();
        info.put("medfee_sumamt", yuan(amounts.total()));
        info.put("fulamt_ownpay_amt", yuan(amounts.own()));
        info.put("overlmt_selfpay", yuan(amounts.over()));
        info.put("preselfpay_amt", yuan(amounts.pre()));
        info.put("inscp_scp_amt", yuan(amounts.scope()));
        info.put("act_pay_dedc", yuan(amounts.deductible()));
        info.put("crt_dedc", yuan(amounts.deductible()));
        info.put("pool_prop_selfpay", BigDecimal.valueOf(settled.ratio(), 8));
        info.put("fund_pay_sumamt", yuan(amounts.fund()));
        info.put("hosp_part_amt", yuan(amounts.hospital()));
        info.put("psn_part_amt", yuan(amounts.account() + amounts.mutual() + amounts.cash()));
        info.put("acct_pay", yuan(amounts.account() + amounts.mutual()));
        info.put("acct_mulaid_pay", yuan(amounts.mutual()));
        info.put("psn_cash_pay", yuan(amounts.cash()));
        info.put("balc", yuan(settled.balanceFen()));
    }

    private Map<String, Object> detail(Payment payment) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("fund_pay_type", payment.nationalFund());
        row.put("inscp_scp_amt", yuan(payment.baseFen()));
        Long limit = payment.limitFen();
        row.put("crt_payb_lmt_amt", limit == null ? BigDecimal.ZERO : yuan(limit));
        row.put("fund_payamt", yuan(payment.fen()));
        Fund fund = region.pack().vocabulary().funds().get(payment.fund());
        row.put(
                "fund_pay_type_name",
                fund == null ? WireWords.NATIONAL.label("fund_pay_type", payment.nationalFund()) : fund.name());
        return row;
    }
}
