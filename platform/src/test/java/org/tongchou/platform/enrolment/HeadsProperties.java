package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.enrolment.report.Participation;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Population;
import org.tongchou.platform.region.Region;

/** Whatever the histories of people: cuts add up, rates are what they are defined as, periods never overlap. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadsProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final List<String> SCHEMES = List.of("resident", "employee", "care");
    private static final List<String> TYPES = List.of("成年居民", "在职", "退休");

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Participation participation;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    private int refused;

    @BeforeAll
    void live() {
        TestCounties counties = TestCounties.create(units, region);
        Villagers villagers = new Villagers(registry, transactions);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            LocalDate born = LocalDate.of(1940 + random.nextInt(70), 1 + random.nextInt(12), 1 + random.nextInt(28));
            String county = random.nextBoolean()
                    ? counties.first().code()
                    : counties.second().code();
            long person = villagers.person("样例" + i, born, 1 + i, county);
            for (int n = random.nextInt(4); n > 0; n--) {
                LocalDate from = LocalDate.of(2023 + random.nextInt(4), 1 + random.nextInt(12), 1);
                LocalDate to = random.nextBoolean()
                        ? null
                        : from.plusMonths(random.nextInt(24)).plusDays(27);
                try {
                    villagers.enrol(new NewEnrolment(
                            person,
                            SCHEMES.get(random.nextInt(3)),
                            TYPES.get(random.nextInt(3)),
                            from,
                            to,
                            to == null ? "" : "停保",
                            null,
                            county,
                            ""));
                } catch (DataIntegrityViolationException e) {
                    refused++;
                }
            }
            if (random.nextInt(3) == 0) {
                villagers.identify(person, List.of("低保", "特困", "重残").get(random.nextInt(3)), born, null);
            }
        }
        region.tell(TestActors.actor(), new Population(counties.first().code(), 2026, 120, 90, "测试", DAY.minusDays(1)));
        region.tell(TestActors.actor(), new Population(counties.second().code(), 2025, 0, 77, "测试", DAY.minusDays(1)));
    }

    @Test
    void headsByAnyCutAddUp() {
        for (String scheme : new String[] {null, "resident", "employee", "care"}) {
            EnrolledQuery query = new EnrolledQuery(DAY, scheme, null, null, null);
            long all = sum(enrolments.count(query, Set.of()));
            for (HeadCut cut : HeadCut.values()) {
                assertThat(sum(enrolments.count(query, Set.of(cut))))
                        .as(scheme + " " + cut)
                        .isEqualTo(all);
                assertThat(sum(enrolments.count(query, EnumSet.of(cut, HeadCut.COUNTY, HeadCut.SEX))))
                        .isEqualTo(all);
            }
            if (scheme != null) {
                List<Enrolled> each = new ArrayList<>();
                enrolments.each(query, each::add);
                assertThat(each).hasSize((int) all);
            }
        }
        assertThat(sum(enrolments.count(new EnrolledQuery(DAY, null, null, null, null), Set.of())))
                .isPositive();
    }

    @Test
    void everybodyCountsOnce() {
        Set<Long> people = new HashSet<>();
        for (String scheme : List.of("resident", "employee")) {
            enrolments.each(
                    EnrolledQuery.of(DAY, scheme),
                    one -> people.add(one.enrolment().personId()));
        }
        assertThat(sum(enrolments.count(new EnrolledQuery(DAY, null, null, null, null), Set.of())))
                .isEqualTo(people.size());
    }

    @Test
    void ratesAreHeadsDividedByPeople() {
        List<Participation.Line> lines = participation.of(DAY, region.counties());
        for (Participation.Line line : lines) {
            assertThat(line.heads())
                    .isEqualTo(line.bySchemes().values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
            assertThat(line.registeredRate()).isEqualTo(rate(line.heads(), line.registered()));
            assertThat(line.residentRate()).isEqualTo(rate(line.heads(), line.resident()));
        }
        Participation.Line total = lines.get(lines.size() - 1);
        assertThat(total.heads())
                .isEqualTo(lines.stream().mapToLong(Participation.Line::heads).sum() / 2);
        assertThat(total.resident()).isEqualTo(167);
    }

    @Test
    void periodsNeverOverlap() {
        assertThat(refused).isPositive();
        assertThat(database.sql("""
                        select count(*) from enrolment.enrolment a join enrolment.enrolment b
                            on b.person_id = a.person_id and b.scheme = a.scheme and b.id > a.id
                        where daterange(a.from_day, a.to_day, '[]') && daterange(b.from_day, b.to_day, '[]')""").query(Long.class).single()).isZero();
    }

    private static @org.jspecify.annotations.Nullable BigDecimal rate(
            long heads, @org.jspecify.annotations.Nullable Long people) {
        return people == null || people == 0
                ? null
                : new BigDecimal(heads).divide(new BigDecimal(people), 4, RoundingMode.HALF_UP);
    }

    private static long sum(List<HeadCount> cells) {
        return cells.stream().mapToLong(HeadCount::heads).sum();
    }
}
