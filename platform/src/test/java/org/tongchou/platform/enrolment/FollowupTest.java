package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.identity.Colleagues;
import org.tongchou.platform.identity.FirstUser;
import org.tongchou.platform.identity.FirstUsers;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** People who should be enrolled are given to somebody, called, and closed when they enrol. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowupTest {
    private static final LocalDate BORN = LocalDate.of(1980, 5, 6);
    private static final RequestPostProcessor HEAD = TestActors.with(
            "enrolment.person.view", "enrolment.person.export", "enrolment.missing.assign", "enrolment.missing.follow");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private FirstUsers users;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private List<TaskSource> desk;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Clock clock;

    private LocalDate today;
    private LocalDate due;
    private TestCounties counties;
    private Villagers villagers;
    private Counter counter;
    private Actor caller;
    private int made;

    @BeforeAll
    void prepare() {
        today = LocalDate.now(clock);
        due = today.plusDays(10);
        counties = TestCounties.create(units, region);
        villagers = new Villagers(registry, transactions);
        counter = new Counter(http);
        String unit = units.get(counties.first().unitId()).code();
        users.create(List.of(
                new FirstUser("caller", "样例联系人", "operator", unit, "own"),
                new FirstUser("looker", "样例查询", "viewer", unit, "own")));
        caller = colleagues.holding("enrolment.missing.follow").get(0);
    }

    private long person(String county) {
        made += 2;
        return villagers.person("样例未参保" + made, BORN, made, county);
    }

    private long assign(long person) {
        MvcTestResult answer = assign(person, caller.userId(), due);
        assertThat(answer).as(Counter.text(answer)).hasStatusOk();
        assertThat(Counter.number(answer, "$.assigned")).isEqualTo(1);
        return database.sql("select id from enrolment.followup where person_id = :id and state <> '已办结'")
                .param("id", person)
                .query(Long.class)
                .single();
    }

    private MvcTestResult assign(long person, long assignee, LocalDate until) {
        return counter.post(
                HEAD,
                "/followups",
                "{'reason':'ON_ROLL_ONLY','personIds':[" + person + "],'assigneeId':" + assignee + ",'due':'" + until
                        + "'}");
    }

    private MvcTestResult call(RequestPostProcessor who, long id, int version, String more) {
        return counter.post(
                who,
                "/followups/" + id + "/contacts",
                "{'version':" + version + ",'way':'电话','result':'考虑中'" + more + "}");
    }

    private String outcome(long id) {
        return database.sql("select outcome from enrolment.followup where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    @Test
    void onlyWhoMayCallAndSeesTheCountyIsGivenPeople() {
        assertThat(colleagues.holding("enrolment.missing.follow"))
                .extracting(Actor::userName)
                .containsExactly("caller");
        long looker = database.sql("select id from identity.user_account where user_name = 'looker'")
                .query(Long.class)
                .single();
        long here = person(counties.first().code());
        assertThat(Counter.text(assign(here, looker, due))).contains("E-ENR-802");
        assertThat(Counter.text(assign(person(counties.second().code()), caller.userId(), due)))
                .contains("E-ENR-803");
        assertThat(Counter.text(assign(here, caller.userId(), today.minusDays(1))))
                .contains("E-ENR-810");
        assertThat(Counter.text(counter.post(
                        HEAD,
                        "/followups",
                        "{'reason':'ON_ROLL_ONLY','personIds':[],'assigneeId':1,'due':'" + due + "'}")))
                .contains("E-ENR-801");
        MvcTestResult outside = counter.post(
                TestActors.in(List.of(counties.second().unitId()), "enrolment.missing.assign"),
                "/followups",
                "{'reason':'ON_ROLL_ONLY','personIds':[" + here + "],'assigneeId':" + caller.userId() + ",'due':'" + due
                        + "'}");
        assertThat(outside).hasStatus(403);
    }

    @Test
    void aPersonIsCalledOnceAtATimeAndReminded() {
        long person = person(counties.first().code());
        long id = assign(person);
        MvcTestResult again = assign(person, caller.userId(), due);
        assertThat(Counter.number(again, "$.already")).isEqualTo(1);
        assertThat(Counter.text(counter.get(HEAD, "/missing?reason=ON_ROLL_ONLY")))
                .contains("样例联系人");
        String name = "动员参保：样例未参保" + made;
        assertThat(tasks()).contains(name);

        RequestPostProcessor who = TestActors.as(caller);
        LocalDate soon = today.plusDays(3);
        assertThat(Counter.text(call(who, id, 0, ",'day':'" + soon + "'"))).contains("E-ENR-804");
        assertThat(Counter.text(call(who, id, 0, ",'outcome':'已参保'"))).contains("E-ENR-807");
        MvcTestResult called = call(who, id, 0, ",'note':'周末再联系','remindOn':'" + soon + "'");
        assertThat(called).as(Counter.text(called)).hasStatusOk();
        assertThat(Counter.text(called)).contains("联系中").contains("周末再联系");
        assertThat(Counter.text(call(who, id, 0, ""))).contains("E-PLT-409");
        assertThat(desk.stream().flatMap(one -> one.waitingFor(caller).stream()).toList())
                .filteredOn(task -> task.title().equals(name))
                .singleElement()
                .satisfies(task -> assertThat(task.due()).isEqualTo(soon));

        MvcTestResult closed = call(who, id, 1, ",'outcome':'外地参保'");
        assertThat(closed).as(Counter.text(closed)).hasStatusOk();
        assertThat(outcome(id)).isEqualTo("外地参保");
        assertThat(Counter.text(call(who, id, 2, ""))).contains("E-ENR-809");
        assertThat(tasks()).doesNotContain(name);
        assertThatThrownBy(() -> database.sql("update enrolment.followup set outcome = '其他' where id = :id")
                        .param("id", id)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThat(assign(person)).isNotEqualTo(id);
    }

    private List<String> tasks() {
        return desk.stream()
                .flatMap(one -> one.waitingFor(caller).stream())
                .map(task -> task.title())
                .toList();
    }

    @Test
    void enrollingClosesIt() {
        long person = person(counties.first().code());
        long id = assign(person);
        villagers.enrol(
                person, "resident", "成年居民", today.minusDays(1), counties.first().code());
        assertThat(outcome(id)).isEqualTo("已参保");
        assertThat(Counter.number(assign(person, caller.userId(), due), "$.gone"))
                .isEqualTo(1);
    }

    @Test
    void aCheckClosesThoseWhoNeedNotBeCalled() {
        long dead = person(counties.first().code());
        long alive = person(counties.first().code());
        long first = assign(dead);
        long second = assign(alive);
        transactions.executeWithoutResult(status -> {
            long act = registry.begin(TestActors.actor(), "import", "测试", BORN, 1L);
            database.sql("select set_config('enrolment.act', :act, true)")
                    .param("act", Long.toString(act))
                    .query(String.class)
                    .single();
            database.sql("update enrolment.person set died = current_date - 1 where id = :id")
                    .param("id", dead)
                    .update();
        });
        assertThat(Counter.number(counter.post(HEAD, "/followups/check", "{}"), "$.closed"))
                .isEqualTo(1);
        assertThat(outcome(first)).isEqualTo("已死亡");
        assertThat(outcome(second)).isEmpty();
        MvcTestResult moved = counter.post(
                HEAD,
                "/followups/" + second + "/reassignment",
                "{'version':0,'assigneeId':" + caller.userId() + ",'due':'" + due.plusDays(1) + "'}");
        assertThat(Counter.text(moved)).contains(due.plusDays(1).toString());
        assertThat(counter.get(HEAD, "/followups/export")).hasStatusOk();
        assertThat(Counter.number(counter.get(HEAD, "/followups?state=已办结&outcome=已死亡"), "$.total"))
                .isEqualTo(1);
        assertThat(Counter.number(
                        counter.get(
                                TestActors.in(List.of(counties.second().unitId()), "enrolment.person.view"),
                                "/followups"),
                        "$.total"))
                .isZero();
    }
}
