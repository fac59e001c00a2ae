package org.tongchou.accounts.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.accounts.source.format.SourceReader;

/** What the writers write, the readers read. */
class RoundTripTest {
    @TempDir
    Path directory;

    private List<Block> readBack(Publication publication, Format format) {
        assumeTrue(format != Format.PDF || CjkFont.find().isPresent(), CjkFont.HOW_TO_INSTALL);
        Written written = PublicationWriter.writeAll(publication, directory, Set.of(format));
        assertThat(written.problems()).isEmpty();
        return SourceReader.read(written.paths().get(0)).blocks();
    }

    private static List<List<String>> rows(List<Block> blocks) {
        return blocks.stream()
                .filter(RawTable.class::isInstance)
                .flatMap(block -> ((RawTable) block).rows().stream())
                .map(row -> row.cells())
                .toList();
    }

    private static List<String> paragraphs(List<Block> blocks) {
        return blocks.stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private static List<String> printed(List<GridCell> row) {
        return row.stream().map(GridShape::text).toList();
    }

    @ParameterizedTest
    @EnumSource
    void everyRowAndParagraphComesBack(Format format) {
        List<Block> blocks = readBack(SamplePublication.publication(), format);
        for (Content content : SamplePublication.publication().contents()) {
            if (content instanceof Grid grid) {
                assertThat(rows(blocks))
                        .containsAll(
                                grid.rows().stream().map(RoundTripTest::printed).toList());
            } else if (content instanceof Text text) {
                assertThat(paragraphs(blocks)).contains(text.text());
            }
        }
    }

    @Test
    void aSpanningHeaderComesBackFromEveryPage() {
        Grid income = SamplePublication.income();
        List<List<GridCell>> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.addAll(income.rows());
        }
        Grid grid = new Grid(
                income.topic(), income.title(), income.form(), income.caption(), income.header(), rows, income.notes());
        List<List<String>> read = rows(readBack(SamplePublication.with(List.of(grid)), Format.PDF));
        List<String> header = printed(income.header().get(0));
        assertThat(read).containsAll(rows.stream().map(RoundTripTest::printed).toList());
        assertThat(Collections.frequency(read, header)).isGreaterThan(2);
    }
}
