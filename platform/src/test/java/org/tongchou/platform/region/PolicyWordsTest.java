package org.tongchou.platform.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.policy.PolicyPack;

/** What a clerk reads of a policy is Chinese. */
class PolicyWordsTest {
    private static final Pattern ENGLISH = Pattern.compile("[a-z][a-z_.0-9]{2,}");

    private static PolicyPack pack(String name) {
        return PolicyPack.read(Path.of("..", "regions", name)).getPack();
    }

    @Test
    void wordsAreNamedByTheFactBeforeThem() {
        PolicyWords words = new PolicyWords(pack("demo"));
        assertThat(words.named("person_type 退休：90 元/月")).isEqualTo("人员类别 退休人员：90 元/月");
        assertThat(words.named("county_tier 一档：60%")).isEqualTo("区县分档 一档：60%");
        assertThat(words.named("level ≥ level2 且 visit ≥ 2：800 元")).isEqualTo("机构等级 ≥ 二级医院 且 第几次住院 ≥ 2：800 元");
        assertThat(words.named("scheme resident：1")).isEqualTo("险种 居民医保：1");
        assertThat(words.named("filing resident：1")).isEqualTo("异地备案 异地长期居住：1");
        assertThat(words.named("payment_mode disease：1")).isEqualTo("付费方式 按病种：1");
        assertThat(words.named("样例办法（demo，核对 2026-11-22）")).isEqualTo("样例办法（演示，核对 2026-11-22）");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "fuzhou", "ningde", "quanzhou", "wuhan"})
    void noEnglishIsLeftInAnyPolicy(String name) {
        Set<String> left = new TreeSet<>();
        new PolicyView(pack(name))
                .list(LocalDate.of(2026, 1, 1), null, null)
                .forEach(row -> row.lines()
                        .forEach(line -> ENGLISH.matcher(line)
                                .results()
                                .map(MatchResult::group)
                                .forEach(left::add)));
        assertThat(left).isEmpty();
    }
}
