package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.benefit.coverage.CoverageDecision;
import org.tongchou.benefit.coverage.Standing;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.enrolment.Registry.NewEnrolment;
import org.tongchou.platform.region.Region;

/** People on file as other modules see them, and what the database refuses whoever asks. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
    private static final String COUNTY = "359901";
    private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Registry registry;

    @Autowired
    private Region region;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transactions;

    private Villagers villagers;
    private long farmer;

    @BeforeAll
    void fill() {
        villagers = new Villagers(registry, transactions);
        farmer = villagers.person("样例甲", BORN, 1, COUNTY);
        villagers.enrol(farmer, "resident", "成年居民", FROM, COUNTY);
        villagers.identify(farmer, "低保", FROM, LocalDate.of(2026, 12, 31));
        villagers.identify(farmer, "重残", FROM, null);
    }

    @Test
    void foundByAnyNumberAndNeverInTheClear() {
        Person person = persons.find(farmer).orElseThrow();
        assertThat(persons.byIdNumber(Villagers.idNumber(BORN, 1).toLowerCase(java.util.Locale.ROOT)))
                .contains(person);
        assertThat(persons.byNumber(person.number())).contains(person);
        assertThat(person.number()).startsWith(region.code());
        assertThat(persons.idsByIdNumber(List.of(Villagers.idNumber(BORN, 1), Villagers.idNumber(BORN, 9))))
                .containsExactly(java.util.Map.entry(Villagers.idNumber(BORN, 1), farmer));
        assertThat(database.sql("select p::text from enrolment.person p")
                        .query(String.class)
                        .list())
                .noneMatch(
                        row -> row.contains(Villagers.idNumber(BORN, 1).substring(6)) || row.contains("13900000000"));
    }

    @Test
    void theEngineSeesTheFile() {
        assertThat(enrolments.identities(farmer, DAY)).containsExactly("低保", "重残");
        assertThat(enrolments.aidClass(List.of("重残", "低保"))).isEqualTo("二类");
        var coverage =
                CoverageDecision.of(region.pack(), enrolments.file(farmer), DAY).getValue();
        assertThat(coverage.find("resident").orElseThrow().standing()).isEqualTo(Standing.UNPAID);
        List<Enrolled> all = new ArrayList<>();
        enrolments.each(EnrolledQuery.of(DAY, "resident").only(List.of(farmer)), all::add);
        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.aidClass()).isEqualTo("二类");
            assertThat(one.identities()).containsExactly("低保", "重残");
        });
        assertThat(enrolments.count(EnrolledQuery.of(DAY, "resident"), Set.of(HeadCut.AID_CLASS)))
                .contains(new HeadCount(java.util.Map.of(HeadCut.AID_CLASS, "二类"), 1));
    }

    @Test
    void periodsOfASchemeNeverOverlap() {
        assertThatThrownBy(() -> villagers.enrol(farmer, "resident", "成年居民", DAY, COUNTY))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("overlap");
        assertThatThrownBy(() -> villagers.identify(farmer, "低保", DAY, DAY))
                .isInstanceOf(DataIntegrityViolationException.class);
        villagers.enrol(new NewEnrolment(
                farmer, "resident", "成年居民", LocalDate.of(2025, 1, 1), FROM.minusDays(1), "停保", null, COUNTY, ""));
        assertThat(enrolments.of(farmer)).hasSize(2);
    }

    @Test
    void nothingIsDeletedAndNothingChangesWithoutAnAct() {
        for (String sql : List.of(
                "delete from enrolment.person",
                "truncate enrolment.history",
                "update enrolment.person set name = '某某'",
                "update enrolment.enrolment set to_day = null")) {
            assertThatThrownBy(() -> database.sql(sql).update())
                    .as(sql)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
