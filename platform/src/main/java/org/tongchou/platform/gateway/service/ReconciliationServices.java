package org.tongchou.platform.gateway.service;

import static org.tongchou.platform.gateway.service.ChargeServices.yuan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import org.tongchou.platform.gateway.file.TableFile;
import org.tongchou.platform.gateway.file.WireFiles;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.settlement.ClearingType;
import org.tongchou.platform.settlement.Reconciliations;
import org.tongchou.platform.settlement.Reconciliations.Asked;
import org.tongchou.platform.settlement.Reconciliations.Difference;
import org.tongchou.platform.settlement.Reconciliations.Result;
import org.tongchou.platform.settlement.Reconciliations.Told;

/** Reconciliation of sums and of rows: 3201, 3202. */
@Component
class ReconciliationServices implements Services {
    private static final int MOST_ROWS = 100_000;

    private final Reconciliations reconciliations;
    private final WireFiles files;
    private final WireWords words;

    ReconciliationServices(Reconciliations reconciliations, WireFiles files, WireWords words) {
        this.reconciliations = reconciliations;
        this.files = files;
        this.words = words;
    }

    @Override
    public Map<String, Service> services() {
        return Map.of("3201", Service.asks(this::sums), "3202", Service.asks(this::rows));
    }

    private Output sums(Exchange exchange) {
        Row row = exchange.row();
        Told told = new Told(
                row.number("fixmedins_setl_cnt").longValue(),
                row.fen("medfee_sumamt"),
                row.fen("fund_pay_sumamt"),
                row.fen("acct_pay"),
                null);
        Result result = reconciliations.sums(asked(exchange, words.scheme(row)), told);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("setl_optins", row.text("setl_optins"));
        answer.put("stmt_rslt", result.even() ? "0" : "1");
        String text = result.even() ? "平" : String.join("；", result.texts());
        answer.put("stmt_rslt_dscr", text.length() <= 200 ? text : text.substring(0, 199) + "…");
        return exchange.output("stmtinfo", answer);
    }

    private Asked asked(Exchange exchange, String scheme) {
        Row row = exchange.row();
        LocalDate from = row.day("stmt_begndate").orElseThrow();
        LocalDate to = row.day("stmt_enddate").orElseThrow();
        if (to.isBefore(from)) {
            throw row.refused("E-GWY-081", "stmt_enddate", "不早于对账开始日期 " + from + " 的日期");
        }
        return new Asked(
                exchange.institution(),
                scheme,
                clearing(row, words),
                from,
                to,
                refunds(row.text("refd_setl_flag")),
                exchange.call().msgid(),
                exchange.actor().displayName());
    }

    /** The clearing type of a row. */
    static ClearingType clearing(Row row, WireWords words) {
        return ClearingType.find(row.code("clr_type", words.dictionaries()))
                .orElseThrow(() -> row.refused("E-GWY-080", "clr_type", "有结算业务的清算类别：" + ClearingType.shown()));
    }

    private static @Nullable Boolean refunds(String flag) {
        return flag.isEmpty() ? null : Boolean.valueOf(flag.equals("1"));
    }

    private Output rows(Exchange exchange) {
        Row row = exchange.row();
        List<Reconciliations.Row> theirs = files
                .rows(
                        exchange.institution(),
                        row.text("file_qury_no"),
                        exchange.call().transaction().upload().orElseThrow(),
                        MOST_ROWS)
                .stream()
                .map(ReconciliationServices::row)
                .toList();
        Told told = new Told(
                row.number("fixmedins_setl_cnt").longValue(),
                row.fen("medfee_sumamt"),
                row.fen("fund_pay_sumamt"),
                null,
                row.fen("cash_payamt"));
        Result result = reconciliations.rows(asked(exchange, ""), told, theirs);
        WireFiles.WireFile made = files.make(
                exchange.actor(),
                exchange.institution(),
                "STMT" + result.id(),
                taker -> result.differences().forEach(one -> taker.accept(line(one))));
        return exchange.output(
                "fileinfo",
                Map.of("file_qury_no", made.number(), "filename", made.name(), "dld_endtime", made.endsAt()));
    }

    private static Reconciliations.Row row(TableFile.Line line) {
        return new Reconciliations.Row(
                line.text("setl_id"),
                line.text("mdtrt_id"),
                line.text("psn_no"),
                line.text("refd_setl_flag").equals("1"),
                fen(line.text("medfee_sumamt")),
                fen(line.text("fund_pay_sumamt")),
                fen(line.text("acct_pay")));
    }

    private static long fen(String text) {
        try {
            return Money.of(text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text), MoneyUnit.YUAN)
                    .fen();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new WireFault("E-GWY-096", "文件中的金额“" + text + "”应为至多两位小数的数");
        }
    }

    /** What is only here comes without the ids that the institution does not have, but with the message to undo it by. */
    private static List<String> line(Difference one) {
        Reconciliations.Row row = one.row();
        boolean ours = one.kind() == Reconciliations.Kind.OURS;
        return List.of(
                row.person(),
                ours ? "" : row.visit(),
                ours ? "" : row.number(),
                one.message(),
                one.kind().code(),
                row.refund() ? "1" : "0",
                one.memo(),
                yuan(row.totalFen()).toPlainString(),
                yuan(row.fundFen()).toPlainString(),
                yuan(row.accountFen()).toPlainString());
    }
}
