package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.enrolment.Registry.NewEmployer;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.intake.Intake;
import org.tongchou.platform.intake.ListRun;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Every list of people: matched, not found, in conflict, already so, ended by absence; again without any effect. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    private static final Actor ACTOR = TestActors.actor();
    private static final LocalDate BORN = LocalDate.of(1985, 7, 8);
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private List<Intake> intakes;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MockMvcTester http;

    private Villagers villagers;
    private long batch = 700;

    @BeforeAll
    void fill() {
        TestCounties.create(units, region);
        villagers = new Villagers(registry, transactions);
    }

    private ListRun list(String kind, Map<String, String> parameters, List<Map<String, String>> rows) {
        Intake intake = intakes.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
        return new ListRun(intake, transactions, ACTOR, ++batch, parameters, rows);
    }

    private static Map<String, String> person(int order, String name, String... more) {
        Map<String, String> row = new java.util.HashMap<>();
        row.put("idNumber", Villagers.idNumber(BORN, order));
        row.put("name", name);
        for (int i = 0; i < more.length; i += 2) {
            row.put(more[i], more[i + 1]);
        }
        return row;
    }

    private static Map<String, String> resident(int order, String name) {
        return person(
                order, name, "county", "359901", "scheme", "resident", "personType", "成年居民", "from", "2026-01-01");
    }

    /** All rows of people, as text: equal before and after means that nothing changed. */
    private List<String> everything() {
        return database.sql("""
                        select p::text from enrolment.person p union all select e::text from enrolment.enrolment e
                        union all select i::text from enrolment.identity i order by 1""").query(String.class).list();
    }

    @Test
    void peopleComeWithHouseholdsAndPeriods() {
        List<Map<String, String>> rows = List.of(
                resident(11, "样例一"),
                person(12, "样例二", "county", "359901", "household", "H77", "address", "样例路", "relation", "户主"),
                person(13, "样例三", "county", "350100"),
                person(14, "样例四", "county", "359901", "scheme", "resident", "from", "2026-01-01"),
                person(14, "样例五", "county", "359901"),
                person(
                        15,
                        "样例六",
                        "county",
                        "359901",
                        "scheme",
                        "employee",
                        "personType",
                        "在职",
                        "from",
                        "2026-01-01",
                        "employer",
                        "没有的单位"));
        ListRun run = list("enrolment.people", Map.of(), rows).run();
        assertThat(run.problems()).isEqualTo(Map.of(3, "E-ENR-014", 4, "E-ENR-011", 5, "E-ENR-104", 6, "E-ENR-015"));
        assertThat(run.outcomes()).isEqualTo(Map.of(1, "新增参保", 2, "建档"));
        long first =
                persons.byIdNumber(Villagers.idNumber(BORN, 11)).orElseThrow().id();
        assertThat(enrolments.of(first)).hasSize(1);
        List<String> before = everything();
        ListRun again = list("enrolment.people", Map.of(), rows.subList(0, 2)).run();
        assertThat(again.unchanged()).containsExactly(1, 2);
        assertThat(everything()).isEqualTo(before);
        ListRun conflicts = list(
                        "enrolment.people",
                        Map.of(),
                        List.of(
                                resident(11, "样例别名"),
                                person(
                                        11,
                                        "样例一",
                                        "county",
                                        "359901",
                                        "scheme",
                                        "employee",
                                        "personType",
                                        "在职",
                                        "from",
                                        "2026-02-01")))
                .run();
        assertThat(conflicts.problems()).containsEntry(1, "E-ENR-104").containsKey(2);
        run.reverse();
        assertThat(persons.byIdNumber(Villagers.idNumber(BORN, 11))).isEmpty();
    }

    @Test
    void aWholeRollOfCivilAffairsEndsByAbsence() {
        long stays = villagers.person("样例救助甲", BORN, 31, "359901");
        long leaves = villagers.person("样例救助乙", BORN, 33, "359901");
        Map<String, String> some = Map.of("department", "样例民政局", "whole", "否");
        ListRun first = list(
                        "enrolment.civil-affairs",
                        some,
                        List.of(
                                person(31, "样例救助甲", "word", "低保", "from", "2026-01-01"),
                                person(33, "样例救助乙", "word", "低保", "from", "2026-01-01"),
                                person(35, "样例没有", "word", "低保", "from", "2026-01-01"),
                                person(33, "样例别名", "word", "特困", "from", "2026-01-01"),
                                person(31, "样例救助甲", "word", "特困", "from", "1950-01-01")))
                .run();
        assertThat(first.problems()).isEqualTo(Map.of(3, "E-ENR-151", 4, "E-ENR-104", 5, "E-ENR-204"));
        assertThat(first.outcomes()).isEqualTo(Map.of(1, "新增身份", 2, "新增身份"));
        Map<String, String> all = Map.of("department", "样例民政局", "whole", "是");
        List<Map<String, String>> roll = List.of(person(31, "样例救助甲", "word", "低保", "from", "2026-01-01"));
        ListRun second = list("enrolment.civil-affairs", all, roll).run();
        assertThat(second.unchanged()).containsExactly(1);
        assertThat(second.notes()).singleElement().asString().contains("1 人次");
        assertThat(enrolments.identities(stays, today)).containsExactly("低保");
        assertThat(enrolments.identities(leaves, today)).isEmpty();
        List<String> before = everything();
        list("enrolment.civil-affairs", all, roll).run();
        assertThat(everything()).isEqualTo(before);
        second.reverse();
        assertThat(enrolments.identities(leaves, today)).containsExactly("低保");
        ListRun torn = list(
                        "enrolment.civil-affairs",
                        all,
                        List.of(
                                person(31, "样例救助甲", "word", "低保", "from", "2026-01-01"),
                                person(39, "样例没有", "word", "低保", "from", "2026-01-01")))
                .run();
        assertThat(torn.notes()).singleElement().asString().contains("没有按缺席终止");
        assertThat(enrolments.identities(leaves, today)).containsExactly("低保");
    }

    @Test
    void studentsAreEnrolledForASchoolYear() {
        String code = CreditCode.complete("12359901MB0000001").code();
        transactions.executeWithoutResult(status -> registry.employers(
                registry.begin(ACTOR, "import", "测试", today, 1L),
                List.of(new NewEmployer(code, "样例中学", "学校", "359901", LocalDate.of(2000, 1, 1)))));
        long pupil = villagers.person("样例学生甲", BORN, 51, "359901");
        villagers.enrol(pupil, "resident", "成年居民", LocalDate.of(2024, 1, 1), "359901");
        long worker = villagers.person("样例学生乙", BORN, 53, "359901");
        villagers.enrol(worker, "employee", "在职", LocalDate.of(2024, 1, 1), "359901");
        Map<String, String> year = Map.of("school", code, "year", Integer.toString(today.getYear()));
        List<Map<String, String>> rows = List.of(
                person(51, "样例学生甲", "personType", "中小学生"),
                person(53, "样例学生乙", "personType", "中小学生"),
                person(55, "样例学生丙", "personType", "中小学生"));
        ListRun run = list("enrolment.students", year, rows).run();
        assertThat(run.problems()).isEqualTo(Map.of(2, "E-ENR-202"));
        assertThat(run.outcomes()).isEqualTo(Map.of(1, "转为学生参保", 3, "新增参保"));
        LocalDate first = LocalDate.of(today.getYear(), 9, 1);
        assertThat(enrolments.of(pupil))
                .extracting(Enrolment::from, Enrolment::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(LocalDate.of(2024, 1, 1), first.minusDays(1)),
                        org.assertj.core.groups.Tuple.tuple(
                                first, first.plusYears(1).minusDays(1)));
        assertThat(list("enrolment.students", year, rows).run().unchanged()).containsExactly(1, 3);
        assertThatThrownBy(() -> list("enrolment.students", Map.of("school", code, "year", "1999"), rows)
                        .run())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> list("enrolment.students", Map.of("school", "x", "year", "2026"), rows)
                        .run())
                .isInstanceOf(Refusal.class);
    }

    @Test
    void theDeadAreListedOnce() {
        long dead = villagers.person("样例死者", BORN, 71, "359901");
        villagers.enrol(dead, "resident", "成年居民", LocalDate.of(2024, 1, 1), "359901");
        List<Map<String, String>> rows = List.of(
                person(71, "样例死者", "died", "2026-03-01"),
                person(73, "样例没有", "died", "2026-03-01"),
                person(71, "样例别名", "died", "2026-03-01"));
        ListRun run = list("enrolment.deaths", Map.of(), rows).run();
        assertThat(run.problems()).isEqualTo(Map.of(2, "E-ENR-151", 3, "E-ENR-104"));
        assertThat(enrolments.of(dead))
                .allMatch(period -> LocalDate.of(2026, 3, 1).equals(period.to()));
        assertThat(list("enrolment.deaths", Map.of(), rows.subList(0, 1)).run().unchanged())
                .containsExactly(1);
        assertThat(list("enrolment.deaths", Map.of(), List.of(person(71, "样例死者", "died", "2026-04-01")))
                        .run()
                        .problems())
                .isEqualTo(Map.of(1, "E-ENR-211"));
    }

    @Test
    void whoIsMissingIsOnOneListOnly() {
        long renewed = villagers.person("样例动员甲", BORN, 91, "359901");
        villagers.enrol(renewed, "resident", "成年居民", today.minusYears(2), "359901");
        long lapsed = villagers.person("样例动员乙", BORN, 93, "359901");
        villagers.enrol(new Registry.NewEnrolment(
                lapsed, "resident", "成年居民", today.minusYears(2), today.minusDays(30), "停保", null, "359901", ""));
        villagers.person("样例动员丙", BORN, 95, "359901");
        Counter counter = new Counter(http);
        String lapsedList = Counter.text(counter.get(Counter.CLERK, "/missing?reason=NOT_RENEWED"));
        assertThat(lapsedList).contains("样例动员乙").doesNotContain("样例动员甲", "样例动员丙");
        String never = Counter.text(counter.get(Counter.CLERK, "/missing?reason=ON_ROLL_ONLY"));
        assertThat(never).contains("样例动员丙").doesNotContain("样例动员甲", "样例动员乙");
        assertThat(Counter.text(counter.get(Counter.CLERK, "/missing?reason=RELATIVE_ENROLLED")))
                .doesNotContain("样例动员丙");
        assertThat(counter.get(Counter.CLERK, "/missing/export?reason=NOT_RENEWED"))
                .hasStatusOk();
        assertThat(counter.get(Counter.CLERK, "/missing/reasons")).hasStatusOk();
    }
}
