package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.explain.Explanation;
import org.tongchou.benefit.policy.Basis;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.Outcome;

/**
 * Every number in the parameters matters, those in conditions too: when it is a little higher or lower, some case of
 * the region no longer holds (or the pack can no longer be read).
 */
class RegionNumbersTest {
    private static final Path REGIONS = Path.of("../../regions");

    /** Numbers that no result shows, by parameter and number. */
    private static final Map<String, String> UNSEEN = Map.of(
            "chronic.major.cap: else: 0", "diseases of the other group never come to this table",
            "coverage.employee.wait: else: 0", "a wait of 0 and of 1 paid month are alike",
            "coverage.employee.wait: is: 0", "the same",
            "coverage.rank: else: 3", "the last place is the last whatever its number",
            "coverage.resident.window.opens: else: 4", "only told: who pays before the window is not late",
            "coverage.resident.window.opens: 大学生: 0", "the same");

    /** Dues are a small part of these, in whole yuan, or these are below them: one yuan more is not seen, a tenth is. */
    private static final String COARSE = "resident.dues.";

    private static final Pattern PARAMETER = Pattern.compile("(?m)^  ([a-z][a-z0-9_.]*):\\n(?: {4}.*\\n|\\n)*");
    private static final Pattern NUMBER = Pattern.compile(
            "(?<=[a-z0-9_一-龥]: |: \"[<>]|: \"[<>]=|: \"|\\.\\.)(-?\\d+(?:\\.\\d+)?)(%?)(?=[ ,}\\]\\n\"]|\\.\\.)");

    /**
     * A parameter with one number changed.
     *
     * @param parameter its name
     * @param what the number, with what stands before it
     * @param text the parameter as it would be written
     */
    private record Change(String parameter, String what, String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"wuhan", "demo"})
    void everyNumberIsHeldByACase(String region) throws IOException {
        Path folder = REGIONS.resolve(region);
        PackReading pack = PolicyPack.read(folder);
        List<Case> cases = cases(folder);
        Map<String, Set<String>> uses = uses(pack.getPack(), cases);
        List<Change> changes = changes(folder.resolve("parameters"));
        assertThat(changes).hasSizeGreaterThan(100);
        Set<String> unheld = new TreeSet<>();
        for (Change change : changes) {
            if (survives(changed(pack, region, change), change.parameter(), cases, uses)) {
                unheld.add(change.parameter() + ": " + change.what());
            }
        }
        unheld.removeAll(UNSEEN.keySet());
        assertThat(unheld).isEmpty();
    }

    private static PackReading changed(PackReading pack, String region, Change change) {
        return pack.with("changed.yaml", "reform: { name: 试, base: " + region + " }\nparameters:\n" + change.text());
    }

    private static boolean survives(
            PackReading changed, String parameter, List<Case> cases, Map<String, Set<String>> uses) {
        if (changed.hasErrors()) {
            return false;
        }
        CaseRunner runner = new CaseRunner(changed.getPack());
        return cases.stream()
                .sorted(Comparator.comparing(
                        (Case one) -> !uses.getOrDefault(one.name(), Set.of()).contains(parameter)))
                .allMatch(one -> runner.run(one).passed());
    }

    // ---- changes

    private static List<Change> changes(Path folder) throws IOException {
        List<Change> changes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Matcher parameter = PARAMETER.matcher(Files.readString(file));
                while (parameter.find()) {
                    Matcher number = NUMBER.matcher(parameter.group());
                    while (number.find()) {
                        changes.add(change(parameter.group(1), parameter.group(), number));
                    }
                }
            }
        }
        return changes;
    }

    private static Change change(String parameter, String text, Matcher number) {
        BigDecimal value = new BigDecimal(number.group(1));
        boolean lower =
                value.compareTo(BigDecimal.valueOf(50)) >= 0 && !number.group(2).isEmpty();
        BigDecimal fine = value.scale() > 0 ? new BigDecimal("0.1") : BigDecimal.ONE;
        BigDecimal step = parameter.startsWith(COARSE) ? value.movePointLeft(1) : fine;
        String other = (lower ? value.subtract(step) : value.add(step)).toPlainString();
        int from = text.lastIndexOf(' ', number.start() - 2) + 1;
        return new Change(
                parameter,
                text.substring(from, number.end()),
                text.substring(0, number.start()) + other + number.group(2) + text.substring(number.end()));
    }

    // ---- the region

    private static List<Case> cases(Path region) throws IOException {
        return CaseFolder.run(region).results().stream()
                .map(CaseResult::tried)
                .filter(one -> one.reform().isEmpty())
                .toList();
    }

    /** The parameters that the explanation of each case names. */
    private static Map<String, Set<String>> uses(PolicyPack pack, List<Case> cases) {
        CaseRunner runner = new CaseRunner(pack);
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        for (Case one : cases) {
            CaseResult result = runner.run(one);
            assertThat(result.passed()).as(one.name()).isTrue();
            Set<String> used = uses.computeIfAbsent(one.name(), name -> new TreeSet<>());
            explanations(result)
                    .flatMap(explanation -> explanation.steps().stream())
                    .flatMap(step -> step.basis().stream())
                    .map(Basis::parameter)
                    .forEach(used::add);
        }
        return uses;
    }

    private static Stream<Explanation> explanations(CaseResult result) {
        Stream<Explanation> calculated = result
                .findCalculated()
                .filter(Result.Found.class::isInstance)
                .map(found -> found.getFound().explanation())
                .stream();
        return Stream.concat(
                calculated,
                result.outcomes().stream()
                        .map(Outcome::settlement)
                        .flatMap(Optional::stream)
                        .flatMap(settlement -> settlement.explanation().stream()));
    }
}
