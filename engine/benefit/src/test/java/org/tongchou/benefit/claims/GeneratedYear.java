package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.PolicyPack;

/**
 * A synthetic year of the demonstration's region, and ways to ask what is in it.
 *
 * @param year the year
 */
record GeneratedYear(ClaimsYear year) {
    static final int PERSONS = 6000;
    static final int NEW_YEAR = Math.toIntExact(LocalDate.of(2026, 1, 1).toEpochDay());
    static final PolicyPack DEMO =
            PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();

    static GeneratedYear in(Path folder) throws IOException {
        List<Integer> told = new ArrayList<>();
        ClaimsManifest manifest = new ClaimsGenerator(DEMO, 2026, PERSONS, 11).write(folder, told::add);
        assertThat(told).containsExactly(0, 4096);
        ClaimsYear year = ClaimsYear.open(folder).found().orElseThrow();
        assertThat(year.manifest()).isEqualTo(manifest);
        return new GeneratedYear(year);
    }

    ClaimsWords words() {
        return year.manifest().words();
    }

    int diseases(int person) {
        return Long.bitCount(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, person));
    }

    boolean hasBill(int person) {
        return year.firstBill(person) < year.endOfBills(person);
    }

    boolean refund(int line) {
        return year.shortAt(ClaimsColumn.LINE_REFUNDS, line) >= 0;
    }

    IntStream persons() {
        return IntStream.range(0, year.persons());
    }

    IntStream bills() {
        return IntStream.range(0, year.manifest().bills());
    }

    IntStream lines() {
        return IntStream.range(0, year.manifest().lines());
    }

    /** Of those that are asked about so many in a hundred are so, give or take five standard deviations of drawing. */
    static void assertShare(double inHundred, IntStream of, IntPredicate so) {
        int[] asked = of.toArray();
        double share = inHundred / 100;
        long hits = IntStream.of(asked).filter(so).count();
        double deviation = Math.sqrt(asked.length * share * (1 - share));
        assertThat((double) hits).isCloseTo(asked.length * share, within(5 * deviation));
        assertThat(hits).isPositive().isLessThan(asked.length);
    }

    String word(ClaimsColumn column, Fact.Kind fact, int row) {
        int number = year.byteAt(column, row);
        return number < 0 ? "" : words().of(fact).get(number);
    }

    int age(int person) {
        return (NEW_YEAR - year.intAt(ClaimsColumn.PERSON_BORN, person)) / 365;
    }

    boolean employed(int person) {
        return word(ClaimsColumn.PERSON_SCHEME, Fact.Kind.SCHEME, person).equals("employee");
    }

    int owner(int bill) {
        int low = 0;
        int high = year.persons() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (bill < year.endOfBills(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    boolean is(int bill, String kind) {
        return word(ClaimsColumn.BILL_KIND, Fact.Kind.KIND, bill).equals(kind);
    }

    int billOf(int line) {
        int low = 0;
        int high = year.manifest().bills() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (line < year.endOfLines(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
