package org.tongchou.platform.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.catalogue.version.Version;
import org.tongchou.platform.catalogue.version.Versions;
import org.tongchou.platform.intake.Checking;
import org.tongchou.platform.intake.Finishing;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.IntakeRow;
import org.tongchou.platform.intake.Posting;
import org.tongchou.platform.intake.ReversibleIntake;
import org.tongchou.platform.intake.Reversing;
import org.tongchou.platform.web.Actor;

/** What an import of a catalogue does with the rows it is given. */
@PlatformTest
class CatalogueImportTest {
    private static final Map<String, String> PARAMETERS =
            Map.of("label", "2026年第1期", "source", "测试文件", "effective", "2026-01-01", "complete", "是");
    private static final List<IntakeRow> ROWS = List.of(
            new IntakeRow(
                    1, Map.of("c1", "003109030010000", "c2", "3", "c5", "2026-01-01", "c7", "12.345678", "c8", "1")),
            new IntakeRow(
                    2, Map.of("c1", "003109030010000", "c2", "2", "c5", "2026-01-01", "c7", "1.2345678", "c8", "1")));

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private Versions versions;

    @Autowired
    private Catalogue catalogue;

    @Test
    void anImportIsADraftUntilASecondPersonReleasesIt() {
        ReversibleIntake limits = (ReversibleIntake) intakes.stream()
                .filter(intake -> intake.kind().equals("catalogue.price-limit"))
                .findFirst()
                .orElseThrow();
        assertThat(limits.layout()).hasSize(12).startsWith("c1");
        assertThat(limits.key()).containsExactly("c1", "c2", "c5");
        Batch batch = new Batch(new ArrayList<>(), new ArrayList<>(), ROWS);
        limits.accept(batch.actor(), PARAMETERS);
        limits.check(batch);
        assertThat(batch.told()).containsExactly("2 c7 E-CAT-015");
        limits.post(new Batch(batch.told(), batch.notes(), ROWS.subList(0, 1)));
        assertThat(versions.findByBatch(5).orElseThrow().state()).isEqualTo(Version.DRAFT);
        limits.finish(batch);
        assertThat(batch.notes()).hasSize(1).first().asString().contains("新增 1");
        Version version = versions.findByBatch(5).orElseThrow();
        assertThat(version.state()).isEqualTo(Version.READY);
        assertThat(catalogue.find("price-limit", "003109030010000", LocalDate.of(2026, 2, 1)))
                .isEmpty();
        limits.reverse(batch);
        limits.reverse(batch);
        assertThat(versions.get(version.id()).state()).isEqualTo(Version.DISCARDED);
    }

    /** A batch of one part. */
    private record Batch(List<String> told, List<String> notes, List<IntakeRow> rows)
            implements Checking, Posting, Finishing, Reversing {
        @Override
        public Actor actor() {
            return CatalogueFixture.CLERK;
        }

        @Override
        public long batch() {
            return 5;
        }

        @Override
        public int part() {
            return 1;
        }

        @Override
        public Map<String, String> parameters() {
            return PARAMETERS;
        }

        @Override
        public void rows(Consumer<List<IntakeRow>> visitor) {
            visitor.accept(rows);
        }

        @Override
        public void problem(IntakeRow row, String field, String code, String expected) {
            told.add(row.number() + " " + field + " " + code);
        }

        @Override
        public void warning(IntakeRow row, String field, String code, String expected) {
            problem(row, field, code, expected);
        }

        @Override
        public void unchanged(IntakeRow row) {
            told.add(row.number() + " unchanged");
        }

        @Override
        public void outcome(IntakeRow row, String word) {
            told.add(row.number() + " " + word);
        }

        @Override
        public void reject(IntakeRow row, String field, String code, String expected) {
            problem(row, field, code, expected);
        }

        @Override
        public boolean isWhole() {
            return false;
        }

        @Override
        public void note(String line) {
            notes.add(line);
        }

        @Override
        public String reason() {
            return "文件有误";
        }
    }
}
