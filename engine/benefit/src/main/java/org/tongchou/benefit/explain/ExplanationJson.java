package org.tongchou.benefit.explain;

import java.math.BigDecimal;
import java.util.Map;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Citation;
import org.tongchou.benefit.policy.Source;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * An explanation as JSON: {@code {title, steps: [{kind, subject, what, formula, amount, before, after, basis}],
 * waterfall}}. Amounts are yuan with two decimals.
 */
public final class ExplanationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ExplanationJson() {}

    /**
     * The explanation as a tree.
     *
     * @param sources the documents of the pack by id
     */
    public static ObjectNode of(Explanation explanation, Map<String, Source> sources) {
        ObjectNode node = JSON.objectNode().put("title", explanation.title());
        ArrayNode steps = node.putArray("steps");
        for (Step step : explanation.steps()) {
            ObjectNode one = steps.addObject()
                    .put("kind", step.kind().name().toLowerCase(java.util.Locale.ROOT))
                    .put("subject", step.subject())
                    .put("what", step.what())
                    .put("formula", step.formula())
                    .put("amount", yuan(step.amount()))
                    .put("before", yuan(step.before()))
                    .put("after", yuan(step.after()));
            ArrayNode basis = one.putArray("basis");
            step.basis().forEach(rule -> basis.add(basis(rule, sources)));
        }
        ArrayNode waterfall = node.putArray("waterfall");
        for (Waterfall.Bar bar : Waterfall.of(explanation)) {
            waterfall
                    .addObject()
                    .put("label", bar.label())
                    .put("from", yuan(bar.from()))
                    .put("to", yuan(bar.to()));
        }
        return node;
    }

    private static ObjectNode basis(Basis basis, Map<String, Source> sources) {
        ObjectNode node = JSON.objectNode()
                .put("parameter", basis.parameter())
                .put("meaning", basis.meaning())
                .put("from", basis.from().toString());
        ArrayNode cited = node.putArray("sources");
        for (Citation citation : basis.sources()) {
            Source source = sources.get(citation.source());
            ObjectNode one = cited.addObject().put("id", citation.source()).put("clause", citation.clause());
            if (source != null) {
                one.put("title", source.title()).put("number", source.number()).put("link", source.link());
            }
        }
        return node;
    }

    private static BigDecimal yuan(long fen) {
        return Money.ofFen(fen).in(MoneyUnit.YUAN).setScale(2);
    }
}
