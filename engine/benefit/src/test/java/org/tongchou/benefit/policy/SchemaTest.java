package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongchou.benefit.policy.LintTest.Damage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** {@code docs/policy-pack.schema.json} knows what the reader knows, and nothing else. */
class SchemaTest {
    private static final JsonNode SCHEMA =
            JsonMapper.builder().build().readTree(Path.of("../../docs/policy-pack.schema.json"));
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private static JsonNode defined(String name) {
        return SCHEMA.path("$defs").path(name);
    }

    private static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(item.asString()));
        return strings;
    }

    private static <T> void sameWords(JsonNode schema, T[] values, Function<T, String> word) {
        assertThat(strings(schema.path("enum")))
                .containsExactlyElementsOf(Arrays.stream(values).map(word).toList());
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyMappingHasTheSameKeys(Shape shape) {
        JsonNode mapping = defined(shape.word());
        assertThat(mapping.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(mapping.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void everyWordIsTheSame() {
        sameWords(defined("trust"), Trust.values(), Trust::word);
        sameWords(defined("unit"), Unit.values(), Unit::word);
        sameWords(property("fund", "field"), Fund.Field.values(), Fund.Field::word);
        sameWords(property("counter", "per"), Counter.Per.values(), Counter.Per::word);
        sameWords(property("counter", "by"), Counter.By.values(), Counter.By::word);
        sameWords(property("formula", "round"), RoundTo.Step.values(), RoundTo.Step::word);
        sameWords(property("round", "to"), RoundTo.Step.values(), RoundTo.Step::word);
        sameWords(property("split", "first_order"), Split.FirstOrder.values(), Split.FirstOrder::word);
        sameWords(property("split", "package"), Split.PackagePrice.values(), Split.PackagePrice::word);
        sameWords(property("split", "package_above"), Split.Above.values(), Split.Above::word);
        sameWords(property("tier", "measure"), Tier.Measure.values(), Tier.Measure::word);
        sameWords(property("tier", "against"), Tier.Against.values(), Tier.Against::word);
        sameWords(property("tier", "bands"), Tier.BandsFrom.values(), Tier.BandsFrom::word);
        sameWords(property("tier", "balance"), Tier.Balance.values(), Tier.Balance::word);
        sameWords(property("deductible", "per"), Deductible.Per.values(), Deductible.Per::word);
        sameWords(property("deductible", "chain"), Deductible.Chain.values(), Deductible.Chain::word);
        sameWords(property("deductible", "counts"), Deductible.Counts.values(), Deductible.Counts::word);
        sameWords(property("limit", "combine"), Limit.Combine.values(), Limit.Combine::word);
        assertThat(defined("vocabulary").path("properties").propertyNames())
                .containsAll(Arrays.stream(Vocabulary.Kind.values())
                        .map(Vocabulary.Kind::key)
                        .toList());
    }

    private static JsonNode property(String mapping, String key) {
        return defined(mapping).path("properties").path(key);
    }

    @Test
    void everyFactIsTheSame() {
        JsonNode condition = defined("condition");
        List<String> facts = new ArrayList<>(List.of("any", "not"));
        for (Fact.Kind kind : Fact.Kind.values()) {
            if (kind.isNamed()) {
                assertThat(condition.path("patternProperties").propertyNames()).contains("^" + kind.word() + "\\..+");
                continue;
            }
            facts.add(kind.word());
            JsonNode words =
                    condition.path("properties").path(kind.word()).path("anyOf").path(0);
            assertThat(words.path("$ref").asString("").endsWith("number_test")).isEqualTo(kind.isNumber());
            if (!words.path("enum").isMissingNode()) {
                assertThat(strings(words.path("enum"))).isEqualTo(kind.fixedWords());
            }
        }
        assertThat(condition.path("properties").propertyNames()).containsExactlyInAnyOrderElementsOf(facts);
    }

    static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path region : RegionsTest.regions()) {
            for (String below : List.of("", "parameters", "plans", "tables", "reforms")) {
                Path folder = region.resolve(below);
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> found = Files.list(folder)) {
                        found.filter(file -> file.toString().endsWith(".yaml"))
                                .sorted()
                                .forEach(files::add);
                    }
                }
            }
        }
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileFits(Path file) throws IOException {
        assertThat(new JsonSchema(SCHEMA).problems(YAML.readTree(Files.readString(file))))
                .isEmpty();
    }

    static List<Damage> malformed() throws IOException {
        List<String> rules = List.of("E-POL-003", "E-POL-004", "E-POL-005", "E-POL-008");
        return LintTest.damages().stream()
                .filter(damage -> rules.contains(damage.rule()) && damage.inSchema())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void malformedFilesDoNotFit(Damage damage) {
        Map<String, String> files = SamplePack.with(damage.file(), damage.part(), damage.instead());
        String text = Objects.requireNonNull(files.get(damage.file()));
        assertThat(new JsonSchema(SCHEMA).problems(YAML.readTree(text))).isNotEmpty();
    }
}
