package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.Continuation;

/** A year file of two persons with three lines, with a value of its own in every column. */
final class TwoPersons {
    private TwoPersons() {}

    static final PolicyPack DEMO =
            PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();
    static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    static final LocalDate BORN = LocalDate.of(1980, 2, 1);

    /** The words of the region the other way round, so that no number is the region's own. */
    static final ClaimsWords WORDS = turned(ClaimsWords.of(DEMO.vocabulary(), List.of("J06.9", "c34.1")));

    private static ClaimsWords turned(ClaimsWords words) {
        Map<Fact.Kind, List<String>> turned = new EnumMap<>(Fact.Kind.class);
        for (Fact.Kind fact : ClaimsWords.FACTS) {
            List<String> list = new ArrayList<>(words.of(fact));
            Collections.reverse(list);
            turned.put(fact, list);
        }
        return new ClaimsWords(turned, words.diagnoses());
    }

    static int number(Fact.Kind fact, String word) {
        int number = WORDS.number(fact, word);
        assertThat(number).isNotNegative();
        return number;
    }

    static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    static void write(Path folder) throws IOException {
        try (ClaimsWriter writer = new ClaimsWriter(folder, "两个\"人\" \\", 2026, WORDS)) {
            writer.person(new PersonRow(day(BORN), -1, -1, -1, -1, 0, 0, 0, 0, 0));
            writer.person(new PersonRow(
                    day(BORN),
                    number(Fact.Kind.SEX, "female"),
                    number(Fact.Kind.SCHEME, "resident"),
                    number(Fact.Kind.PERSON_TYPE, "成年居民"),
                    -1,
                    7,
                    1L << number(Fact.Kind.IDENTITY, "特困") | 1L << number(Fact.Kind.IDENTITY, "低保"),
                    1L << number(Fact.Kind.DISEASE, "高血压"),
                    3,
                    50_050));
            writer.bill(new BillRow(
                    day(DAY),
                    day(DAY) - 4,
                    number(Fact.Kind.KIND, "inpatient"),
                    number(Fact.Kind.LEVEL, "level3"),
                    1L << number(Fact.Kind.PROVIDER, "tcm"),
                    number(Fact.Kind.PLACE, "in_province"),
                    number(Fact.Kind.FILING, "referred"),
                    number(Fact.Kind.PAYMENT_MODE, "drg"),
                    123_456,
                    number(Fact.Kind.DISEASE, "高血压"),
                    WORDS.diagnoses().indexOf("c34.1"),
                    1L << number(Fact.Kind.TAG, "manual") | 1L << number(Fact.Kind.TAG, "advance"),
                    500,
                    700,
                    List.of(Continuation.Reason.values()).indexOf(Continuation.Reason.INTERIM)));
            writer.line(new LineRow(12_340_000, 20_000, 24_68, 1, -1, 50_000, 10_000_000, true, 1, true, -1));
            writer.line(new LineRow(12_340_000, -10_000, -12_34, 1, -1, 50_000, 10_000_000, true, 2, false, 0));
            writer.bill(new BillRow(
                    day(DAY),
                    BillNumbers.NO_DAY,
                    number(Fact.Kind.KIND, "outpatient"),
                    -1,
                    0,
                    -1,
                    -1,
                    -1,
                    -1,
                    -1,
                    -1,
                    0,
                    0,
                    0,
                    -1));
            writer.line(new LineRow(1_000_000, 10_000, 1_00, 2, -1, -1, -1, false, 0, false, -1));
            writer.finish();
        }
    }
}
