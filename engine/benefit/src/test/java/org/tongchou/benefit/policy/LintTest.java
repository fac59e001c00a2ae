package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongchou.files.yaml.YamlFields;

/** Every rule of packs with damage that breaks it: the finding shows the line and how to mend it. */
class LintTest {
    private static final Map<String, String> FILES =
            Map.of("region", SamplePack.REGION, "parameters", SamplePack.PARAMETERS, "plans", SamplePack.PLANS);

    /** A damaged copy of the sample; {@code damages.yaml} explains the fields. */
    record Damage(
            String rule,
            String file,
            String part,
            String instead,
            String in,
            String at,
            String says,
            String remedy,
            String also,
            boolean inSchema) {
        @Override
        public String toString() {
            return rule + " " + says;
        }
    }

    private static List<YamlFields> entries(String key) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/packs/damages.yaml"));
        return YamlFields.read(text, issue -> {
                    throw new IllegalArgumentException(issue.line() + " " + issue.message());
                })
                .mappings(key);
    }

    static List<Damage> damages() throws IOException {
        return entries("damages").stream()
                .map(entry -> {
                    String damaged = Objects.requireNonNull(FILES.get(entry.word("file")));
                    return new Damage(
                            entry.word("rule"),
                            damaged,
                            entry.text("part"),
                            entry.text("instead"),
                            FILES.getOrDefault(entry.word("in"), damaged),
                            entry.text("at"),
                            entry.word("says"),
                            entry.word("remedy"),
                            entry.word("also"),
                            !entry.word("schema").equals("no"));
                })
                .toList();
    }

    @ParameterizedTest
    @MethodSource("damages")
    void damageIsShownWithItsLineAndRemedy(Damage damage) {
        Map<String, String> files = SamplePack.with(damage.file(), damage.part(), damage.instead());
        int line = SamplePack.line(Objects.requireNonNull(files.get(damage.in())), damage.at());
        PackReading reading = PolicyPack.read("sample", files);
        assertThat(reading.findings())
                .as(() -> reading.findings().stream().map(Finding::toString).collect(Collectors.joining("\n")))
                .anySatisfy(finding -> {
                    assertThat(finding.rule().code()).isEqualTo(damage.rule());
                    assertThat(finding.place()).isEqualTo(new Place(damage.in(), line));
                    assertThat(finding.message()).contains(damage.says());
                    assertThat(finding.remedy()).contains(damage.remedy());
                });
        if (!damage.also().equals("any")) {
            assertThat(reading.findings())
                    .extracting(finding -> finding.rule().code())
                    .containsExactlyInAnyOrder(
                            (damage.rule() + " " + damage.also()).strip().split(" "));
        }
        assertThat(reading.hasErrors()).isEqualTo(damage.rule().startsWith("E"));
        assertThat(reading.findPack().isPresent()).isEqualTo(!reading.hasErrors());
    }

    @Test
    void whatIsStillSoundIsNotTold() throws IOException {
        assertThat(entries("sound")).hasSizeGreaterThan(10).allSatisfy(change -> {
            String file = Objects.requireNonNull(FILES.get(change.word("file")));
            Map<String, String> files = SamplePack.with(file, change.text("part"), change.text("instead"));
            assertThat(PolicyPack.read("sample", files).findings())
                    .as(change.text("instead"))
                    .isEmpty();
        });
    }

    @Test
    void everyRuleOfPacksIsTried() throws IOException {
        Set<String> tried = damages().stream().map(Damage::rule).collect(Collectors.toSet());
        // A reform that does not fit is tried in ReformTest.
        tried.add(PackRule.WRONG_REFORM.code());
        assertThat(tried)
                .containsAll(
                        Arrays.stream(PackRule.values()).map(PackRule::code).toList());
        assertThat(Arrays.stream(PackRule.values()).map(PackRule::code)).doesNotHaveDuplicates();
        assertThat(PackRule.values()).allSatisfy(rule -> assertThat(rule.says()).isNotBlank());
    }

    @Test
    void aRemedyListsAllWordsWhereTheyAreFew() {
        assertThat(remedy("diagnosis: 肿瘤", "diagnosis: 瘤")).endsWith("已有 肿瘤");
        assertThat(remedy("kind: [outpatient, chronic]", "kind: [outpatient, chronisch]"))
                .endsWith("、second_aid");
    }

    private static String remedy(String part, String instead) {
        List<Finding> findings = PolicyPack.read("sample", SamplePack.with(SamplePack.PLANS, part, instead))
                .findings();
        assertThat(findings).hasSize(1);
        return findings.get(0).remedy();
    }

    @Test
    void aFindingIsOneLine() {
        assertThat(new Finding(PackRule.DEAD_TIER, new Place("plans/a.yaml", 7), "支付层 x 不在任何方案里", "请删去"))
                .hasToString("plans/a.yaml:7 W-POL-003 支付层 x 不在任何方案里。请删去。");
    }
}
