package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.training.HisCall;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisKey;
import org.tongchou.platform.training.HisLine;
import org.tongchou.platform.web.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Access granted on the desk lets a hospital in, and taken back keeps it out; what it asked is seen afterwards. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    /** Its own: calls that another class made in its last second are written down in this one's. */
    private static final String HERE = "H35990107001";

    private static final String NEXT = "H35990100002";
    private static final String ELSEWHERE = "H35992100001";
    private static final Actor MANAGER = TestActors.actor(
            "gateway.access.view",
            "gateway.access.manage",
            "gateway.access.export",
            "gateway.call.view",
            "gateway.call.export");

    @LocalServerPort
    private int port;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient database;

    private ProviderFixture fixture;

    @BeforeAll
    void fill(
            @Autowired Institutions institutions,
            @Autowired Agreements agreements,
            @Autowired Acts acts,
            @Autowired Region region,
            @Autowired Units units) {
        fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        LocalDate lastYear =
                LocalDate.of(LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear() - 1, 12, 1);
        for (String code : List.of(HERE, NEXT, ELSEWHERE)) {
            fixture.hospital(code);
            fixture.signed(code, lastYear, "XY-" + code);
        }
        fixture.hospital("H35990100003");
    }

    @Test
    void accessIsGrantedChangedRotatedClosedAndReopened() {
        JsonNode granted = done(HttpMethod.POST, "/accesses/" + HERE, """
                {'style': 'tif', 'ciphered': true, 'reason': '新接入'}""", HttpStatus.CREATED);
        HisKey first = key("tif", granted);
        String cipher = granted.at("/keys/cipher").asString();
        assertThat(call(first, cipher).done()).isTrue();
        assertThat(get("/accesses/" + HERE).toString())
                .doesNotContain(first.secret())
                .doesNotContain(cipher)
                .contains(first.id());
        refused(HttpMethod.POST, "/accesses/" + HERE, "{'style': 'tif'}", "E-GWY-102");

        JsonNode rotated = done(HttpMethod.POST, "/accesses/" + HERE + "/keys", "{'version': 0, 'reason': '到期'}");
        assertThat(call(first, cipher).fault()).isEqualTo("E-GWY-023");
        HisKey second = key("tif", rotated);
        String newCipher = rotated.at("/keys/cipher").asString();
        assertThat(call(second, newCipher).done()).isTrue();

        refused(HttpMethod.PUT, "/accesses/" + HERE, "{'style': 'tif', 'version': 0}", "E-PLT-409");
        JsonNode changed = done(
                HttpMethod.PUT,
                "/accesses/" + HERE,
                "{'style': 'tif', 'ciphered': true, 'numbersAsText': true, 'addresses': ['10.0.0.0/8'], 'version': 1}");
        assertThat(changed.at("/keys/secret").asString()).as("keys stay").isEmpty();
        assertThat(call(second, newCipher).fault()).isEqualTo("E-GWY-024");
        done(
                HttpMethod.PUT,
                "/accesses/" + HERE,
                "{'style': 'tif', 'ciphered': true, 'addresses': ['127.0.0.1'], 'version': 2}");
        assertThat(call(second, newCipher).done()).isTrue();

        refused(HttpMethod.POST, "/accesses/" + HERE + "/close", "{'version': 3}", "E-PLT-020");
        done(HttpMethod.POST, "/accesses/" + HERE + "/close", "{'version': 3, 'reason': '违规'}");
        assertThat(call(second, newCipher).fault()).isEqualTo("E-GWY-020");
        refused(HttpMethod.POST, "/accesses/" + HERE + "/close", "{'version': 4, 'reason': '违规'}", "E-GWY-108");
        done(HttpMethod.POST, "/accesses/" + HERE + "/reopen", "{'version': 4, 'reason': '整改完成'}");
        assertThat(call(second, newCipher).done()).isTrue();

        JsonNode own = done(HttpMethod.PUT, "/accesses/" + HERE, "{'style': 'sm2', 'version': 5}");
        assertThat(call(key("sm2", own), "").done()).isTrue();
        assertThat(get("/accesses/" + HERE).at("/changes").findValuesAsString("act"))
                .containsExactly("修改", "恢复", "停用", "修改", "修改", "换密钥", "开通");
        assertThat(database.sql(
                                "select count(*) from gateway.access where encode(secret, 'escape') like '%' || :secret || '%'")
                        .param("secret", second.secret())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(
                                "select count(*) from audit.entry where action like 'gateway.access.%' and object_id = :code")
                        .param("code", HERE)
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
        callsAreSeen();
    }

    private void callsAreSeen() {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                get("/calls?institution=" + HERE).at("/total").asInt())
                        .isGreaterThanOrEqualTo(8));
        JsonNode failed = get("/calls?institution=" + HERE + "&failed=true&fault=E-GWY-023");
        assertThat(failed.at("/items/0/fault").asString()).as(failed.toString()).startsWith("[E-GWY-023]");
        assertThat(failed.at("/items/0/name").asString()).isEqualTo("字典表查询");
        JsonNode summary = get("/calls/summary?institution=" + HERE);
        assertThat(summary.at("/0/transaction").asString()).isEqualTo("1901");
        assertThat(summary.at("/0/failed").asInt()).isEqualTo(3);
        assertThat(summary.at("/0/p95").asDouble()).isPositive();
        refused(HttpMethod.GET, "/calls?from=2026-01-01&to=2026-03-01", "", "E-GWY-110");
        for (String list : List.of("/accesses/export", "/calls/export?institution=" + HERE)) {
            assertThat(send(MANAGER, HttpMethod.GET, list, ""))
                    .hasStatusOk()
                    .headers()
                    .hasValue("X-Content-Type-Options", "nosniff");
        }
    }

    @Test
    void onlyInstitutionsInScopeWithAnAgreement() {
        Actor county = TestActors.actorIn(
                List.of(fixture.units().county().id()),
                "gateway.access.view",
                "gateway.access.manage",
                "gateway.call.view");
        done(HttpMethod.POST, "/accesses/" + NEXT, "{'style': 'apikey'}", HttpStatus.CREATED);
        assertThat(send(county, HttpMethod.GET, "/accesses/" + NEXT, "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(send(county, HttpMethod.POST, "/accesses/" + HERE, "{'style': 'apikey'}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(send(county, HttpMethod.GET, "/accesses/candidates", ""))
                        .findValuesAsString("code"))
                .containsExactly(ELSEWHERE);
        assertThat(body(send(county, HttpMethod.GET, "/accesses", ""))
                        .at("/total")
                        .asInt())
                .isZero();
        assertThat(body(send(county, HttpMethod.GET, "/calls", "")).at("/total").asInt())
                .isZero();
        refused(HttpMethod.POST, "/accesses/H35990100003", "{'style': 'apikey'}", "E-GWY-103");
        refused(HttpMethod.POST, "/accesses/" + ELSEWHERE, "{'style': 'md5'}", "E-GWY-104");
        refused(HttpMethod.POST, "/accesses/" + ELSEWHERE, "{'style': 'sm2', 'publicKey': '04aa'}", "E-GWY-105");
        refused(HttpMethod.POST, "/accesses/" + ELSEWHERE, "{'style': 'none'}", "E-GWY-106");
        refused(
                HttpMethod.POST,
                "/accesses/" + ELSEWHERE,
                "{'style': 'none', 'addresses': ['0.0.0.0/0']}",
                "E-GWY-106");
        assertThat(get("/accesses?text=00002&style=apikey&open=true")
                        .at("/items/0/institution")
                        .asString())
                .isEqualTo(NEXT);
        assertThat(get("/accesses?open=false&text=00002").at("/total").asInt()).isZero();
    }

    @Test
    void theInterfaceIsShownWithExamples() {
        JsonNode lines = get("/transactions");
        assertThat(lines.findValuesAsString("number")).contains("1101", "2207", "9102");
        JsonNode whole = get("/transactions/2207");
        assertThat(whole.at("/line/answered").asBoolean()).isTrue();
        assertThat(whole.at("/line/effect").asString()).isEqualTo("办理");
        assertThat(whole.at("/request/input/data/mdtrt_id").asString()).isNotEmpty();
        assertThat(whole.at("/answer/output/setlinfo/fund_pay_sumamt").isNumber())
                .isTrue();
        assertThat(send(MANAGER, HttpMethod.GET, "/transactions/9999", "")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/dictionaries").findValuesAsString("type")).contains("insutype", "med_type");
        assertThat(send(MANAGER, HttpMethod.GET, "/transactions/export", "")).hasStatusOk();
        assertThat(send(MANAGER, HttpMethod.GET, "/dictionaries/export", "")).hasStatusOk();
    }

    private HisKey key(String style, JsonNode granted) {
        return new HisKey(
                style,
                granted.at("/keys/keyId").asString(),
                granted.at("/keys/secret").asString());
    }

    private HisCall call(HisKey key, String cipher) {
        HisLine line =
                HisLine.of("http://127.0.0.1:" + port, HERE, "359900", key).withCipher(cipher);
        return new HisClient(line, Clock.systemUTC()).call("1901", JSON.readTree("""
                        {"data": {"type": "insutype", "parentValue": "0", "admdvs": "359900", "date": "2026-01-01",
                        "valiFlag": "1"}}"""));
    }

    private JsonNode get(String path) {
        return done(HttpMethod.GET, path, "");
    }

    private JsonNode done(HttpMethod method, String path, String body) {
        return done(method, path, body, HttpStatus.OK);
    }

    private JsonNode done(HttpMethod method, String path, String body, HttpStatus status) {
        MvcTestResult result = send(MANAGER, method, path, body);
        assertThat(result).hasStatus(status);
        return body(result);
    }

    private void refused(HttpMethod method, String path, String body, String code) {
        assertThat(body(send(MANAGER, method, path, body)).at("/code").asString())
                .isEqualTo(code);
    }

    private static JsonNode body(MvcTestResult result) {
        return JSON.readTree(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
    }

    private MvcTestResult send(Actor actor, HttpMethod method, String path, String body) {
        return http.method(method)
                .uri("/api/gateway" + path)
                .with(TestActors.as(actor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
