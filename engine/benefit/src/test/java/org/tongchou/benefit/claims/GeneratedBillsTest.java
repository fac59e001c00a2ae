package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.claims.GeneratedYear.NEW_YEAR;
import static org.tongchou.benefit.claims.GeneratedYear.PERSONS;
import static org.tongchou.benefit.claims.GeneratedYear.assertShare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.BillNumbers;

/** How often synthetic bills are as the generator says, and what they can never be. */
class GeneratedBillsTest {
    @TempDir
    static Path folder;

    private static GeneratedYear all;
    private static ClaimsYear year;
    private static ClaimsWords words;

    @BeforeAll
    static void generate() throws IOException {
        all = GeneratedYear.in(folder);
        year = all.year();
        words = all.words();
    }

    @Test
    void theOldAndTheYoungFallIllMoreOften() {
        IntPredicate healthy = person -> all.diseases(person) == 0;
        assertShare(88, all.persons().filter(healthy).filter(person -> all.age(person) >= 60), all::hasBill);
        assertShare(82, all.persons().filter(healthy).filter(person -> all.age(person) < 6), all::hasBill);
        assertShare(
                74,
                all.persons().filter(healthy).filter(person -> all.age(person) >= 6 && all.age(person) < 60),
                all::hasBill);
        // n bills need n draws: of those with a bill as many have a second one
        assertShare(
                74,
                all.persons()
                        .filter(healthy)
                        .filter(person -> all.age(person) >= 6 && all.age(person) < 60)
                        .filter(all::hasBill),
                person -> year.endOfBills(person) - year.firstBill(person) > 1);
    }

    @Test
    void specialDiseasesBringUpToNineMoreBills() {
        // nobody is without a bill unless it is drawn twice: 12 % × 1/10
        assertShare(
                1.2,
                all.persons().filter(person -> all.diseases(person) > 0 && all.age(person) >= 60),
                person -> !all.hasBill(person));
    }

    @Test
    void datesLieInTheYearAndAfterBirth() {
        all.bills().forEach(bill -> {
            int date = year.intAt(ClaimsColumn.BILL_DATE, bill);
            int born = year.intAt(ClaimsColumn.PERSON_BORN, all.owner(bill));
            int admitted = year.intAt(ClaimsColumn.BILL_ADMITTED, bill);
            assertThat(date).isBetween(NEW_YEAR, NEW_YEAR + 364).isGreaterThan(born);
            if (all.is(bill, "inpatient") || all.is(bill, "maternity_inpatient")) {
                assertThat(admitted).isBetween(Math.max(born, date - 14), date - 1);
            } else {
                assertThat(admitted).isEqualTo(BillNumbers.NO_DAY);
            }
        });
        assertShare(100.0 * 31 / 365, all.bills(), bill -> year.intAt(ClaimsColumn.BILL_DATE, bill) < NEW_YEAR + 31);
        assertShare(
                100.0 / 14,
                all.bills().filter(bill -> all.is(bill, "inpatient")),
                bill -> year.intAt(ClaimsColumn.BILL_DATE, bill) - year.intAt(ClaimsColumn.BILL_ADMITTED, bill) == 14);
    }

    @Test
    void kindsComeInTheirSharesAndOnlyToThoseWhomTheyFit() {
        IntPredicate ofEmployee = bill -> all.employed(all.owner(bill));
        assertShare(
                100.0 * 90 / (90 + 140),
                all.bills().filter(ofEmployee).filter(bill -> all.is(bill, "inpatient") || all.is(bill, "pharmacy")),
                bill -> all.is(bill, "inpatient"));
        all.bills().forEach(bill -> {
            int person = all.owner(bill);
            if (all.is(bill, "chronic")) {
                int disease = year.byteAt(ClaimsColumn.BILL_DISEASE, bill);
                assertThat(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, person) >> disease & 1)
                        .isEqualTo(1);
            } else {
                assertThat(year.byteAt(ClaimsColumn.BILL_DISEASE, bill)).isEqualTo(-1);
            }
            if (all.is(bill, "maternity_inpatient")) {
                assertThat(all.word(ClaimsColumn.PERSON_SEX, Fact.Kind.SEX, person))
                        .isEqualTo("female");
                assertThat(all.age(person)).isBetween(20, 44);
            }
            boolean cared = all.is(bill, "care_month");
            assertThat(year.longAt(ClaimsColumn.BILL_TAGS, bill))
                    .isEqualTo(cared ? 1L << words.number(Fact.Kind.TAG, "home_care") : 0);
            if (cared) {
                assertThat(year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person)).isPositive();
            }
        });
    }

    private static List<String> drawn(int sex, int age, long diseases, int careLevel) {
        KindChoice kinds = new KindChoice(GeneratedYear.DEMO, words, 2026);
        int employee = words.number(Fact.Kind.SCHEME, "employee");
        PersonRow person = new PersonRow(NEW_YEAR - age * 366, sex, employee, -1, -1, 0, 0, diseases, careLevel, 0);
        SplittableRandom random = new SplittableRandom(3);
        return Stream.generate(() -> kinds.choose(person, age, random))
                .limit(PERSONS)
                .toList();
    }

    @Test
    void ofAThousandBillsOfAnEmployeeSoManyAreOfEachKind() {
        int female = words.number(Fact.Kind.SEX, "female");
        List<String> woman = drawn(female, 30, 1, 1);
        Map<String, Integer> inThousand = Map.of(
                "outpatient",
                560,
                "pharmacy",
                140,
                "chronic",
                140,
                "inpatient",
                90,
                "emergency",
                40,
                "day_surgery",
                10,
                "special_drug",
                10,
                "maternity_inpatient",
                5,
                "care_month",
                5);
        inThousand.forEach((kind, share) -> assertShare(
                share / 10.0, all.persons(), place -> woman.get(place).equals(kind)));
    }

    @Test
    void whatDoesNotFitIsAVisit() {
        int female = words.number(Fact.Kind.SEX, "female");
        List<String> man = drawn(words.number(Fact.Kind.SEX, "male"), 30, 0, 0);
        assertThat(man).doesNotContain("chronic", "maternity_inpatient", "care_month");
        // 560 + 140 + 5 + 5
        assertShare(71, all.persons(), place -> man.get(place).equals("outpatient"));
        assertThat(drawn(female, 20, 0, 0)).contains("maternity_inpatient");
        assertThat(drawn(female, 44, 0, 0)).contains("maternity_inpatient");
        assertThat(drawn(female, 19, 0, 0)).doesNotContain("maternity_inpatient");
        assertThat(drawn(female, 45, 0, 0)).doesNotContain("maternity_inpatient");
    }

    @Test
    void everySpecialDiseaseThatIsHeldIsTreated() {
        // of two that are held either is as likely
        IntStream two = all.bills().filter(bill -> all.is(bill, "chronic") && all.diseases(all.owner(bill)) == 2);
        assertShare(
                50,
                two,
                bill -> year.byteAt(ClaimsColumn.BILL_DISEASE, bill)
                        == Long.numberOfTrailingZeros(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, all.owner(bill))));
    }

    @Test
    void oneInTwentyFiveIsTreatedElsewhere() {
        assertShare(4, all.bills(), bill -> year.byteAt(ClaimsColumn.BILL_PLACE, bill) > 0);
        all.bills().forEach(bill -> {
            int place = year.byteAt(ClaimsColumn.BILL_PLACE, bill);
            assertThat(place).isBetween(0, 2);
            assertThat(year.byteAt(ClaimsColumn.BILL_FILING, bill)).isBetween(place == 0 ? 0 : 1, place == 0 ? 0 : 4);
        });
        assertThat(all.bills().map(bill -> year.byteAt(ClaimsColumn.BILL_FILING, bill)))
                .containsOnly(0, 1, 2, 3, 4);
        assertThat(all.bills().map(bill -> year.byteAt(ClaimsColumn.BILL_PLACE, bill)))
                .containsOnly(0, 1, 2);
    }

    @Test
    void oneInEightIsAtAHospitalOfChineseMedicine() {
        long tcm = 1L << words.number(Fact.Kind.PROVIDER, "tcm");
        assertShare(100.0 / 8, all.bills(), bill -> year.longAt(ClaimsColumn.BILL_PROVIDERS, bill) == tcm);
        assertThat(all.bills().mapToObj(bill -> year.longAt(ClaimsColumn.BILL_PROVIDERS, bill)))
                .containsOnly(0L, tcm);
    }

    @Test
    void staysAreAtHigherLevelsThanVisits() {
        // of two levels drawn from four the higher one for stays, the lower one for others: 7 in 16 are the top or
        // bottom one
        int top = words.of(Fact.Kind.LEVEL).size() - 1;
        assertThat(top).isEqualTo(3);
        assertShare(
                100.0 * 7 / 16,
                all.bills().filter(bill -> all.is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_LEVEL, bill) == top);
        assertShare(
                100.0 * 7 / 16,
                all.bills().filter(bill -> !all.is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_LEVEL, bill) == 0);
    }

    @Test
    void oneStayInFiveHasAPackagePriceOfNineTenths() {
        assertShare(
                20,
                all.bills().filter(bill -> all.is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, bill) > 0);
        all.bills().forEach(bill -> {
            int mode = year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, bill);
            long price = year.longAt(ClaimsColumn.BILL_PACKAGE_PRICE, bill);
            if (mode == 0) {
                assertThat(price).isEqualTo(BillNumbers.NOTHING);
                return;
            }
            assertThat(all.is(bill, "inpatient")).isTrue();
            assertThat(mode).isBetween(1, 2);
            // lines are the cost divided by lines and pieces, each rounded down to fen: at most ten fen less a line
            long total = total(bill);
            int count = lineCount(bill);
            assertThat(price).isBetween(total * 9 / 10 - 9, (total + 11L * count) * 9 / 10);
        });
    }

    private static long total(int bill) {
        return IntStream.range(year.firstLine(bill), year.endOfLines(bill))
                .mapToLong(line -> Math.max(0, year.lineAmount(line)))
                .sum();
    }

    private static int lineCount(int bill) {
        return year.endOfLines(bill) - year.firstLine(bill);
    }

    @ParameterizedTest
    @CsvSource({
        "inpatient, 6000",
        "day_surgery, 4500",
        "chronic, 450",
        "special_drug, 3500",
        "outpatient, 180",
        "pharmacy, 180"
    })
    void costsAreSkewed(String kind, int middle) {
        // between half and one and a half times the middle, doubled for one in four, again for one in sixteen …
        long fen = middle * 100L;
        IntPredicate so = bill -> all.is(bill, kind);
        all.bills().filter(so).forEach(bill -> assertThat(total(bill)).isGreaterThanOrEqualTo(fen / 2 - 60));
        assertShare(75 * 0.5, all.bills().filter(so), bill -> total(bill) < fen - 30);
    }

    @Test
    void accountsAreOfEmployeesAndOneFamilyInTen() {
        assertThat(all.bills().filter(bill -> !all.employed(all.owner(bill))))
                .allMatch(bill -> year.longAt(ClaimsColumn.BILL_ACCOUNT, bill) == 0);
        assertShare(
                50,
                all.bills().filter(bill -> all.employed(all.owner(bill))),
                bill -> year.longAt(ClaimsColumn.BILL_ACCOUNT, bill) < 1_500_00);
        assertShare(10, all.bills(), bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) > 0);
        assertShare(
                50,
                all.bills().filter(bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) > 0),
                bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) < 500_00);
    }

    @Test
    void oneInThreeStaysWithinAWeekOfAnotherIsATransfer() {
        IntPredicate soon = bill -> {
            if (!all.is(bill, "inpatient")) {
                return false;
            }
            int before = bill - 1;
            while (before >= year.firstBill(all.owner(bill)) && !all.is(before, "inpatient")) {
                before--;
            }
            return before >= year.firstBill(all.owner(bill))
                    && year.intAt(ClaimsColumn.BILL_DATE, bill) - year.intAt(ClaimsColumn.BILL_DATE, before) < 8;
        };
        IntPredicate transferred = bill -> year.byteAt(ClaimsColumn.BILL_CONTINUES, bill) == 0;
        assertShare(100.0 / 3, all.bills().filter(soon), transferred);
        assertThat(all.bills().filter(soon.negate()))
                .allMatch(bill -> year.byteAt(ClaimsColumn.BILL_CONTINUES, bill) == -1);
    }

    @Test
    void everyDiagnosisIsMadeAsOften() {
        int codes = words.diagnoses().size();
        assertThat(words.diagnoses()).contains("J06.9", "Z51.0");
        for (int diagnosis = 0; diagnosis < codes; diagnosis++) {
            int one = diagnosis;
            assertShare(100.0 / codes, all.bills(), bill -> year.shortAt(ClaimsColumn.BILL_DIAGNOSIS, bill) == one);
        }
    }
}
