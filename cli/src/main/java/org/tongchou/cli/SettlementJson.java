package org.tongchou.cli;

import java.util.List;
import java.util.Map;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.cases.CaseResult;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.explain.ExplanationJson;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.settle.Movement;
import org.tongchou.benefit.settle.NationalAmounts;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Payment;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Settlements as JSON. Amounts are yuan; counters of money are fen. */
final class SettlementJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SettlementJson() {}

    static String of(List<CaseResult> results, Map<String, Source> sources, boolean explain) {
        ArrayNode all = JSON.arrayNode();
        for (CaseResult result : results) {
            ObjectNode node = all.addObject().put("case", result.tried().name());
            result.findCalculated()
                    .ifPresentOrElse(
                            calculated -> node.set("calculation", of(calculated, sources, explain)),
                            () -> bills(result, sources, explain, node.putArray("bills")));
            ArrayNode differences = node.putArray("differences");
            result.differences().forEach(differences::add);
        }
        return all.toPrettyString() + System.lineSeparator();
    }

    private static void bills(CaseResult result, Map<String, Source> sources, boolean explain, ArrayNode bills) {
        for (int i = 0; i < result.outcomes().size(); i++) {
            Outcome outcome = result.outcomes().get(i);
            ObjectNode bill = of(outcome, sources, explain);
            boolean told = explain || outcome.settlement().isEmpty();
            if (told
                    && i < result.coverages().size()
                    && result.coverages().get(i) instanceof Result.Found<Coverage> found) {
                bill.set("coverage", ExplanationJson.of(found.explanation(), sources));
            }
            bills.add(bill);
        }
    }

    private static ObjectNode of(Result<Map<String, String>> calculated, Map<String, Source> sources, boolean explain) {
        ObjectNode node = JSON.objectNode();
        if (calculated instanceof Result.Refused<Map<String, String>> refused) {
            node.set("failure", failure(refused.failure()));
            return node;
        }
        Result.Found<Map<String, String>> found = calculated.getFound();
        ObjectNode results = node.putObject("results");
        found.value().forEach(results::put);
        if (explain) {
            node.set("explanation", ExplanationJson.of(found.explanation(), sources));
        }
        return node;
    }

    private static ObjectNode of(Outcome outcome, Map<String, Source> sources, boolean explain) {
        ObjectNode node = JSON.objectNode();
        outcome.failure().ifPresent(failure -> node.set("failure", failure(failure)));
        outcome.settlement().ifPresent(settlement -> {
            settled(settlement, node);
            if (explain) {
                settlement
                        .explanation()
                        .ifPresent(explanation -> node.set("explanation", ExplanationJson.of(explanation, sources)));
            }
        });
        return node;
    }

    private static ObjectNode failure(Failure failure) {
        return JSON.objectNode()
                .put("code", failure.code().id())
                .put("message", failure.message())
                .put("field", failure.field())
                .put("value", failure.value())
                .put("expected", failure.expected());
    }

    private static void settled(Settlement settlement, ObjectNode node) {
        node.put("id", settlement.bill().id()).put("plan", settlement.plan().id());
        NationalAmounts national = settlement.national();
        ObjectNode setlinfo = node.putObject("setlinfo");
        national.setlinfo().forEach(setlinfo::put);
        ArrayNode details = node.putArray("setldetail");
        for (NationalAmounts.Detail detail : national.setldetail()) {
            ObjectNode row = details.addObject()
                    .put("fund_pay_type", detail.fundPayType())
                    .put("fund_pay_type_name", detail.fundPayTypeName())
                    .put("inscp_scp_amt", detail.inscpScpAmt().in(MoneyUnit.YUAN));
            Money limit = detail.crtPaybLmtAmt();
            if (limit != null) {
                row.put("crt_payb_lmt_amt", limit.in(MoneyUnit.YUAN));
            }
            row.put("fund_payamt", detail.fundPayamt().in(MoneyUnit.YUAN));
        }
        ArrayNode tiers = node.putArray("payments");
        for (Payment payment : settlement.payments()) {
            tiers.addObject()
                    .put("tier", payment.tier())
                    .put("fund", payment.fund().id())
                    .put("amount", payment.amount().in(MoneyUnit.YUAN));
        }
        ArrayNode counters = node.putArray("counters");
        for (Movement movement : settlement.movements()) {
            counters.addObject()
                    .put("counter", movement.counter())
                    .put("word", movement.word())
                    .put("before", movement.before())
                    .put("after", movement.after());
        }
    }
}
