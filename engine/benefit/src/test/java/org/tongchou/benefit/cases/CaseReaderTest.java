package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases as clerks write them, well and badly. */
class CaseReaderTest {
    private static final Path DEMO = Path.of("../../regions/demo");

    @TempDir
    Path folder;

    private static List<String> problems(String text) {
        return CaseReader.read("a.yaml", text, List.of("level3"), true).problems();
    }

    @Test
    void namesEveryMistakeWithItsLine() {
        assertThat(problems("""
                cases:
                  - case: 写错
                    person: { scheme: resident, age: forty }
                    bill: { kind: inpatient, date: 2025-13-01, total: 1.005 }
                    expect: { cash: x, csah: 1 }
                """))
                .anySatisfy(line -> assertThat(line).startsWith("a.yaml:3 ").contains("age", "forty"))
                .anySatisfy(line -> assertThat(line).startsWith("a.yaml:4 ").contains("date", "2025-13-01"))
                .anySatisfy(line -> assertThat(line).startsWith("a.yaml:4 ").contains("total", "1.005"))
                .anySatisfy(line -> assertThat(line).startsWith("a.yaml:5 ").contains("cash"))
                .anySatisfy(line -> assertThat(line).startsWith("a.yaml:5 ").contains("csah"));
        assertThat(problems("""
                cases:
                  - case: 缺少
                    person: { scheme: resident }
                    bill: { kind: inpatient }
                """))
                .anySatisfy(line -> assertThat(line).contains("date"))
                .anySatisfy(line -> assertThat(line).contains("total"))
                .anySatisfy(line -> assertThat(line).contains("expect"));
        assertThat(problems("cases:\n  - case: x\n    steps: []\n"))
                .anySatisfy(line -> assertThat(line).contains("steps"));
    }

    @Test
    void tellsWhatCameOutOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.yaml"), """
                cases:
                  - case: 全写错
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    year: { admisions: 1 }
                    bill: { level: level3, date: 2025-05-10, total: 10800 }
                    expect:
                      plan: employee.inpatient
                      deductible: 1
                      funds: { aid: 5, resdent: 0 }
                      tiers: { resident.inpatient: 6000, nobody: 1 }
                      counters: { admissions: 2, admisions: 1 }
                      national: { hifp_pay: 6000, hifp: 1 }
                  - case: 期望被拒绝
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    bill: { level: level3, date: 2025-05-10, total: 10800 }
                    expect: { failure: E-BEN-005 }
                """);
        CaseFolder.Report report = CaseFolder.run(DEMO, file);
        assertThat(report.problems()).isEmpty();
        assertThat(report.passed()).isFalse();
        assertThat(report.results().get(0).differences())
                .containsExactlyInAnyOrder(
                        "year 中没有累计“admisions”，请检查拼写",
                        "plan 应为“employee.inpatient”，得到“resident.inpatient”",
                        "deductible 应为 1，得到 800",
                        "funds.aid 应为 5，得到 0",
                        "没有“funds.resdent”，请检查拼写",
                        "funds.resident 应为 0，得到 6000",
                        "没有“tiers.nobody”，请检查拼写",
                        "counters.admissions 应为 2，得到 1",
                        "没有“counters.admisions”，请检查拼写",
                        "没有“national.hifp”，请检查拼写");
        assertThat(report.results().get(1).differences()).containsExactly("failure 应为“E-BEN-005”，得到“”");
    }

    @Test
    void saysWhenAPackOrReformCannotBeUsed() throws IOException {
        assertThat(CaseFolder.run(folder).problems()).isNotEmpty();
        Path file = Files.writeString(folder.resolve("reform.yaml"), """
                cases:
                  - case: 没有这个方案
                    reform: missing.yaml
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    bill: { level: level3, date: 2025-05-10, total: 10800 }
                """);
        CaseFolder.Report report = CaseFolder.run(DEMO, file);
        assertThat(report.problems()).anySatisfy(line -> assertThat(line).contains("missing.yaml"));
        assertThat(report.results()).isEmpty();
    }
}
