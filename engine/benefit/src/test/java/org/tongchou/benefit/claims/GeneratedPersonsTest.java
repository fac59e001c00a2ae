package org.tongchou.benefit.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.benefit.claims.GeneratedYear.NEW_YEAR;
import static org.tongchou.benefit.claims.GeneratedYear.assertShare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongchou.benefit.policy.Fact;

/** How often synthetic persons are as the generator says, and what they can never be. */
class GeneratedPersonsTest {
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

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,6,5", "6,18,14", "18,23,6", "23,40,21", "40,60,29", "60,75,17", "75,97,7"})
    void agesAreThoseOfAPrefecture(int from, int below, int inHundred) {
        assertShare(inHundred, all.persons(), person -> all.age(person) >= from && all.age(person) < below);
    }

    @Test
    void nobodyIsBornAfterTheYearBeganOrTooOld() {
        assertThat(all.persons().map(person -> year.intAt(ClaimsColumn.PERSON_BORN, person)))
                .allSatisfy(born -> assertThat(born).isBetween(NEW_YEAR - 97 * 365, NEW_YEAR));
    }

    @Test
    void sexesAreEven() {
        assertShare(50, all.persons(), person -> year.byteAt(ClaimsColumn.PERSON_SEX, person) == 1);
    }

    @Test
    void schemesFollowTheAge() {
        assertThat(all.persons().filter(person -> all.age(person) < 18)).noneMatch(all::employed);
        assertShare(42, all.persons().filter(person -> all.age(person) >= 18 && all.age(person) < 60), all::employed);
        assertShare(30, all.persons().filter(person -> all.age(person) >= 60), all::employed);
    }

    @Test
    void personTypesFitAgeAndScheme() {
        all.persons()
                .forEach(person -> assertThat(all.word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE, person))
                        .as("of %s years, employed: %s", all.age(person), all.employed(person))
                        .isIn(Stream.of(all.age(person), all.age(person) - 1)
                                .flatMap(age -> types(age, all.employed(person)).stream())
                                .toList()));
        assertThat(all.persons().mapToObj(person -> all.word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE, person)))
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
        all.persons()
                .forEach(person -> assertThat(year.shortAt(ClaimsColumn.PERSON_INSURED_YEARS, person))
                        .isBetween(0, Math.min(19, Math.max(0, all.age(person) - 1))));
        assertShare(
                5,
                all.persons().filter(person -> all.age(person) >= 23),
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
        assertShare(
                100.0 / 8,
                all.persons().filter(person -> !all.employed(person)),
                person -> identities(person, true) > 0);
        assertShare(100.0 / 40, all.persons().filter(all::employed), person -> identities(person, true) > 0);
        assertShare(
                100.0 / 60,
                all.persons().filter(person -> !all.employed(person)),
                person -> identities(person, false) > 0);
        assertShare(100.0 / 12, all.persons().filter(all::employed), person -> identities(person, false) > 0);
        // one in ten has a second one, which is the first again for one in eleven
        assertShare(
                10 * 10.0 / 11,
                all.persons().filter(person -> identities(person, true) > 0),
                person -> identities(person, true) == 2);
    }

    @Test
    void specialDiseasesComeWithAge() {
        assertShare(2, all.persons().filter(person -> all.age(person) < 40), person -> all.diseases(person) > 0);
        assertShare(
                18,
                all.persons().filter(person -> all.age(person) >= 40 && all.age(person) < 60),
                person -> all.diseases(person) > 0);
        assertShare(45, all.persons().filter(person -> all.age(person) >= 60), person -> all.diseases(person) > 0);
        // a quarter draw once more, nearly always another one
        assertShare(25, all.persons().filter(person -> all.diseases(person) > 0), person -> all.diseases(person) > 1);
    }

    @Test
    void oneInTwentyOldPersonsNeedsCare() {
        assertThat(all.persons().filter(person -> all.age(person) < 60))
                .noneMatch(person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person) > 0);
        assertShare(
                5,
                all.persons().filter(person -> all.age(person) >= 60),
                person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person) > 0);
        assertThat(all.persons().map(person -> year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, person)))
                .containsOnly(0, 1, 2, 3, 4, 5);
    }
}
