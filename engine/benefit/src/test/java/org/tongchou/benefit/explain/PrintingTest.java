package org.tongchou.benefit.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.Citation;
import org.tongchou.benefit.policy.Place;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.policy.Trust;
import tools.jackson.databind.JsonNode;

/** An explanation word by word, as people and machines read it. */
class PrintingTest {
    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Place PLACE = new Place("region.yaml", 1);
    private static final Map<String, Source> SOURCES = Map.of(
            "办法",
            new Source("办法", "试验办法", "试〔2024〕1号", "https://example.org/1", DAY, Trust.DEMO, PLACE),
            "口径",
            new Source("口径", "经办口径", "", "", DAY, Trust.DEMO, PLACE));
    private static final Basis LINE = basis("line", "起付标准", new Citation("办法", "第一条"), new Citation("口径", "二"));
    private static final Basis RATIO = basis("ratio", "支付比例", new Citation("纪要", "第三项"));
    private static final Explanation EXPLANATION = new Explanation(
            "住院",
            List.of(
                    step(Step.Kind.TOTAL, "费用总额", "", 100_000, 100_000, 100_000),
                    step(Step.Kind.CALCULATION, "月数", "12 − 1 = 11", 11, 0, 0),
                    step(
                            Step.Kind.PAYMENT,
                            "统筹支付",
                            "(1,000.00 − 200.00) × 60% = 480.00",
                            48_000,
                            100_000,
                            52_000,
                            LINE,
                            RATIO),
                    step(Step.Kind.PAYMENT, "救助支付", "", 2_000, 52_000, 50_000, RATIO, RATIO)));

    private static Basis basis(String parameter, String meaning, Citation... sources) {
        return new Basis(parameter, meaning, DAY, List.of(sources));
    }

    private static Step step(
            Step.Kind kind, String what, String formula, long amount, long before, long after, Basis... basis) {
        return new Step(kind, what, what, formula, amount, before, after, List.of(basis));
    }

    @Test
    void linesAreNumberedAndRulesToldOnce() {
        assertThat(ExplanationText.print(EXPLANATION, SOURCES))
                .containsExactly(
                        "住院",
                        "",
                        "1. 费用总额  1,000.00 元",
                        "2. 月数",
                        "   12 − 1 = 11",
                        "3. 统筹支付  480.00 元  [1][2]",
                        "   (1,000.00 − 200.00) × 60% = 480.00",
                        "   待付 1,000.00 → 520.00",
                        "4. 救助支付  20.00 元  [2]",
                        "   待付 520.00 → 500.00",
                        "",
                        "依据",
                        "[1] 起付标准，2024-01-01 起执行，《试验办法》（试〔2024〕1号）第一条；《经办口径》二",
                        "[2] 支付比例，2024-01-01 起执行，纪要第三项");
    }

    @Test
    void withoutRulesThereIsNoListOfThem() {
        Explanation plain = new Explanation("住院", List.of(step(Step.Kind.CASH, "现金", "", 1, 1, 1)));
        assertThat(ExplanationText.print(plain, SOURCES)).containsExactly("住院", "", "1. 现金  0.01 元");
    }

    @Test
    void jsonHoldsAmountsInYuanAndTheSourcesThatAreKnown() {
        JsonNode json = ExplanationJson.of(EXPLANATION, SOURCES);
        assertThat(json.get("title").asString()).isEqualTo("住院");
        assertThat(json.get("steps").get(2).toString())
                .isEqualTo("{\"kind\":\"payment\",\"subject\":\"统筹支付\",\"what\":\"统筹支付\","
                        + "\"formula\":\"(1,000.00 − 200.00) × 60% = 480.00\","
                        + "\"amount\":480.00,\"before\":1000.00,\"after\":520.00,\"basis\":["
                        + "{\"parameter\":\"line\",\"meaning\":\"起付标准\",\"from\":\"2024-01-01\",\"sources\":["
                        + "{\"id\":\"办法\",\"clause\":\"第一条\",\"title\":\"试验办法\",\"number\":\"试〔2024〕1号\","
                        + "\"link\":\"https://example.org/1\"},"
                        + "{\"id\":\"口径\",\"clause\":\"二\",\"title\":\"经办口径\",\"number\":\"\",\"link\":\"\"}]},"
                        + "{\"parameter\":\"ratio\",\"meaning\":\"支付比例\",\"from\":\"2024-01-01\",\"sources\":["
                        + "{\"id\":\"纪要\",\"clause\":\"第三项\"}]}]}");
        assertThat(json.get("waterfall").toString())
                .isEqualTo("[{\"label\":\"费用总额\",\"from\":1000.00,\"to\":0.00},"
                        + "{\"label\":\"统筹支付\",\"from\":1000.00,\"to\":520.00},"
                        + "{\"label\":\"救助支付\",\"from\":520.00,\"to\":500.00}]");
    }
}
