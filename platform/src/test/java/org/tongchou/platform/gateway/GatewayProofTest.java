package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.gateway.OutpatientDesk.fault;
import static org.tongchou.platform.gateway.OutpatientDesk.request;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.gateway.wire.Signing;
import org.tongchou.platform.settlement.EverybodyPaid;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Who calls proves who it is, by the habits of its region and its edition. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GatewayProofTest {
    private static final String PATH = "/fsi/api/rsfComIfsService/callService";

    private static final JsonMapper JSON = new JsonMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Accesses accesses;

    private OutpatientDesk counter;

    @BeforeAll
    void fill(@Autowired ApplicationContext context) {
        counter = OutpatientDesk.open(context, port);
    }

    @Test
    void aForgedOrStaleSignatureIsRefused() {
        String secret = "3b0f5a9e-secret";
        accesses.grant(TestActors.actor(), new Access("H35990100003", "tif", "paas-3", secret, "", "", false, true));
        String now = Long.toString(Instant.now().getEpochSecond());
        String old = Long.toString(Instant.now().getEpochSecond() - 1860);
        assertThat(signed(now, Signing.tif(now, secret, "n")).get("infcode").asInt())
                .isZero();
        assertThat(signed(now, Signing.tif(now, secret, "n").toUpperCase(Locale.ROOT))
                        .get("infcode")
                        .asInt())
                .isZero();
        assertThat(fault(signed(now, Signing.tif(now, "guessed", "n")))).startsWith("[E-GWY-023]");
        assertThat(fault(signed(old, Signing.tif(old, secret, "n")))).startsWith("[E-GWY-022]");
        assertThat(fault(signed("soon", "x"))).startsWith("[E-GWY-022]");
    }

    /** A client of its own making signs in. */
    private JsonNode signed(String time, String signature) {
        String body = """
                {"infno": "9001", "msgid": "H3599010000320261122080000%s", "fixmedins_code": "H35990100003",
                "input": {"signIn": {"opter_no": "1", "mac": "1", "ip": "1"}}}""".formatted(time.length());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + PATH))
                .header("x-tif-paasid", "paas-3")
                .header("x-tif-timestamp", time)
                .header("x-tif-nonce", "n")
                .header("x-tif-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return JSON.readTree(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSignedHeadIsTakenAsItWasSent() {
        String key = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
        accesses.grant(
                TestActors.actor(),
                new Access("H35990100005", "sm2", "client-5", "", Signing.publicKey(key), "", false, true));
        Hospital bare = new Hospital(port, "H35990100005", Map.of());
        String input = "{\"medinsinfo\":{\"fixmedins_type\":\"1\"}}";
        Map<String, String> head = new java.util.TreeMap<>(Map.of(
                "infno",
                "1201",
                "msgid",
                bare.msgid(),
                "fixmedins_code",
                "H35990100005",
                "dev_no",
                "null",
                "sign_no",
                ""));
        String whole = Signing.sign(key, Signing.DEFAULT_ID, Signing.signed(head));
        String ofInput = Signing.sign(key, "client-5", input);
        Map<String, String> told = new java.util.TreeMap<>(head);
        told.remove("sign_no");
        String withoutEmpty = Signing.sign(key, Signing.DEFAULT_ID, Signing.signed(told));
        for (String signature : List.of(whole, withoutEmpty, ofInput)) {
            assertThat(bare.send(PATH, body(head, signature, input))
                            .get("infcode")
                            .asInt())
                    .isZero();
        }
        head.put("opter", "somebody else");
        assertThat(fault(bare.send(PATH, body(head, whole, input)))).startsWith("[E-GWY-023]");
        assertThat(fault(bare.send(PATH, body(head, ofInput, input.replace("1", "2")))))
                .startsWith("[E-GWY-023]");
    }

    private static String body(Map<String, String> head, String signature, String input) {
        ObjectNode body = JSON.createObjectNode();
        head.forEach(body::put);
        body.put("cainfo", signature);
        body.set("input", JSON.readTree(input));
        return body.toString();
    }

    @Test
    void whoMustSignInDoesSoFirst() {
        String secret = "4f0e-secret";
        accesses.grant(
                TestActors.actor(),
                new Access("H35990100004", "apikey", "", secret, "", "", false, true, List.of(), true));
        Hospital strict = new Hospital(port, "H35990100004", Map.of("apikey", secret));
        String asked = "{\"medinsinfo\": {\"fixmedins_type\": \"1\"}}";
        assertThat(fault(strict.call("1201", asked))).startsWith("[E-GWY-061]");
        String number = strict.call("9001", "{\"signIn\": {\"opter_no\": \"1\", \"mac\": \"1\", \"ip\": \"1\"}}")
                .at("/output/signinoutb/sign_no")
                .asString();
        String body = """
                {"infno": "1201", "msgid": "%s", "fixmedins_code": "H35990100004", "sign_no": "%s", "input": %s}""";
        assertThat(strict.send(PATH, body.formatted(strict.msgid(), number, asked))
                        .get("infcode")
                        .asInt())
                .isZero();
        strict.call("9002", "{\"signOut\": {\"sign_no\": \"%s\", \"opter_no\": \"1\"}}".formatted(number));
        assertThat(fault(strict.send(PATH, body.formatted(strict.msgid(), number, asked))))
                .startsWith("[E-GWY-061]");
    }

    @Test
    void olderClientsAreUnderstood() {
        String id = counter.identity();
        String body = """
                {"infno": "1101", "msgid": "%s", "recer_sys_code": "his", "dev_no": "null", "cainfo": null, "signType": "",
                "encType": "", "infver": "1.0.0", "fixmedins_soft_fcty": "某厂商", "opter_type": 1, "opter": 7,
                "inf_time": "", "fixmedins_code": "%s", "input": "%s"}""".formatted(
                        counter.hospital.msgid(),
                        OutpatientDesk.HOSPITAL,
                        "{\\\"data\\\": {\\\"mdtrt_cert_type\\\": \\\"03\\\", \\\"mdtrt_cert_no\\\": \\\"\\\","
                                + " \\\"card_sn\\\": \\\"C1\\\", \\\"certno\\\": \\\"" + id + "\\\"}}");
        JsonNode answer = counter.hospital.send("/ebus/mbs_fsi_auth" + PATH + "/1101", body);
        assertThat(answer.get("infcode").asInt()).as(answer.toString()).isZero();
        assertThat(answer.at("/output/baseinfo/certno").asString()).isEqualTo(id);
        assertThat(database.sql("select count(*) from audit.entry where action = 'enrolment.person.reveal'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(answer.get("inf_refmsgid").asString()).hasSize(30);
        assertThat(answer.get("refmsg_time").asString()).hasSize(17);
    }
}
