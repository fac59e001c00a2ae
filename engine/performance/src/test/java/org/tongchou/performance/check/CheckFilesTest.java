package org.tongchou.performance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.accounts.check.CheckDefinition.Severity;
import org.tongchou.accounts.check.CheckFileException;

class CheckFilesTest {
    private static final String CHECK = """
            - id: own.first
              group: own
              severity: warn
              each: 指标
              says: 得分不超过分值
              check: 得分 ≤ 分值
              tolerance: none
              source: 本局规定

            - id: own.second
              group: own
              severity: error
              says: 等次与总分相符
              builtin: grades
              words: 一句
              source: 本局规定
            """;

    @Test
    void readsRelationsAndBuiltins() {
        List<PerformanceCheck> checks = PerformanceChecks.read("own.yaml", CHECK);
        assertThat(checks).hasSize(2);
        PerformanceCheck first = checks.get(0);
        assertThat(first.sides()).isEqualTo(new PerformanceCheck.Sides("得分", "≤", "分值"));
        assertThat(first.exact()).isTrue();
        assertThat(first.severity()).isEqualTo(Severity.WARN);
        assertThat(checks.get(1).builtin()).isEqualTo("grades");
        assertThat(checks.get(1).words()).containsExactly("一句");
        assertThat(checks.get(1).sides()).isNull();
    }

    @Test
    void everyCheckOfTheLibrarySaysWhatItIs() {
        assertThat(PerformanceChecks.list()).hasSizeGreaterThan(40).allSatisfy(check -> {
            assertThat(check.id()).startsWith(check.id().startsWith("report.") ? "report." : "perf.");
            assertThat(check.says()).isNotBlank();
            assertThat(check.source()).isNotBlank();
        });
        assertThat(PerformanceChecks.list()).extracting(PerformanceCheck::id).doesNotHaveDuplicates();
        assertThat(PerformanceChecks.list().stream()
                        .map(PerformanceCheck::builtin)
                        .filter(name -> !name.isEmpty()))
                .containsExactlyInAnyOrderElementsOf(Comparisons.names());
    }

    /** Each error names the file, the line of the check and how to mend it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "builtin: grades|builtin: marks|own.yaml:10|没有内置检查“marks”",
                "each: 指标|each: 每项|own.yaml:1|得到“每项”",
                "check: 得分 ≤ 分值|check: 得分 小于 分值|own.yaml:1|关系应为",
                "check: 得分 ≤ 分值|check: 得分 ≤ 分值 +|own.yaml:1|不能计算",
                "check: 得分 ≤ 分值|check: 得分.getClass() ≤ 分值|own.yaml:1|不能计算",
                "severity: warn|severity: bad|own.yaml:1|得到“bad”",
                "says: 得分不超过分值|says: ''|own.yaml:1|缺少 says",
                "id: own.second|id: own.first|own.yaml:10|已有",
                "builtin: grades|check: 得分 ≤ 分值|own.yaml:10|each 应为",
                "tolerance: none|tolerances: none|own.yaml:1|不认识字段“tolerances”",
                "words: 一句|check: 得分 ≤ 分值|own.yaml:10|只写一个"
            })
    void errorsNameFileAndLine(String from, String to, String where, String what) {
        assertThat(CHECK).contains(from);
        assertThatThrownBy(() -> PerformanceChecks.read("own.yaml", CHECK.replace(from, to)))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining(where)
                .hasMessageContaining(what);
    }

    @Test
    void otherFilesAreNoCheckFiles() {
        assertThatThrownBy(() -> PerformanceChecks.read("own.yaml", "id: own"))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("own.yaml:1");
        assertThatThrownBy(() -> PerformanceChecks.read("own.yaml", "- id: [x"))
                .isInstanceOf(CheckFileException.class)
                .hasMessageContaining("own.yaml:");
    }
}
