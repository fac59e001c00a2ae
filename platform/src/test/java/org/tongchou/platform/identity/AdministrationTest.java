package org.tongchou.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import tools.jackson.databind.JsonNode;

/** What administrators may do, and what nobody may. */
@PlatformTest
class AdministrationTest {
    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Units units;

    @Autowired
    private FirstUsers users;

    private People people;

    @BeforeEach
    void people() {
        people = new People(http);
        if (users.none()) {
            database.sql("""
                            insert into identity.policy (value, valid_from, reason, set_by) values (
                                '{"passwordLength": 10, "passwordKinds": 3, "passwordHistory": 5, "passwordDays": 90,
                                "lockTries": 5, "lockMinutes": 30, "sessionMinutes": 15, "signInsPerMinute": 600,
                                "auditMonths": 6}', now() - interval '1 day', '测试', 'test')""").update();
            people.create(units, users);
            database.sql("update identity.role set second_factor = false").update();
        }
    }

    @Test
    void aUserIsMadeByOneGrantedByAnother() {
        MvcTestResult made = create("sys", "planner", "<img src=x onerror=alert(1)>");
        assertThat(made).hasStatus(201);
        long id = people.body(made).get("user").get("id").asLong();
        assertThat(people.body(made).get("user").get("displayName").stringValue())
                .isEqualTo("<img src=x onerror=alert(1)>");
        String password = people.body(made).get("password").stringValue();
        assertThat(password).hasSizeGreaterThan(15);
        assertThat(grant("sys", id, List.of("budget-clerk"), "own")).hasStatus(403);
        assertThat(grant("sec", id, List.of("budget-clerk", "reviewer"), "below"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.roleNames")
                .asArray()
                .contains("预算经办", "财务复核");
        assertThat(people.get("/api/identity/users/" + id, people.as("sec"))).hasStatusOk();
        assertThat(people.call(HttpMethod.POST, "/api/identity/users", people.as("sec"), Map.of()))
                .hasStatus(403);
    }

    @Test
    void nobodyGrantsToThemselves() {
        assertThat(grant("sec", id("sec"), List.of("security-admin"), "all"))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("不能给自己授权");
        JsonNode role = role("security-admin");
        Map<String, Object> wanted = wanted(role);
        wanted.put("rights", List.of("identity.role.read", "identity.role.edit", "audit.entry.read"));
        assertThat(changeRole(role, wanted)).hasStatus(409);
    }

    @Test
    void administratorsStayApart() {
        long id = id("filler");
        for (List<String> roles : List.of(
                List.of("system-admin", "security-admin"),
                List.of("audit-admin", "viewer"),
                List.of("security-admin", "audit-admin"))) {
            assertThat(grant("sec", id, roles, "own"))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("E-IDN-511");
        }
        JsonNode viewer = role("viewer");
        Map<String, Object> wanted = wanted(viewer);
        wanted.put("rights", List.of("identity.grant.edit"));
        assertThat(changeRole(viewer, wanted))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-IDN-408");
        wanted.put("rights", List.of("no.such.right"));
        assertThat(changeRole(viewer, wanted)).hasStatus(422);
    }

    @Test
    void oneAdministratorOfEachKindRemains() {
        assertThat(grant("sec", id("aud"), List.of("viewer"), "own"))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("至少要有一个在用的审计管理员");
        assertThat(change("sys", "aud", false)).hasStatus(409);
        assertThat(change("sys", "sys", false)).hasStatus(403);
    }

    @Test
    void nobodyReachesBeyondTheirScope() {
        assertThat(people.get("/api/identity/users/" + id("clerk"), people.as("sys2")))
                .hasStatus(404);
        assertThat(change("sys2", "clerk", true)).hasStatus(404);
        assertThat(people.call(
                        HttpMethod.POST,
                        "/api/identity/users/" + id("clerk") + "/password",
                        people.as("sys2"),
                        Map.of()))
                .hasStatus(404);
        assertThat(people.body(people.get("/api/identity/users", people.as("sys2")))
                        .get("items")
                        .findValuesAsString("userName"))
                .contains("filler")
                .doesNotContain("clerk");
        Map<String, Object> elsewhere = user("planner2", "计划员");
        assertThat(people.call(HttpMethod.POST, "/api/identity/users", people.as("sys2"), elsewhere))
                .hasStatus(403);
        assertThat(people.call(
                        HttpMethod.POST,
                        "/api/identity/units",
                        people.as("sys2"),
                        Map.of("code", "X", "name", "新单位", "nature", "行政单位", "level", "市级", "region", "样例市")))
                .hasStatus(403);
    }

    @Test
    void theSystemAdministratorCannotTakeOverTheOthers() {
        assertThat(people.call(
                        HttpMethod.POST, "/api/identity/users/" + id("sec") + "/password", people.as("sys"), Map.of()))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("三员");
    }

    @Test
    void rightsChangeInAnOpenSession() {
        MvcTestResult made = create("sys", "temp", "临时工");
        String password = people.body(made).get("password").stringValue();
        long id = people.body(made).get("user").get("id").asLong();
        assertThat(grant("sec", id, List.of("viewer"), "own")).hasStatusOk();
        MockHttpSession session = People.session(
                people.changePassword(People.session(people.signIn("temp", password, "")), password, People.PASSWORD));
        assertThat(people.body(people.get("/api/session", session))
                        .get("rights")
                        .size())
                .isPositive();
        assertThat(grant("sec", id, List.of(), "own")).hasStatusOk();
        assertThat(people.body(people.get("/api/session", session))
                        .get("rights")
                        .size())
                .isZero();
        assertThat(change("sys", "temp", false)).hasStatusOk();
        assertThat(people.get("/api/account", session)).hasStatus(401);
        assertThat(people.signIn("temp", People.PASSWORD, "")).hasStatus(401);
    }

    @Test
    void tellsWhoChangedItMeanwhile() {
        long id = id("filler");
        MockHttpSession session = people.as("sec");
        Map<String, Object> grant = Map.of("roleIds", List.of(roleId("unit-filler")), "scope", "own", "version", -1);
        assertThat(people.call(HttpMethod.PUT, "/api/identity/users/" + id + "/grant", session, grant))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("修改，您的修改没有保存");
    }

    @Test
    void unlocksWhoIsLocked() {
        for (int i = 0; i < 5; i++) {
            people.signIn("clerk", "wrong", "");
        }
        assertThat(people.signIn("clerk", People.PASSWORD, "")).hasStatus(423);
        assertThat(people.call(
                        HttpMethod.DELETE, "/api/identity/users/" + id("clerk") + "/lock", people.as("sec"), Map.of()))
                .hasStatusOk();
        assertThat(people.signIn("clerk", People.PASSWORD, "")).hasStatusOk();
    }

    @Test
    void unitsAreClosedOnlyWhenEmpty() {
        Unit centre = units.getByCode("100002");
        Map<String, Object> change = new HashMap<>(Map.of(
                "code", centre.code(),
                "name", centre.name(),
                "nature", centre.nature(),
                "level", centre.level(),
                "region", centre.region(),
                "active", false,
                "version", 1));
        assertThat(people.call(HttpMethod.PUT, "/api/identity/units/" + centre.id(), people.as("sys"), change))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-IDN-013");
        Unit county = units.getByCode("200");
        change.putAll(Map.of("code", "200", "name", county.name(), "level", "县级"));
        assertThat(people.call(HttpMethod.PUT, "/api/identity/units/" + county.id(), people.as("sys"), change))
                .hasStatusOk();
        assertThat(units.get(county.id()).active()).isFalse();
        assertThat(people.call(HttpMethod.PUT, "/api/identity/units/" + county.id(), people.as("sys"), change))
                .hasStatus(409);
    }

    @Test
    void refusesNamesThatCannotBe() {
        for (String name : List.of("", "A B", "1abc", "system", "a'; drop table x", "名字")) {
            assertThat(create("sys", name, "某人")).as(name).hasStatus(422);
        }
        assertThat(create("sys", "fine", "")).hasStatus(422);
        assertThat(create("sys", "clerk", "重名")).hasStatus(409);
    }

    @Test
    void thePolicyCanOnlyBeMadeStricter() {
        Map<String, Object> policy = new HashMap<>(Map.of(
                "passwordLength", 12,
                "passwordKinds", 3,
                "passwordHistory", 6,
                "passwordDays", 60,
                "lockTries", 5,
                "lockMinutes", 30,
                "sessionMinutes", 10,
                "signInsPerMinute", 600,
                "auditMonths", 12));
        assertThat(people.call(
                        HttpMethod.PUT,
                        "/api/identity/policy",
                        people.as("sec"),
                        Map.of("policy", policy, "reason", "年度检查要求")))
                .hasStatusOk();
        policy.put("lockMinutes", 1);
        assertThat(people.call(
                        HttpMethod.PUT,
                        "/api/identity/policy",
                        people.as("sec"),
                        Map.of("policy", policy, "reason", "放松")))
                .hasStatus(422);
        assertThat(people.get("/api/identity/policy", people.as("sec")))
                .bodyJson()
                .extractingPath("$.history[0].reason")
                .isEqualTo("年度检查要求");
        database.sql("delete from identity.policy where reason = '年度检查要求'").update();
    }

    private MvcTestResult create(String as, String name, String displayName) {
        return people.call(HttpMethod.POST, "/api/identity/users", people.as(as), user(name, displayName));
    }

    private Map<String, Object> user(String name, String displayName) {
        return Map.of(
                "userName",
                name,
                "displayName",
                displayName,
                "unitId",
                units.getByCode("100").id(),
                "active",
                true,
                "version",
                0);
    }

    private MvcTestResult change(String as, String name, boolean active) {
        return people.call(
                HttpMethod.PUT,
                "/api/identity/users/" + id(name),
                people.as(as),
                Map.of(
                        "displayName",
                        "改名",
                        "unitId",
                        database.sql("select unit_id from identity.user_account where id = :id")
                                .param("id", id(name))
                                .query(Long.class)
                                .single(),
                        "active",
                        active,
                        "version",
                        version(id(name))));
    }

    private MvcTestResult grant(String as, long id, List<String> roles, String scope) {
        return people.call(
                HttpMethod.PUT,
                "/api/identity/users/" + id + "/grant",
                people.as(as),
                Map.of("roleIds", roles.stream().map(this::roleId).toList(), "scope", scope, "version", version(id)));
    }

    private MvcTestResult changeRole(JsonNode role, Map<String, Object> wanted) {
        return people.call(
                HttpMethod.PUT, "/api/identity/roles/" + role.get("id").asLong(), people.as("sec"), wanted);
    }

    private static Map<String, Object> wanted(JsonNode role) {
        return new HashMap<>(Map.of(
                "name",
                role.get("name").stringValue(),
                "note",
                "",
                "secondFactor",
                false,
                "active",
                true,
                "version",
                role.get("version").asInt()));
    }

    private JsonNode role(String code) {
        for (JsonNode role : people.body(people.get("/api/identity/roles", people.as("sec")))) {
            if (role.get("code").stringValue().equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private long roleId(String code) {
        return database.sql("select id from identity.role where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private int version(long id) {
        return database.sql("select version from identity.user_account where id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private long id(String name) {
        return database.sql("select id from identity.user_account where user_name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
