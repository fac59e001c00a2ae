package org.tongchou.platform.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.identity.Colleagues;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.identity.role.RoleSeeds;
import org.tongchou.platform.settlement.Counter;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.FamilyAccounts.Binding;
import org.tongchou.platform.settlement.FamilyAccounts.NewBinding;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/** An insured person reads everything of their own, and nothing of anybody else. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // set before all tests
class OwnFileTest {
    private final int year = LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Counter counter;

    @Autowired
    private Colleagues colleagues;

    @Autowired
    private JdbcClient database;

    @Autowired
    private FamilyAccounts families;

    @Autowired
    private Persons persons;

    private Actor clerk;
    private Actor county;

    @BeforeAll
    void fill(@Autowired Units units, @Autowired RoleSeeds seeds) {
        counter.fill();
        seeds.apply();
        clerk = clerk(units.getByCode("100001").id());
        county = clerk(units.getByCode("200").id());
    }

    private static Actor clerk(long unit) {
        return new Actor(
                9_000 + unit,
                "clerk" + unit,
                "样例经办",
                unit,
                List.of(unit),
                false,
                List.of("operator"),
                Set.of("service.account.manage"));
    }

    private MvcTestResult get(Actor who, String uri) {
        return http.get().uri(uri).with(TestActors.as(who)).exchange();
    }

    private MvcTestResult post(Actor who, String uri, String body) {
        return http.post()
                .uri("/api/service/accounts" + uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static int status(MvcTestResult answer) {
        return answer.getResponse().getStatus();
    }

    private long opened(long person) {
        MvcTestResult answer = post(clerk, "", "{'personId': %d, 'checked': '居民身份证'}".formatted(person));
        assertThat(status(answer)).as(body(answer)).isEqualTo(200);
        assertThat(JsonPath.<String>read(body(answer), "$.password")).hasSizeGreaterThan(12);
        return database.sql("select user_id from service.account where person_id = :person and closed_at is null")
                .param("person", person)
                .query(Long.class)
                .single();
    }

    @Test
    void onlyTheOwnFileIsThere() {
        long person = counter.person("样例本人", "employee", "在职", "359901");
        long other = counter.person("样例他人", "resident", "成年居民", "359901");
        counter.credit(person, 2_000);
        Settled own = counter.settle(counter.visit(person, "employee", "outpatient", "300.00"));
        Settled foreign = counter.settle(counter.visit(other, "resident", "outpatient", "200.00"));
        assertThat(status(post(county, "", "{'personId': %d, 'checked': '身份证'}".formatted(person))))
                .isEqualTo(403);
        long user = opened(person);
        assertThat(body(post(clerk, "", "{'personId': %d, 'checked': '身份证'}".formatted(person))))
                .contains("E-SVC-002");
        Actor reader = colleagues.find(user).orElseThrow();
        assertThat(reader.roles()).containsExactly("insured");
        assertThat(reader.rights()).containsExactly("service.own.view");

        assertThat(body(get(reader, "/api/service/own")))
                .contains("样例本人", "职工医保")
                .doesNotContain("19800101");
        assertThat(JsonPath.<List<String>>read(body(get(reader, "/api/service/own/bills")), "$.items[*].number"))
                .containsExactly(own.number());
        MvcTestResult bill = get(reader, "/api/service/own/bills/" + own.number());
        assertThat(JsonPath.<List<Object>>read(body(bill), "$.explained.steps")).isNotEmpty();
        assertThat(JsonPath.<List<Object>>read(body(bill), "$.vouchers")).isEmpty();
        assertThat(body(get(reader, "/api/service/own/bills/" + own.number() + "/slip?format=html")))
                .contains("结算单", own.number());
        assertThat(body(get(reader, "/api/service/own/export?format=csv"))).contains(own.number(), "300.00");
        assertThat(body(get(reader, "/api/service/own/account"))).contains("\"fen\":-2000");
        assertThat(body(get(reader, "/api/service/own/accumulators?year=" + year)))
                .contains("本年门诊已付起付");
        assertThat(status(get(reader, "/api/service/own/filings"))).isEqualTo(200);

        for (String foreignOnes : List.of(
                "/api/service/own/bills/" + foreign.number(), "/api/service/own/bills/" + foreign.number() + "/slip")) {
            assertThat(status(get(reader, foreignOnes))).as(foreignOnes).isEqualTo(404);
        }
        for (String closed : List.of(
                "/api/settlement/bills/" + own.number(),
                "/api/settlement/persons/" + person + "/accumulators",
                "/api/enrolment/persons/" + person,
                "/api/fund/personal-accounts/" + person + "?day=2026-01-01",
                "/api/service/accounts?person=" + person,
                "/api/desk/tasks",
                "/api/desk/notices",
                "/api/jobs")) {
            assertThat(status(get(reader, closed))).as(closed).isIn(403, 404);
        }
        assertThat(database.sql(
                                "select count(*) from audit.entry where action = 'service.own.view' and user_id = :user")
                        .param("user", user)
                        .query(Long.class)
                        .single())
                .isGreaterThan(6);
    }

    private Binding bound(long payer, long member, String relation) {
        Binding entered = families.enter(
                Counter.HIS, new NewBinding(payer, member, relation, 1, counter.today.minusDays(1), null));
        return families.review(Counter.colleague(2), entered.id(), true, null);
    }

    @Test
    void aGuardianReadsTheFileOfAChildThatIsBoundAndNotOfAge() {
        long mother = counter.person("样例母亲", "employee", "在职", "359901");
        long child = counter.child("样例孩子", counter.today.minusYears(8));
        long grown = counter.child("样例成年", counter.today.minusYears(18));
        long stranger = counter.child("样例他人", counter.today.minusYears(9));
        Settled bill = counter.settle(counter.visit(child, "resident", "outpatient", "300.00"));
        Settled foreign = counter.settle(counter.visit(stranger, "resident", "outpatient", "200.00"));
        Actor reader = colleagues.find(opened(mother)).orElseThrow();
        String of = "?child=" + numberOf(child);
        assertThat(body(get(reader, "/api/service/own/children"))).isEqualTo("[]");
        assertThat(status(get(reader, "/api/service/own" + of))).isEqualTo(404);

        Binding entered =
                families.enter(Counter.HIS, new NewBinding(mother, child, "子女", 1, counter.today.minusDays(1), null));
        assertThat(body(get(reader, "/api/service/own/children")))
                .as("not reviewed")
                .isEqualTo("[]");
        families.review(Counter.colleague(2), entered.id(), true, null);
        bound(mother, grown, "子女");
        bound(mother, stranger, "兄弟姐妹");
        assertThat(JsonPath.<List<String>>read(body(get(reader, "/api/service/own/children")), "$[*].name"))
                .containsExactly("样例孩子");
        assertThat(body(get(reader, "/api/service/own" + of))).contains("样例孩子");
        assertThat(JsonPath.<List<String>>read(body(get(reader, "/api/service/own/bills" + of)), "$.items[*].number"))
                .containsExactly(bill.number());
        assertThat(status(get(reader, "/api/service/own/bills/" + bill.number() + of)))
                .isEqualTo(200);
        assertThat(body(get(reader, "/api/service/own/bills/" + bill.number() + "/slip" + of + "&format=html")))
                .contains(bill.number());
        assertThat(body(get(reader, "/api/service/own/export" + of + "&format=csv")))
                .contains(bill.number(), "300.00");
        for (String part : List.of("account", "accumulators", "filings")) {
            assertThat(status(get(reader, "/api/service/own/" + part + of)))
                    .as(part)
                    .isEqualTo(200);
        }
        for (String closed : List.of(
                "/bills/" + bill.number(),
                "/bills/" + foreign.number() + of,
                "?child=" + numberOf(grown),
                "?child=" + numberOf(stranger),
                "?child=" + numberOf(mother))) {
            assertThat(status(get(reader, "/api/service/own" + closed)))
                    .as(closed)
                    .isEqualTo(404);
        }
        assertThat(database.sql("select count(*) from audit.entry where action = 'service.own.view_child'"
                                + " and object_id = :child and user_id = :user")
                        .param("child", numberOf(child))
                        .param("user", reader.userId())
                        .query(Long.class)
                        .single())
                .isGreaterThan(6);
        long newborn = counter.child("样例新生儿", counter.today.minusDays(20), mother);
        assertThat(body(get(reader, "/api/service/own?child=" + numberOf(newborn))))
                .contains("样例新生儿");
        families.end(Counter.HIS, entered.id(), "变更监护人");
        assertThat(status(get(reader, "/api/service/own" + of)))
                .as("from the day of its end")
                .isEqualTo(404);
    }

    private String numberOf(long person) {
        return persons.find(person).orElseThrow().number();
    }

    @Test
    void aClosedAccountReadsNothing() {
        long person = counter.person("样例注销", "resident", "成年居民", "359901");
        long user = opened(person);
        Actor reader = colleagues.find(user).orElseThrow();
        assertThat(status(get(reader, "/api/service/own"))).isEqualTo(200);
        assertThat(status(post(clerk, "/%d/password".formatted(user), "{}"))).isEqualTo(200);
        assertThat(status(post(county, "/%d/closure".formatted(user), "{'reason': '样例'}")))
                .isEqualTo(403);
        assertThat(status(post(clerk, "/%d/closure".formatted(user), "{'reason': '本人申请'}")))
                .isEqualTo(204);
        assertThat(colleagues.find(user)).isEmpty();
        assertThat(status(get(reader, "/api/service/own"))).isEqualTo(404);
        assertThat(status(post(clerk, "/%d/password".formatted(user), "{}"))).isEqualTo(404);
        long again = opened(person);
        assertThat(again).isNotEqualTo(user);
        assertThat(status(get(TestActors.actor("service.own.view"), "/api/service/own")))
                .as("staff without an account")
                .isEqualTo(404);
    }
}
