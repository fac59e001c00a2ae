package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongchou.benefit.policy.PolicyPack;

/** Year files: written, read, and broken in every way that is named. */
class ClaimsFileTest {
    private static final PolicyPack DEMO =
            PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("year");
        new ClaimsGenerator(DEMO, 2026, 200, 1).write(file, done -> {});
    }

    @Test
    void whatWasWrittenIsRead() {
        ClaimsYear year = ClaimsYear.open(file).found().orElseThrow();
        assertThat(year.persons()).isEqualTo(200);
        assertThat(year.manifest().bills()).isGreaterThan(200);
        assertThat(year.manifest().title()).contains("合成数据", "不是任何人的记录");
        List<ClaimsFailure> failures = new ArrayList<>();
        assertThat(year.wordsIn(DEMO.vocabulary(), failures)).isNotNull();
        assertThat(failures).isEmpty();
        ClaimsRecords records = new ClaimsRecords(year);
        int bill = year.manifest().bills() - 1;
        assertThat(records.bill(bill, "").lines()).hasSize(year.endOfLines(bill) - year.firstLine(bill));
        assertThat(records.person(0).enrolments()).hasSize(1);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherGivesOthers() throws IOException {
        new ClaimsGenerator(DEMO, 2026, 200, 1).write(folder.resolve("again"), done -> {});
        new ClaimsGenerator(DEMO, 2026, 200, 2).write(folder.resolve("other"), done -> {});
        assertThat(bytes(folder.resolve("again"))).isEqualTo(bytes(file));
        assertThat(bytes(folder.resolve("other"))).isNotEqualTo(bytes(file));
    }

    private static Map<String, List<Byte>> bytes(Path of) throws IOException {
        try (Stream<Path> files = Files.list(of)) {
            Map<String, List<Byte>> all = new TreeMap<>();
            files.forEach(one -> {
                try {
                    List<Byte> bytes = new ArrayList<>();
                    for (byte value : Files.readAllBytes(one)) {
                        bytes.add(value);
                    }
                    all.put(String.valueOf(one.getFileName()), bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return all;
        }
    }

    @Test
    void aYearWithoutAnybodyIsAYear() throws IOException {
        Path empty = folder.resolve("empty");
        new ClaimsGenerator(DEMO, 2026, 0, 1).write(empty, done -> {});
        assertThat(ClaimsYear.open(empty).found()).isPresent();
    }

    @Test
    void whatIsBrokenIsNamed() throws IOException {
        refused(folder.resolve("nowhere"), ClaimsFailure.Code.UNREADABLE);
        Path dates = file.resolve("bills.date.bin");
        byte[] good = Files.readAllBytes(dates);

        Files.write(dates, Arrays.copyOf(good, good.length - 4));
        refused(file, ClaimsFailure.Code.LENGTH);

        byte[] other = good.clone();
        other[0] ^= 1;
        Files.write(dates, other);
        refused(file, ClaimsFailure.Code.CHECKSUM);

        Files.delete(dates);
        refused(file, ClaimsFailure.Code.UNREADABLE);
    }

    @Test
    void theManifestIsChecked() throws IOException {
        Path manifest = file.resolve("claims.yaml");
        String good = Files.readString(manifest);
        Files.writeString(manifest, good.replace("version: 2", "version: 1"));
        refused(file, ClaimsFailure.Code.VERSION);
        Files.writeString(manifest, good.replace("format: tongchou-claims", "format: other"));
        refused(file, ClaimsFailure.Code.MANIFEST);
        Files.writeString(manifest, good.replace("year: 2026", "year: soon"));
        refused(file, ClaimsFailure.Code.MANIFEST);
        Files.writeString(manifest, good.replace("persons: 200", "persons: 999999999"));
        refused(file, ClaimsFailure.Code.TOO_LARGE);
        Files.writeString(manifest, good.replace("year: 2026", "year: 999999999"));
        refused(file, ClaimsFailure.Code.RANGE);
        Files.writeString(manifest, "nothing");
        refused(file, ClaimsFailure.Code.MANIFEST);
    }

    @Test
    void rowsOutOfOrderOrRangeAreNamedWithTheirRow() throws IOException {
        change("bills.date.bin", bytes -> bytes.putInt(0, bytes.getInt(0) + 4000));
        assertThat(refused(file, ClaimsFailure.Code.RANGE)).contains("bills.date.bin 第 1 行");
        write();
        ClaimsYear year = ClaimsYear.open(file).found().orElseThrow();
        int person = 0;
        while (year.endOfBills(person) - year.firstBill(person) < 2
                || year.intAt(ClaimsColumn.BILL_DATE, year.firstBill(person))
                        == year.intAt(ClaimsColumn.BILL_DATE, year.endOfBills(person) - 1)) {
            person++;
        }
        int first = year.firstBill(person) * Integer.BYTES;
        int last = (year.endOfBills(person) - 1) * Integer.BYTES;
        change("bills.date.bin", bytes -> {
            int date = bytes.getInt(first);
            bytes.putInt(first, bytes.getInt(last));
            bytes.putInt(last, date);
        });
        refused(file, ClaimsFailure.Code.ORDER);
        write();
        change("persons.bills_end.bin", bytes -> bytes.putInt(4, -1));
        refused(file, ClaimsFailure.Code.ORDER);
        write();
        change("bills.kind.bin", bytes -> bytes.put(0, (byte) 90));
        refused(file, ClaimsFailure.Code.RANGE);
        write();
        change("persons.identities.bin", bytes -> bytes.putLong(0, 1L << 60));
        refused(file, ClaimsFailure.Code.RANGE);
        write();
        change("lines.price.bin", bytes -> bytes.putLong(0, -1));
        refused(file, ClaimsFailure.Code.RANGE);
    }

    @Test
    void wordsThatTheRegionDoesNotHaveAreNamed() {
        PolicyPack wuhan =
                PolicyPack.read(Path.of("..", "..", "regions", "wuhan")).getPack();
        List<ClaimsFailure> failures = new ArrayList<>();
        ClaimsYear.open(file).found().orElseThrow().wordsIn(wuhan.vocabulary(), failures);
        assertThat(failures)
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure.code()).isEqualTo(ClaimsFailure.Code.UNKNOWN_WORD));
        assertThat(failures.get(0).message()).contains("E-CLM-006", "规则包中的词");
    }

    @Test
    void rowsMustFollowTheirOwners() throws IOException {
        ClaimsWords words = ClaimsWords.of(DEMO.vocabulary(), List.of());
        try (ClaimsWriter writer = new ClaimsWriter(folder.resolve("wrong"), "", 2026, words)) {
            BillRow bill = new BillRow(20454, 20454, 0, 0, 0, 0, 0, 0, -1, -1, -1, 0, 0, 0, -1);
            assertThatThrownBy(() -> writer.bill(bill)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(ClaimsYear.open(folder.resolve("wrong")).found()).isEmpty();
    }

    @Test
    void moreDiagnosesThanNumbersForThemAreRefused() throws IOException {
        List<String> codes =
                IntStream.range(0, 40_000).mapToObj(number -> "A" + number).toList();
        ClaimsWords words = new ClaimsWords(Map.of(), codes);
        assertThatThrownBy(() -> new ClaimsWriter(folder.resolve("many"), "", 2026, words))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("diagnoses");
        Path manifest = file.resolve("claims.yaml");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replaceAll("diagnosis: \\[.*]", "diagnosis: [" + String.join(", ", codes) + "]"));
        assertThat(refused(file, ClaimsFailure.Code.TOO_LARGE)).contains("words.diagnosis", "40000 个");
    }

    private interface Change {
        void make(ByteBuffer bytes);
    }

    /** Changes a column and its checksum. */
    private void change(String name, Change change) throws IOException {
        byte[] bytes = Files.readAllBytes(file.resolve(name));
        String before = sum(bytes);
        change.make(ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN));
        Files.write(file.resolve(name), bytes);
        Path manifest = file.resolve("claims.yaml");
        Files.writeString(manifest, Files.readString(manifest).replace(before, sum(bytes)));
    }

    private static String sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static String refused(Path of, ClaimsFailure.Code code) {
        ClaimsReading reading = ClaimsYear.open(of);
        assertThat(reading.found()).isEmpty();
        assertThat(reading.failures()).isNotEmpty();
        assertThat(reading.failures().get(0).code()).isEqualTo(code);
        return reading.failures().get(0).message();
    }
}
