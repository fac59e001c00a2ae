package org.tongchou.platform.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever comes over the wire is read or refused in words; what is written can be read again. */
class WireProperties {
    private static final JsonMapper JSON = Envelope.reader(100_000);
    private static final Transactions NATIONAL = Transactions.national();
    private static final Envelope ENVELOPE = new Envelope(NATIONAL, 100_000);
    private static final InputReader READER = new InputReader(100);

    @Property(tries = 300)
    void anyBytesAreAnsweredInWords(@ForAll byte[] body) {
        refusedOrRead(body);
    }

    @Property(tries = 300)
    void anyEnvelopeIsAnsweredInWords(
            @ForAll("values") String infno, @ForAll("values") String input, @ForAll String msgid) throws Exception {
        String body = """
                {"infno": %s, "msgid": %s, "fixmedins_code": "H35990000001", "mdtrtarea_admvs": "359900", "input": %s}""".formatted(infno, JSON.writeValueAsString(msgid), input);
        refusedOrRead(body.getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void anyValueOfAFieldIsReadOrNamed(@ForAll("transactions") Transaction transaction, @ForAll("values") String value)
            throws Exception {
        for (Node node : transaction.in()) {
            for (FieldSpec field : node.fields()) {
                JsonNode input = JSON.readTree("{\"" + node.name() + "\": {\"" + field.name() + "\": " + value + "}}");
                try {
                    Input read = READER.read(transaction, input);
                    read.rows(node.name())
                            .forEach(row -> assertThat(row.text(field.name())).isNotNull());
                } catch (WireFault fault) {
                    assertThat(fault.text()).startsWith("[E-GWY-0").hasSizeLessThanOrEqualTo(200);
                }
            }
        }
    }

    @Property(tries = 200)
    void amountsComeBackAsTheyWere(
            @ForAll @BigRange(min = "-99999999999999.99", max = "99999999999999.99") @Scale(2) BigDecimal amount)
            throws Exception {
        Transaction settlement = NATIONAL.find("2207").orElseThrow();
        JsonNode written = new Output(settlement)
                .node("setlinfo", Map.of("medfee_sumamt", amount))
                .build();
        BigDecimal told = written.get("setlinfo").get("medfee_sumamt").decimalValue();
        assertThat(told).isEqualByComparingTo(amount);
        Transaction query = NATIONAL.find("3201").orElseThrow();
        JsonNode input = JSON.readTree("""
                {"data": {"insutype": "310", "clr_type": "11", "setl_optins": "359900", "stmt_begndate": "2026-01-01",
                "stmt_enddate": "2026-01-31", "medfee_sumamt": "%s", "fund_pay_sumamt": 0, "acct_pay": 0,
                "fixmedins_setl_cnt": 1}}""".formatted(told.toPlainString()));
        assertThat(READER.read(query, input).row("data").fen("medfee_sumamt"))
                .isEqualTo(amount.movePointRight(2).longValueExact());
    }

    @Property(tries = 200)
    void whatIsSignedVerifiesAndNothingElseDoes(@ForAll String text, @ForAll String other) {
        String key = "2a6f43b0c1d5e897f60112233445566778899aabbccddeeff0011223344556678".substring(1);
        String open = Signing.publicKey(key);
        String signature = Signing.sign(key, Signing.DEFAULT_ID, text);
        assertThat(Signing.verifies(open, Signing.DEFAULT_ID, text, signature)).isTrue();
        assertThat(Signing.verifies(open, Signing.DEFAULT_ID, text + "x", signature))
                .isFalse();
        assertThat(Signing.verifies(open, "another", text, signature)).isFalse();
        assertThat(Signing.verifies(open, Signing.DEFAULT_ID, text, other)).isFalse();
    }

    @Property(tries = 200)
    void whatIsEncipheredIsDeciphered(@ForAll String text, @ForAll String rubbish) {
        String clean = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String key = "0123456789abcdeffedcba9876543210";
        assertThat(Signing.decipher(key, Signing.encipher(key, clean))).isEqualTo(clean);
        assertThatThrownBy(() -> {
                    Signing.decipher(key, rubbish + "!");
                    throw new WireFault("E-GWY-005", "rubbish may decipher to rubbish");
                })
                .isInstanceOf(WireFault.class);
    }

    private static void refusedOrRead(byte[] body) {
        try {
            Call call = ENVELOPE.read(ENVELOPE.open(body), text -> text);
            READER.read(call.transaction(), call.input());
        } catch (WireFault fault) {
            assertThat(fault.text()).startsWith("[E-GWY-0").hasSizeLessThanOrEqualTo(200);
        }
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        return Arbitraries.of(NATIONAL.all());
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "null",
                        "true",
                        "{}",
                        "[]",
                        "[{}, {}]",
                        "[[]]",
                        "1e999999999",
                        "-1E-99999",
                        "0.005",
                        "99999999999999999999999999",
                        "\"\"",
                        "\"null\"",
                        "\"2026-02-30\"",
                        "\"2026-02-28T10:00:00\"",
                        "\"1101\"",
                        "\"2204\"",
                        "\"2301\"",
                        "\"'; drop table x; --\"",
                        "\"<script>alert(1)</script>\"",
                        "{\"data\": {\"psn_no\": 5}}",
                        "\"{\\\"data\\\": []}\""),
                Arbitraries.strings().map(JSON::writeValueAsString),
                Arbitraries.doubles().map(value -> Double.toString(value)),
                Arbitraries.longs().map(value -> Long.toString(value)));
    }
}
