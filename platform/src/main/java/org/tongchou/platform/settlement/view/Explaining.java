package org.tongchou.platform.settlement.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.settlement.BillFile.Bar;
import org.tongchou.platform.settlement.BillFile.Cited;
import org.tongchou.platform.settlement.BillFile.Explained;
import org.tongchou.platform.settlement.BillFile.Rule;
import org.tongchou.platform.settlement.BillFile.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the engine's explanation of a settlement, as it was kept: yuan become fen, rules are told once. */
@Component
class Explaining {
    private static final String LINE = "line";

    private final JsonMapper json;
    private final SettlementWords words;

    Explaining(JsonMapper json, SettlementWords words) {
        this.json = json;
        this.words = words;
    }

    /**
     * An explanation.
     *
     * @param explained all but the steps of single lines
     * @param lines these, by the engine's name of the line: {@code lines[0]}
     */
    record Told(Explained explained, Map<String, Step> lines) {}

    Told read(String kept) {
        JsonNode node = json.readTree(kept);
        Map<JsonNode, Integer> places = new LinkedHashMap<>();
        List<Step> steps = new ArrayList<>();
        Map<String, Step> lines = new HashMap<>();
        for (JsonNode one : node.path("steps")) {
            Step step = step(one, places);
            if (step.kind().equals(LINE)) {
                lines.put(one.path("subject").asString(), step);
            } else {
                steps.add(step);
            }
        }
        List<Bar> bars = new ArrayList<>();
        for (JsonNode bar : node.path("waterfall")) {
            bars.add(new Bar(bar.path("label").asString(), fen(bar.path("from")), fen(bar.path("to"))));
        }
        List<Rule> rules = places.keySet().stream().map(this::rule).toList();
        return new Told(new Explained(node.path("title").asString(), steps, bars, rules), lines);
    }

    private static Step step(JsonNode one, Map<JsonNode, Integer> places) {
        List<Integer> rules = new ArrayList<>();
        for (JsonNode basis : one.path("basis")) {
            int place = places.computeIfAbsent(basis, any -> places.size());
            if (!rules.contains(place)) {
                rules.add(place);
            }
        }
        return new Step(
                one.path("kind").asString(),
                one.path("what").asString(),
                one.path("formula").asString(),
                fen(one.path("amount")),
                fen(one.path("before")),
                fen(one.path("after")),
                rules);
    }

    private Rule rule(JsonNode basis) {
        List<Cited> sources = new ArrayList<>();
        for (JsonNode source : basis.path("sources")) {
            sources.add(new Cited(
                    source.path("title").asString(source.path("id").asString()),
                    source.path("number").asString(""),
                    source.path("clause").asString(""),
                    source.path("link").asString("")));
        }
        String parameter = basis.path("parameter").asString();
        LocalDate from = LocalDate.parse(basis.path("from").asString());
        return new Rule(parameter, basis.path("meaning").asString(), from, words.value(parameter, from), sources);
    }

    private static long fen(JsonNode yuan) {
        return yuan.decimalValue().movePointRight(2).longValueExact();
    }
}
