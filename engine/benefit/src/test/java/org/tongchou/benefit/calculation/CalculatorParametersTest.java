package org.tongchou.benefit.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.policy.CalculatorParameters;

/** The names that calculators read are those of the tables in the documentation. */
class CalculatorParametersTest {
    private static final Pattern ROW = Pattern.compile("\\| (`[^|]*) \\| (\\S+) \\| [^|]* \\| .*");
    private static final Pattern NAME = Pattern.compile("`([a-z_.<>]+)`( \\?)?");
    private static final Map<String, List<String>> PATTERNS = Map.of(
            "<part>",
            List.of("basic", "maternity", "large", "care"),
            "<level>",
            List.of("central", "province", "city"));

    private static Map<String, String> documented() throws IOException {
        String page = Files.readString(Path.of("../../docs/benefit-engine.md"));
        Map<String, String> rows = new LinkedHashMap<>();
        page.substring(page.indexOf("Calculators\n")).lines().forEach(line -> {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Matcher name = NAME.matcher(row.group(1));
                boolean optional = row.group(1).endsWith("?");
                while (name.find()) {
                    names(name.group(1)).forEach(one -> rows.put(one, row.group(2) + (optional ? " ?" : "")));
                }
            }
        });
        return rows;
    }

    private static List<String> names(String name) {
        for (Map.Entry<String, List<String>> pattern : PATTERNS.entrySet()) {
            if (name.contains(pattern.getKey())) {
                return pattern.getValue().stream()
                        .map(word -> name.replace(pattern.getKey(), word))
                        .toList();
            }
        }
        return List.of(name);
    }

    @Test
    void theTablesOfTheDocumentationAreComplete() throws IOException {
        Map<String, String> known = new TreeMap<>();
        CalculatorParameters.byName()
                .forEach((name, parameter) ->
                        known.put(name, parameter.unit().word() + (parameter.optional() ? " ?" : "")));
        assertThat(new TreeMap<>(documented())).isEqualTo(known);
    }

    @Test
    void theTriedRegionHasEveryOneThatMustBeThere() {
        assertThat(CalculatorPack.PACK.parameters().keySet())
                .containsAll(CalculatorParameters.byName().values().stream()
                        .filter(parameter -> !parameter.optional())
                        .map(CalculatorParameters.CalculatorParameter::name)
                        .toList());
        assertThat(CalculatorPack.READING.findings()).isEmpty();
    }
}
