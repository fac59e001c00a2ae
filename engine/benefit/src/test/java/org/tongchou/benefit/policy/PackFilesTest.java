package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of a folder are a pack, in which order, and what stands in two of them. */
class PackFilesTest {
    @TempDir
    Path folder;

    private void write(String file, byte[] content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.write(path, content);
    }

    private void write(String file) throws IOException {
        write(file, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void filesCountInTheirOrder() throws IOException {
        for (String file :
                List.of("tables/a.yaml", "parameters/c.yaml", "parameters/b.yaml", "z.yaml", "plans/a.yaml")) {
            write(file);
        }
        write("y.yaml");
        write("notes.txt");
        write("cases/case.yaml");
        Files.createDirectories(folder.resolve("folder.yaml"));
        Findings findings = new Findings();
        Map<String, String> texts = PackFiles.read(folder, findings);
        assertThat(texts.keySet())
                .containsExactly(
                        "y.yaml", "z.yaml", "parameters/b.yaml", "parameters/c.yaml", "plans/a.yaml", "tables/a.yaml");
        assertThat(texts).allSatisfy((file, text) -> assertThat(text).isEqualTo(file));
        assertThat(findings.sorted()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldAndLeftOut() throws IOException {
        write("a.yaml", new byte[] {(byte) 0xC3, (byte) 0x28});
        write("b.yaml");
        Findings findings = new Findings();
        assertThat(PackFiles.read(folder, findings)).containsOnlyKeys("b.yaml");
        assertThat(findings.sorted()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo(new Place("a.yaml", 1));
            assertThat(finding.message()).contains("UTF-8");
        });
        Findings none = new Findings();
        assertThat(PackFiles.read(folder.resolve("nowhere"), none)).isEmpty();
        assertThat(none.sorted())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("没有这个目录"));
    }

    @Test
    void whatIsDefinedInTwoFilesIsToldWithBothPlaces() {
        Map<String, String> files = new LinkedHashMap<>(SamplePack.files());
        files.put("tables/z.yaml", """
                region: { code: "999901", name: 又一个, trust: demo }
                sources: { 办法: { title: 又一个 } }
                vocabulary:
                  identities: { 特困: { name: 又一个 } }
                  classes: { aid: { 一类: [特困] } }
                  funds: { aid: { name: 又一个, code: "1", field: maf_pay } }
                counters: { admissions: { meaning: 又一个, unit: 次, per: year } }
                parameters: { cap: { meaning: 又一个, unit: 元, values: [{ from: 2018-01-01, source: 办法 一, is: 1 }] } }
                tiers: { pool: { name: 又一个, fund: aid, basic: true } }
                plans: [{ id: aid, name: 又一个, when: { kind: pharmacy }, tiers: [pool] }]
                """);
        PackReading reading = PolicyPack.read("sample", files);
        assertThat(reading.findings()).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo(PackRule.DEFINED_TWICE);
            assertThat(finding.place().file()).isEqualTo("tables/z.yaml");
        });
        assertThat(reading.findings())
                .extracting(finding -> finding.place().line() + " " + finding.message())
                .containsExactly(
                        "1 region 已在 region.yaml:3 写明",
                        "2 sources 中的“办法”已在 region.yaml:6 定义",
                        "4 identities 中的“特困”已在 region.yaml:24 定义",
                        "5 classes 中的“aid”已在 region.yaml:37 定义",
                        "6 funds 中的“aid”已在 region.yaml:41 定义",
                        "7 counters 中的“admissions”已在 region.yaml:45 定义",
                        "8 parameters 中的“cap”已在 parameters/resident.yaml:67 定义",
                        "9 tiers 中的“pool”已在 plans/plans.yaml:3 定义",
                        "10 plans 中的“aid”已在 plans/plans.yaml:74 定义");
        // what was there first holds
        assertThat(reading.pack().region().name()).isEqualTo("样例市");
    }
}
