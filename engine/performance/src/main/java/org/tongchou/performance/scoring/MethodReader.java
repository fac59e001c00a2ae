package org.tongchou.performance.scoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the method that a rule names, with the parameters that stand beside the name. */
final class MethodReader {
    private static final Map<String, Measure> STEP_MEASURES =
            new TreeMap<>(Map.of("value", Measure.VALUE, "percent", Measure.COMPLETION, "rate", Measure.RATE));
    private static final Map<String, Measure> MEASURES =
            new TreeMap<>(Map.of("actual", Measure.VALUE, "completion", Measure.COMPLETION, "rate", Measure.RATE));
    private static final Map<String, Step.Count> COUNTS =
            new TreeMap<>(Map.of("complete", Step.Count.COMPLETE, "started", Step.Count.STARTED));

    private static final Map<String, Function<Fields, Method>> METHODS = new LinkedHashMap<>();

    static {
        METHODS.put(
                "full_when_met",
                fields -> new FullWhenMet(fields.findNumber("up_to").orElse(null)));
        METHODS.put("qualitative_full", fields -> new QualitativeFull());
        METHODS.put("proportional", fields -> new Proportional());
        METHODS.put("reverse_proportional", fields -> new ReverseProportional());
        METHODS.put("zero_when_missed", fields -> new ZeroWhenMissed());
        METHODS.put("over_fulfilment", MethodReader::overFulfilment);
        METHODS.put("step", MethodReader::step);
        METHODS.put("interpolation", MethodReader::interpolation);
        METHODS.put("tiers", MethodReader::tiers);
        METHODS.put(
                "checklist",
                fields -> new Checklist(
                        fields.numbers("items"),
                        fields.numbers("extra"),
                        fields.findNumber("cap").orElse(null)));
        METHODS.put("yes_no", fields -> new YesNo(Set.copyOf(fields.texts("yes")), Set.copyOf(fields.texts("no"))));
        METHODS.put("growth", fields -> new Growth(fields.number("at_least")));
        METHODS.put("qualitative_bands", MethodReader::qualitativeBands);
        METHODS.put(
                "execution_rate",
                fields -> new ExecutionRate(fields.findNumber("full_from").orElse(null)));
        METHODS.put("stated_deduction", fields -> new StatedDeduction());
        METHODS.put("stated_full", fields -> new StatedFull());
    }

    private MethodReader() {}

    /** The words of all methods. */
    static Set<String> words() {
        return METHODS.keySet();
    }

    static Method read(Fields fields) {
        Function<Fields, Method> maker = fields.choice("method", METHODS);
        return fields.make(() -> maker.apply(fields));
    }

    private static Method overFulfilment(Fields fields) {
        return new OverFulfilment(fields.mappings("bands").stream()
                .map(band -> {
                    var made = new OverFulfilment.Band(band.number("over"), band.number("keep"));
                    band.done();
                    return made;
                })
                .toList());
    }

    private static Method step(Fields fields) {
        return new Step(
                fields.findNumber("deduct").orElse(null),
                fields.findNumber("every").orElse(null),
                fields.choice("measure", STEP_MEASURES, () -> Measure.VALUE),
                fields.choice("count", COUNTS, () -> Step.Count.COMPLETE),
                fields.findNumber("over").orElse(null),
                fields.findNumber("over_deduct").orElse(null));
    }

    private static Method interpolation(Fields fields) {
        return new Interpolation(
                fields.mappings("points").stream()
                        .map(point -> {
                            var made = new Interpolation.Anchor(point.number("achieved"), point.number("percent"));
                            point.done();
                            return made;
                        })
                        .toList(),
                fields.choice("measure", MEASURES, () -> Measure.COMPLETION));
    }

    private static Method tiers(Fields fields) {
        return new Tiers(
                fields.mappings("tiers").stream()
                        .map(tier -> {
                            var made = tier.make(() -> new Tiers.Tier(
                                    tier.number("from"),
                                    tier.findNumber("points").orElse(null),
                                    tier.findNumber("percent").orElse(null)));
                            tier.done();
                            return made;
                        })
                        .toList(),
                fields.choice("measure", MEASURES, () -> Measure.VALUE));
    }

    private static Method qualitativeBands(Fields fields) {
        return new QualitativeBands(fields.mappings("bands").stream()
                .map(band -> {
                    var made = new QualitativeBands.Band(band.text("word"), band.number("from"), band.number("to"));
                    band.done();
                    return made;
                })
                .toList());
    }
}
