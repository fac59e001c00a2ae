package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Reading never throws, whatever stands in the files, and does not depend on how they are handed over. */
class PackProperties {
    private static final PackReading SOUND = PolicyPack.read("sample", SamplePack.files());
    private static final List<String> PIECES = List.of(
            "",
            " ",
            "\n",
            "  ",
            ":",
            "-",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "%",
            "0",
            "-1",
            "1e9",
            "99999999999999999999",
            "null",
            "~",
            "true",
            "*a",
            "&a",
            "else",
            "of: ",
            "is: ",
            "any: [{}]",
            "not: ",
            "when: {}",
            "by: level",
            "2018-01-01",
            "counter.",
            "class.",
            ">=",
            "..",
            "土地",
            "𠮷",
            "\u0000",
            "\uFEFF",
            "# ",
            "|",
            "? ");

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    @Property(tries = 600)
    void damageIsReadOrReported(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        Map<String, String> files = SamplePack.files();
        String file = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
        String text = files.getOrDefault(file, "");
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(random.nextInt(8) == 0 ? 400 : 12));
            String instead = random.nextInt(4) == 0 && from < to
                    ? text.substring(from, to).repeat(2)
                    : PIECES.get(random.nextInt(PIECES.size()));
            text = text.substring(0, from) + instead + text.substring(to);
        }
        files.put(file, text);
        PackReading reading = PolicyPack.read("sample", files);
        for (Finding finding : reading.findings()) {
            assertThat(finding.place().line()).isBetween(1, 500);
            assertThat(files).containsKey(finding.place().file());
            assertThat(finding.message()).isNotBlank();
            assertThat(finding.remedy()).isNotBlank();
        }
        assertThat(PolicyPack.read("sample", files)).isEqualTo(reading);
    }

    @Property(tries = 150)
    void anyTextIsReadOrReported(@ForAll String text) {
        assertThat(PolicyPack.read("sample", Map.of("a.yaml", text)).hasErrors())
                .isTrue();
        assertThat(SOUND.with("reform.yaml", text).findings()).isNotEmpty();
    }

    @Property(tries = 25)
    void theOrderOfFilesDoesNotMatter(@ForAll("seeds") long seed) {
        List<Map.Entry<String, String>> files =
                new ArrayList<>(SamplePack.files().entrySet());
        Collections.shuffle(files, new Random(seed));
        Map<String, String> shuffled = new LinkedHashMap<>();
        files.forEach(file -> shuffled.put(file.getKey(), file.getValue()));
        assertThat(PolicyPack.read("sample", shuffled)).isEqualTo(SOUND);
    }

    @Property(tries = 25)
    void theFileInWhichAParameterStandsDoesNotMatter(@ForAll("seeds") long seed) {
        Map<String, String> files = SamplePack.files();
        String text = files.getOrDefault(SamplePack.PARAMETERS, "");
        List<String> parameters = new ArrayList<>(List.of(text.split("\n(?=  \\S)", -1)));
        parameters.remove(0);
        Collections.shuffle(parameters, new Random(seed));
        int half = new Random(seed).nextInt(parameters.size() + 1);
        files.put(SamplePack.PARAMETERS, "parameters:\n" + String.join("\n", parameters.subList(0, half)) + "\n");
        files.put("tables/z.yaml", "parameters:\n" + String.join("\n", parameters.subList(half, parameters.size())));
        PackReading reading = PolicyPack.read("sample", files);
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.pack().parameters().keySet())
                .isEqualTo(SOUND.pack().parameters().keySet());
        assertThat(reading.pack().plans()).isEqualTo(SOUND.pack().plans());
    }
}
