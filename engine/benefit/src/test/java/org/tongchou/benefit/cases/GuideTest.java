package org.tongchou.benefit.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of the guide for clerks stands in a real file, whose rules and cases other tests try. */
class GuideTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path GUIDE = ROOT.resolve("docs/policy-guide.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\R# (\\S+)\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("(?m)^```yaml$");
    private static final Pattern PACK = Pattern.compile("`(regions/[a-z]+|packs/[a-z-]+)[`/]");

    /** An example and the file that it names. */
    record Example(String file, String lines) {}

    static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> new Example(found.group(1), found.group(2)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleStandsInItsFile(Example example) throws IOException {
        assertThat("\n" + Files.readString(ROOT.resolve(example.file()))).contains("\n" + example.lines());
    }

    @Test
    void everyExampleNamesItsFile() throws IOException {
        long fences = FENCE.matcher(Files.readString(GUIDE)).results().count();
        assertThat(examples()).hasSizeGreaterThan(20).hasSize((int) fences);
    }

    @Test
    void packsThatItNamesAreThere() throws IOException {
        Stream<String> named = PACK.matcher(Files.readString(GUIDE))
                .results()
                .map(found -> found.group(1).replaceFirst("^packs/", "engine/benefit/src/test/resources/packs/"));
        assertThat(named.distinct())
                .hasSizeGreaterThan(5)
                .allSatisfy(folder -> assertThat(ROOT.resolve(folder)).isDirectory());
    }
}
