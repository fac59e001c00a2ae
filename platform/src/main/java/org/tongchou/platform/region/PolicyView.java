package org.tongchou.platform.region;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.DatedValue;
import org.tongchou.benefit.policy.Parameter;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.policy.PolicyText;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.policy.Trust;

/** The parameters of the pack in use, as a clerk reads them. */
public final class PolicyView {
    /** Name and period stand above the lines of a value. */
    private static final int HEAD = 2;

    private final PolicyPack pack;
    private final PolicyText text;
    private final PolicyWords words;

    /** The view of a pack. */
    public PolicyView(PolicyPack pack) {
        this.pack = pack;
        this.text = new PolicyText(pack);
        this.words = new PolicyWords(pack);
    }

    /**
     * A parameter on a day.
     *
     * @param name name in the rules
     * @param meaning what people read
     * @param unit unit of its numbers
     * @param from first day of the value in force; null when none is
     * @param lines the value, a line for each case; empty when none is in force
     * @param source where it comes from; empty when none is in force
     * @param trust official, published or demo; empty when none is in force
     * @param values how many values it has over time
     */
    record Row(
            String name,
            String meaning,
            String unit,
            @Nullable LocalDate from,
            List<String> lines,
            String source,
            String trust,
            int values) {}

    /**
     * A parameter with all its values.
     *
     * @param name name in the rules
     * @param meaning what people read
     * @param unit unit of its numbers
     * @param values its values, the latest first
     */
    record Whole(String name, String meaning, String unit, List<Dated> values) {}

    /**
     * A value of a parameter.
     *
     * @param from first day
     * @param to last day; null when it holds until the next begins
     * @param lines the value, a line for each case
     * @param source where it comes from
     * @param trust official, published or demo
     * @param links addresses of the documents
     * @param place file and line
     */
    record Dated(
            LocalDate from,
            @Nullable LocalDate to,
            List<String> lines,
            String source,
            String trust,
            List<String> links,
            String place) {}

    /**
     * Parameters whose name, meaning, value or source has every word of a text, by name.
     *
     * @param trust official, published or demo; null for all
     */
    List<Row> list(LocalDate day, @Nullable String words, @Nullable String trust) {
        return pack.parameters().values().stream()
                .map(parameter -> row(parameter, day))
                .filter(row -> trust == null || trust.isEmpty() || row.trust().equals(trust))
                .filter(row -> matches(row, words == null ? "" : words))
                .toList();
    }

    private static boolean matches(Row row, String words) {
        String all = String.join(
                        " ", row.name(), row.meaning(), row.unit(), row.source(), String.join(" ", row.lines()))
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(words.toLowerCase(Locale.ROOT).strip().split("\\s+"))
                .allMatch(all::contains);
    }

    private Row row(Parameter parameter, LocalDate day) {
        DatedValue value = parameter.on(day).orElse(null);
        return new Row(
                parameter.name(),
                parameter.meaning(),
                parameter.unit().word(),
                value == null ? null : value.from(),
                value == null ? List.of() : lines(parameter, value),
                value == null ? "" : words.named(text.source(value)),
                value == null ? "" : trust(value),
                parameter.values().size());
    }

    /** The value of a parameter that begins on a day, a line for each case; none when there is no such value. */
    public List<String> value(String name, LocalDate from) {
        Parameter parameter = pack.parameters().get(name);
        return parameter == null
                ? List.of()
                : parameter.values().stream()
                        .filter(value -> value.from().equals(from))
                        .findFirst()
                        .map(value -> lines(parameter, value))
                        .orElse(List.of());
    }

    /** A parameter with all its values. */
    Whole whole(Parameter parameter) {
        List<Dated> values = Stream.iterate(parameter.values().size() - 1, i -> i >= 0, i -> i - 1)
                .map(i -> dated(parameter, parameter.values().get(i)))
                .toList();
        return new Whole(parameter.name(), parameter.meaning(), parameter.unit().word(), values);
    }

    private Dated dated(Parameter parameter, DatedValue value) {
        return new Dated(
                value.from(),
                value.to(),
                lines(parameter, value),
                words.named(text.source(value)),
                trust(value),
                sources(value)
                        .map(Source::link)
                        .filter(link -> link.startsWith("http"))
                        .toList(),
                value.place().toString());
    }

    private List<String> lines(Parameter parameter, DatedValue value) {
        Parameter alone = new Parameter(
                parameter.name(), parameter.meaning(), parameter.unit(), List.of(value), parameter.place());
        List<String> lines = text.lines(alone);
        return lines.subList(HEAD, lines.size()).stream()
                .map(line -> words.named(line.startsWith("  ") ? line.substring(2) : line))
                .toList();
    }

    private Stream<Source> sources(DatedValue value) {
        return value.sources().stream()
                .map(citation -> pack.sources().get(citation.source()))
                .filter(java.util.Objects::nonNull);
    }

    /** The least that its sources allow. */
    private String trust(DatedValue value) {
        Trust own = value.trust();
        return own != null
                ? own.word()
                : sources(value)
                        .map(Source::trust)
                        .max(java.util.Comparator.naturalOrder())
                        .map(Trust::word)
                        .orElse("");
    }
}
