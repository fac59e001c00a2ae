package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.BillNumbers;

/**
 * What is in a synthetic year: how often things are as the generator says, and what must never be. Shares may be off by
 * five standard deviations of drawing.
 */
class ClaimsGeneratorTest {
    private static final int PERSONS = 6000;
    private static final int NEW_YEAR = Math.toIntExact(LocalDate.of(2026, 1, 1).toEpochDay());

    @TempDir
    static Path folder;

    private static PolicyPack demo;
    private static ClaimsYear year;
    private static ClaimsWords words;

    @BeforeAll
    static void generate() throws IOException {
        demo = PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();
        List<Integer> told = new ArrayList<>();
        ClaimsManifest manifest = new ClaimsGenerator(demo, 2026, PERSONS, 11).write(folder, told::add);
        assertThat(told).containsExactly(0, 4096);
        year = ClaimsYear.open(folder).found().orElseThrow();
        assertThat(year.manifest()).isEqualTo(manifest);
        words = manifest.words();
    }

    // ---- ways to ask

    private static IntStream persons() {
        return IntStream.range(0, PERSONS);
    }

    private static IntStream bills() {
        return IntStream.range(0, year.manifest().bills());
    }

    private static IntStream lines() {
        return IntStream.range(0, year.manifest().lines());
    }

    /** Of those that are asked about, so many in a hundred are so. */
    private static void assertShare(double inHundred, IntStream of, IntPredicate so) {
        int[] asked = of.toArray();
        double share = inHundred / 100;
        long hits = IntStream.of(asked).filter(so).count();
        double deviation = Math.sqrt(asked.length * share * (1 - share));
        assertThat((double) hits).isCloseTo(asked.length * share, within(5 * deviation));
        assertThat(hits).isPositive().isLessThan(asked.length);
    }

    private static String word(ClaimsColumn column, Fact.Kind fact, int row) {
        int number = year.byteAt(column, row);
        return number < 0 ? "" : words.of(fact).get(number);
    }

    private static int age(int person) {
        return (NEW_YEAR - year.intAt(ClaimsColumn.PERSON_BORN, person)) / 365;
    }

    private static boolean employed(int person) {
        return word(ClaimsColumn.PERSON_SCHEME, Fact.Kind.SCHEME, person).equals("employee");
    }

    private static int owner(int bill) {
        int low = 0;
        int high = PERSONS - 1;
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

    private static boolean is(int bill, String kind) {
        return word(ClaimsColumn.BILL_KIND, Fact.Kind.KIND, bill).equals(kind);
    }

    private static int billOf(int line) {
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

    // ---- persons

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,6,5", "6,18,14", "18,23,6", "23,40,21", "40,60,29", "60,75,17", "75,97,7"})
    void agesAreThoseOfAPrefecture(int from, int below, int inHundred) {
        assertShare(inHundred, persons(), person -> age(person) >= from && age(person) < below);
    }

    @Test
    void nobodyIsBornAfterTheYearBeganOrTooOld() {
        assertThat(persons().map(person -> year.intAt(ClaimsColumn.PERSON_BORN, person)))
                .allSatisfy(born -> assertThat(born).isBetween(NEW_YEAR - 97 * 365, NEW_YEAR));
    }

    @Test
    void sexesAreEven() {
        assertShare(50, persons(), person -> year.byteAt(ClaimsColumn.PERSON_SEX, person) == 1);
    }

    @Test
    void schemesFollowTheAge() {
        assertThat(persons().filter(person -> age(person) < 18)).noneMatch(ClaimsGeneratorTest::employed);
        assertShare(
                42, persons().filter(person -> age(person) >= 18 && age(person) < 60), ClaimsGeneratorTest::employed);
        assertShare(30, persons().filter(person -> age(person) >= 60), ClaimsGeneratorTest::employed);
    }

    @Test
    void personTypesFitAgeAndScheme() {
        persons()
                .forEach(person -> assertThat(word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE, person))
                        .as("of %s years, employed: %s", age(person), employed(person))
                        .isIn(Stream.of(age(person), age(person) - 1)
                                .flatMap(age -> types(age, employed(person)).stream())
                                .toList()));
        assertThat(persons().mapToObj(person -> word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE, person)))
                .contains("在职", "灵活就业", "退休", "成年居民", "老年居民", "新生儿", "学龄前儿童", "中小学生", "大学生")
                .doesNotContain("离休");
    }

    /** By the age, which may be one less on the days that leap years add. */
    private static List<String> types(int age, boolean employed) {
        if (employed) {
            return age < 60 ? List.of("在职", "灵活就业") : List.of("退休");
        }
        if (age < 18) {
            return List.of(age < 1 ? "新生儿" : age < 6 ? "学龄前儿童" : "中小学生");
        }
        return List.of(age < 23 ? "大学生" : age < 60 ? "成年居民" : "老年居民");
    }

    @Test
    void nobodyIsInsuredBeforeBirthOrForMoreThanNineteenYears() {
        persons()
                .forEach(person -> assertThat(year.shortAt(ClaimsColumn.PERSON_INSURED_YEARS, person))
                        .isBetween(0, Math.min(19, Math.max(0, age(person) - 1))));
        assertShare(
                5,
                persons().filter(person -> age(person) >= 23),
                person -> year.shortAt(ClaimsColumn.PERSON_INSURED_YEARS, person) == 19);
    }

    private static int identities(int person, boolean aided) {
        List<String> other = List.of("公务员", "二等乙级", "建国前老工人", "保健对象", "人才", "叠加参保");
        List<String> all = words.of(Fact.Kind.IDENTITY);
        long bits = year.longAt(ClaimsColumn.PERSON_IDENTITIES, person);
        return (int) IntStream.range(0, all.size())
                .filter(place -> (bits >> place & 1) != 0 && other.contains(all.get(place)) != aided)
                .count();
    }

    @Test
    void oneInEightResidentsIsAidedAndOneInFortyEmployees() {
        assertShare(100.0 / 8, persons().filter(person -> !employed(person)), person -> identities(person, true) > 0);
        assertShare(
                100.0 / 40, persons().filter(ClaimsGeneratorTest::employed), person -> identities(person, true) > 0);
        assertShare(100.0 / 60, persons().filter(person -> !employed(person)), person -> identities(person, false) > 0);
        assertShare(
                100.0 / 12, persons().filter(ClaimsGeneratorTest::employed), person -> identities(person, false) > 0);
        // one in ten has a second one, which is the first again for one in eleven
        assertShare(
                10 * 10.0 / 11,
                persons().filter(person -> identities(person, true) > 0),
                person -> identities(person, true) == 2);
    }

    private static int diseases(int person) {
        return Long.bitCount(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, person));
    }

    @Test
    void specialDiseasesComeWithAge() {
        assertShare(2, persons().filter(person -> age(person) < 40), person -> diseases(person) > 0);
        assertShare(
                18, persons().filter(person -> age(person) >= 40 && age(person) < 60), person -> diseases(person) > 0);
        assertShare(45, persons().filter(person -> age(person) >= 60), person -> diseases(person) > 0);
        // a quarter draw once more, nearly always another one
        assertShare(25, persons().filter(person -> diseases(person) > 0), person -> diseases(person) > 1);
    }

    @Test
    void oneInTwentyOldPersonsNeedsCare() {
        assertThat(persons().filter(person -> age(person) < 60))
                .noneMatch(person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person) > 0);
        assertShare(
                5,
                persons().filter(person -> age(person) >= 60),
                person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person) > 0);
        assertThat(persons().map(person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person)))
                .containsOnly(0, 1, 2, 3, 4, 5);
    }

    // ---- bills

    private static boolean hasBill(int person) {
        return year.firstBill(person) < year.endOfBills(person);
    }

    @Test
    void theOldAndTheYoungFallIllMoreOften() {
        IntPredicate healthy = person -> diseases(person) == 0;
        assertShare(88, persons().filter(healthy).filter(person -> age(person) >= 60), ClaimsGeneratorTest::hasBill);
        assertShare(82, persons().filter(healthy).filter(person -> age(person) < 6), ClaimsGeneratorTest::hasBill);
        assertShare(
                74,
                persons().filter(healthy).filter(person -> age(person) >= 6 && age(person) < 60),
                ClaimsGeneratorTest::hasBill);
        // n bills need n draws: of those with a bill as many have a second one
        assertShare(
                74,
                persons()
                        .filter(healthy)
                        .filter(person -> age(person) >= 6 && age(person) < 60)
                        .filter(ClaimsGeneratorTest::hasBill),
                person -> year.endOfBills(person) - year.firstBill(person) > 1);
    }

    @Test
    void specialDiseasesBringUpToNineMoreBills() {
        // nobody is without a bill unless it is drawn twice: 12 % × 1/10
        assertShare(
                1.2, persons().filter(person -> diseases(person) > 0 && age(person) >= 60), person -> !hasBill(person));
    }

    @Test
    void datesLieInTheYearAndAfterBirth() {
        bills().forEach(bill -> {
            int date = year.intAt(ClaimsColumn.BILL_DATE, bill);
            int born = year.intAt(ClaimsColumn.PERSON_BORN, owner(bill));
            int admitted = year.intAt(ClaimsColumn.BILL_ADMITTED, bill);
            assertThat(date).isBetween(NEW_YEAR, NEW_YEAR + 364).isGreaterThan(born);
            if (is(bill, "inpatient") || is(bill, "maternity_inpatient")) {
                assertThat(admitted).isBetween(Math.max(born, date - 14), date - 1);
            } else {
                assertThat(admitted).isEqualTo(BillNumbers.NO_DAY);
            }
        });
        assertShare(100.0 * 31 / 365, bills(), bill -> year.intAt(ClaimsColumn.BILL_DATE, bill) < NEW_YEAR + 31);
        assertShare(
                100.0 / 14,
                bills().filter(bill -> is(bill, "inpatient")),
                bill -> year.intAt(ClaimsColumn.BILL_DATE, bill) - year.intAt(ClaimsColumn.BILL_ADMITTED, bill) == 14);
    }

    @Test
    void kindsComeInTheirSharesAndOnlyToThoseWhomTheyFit() {
        IntPredicate ofEmployee = bill -> employed(owner(bill));
        assertShare(
                100.0 * 90 / (90 + 140),
                bills().filter(ofEmployee).filter(bill -> is(bill, "inpatient") || is(bill, "pharmacy")),
                bill -> is(bill, "inpatient"));
        bills().forEach(bill -> {
            int person = owner(bill);
            if (is(bill, "chronic")) {
                int disease = year.byteAt(ClaimsColumn.BILL_DISEASE, bill);
                assertThat(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, person) >> disease & 1)
                        .isEqualTo(1);
            } else {
                assertThat(year.byteAt(ClaimsColumn.BILL_DISEASE, bill)).isEqualTo(-1);
            }
            if (is(bill, "maternity_inpatient")) {
                assertThat(word(ClaimsColumn.PERSON_SEX, Fact.Kind.SEX, person)).isEqualTo("female");
                assertThat(age(person)).isBetween(20, 44);
            }
            boolean cared = is(bill, "care_month");
            assertThat(year.longAt(ClaimsColumn.BILL_TAGS, bill))
                    .isEqualTo(cared ? 1L << words.number(Fact.Kind.TAG, "home_care") : 0);
            if (cared) {
                assertThat(year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person)).isPositive();
            }
        });
    }

    private static List<String> drawn(int sex, int age, long diseases, int careLevel) {
        KindChoice kinds = new KindChoice(demo, words, 2026);
        int employee = words.number(Fact.Kind.SCHEME, "employee");
        PersonRow person = new PersonRow(NEW_YEAR - age * 366, sex, employee, -1, -1, 0, 0, diseases, careLevel);
        SplittableRandom random = new SplittableRandom(3);
        return Stream.generate(() -> kinds.choose(person, age, random))
                .limit(PERSONS)
                .toList();
    }

    @Test
    void ofAThousandBillsOfAnEmployeeSoManyAreOfEachKind() {
        int female = words.number(Fact.Kind.SEX, "female");
        List<String> all = drawn(female, 30, 1, 1);
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
        inThousand.forEach((kind, share) ->
                assertShare(share / 10.0, persons(), place -> all.get(place).equals(kind)));
    }

    @Test
    void whatDoesNotFitIsAVisit() {
        int female = words.number(Fact.Kind.SEX, "female");
        List<String> man = drawn(words.number(Fact.Kind.SEX, "male"), 30, 0, 0);
        assertThat(man).doesNotContain("chronic", "maternity_inpatient", "care_month");
        // 560 + 140 + 5 + 5
        assertShare(71, persons(), place -> man.get(place).equals("outpatient"));
        assertThat(drawn(female, 20, 0, 0)).contains("maternity_inpatient");
        assertThat(drawn(female, 44, 0, 0)).contains("maternity_inpatient");
        assertThat(drawn(female, 19, 0, 0)).doesNotContain("maternity_inpatient");
        assertThat(drawn(female, 45, 0, 0)).doesNotContain("maternity_inpatient");
    }

    @Test
    void everySpecialDiseaseThatIsHeldIsTreated() {
        // of two that are held either is as likely
        IntStream two = bills().filter(bill -> is(bill, "chronic") && diseases(owner(bill)) == 2);
        assertShare(
                50,
                two,
                bill -> year.byteAt(ClaimsColumn.BILL_DISEASE, bill)
                        == Long.numberOfTrailingZeros(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, owner(bill))));
    }

    @Test
    void oneInTwentyFiveIsTreatedElsewhere() {
        assertShare(4, bills(), bill -> year.byteAt(ClaimsColumn.BILL_PLACE, bill) > 0);
        bills().forEach(bill -> {
            int place = year.byteAt(ClaimsColumn.BILL_PLACE, bill);
            assertThat(place).isBetween(0, 2);
            assertThat(year.byteAt(ClaimsColumn.BILL_FILING, bill)).isBetween(place == 0 ? 0 : 1, place == 0 ? 0 : 4);
        });
        assertThat(bills().map(bill -> year.byteAt(ClaimsColumn.BILL_FILING, bill)))
                .containsOnly(0, 1, 2, 3, 4);
        assertThat(bills().map(bill -> year.byteAt(ClaimsColumn.BILL_PLACE, bill)))
                .containsOnly(0, 1, 2);
    }

    @Test
    void oneInEightIsAtAHospitalOfChineseMedicine() {
        long tcm = 1L << words.number(Fact.Kind.PROVIDER, "tcm");
        assertShare(100.0 / 8, bills(), bill -> year.longAt(ClaimsColumn.BILL_PROVIDERS, bill) == tcm);
        assertThat(bills().mapToObj(bill -> year.longAt(ClaimsColumn.BILL_PROVIDERS, bill)))
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
                bills().filter(bill -> is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_LEVEL, bill) == top);
        assertShare(
                100.0 * 7 / 16,
                bills().filter(bill -> !is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_LEVEL, bill) == 0);
    }

    @Test
    void oneStayInFiveHasAPackagePriceOfNineTenths() {
        assertShare(
                20,
                bills().filter(bill -> is(bill, "inpatient")),
                bill -> year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, bill) > 0);
        bills().forEach(bill -> {
            int mode = year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, bill);
            long price = year.longAt(ClaimsColumn.BILL_PACKAGE_PRICE, bill);
            if (mode == 0) {
                assertThat(price).isEqualTo(BillNumbers.NOTHING);
                return;
            }
            assertThat(is(bill, "inpatient")).isTrue();
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
        IntPredicate so = bill -> is(bill, kind);
        bills().filter(so).forEach(bill -> assertThat(total(bill)).isGreaterThanOrEqualTo(fen / 2 - 60));
        assertShare(75 * 0.5, bills().filter(so), bill -> total(bill) < fen - 30);
    }

    @Test
    void accountsAreOfEmployeesAndOneFamilyInTen() {
        assertThat(bills().filter(bill -> !employed(owner(bill))))
                .allMatch(bill -> year.longAt(ClaimsColumn.BILL_ACCOUNT, bill) == 0);
        assertShare(
                50,
                bills().filter(bill -> employed(owner(bill))),
                bill -> year.longAt(ClaimsColumn.BILL_ACCOUNT, bill) < 1_500_00);
        assertShare(10, bills(), bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) > 0);
        assertShare(
                50,
                bills().filter(bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) > 0),
                bill -> year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, bill) < 500_00);
    }

    @Test
    void oneInThreeStaysWithinAWeekOfAnotherIsATransfer() {
        IntPredicate soon = bill -> {
            if (!is(bill, "inpatient")) {
                return false;
            }
            int before = bill - 1;
            while (before >= year.firstBill(owner(bill)) && !is(before, "inpatient")) {
                before--;
            }
            return before >= year.firstBill(owner(bill))
                    && year.intAt(ClaimsColumn.BILL_DATE, bill) - year.intAt(ClaimsColumn.BILL_DATE, before) < 8;
        };
        IntPredicate transferred = bill -> year.byteAt(ClaimsColumn.BILL_CONTINUES, bill) == 0;
        assertShare(100.0 / 3, bills().filter(soon), transferred);
        assertThat(bills().filter(soon.negate()))
                .allMatch(bill -> year.byteAt(ClaimsColumn.BILL_CONTINUES, bill) == -1);
    }

    @Test
    void everyDiagnosisIsMadeAsOften() {
        int all = words.diagnoses().size();
        assertThat(words.diagnoses()).contains("J06.9", "Z51.0");
        for (int diagnosis = 0; diagnosis < all; diagnosis++) {
            int one = diagnosis;
            assertShare(100.0 / all, bills(), bill -> year.shortAt(ClaimsColumn.BILL_DIAGNOSIS, bill) == one);
        }
    }

    // ---- lines

    private static boolean refund(int line) {
        return year.shortAt(ClaimsColumn.LINE_REFUNDS, line) >= 0;
    }

    @Test
    void aLineIsItsPriceTimesItsCount() {
        lines().forEach(line -> {
            long price = year.longAt(ClaimsColumn.LINE_PRICE, line);
            long count = year.longAt(ClaimsColumn.LINE_COUNT, line);
            assertThat(price).isPositive();
            assertThat(year.lineAmount(line)).isEqualTo(price / 10_000 * (count / 10_000));
            assertThat(count).isBetween(refund(line) ? -10_000L : 10_000L, refund(line) ? -10_000L : 100_000L);
        });
        assertShare(
                10,
                lines().filter(line -> !refund(line)),
                line -> year.longAt(ClaimsColumn.LINE_COUNT, line) == 100_000);
    }

    @Test
    void aBillHasOneToSixLines() {
        bills().forEach(bill -> assertThat(charged(bill)).isBetween(1, 6));
        assertShare(100.0 / 6, bills(), bill -> charged(bill) == 1);
        assertShare(100.0 / 6, bills(), bill -> charged(bill) == 6);
    }

    private static int charged(int bill) {
        return (int) IntStream.range(year.firstLine(bill), year.endOfLines(bill))
                .filter(line -> !refund(line))
                .count();
    }

    @Test
    void theCatalogueIsHalfAAndTwoFifthsB() {
        assertShare(
                50, lines().filter(line -> !refund(line)), line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 0);
        assertShare(
                40, lines().filter(line -> !refund(line)), line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 1);
        assertShare(
                10, lines().filter(line -> !refund(line)), line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 2);
    }

    @Test
    void sharesLimitsAndMarksAreWhereTheyMayBe() {
        lines().forEach(line -> {
            int catalogue = year.byteAt(ClaimsColumn.LINE_CATALOGUE, line);
            int share = year.intAt(ClaimsColumn.LINE_SHARE, line);
            assertThat(share)
                    .isIn(
                            catalogue == 1
                                    ? Set.of(-1, 50_000, 100_000, 150_000, 200_000, 250_000, 300_000)
                                    : Set.of(-1));
            long limit = year.longAt(ClaimsColumn.LINE_LIMIT, line);
            long price = year.longAt(ClaimsColumn.LINE_PRICE, line);
            assertThat(limit).isIn(catalogue < 2 ? Set.of(-1L, price / 10 * 8) : Set.of(-1L));
            int marks = year.byteAt(ClaimsColumn.LINE_MARKS, line);
            boolean restricted = (marks & LineRow.RESTRICTED) != 0;
            assertThat(marks >> 1 & 3).isBetween(0, restricted ? 2 : 0);
            if ((marks & LineRow.OUTSIDE) != 0) {
                assertThat(year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, billOf(line)))
                        .isPositive();
            }
        });
        assertShare(
                100.0 / 6,
                lines().filter(line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) == 1),
                line -> year.intAt(ClaimsColumn.LINE_SHARE, line) > 0);
        assertShare(
                5,
                lines().filter(line -> year.byteAt(ClaimsColumn.LINE_CATALOGUE, line) < 2),
                line -> year.longAt(ClaimsColumn.LINE_LIMIT, line) > 0);
        assertShare(
                100.0 / 30, lines(), line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.RESTRICTED) != 0);
        assertShare(
                100.0 / 3,
                lines().filter(line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.RESTRICTED) != 0),
                line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) >> 1 & 3) == 2);
        assertShare(
                10,
                lines().filter(line -> year.byteAt(ClaimsColumn.BILL_PAYMENT_MODE, billOf(line)) > 0),
                line -> (year.byteAt(ClaimsColumn.LINE_MARKS, line) & LineRow.OUTSIDE) != 0);
    }

    @Test
    void onePieceOfTheLastLineMayBeGivenBack() {
        lines().filter(ClaimsGeneratorTest::refund).forEach(line -> {
            int first = year.firstLine(billOf(line));
            int of = first + year.shortAt(ClaimsColumn.LINE_REFUNDS, line);
            assertThat(of).isEqualTo(line - 1);
            assertThat(line + 1).isEqualTo(year.endOfLines(billOf(line)));
            assertThat(year.longAt(ClaimsColumn.LINE_COUNT, of)).isGreaterThan(10_000);
            for (ClaimsColumn same : List.of(ClaimsColumn.LINE_PRICE, ClaimsColumn.LINE_LIMIT)) {
                assertThat(year.longAt(same, line)).isEqualTo(year.longAt(same, of));
            }
            assertThat(year.byteAt(ClaimsColumn.LINE_CATALOGUE, line))
                    .isEqualTo(year.byteAt(ClaimsColumn.LINE_CATALOGUE, of));
            assertThat(year.byteAt(ClaimsColumn.LINE_MARKS, line)).isEqualTo(year.byteAt(ClaimsColumn.LINE_MARKS, of));
            assertThat(year.intAt(ClaimsColumn.LINE_SHARE, line)).isEqualTo(year.intAt(ClaimsColumn.LINE_SHARE, of));
        });
        // one in forty of the nine tenths of bills whose last line has two pieces or more
        assertShare(100 * 0.9 / 40, bills(), bill -> refund(year.endOfLines(bill) - 1));
    }

    @Test
    void fewerThanNobodyIsRefused() {
        PolicyPack pack =
                PolicyPack.read(Path.of("..", "..", "regions", "demo")).getPack();
        assertThatThrownBy(() -> new ClaimsGenerator(pack, 2026, -1, 1)).hasMessageContaining("persons: -1");
    }
}
