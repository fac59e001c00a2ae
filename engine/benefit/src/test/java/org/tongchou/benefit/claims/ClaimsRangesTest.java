package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongchou.benefit.claims.TwoPersons.BORN;
import static org.tongchou.benefit.claims.TwoPersons.DAY;
import static org.tongchou.benefit.claims.TwoPersons.WORDS;
import static org.tongchou.benefit.claims.TwoPersons.day;
import static org.tongchou.benefit.claims.TwoPersons.number;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.BillNumbers;

/** Every number of a year file that cannot be is named. */
class ClaimsRangesTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        TwoPersons.write(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "persons.sex, SEX", "persons.scheme, SCHEME", "persons.type, PERSON_TYPE", "persons.fee_tier, FEE_TIER",
        "bills.level, LEVEL", "bills.place, PLACE", "bills.filing, FILING", "bills.payment_mode, PAYMENT_MODE",
        "bills.disease, DISEASE", "lines.category, CATEGORY",
    })
    void wordsAreThoseOfTheManifestOrNone(String column, Fact.Kind fact) throws IOException {
        int words = WORDS.of(fact).size();
        refused(column, words);
        refused(column, -2);
        accepted(column, -1);
        if (words > 0) {
            accepted(column, words - 1L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "persons.identities, IDENTITY",
        "persons.held_diseases, DISEASE",
        "bills.providers, PROVIDER",
        "bills.tags, TAG"
    })
    void setsAreOfTheWordsOfTheManifest(String column, Fact.Kind fact) throws IOException {
        int words = WORDS.of(fact).size();
        refused(column, 1L << words);
        accepted(column, (1L << words) - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "persons.care_level, 0, 5",
        "persons.insured_years, 0, 32767",
        "bills.continues, -1, 2",
        "lines.catalogue, 0, 2",
        "lines.marks, 0, 15",
        "lines.share, -1, 2147483647",
        "lines.refunds, -1, 32767",
    })
    void numbersHaveARange(String column, long least, long most) throws IOException {
        refused(column, least - 1);
        if (most < 100) {
            refused(column, most + 1);
        }
        accepted(column, least);
        accepted(column, most);
    }

    @ParameterizedTest
    @CsvSource({
        "bills.package_price, -1",
        "bills.account, 0",
        "bills.mutual_account, 0",
        "lines.limit, -1",
        "lines.price, 0"
    })
    void amountsAreNotBelowNought(String column, long least) throws IOException {
        refused(column, least - 1);
        accepted(column, least);
    }

    @Test
    void kindsAreThoseOfBillsAndDiagnosesThoseOfTheManifest() throws IOException {
        int kinds = WORDS.of(Fact.Kind.KIND).size();
        refused("bills.kind", -1);
        refused("bills.kind", kinds);
        refused("bills.kind", number(Fact.Kind.KIND, "second_aid"));
        accepted("bills.kind", number(Fact.Kind.KIND, "second_aid") == 0 ? 1 : 0);
        accepted("bills.kind", kinds - 1L);
        int diagnoses = WORDS.diagnoses().size();
        refused("bills.diagnosis", diagnoses);
        refused("bills.diagnosis", -2);
        accepted("bills.diagnosis", diagnoses - 1L);
        accepted("bills.diagnosis", -1);
    }

    @Test
    void datesLieInTheYear() throws IOException {
        refused("bills.date", day(LocalDate.of(2025, 12, 31)));
        // the second bill of the person is earlier than the last day of the year
        assertThat(found("bills.date", day(LocalDate.of(2026, 12, 31)))).containsExactly(ClaimsFailure.Code.ORDER);
        refused("bills.date", day(LocalDate.of(2027, 1, 1)));
        accepted("bills.date", day(LocalDate.of(2026, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 3})
    void rowsBelongToSomebody(long end) throws IOException {
        assertThat(found("persons.bills_end", end)).containsExactly(ClaimsFailure.Code.ORDER);
        assertThat(found("bills.lines_end", end == 3 ? 4 : end)).containsExactly(ClaimsFailure.Code.ORDER);
    }

    @Test
    void noRowIsLeftOver() throws IOException {
        try (ClaimsWriter writer = new ClaimsWriter(folder, "", 2026, WORDS)) {
            writer.person(new PersonRow(day(BORN), -1, -1, -1, -1, 0, 0, 0, 0, 0));
            writer.bill(new BillRow(day(DAY), BillNumbers.NO_DAY, 0, -1, 0, -1, -1, -1, -1, -1, -1, 0, 0, 0, -1));
            writer.finish();
        }
        assertThat(found("persons.bills_end", 0)).containsExactly(ClaimsFailure.Code.ORDER);
    }

    @Test
    void linesNeedTheirBill() throws IOException {
        LineRow line = new LineRow(1, 10_000, 1, 0, -1, -1, -1, false, 0, false, -1);
        try (ClaimsWriter writer = new ClaimsWriter(folder, "", 2026, WORDS)) {
            assertThatThrownBy(() -> writer.line(line)).hasMessageContaining("before the first bill");
            writer.person(new PersonRow(day(BORN), -1, -1, -1, -1, 0, 0, 0, 0, 0));
            assertThatThrownBy(() -> writer.line(line)).hasMessageContaining("before the first bill");
        }
    }

    // ---- a number changed

    private void refused(String column, long value) throws IOException {
        List<ClaimsFailure> failures = failures(column, value);
        assertThat(failures)
                .extracting(ClaimsFailure::code)
                .as("%s = %d", column, value)
                .containsExactly(ClaimsFailure.Code.RANGE);
        assertThat(failures.get(0).message()).contains(column + ".bin 第 1 行 为“" + value + "”");
    }

    private void accepted(String column, long value) throws IOException {
        assertThat(failures(column, value)).as("%s = %d", column, value).isEmpty();
    }

    private List<ClaimsFailure.Code> found(String column, long value) throws IOException {
        return failures(column, value).stream().map(ClaimsFailure::code).toList();
    }

    /** What is wrong when the first row of a column is this number. */
    private List<ClaimsFailure> failures(String column, long value) throws IOException {
        Path file = folder.resolve(column + ".bin");
        Path manifest = folder.resolve(ClaimsManifest.FILE);
        byte[] good = Files.readAllBytes(file);
        String text = Files.readString(manifest);
        ByteBuffer bytes = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
        ClaimsColumn found = List.of(ClaimsColumn.values()).stream()
                .filter(one -> one.word().equals(column))
                .findFirst()
                .orElseThrow();
        switch (found.width()) {
            case Byte.BYTES -> bytes.put(0, (byte) value);
            case Short.BYTES -> bytes.putShort(0, (short) value);
            case Integer.BYTES -> bytes.putInt(0, (int) value);
            default -> bytes.putLong(0, value);
        }
        Files.write(file, bytes.array());
        Files.writeString(manifest, text.replace(column + ": \"" + sum(good), column + ": \"" + sum(bytes.array())));
        List<ClaimsFailure> failures = ClaimsYear.open(folder).failures();
        Files.write(file, good);
        Files.writeString(manifest, text);
        return failures;
    }

    private static String sum(byte[] bytes) {
        CRC32C sum = new CRC32C();
        sum.update(bytes);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
