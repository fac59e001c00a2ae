package org.tongchou.performance.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tongchou.performance.check.PerformanceAuditor;
import org.tongchou.performance.model.Indicator;
import org.tongchou.performance.model.PerformanceDocument;
import org.tongchou.performance.model.Sheet;

/** Extraction loses, swaps and cuts: what comes out is less, never something else. */
class DamageProperties {
    private static String damaged(Random random, int times) {
        List<String> lines = new ArrayList<>(Arrays.asList(LayoutSamples.ALL.split("\n", -1)));
        for (int i = 0; i < times; i++) {
            int at = random.nextInt(lines.size());
            List<String> cells = new ArrayList<>(Arrays.asList(lines.get(at).split("\\|", -1)));
            int cell = random.nextInt(cells.size());
            switch (random.nextInt(7)) {
                case 0 -> cells.remove(cell);
                case 1 -> cells.set(cell, "");
                case 2 -> cells.add(cell, "");
                case 3 -> Collections.swap(cells, cell, random.nextInt(cells.size()));
                case 4 ->
                    cells.set(cell, cells.get(cell).substring(cells.get(cell).length() / 2));
                case 5 -> cells.clear();
                default -> Collections.swap(lines, at, random.nextInt(lines.size()));
            }
            lines.set(at, String.join("|", cells));
        }
        return String.join("\n", lines);
    }

    /** The cells of a text, and what stands in them after a blank. */
    private static Set<String> pieces(String text) {
        Set<String> pieces = new HashSet<>();
        for (String cell : text.split("[|\n]", -1)) {
            pieces.add(Plain.bare(cell));
            pieces.add(Plain.bare(cell.strip().replaceFirst("^\\S+\\s+", "")));
        }
        pieces.remove("");
        return pieces;
    }

    /** Whether a name is a cell of the text, or cells that a page break has cut, put together. */
    private static boolean isMadeOf(String name, Set<String> pieces) {
        return name.isEmpty()
                || pieces.stream()
                        .anyMatch(piece -> name.startsWith(piece) && isMadeOf(name.substring(piece.length()), pieces));
    }

    @Property(tries = 150)
    void damageNeverFailsAndInventsNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int times) {
        String text = damaged(new Random(seed), times);
        PerformanceDocument document = Read.text(text);
        Set<String> pieces = pieces(text);
        for (Sheet sheet : document.sheets()) {
            for (Indicator line : sheet.indicators()) {
                assertThat(isMadeOf(Plain.bare(line.level3()), pieces))
                        .as(line.level3())
                        .isTrue();
            }
        }
        assertThat(document.problems()).allSatisfy(problem -> {
            assertThat(problem.message()).isNotBlank();
            assertThat(Read.row(problem)).startsWith("L");
        });
        assertThat(PerformanceAuditor.standard().audit(document, null).document())
                .isEqualTo(document);
    }
}
