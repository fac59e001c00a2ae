package org.tongchou.platform.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls as clients of several editions write them. Field counts: 接口规范 V1.2.02, the lists of the transactions. */
class WireTest {
    private static final JsonMapper JSON = Envelope.reader(100_000);
    private static final Transactions NATIONAL = Transactions.national();
    private static final Dictionaries DICTIONARIES = Dictionaries.national();
    private static final Envelope ENVELOPE = new Envelope(NATIONAL, 100_000);
    private static final InputReader READER = new InputReader(3);

    private static Transaction transaction(String number) {
        return NATIONAL.find(number).orElseThrow();
    }

    private static Input read(String number, String input) {
        return READER.read(transaction(number), JSON.readTree(input));
    }

    @ParameterizedTest
    @CsvSource({
        "1101, in, data, 7",
        "1101, out, insuinfo, 9",
        "2206, in, data, 12",
        "2207, in, data, 19",
        "2207, out, setlinfo, 43",
        "2208, out, setlinfo, 43",
        "2206, out, setlinfo, 42",
        "2301, in, feedetail, 29",
        "2304, in, data, 20",
        "2304A, in, data, 20",
        "2401, in, mdtrtinfo, 36",
        "2206A, in, data, 16",
        "3201, in, data, 11",
        "5203, out, setlinfo, 61",
    })
    void nodesHaveTheirFields(String number, String way, String node, int fields) {
        Node found = way.equals("in")
                ? transaction(number).in(node)
                : transaction(number).out(node);
        assertThat(found.fields()).hasSize(fields);
        assertThat(found.fields().stream().map(FieldSpec::name).collect(Collectors.toSet()))
                .hasSize(fields);
    }

    @Test
    void dictionariesOfFieldsExist() {
        Set<String> used = NATIONAL.all().stream()
                .flatMap(one -> one.in().stream())
                .flatMap(node -> node.fields().stream())
                .map(FieldSpec::dictionary)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        assertThat(used)
                .contains("insutype", "med_type", "flag")
                .allSatisfy(name -> assertThat(DICTIONARIES.of(name)).isNotEmpty());
        assertThat(DICTIONARIES.code("psn_cert_type", "1")).contains("01");
        assertThat(DICTIONARIES.code("insutype", "0310")).isEmpty();
        assertThat(DICTIONARIES.label("insutype", "390")).isEqualTo("城乡居民基本医疗保险");
    }

    private static final String HEAD = """
            "infno": "%s", "msgid": "H35990000001202611220830010001", "fixmedins_code": "H35990000001",
            "mdtrtarea_admvs": "359900", "insuplc_admdvs": "", "opter": "0001", "opter_name": "某窗口", "dev_no": "null",
            "infver": "V1.0", "fixmedins_soft_fcty": "某厂商",""";

    private static Call call(String number, String input, UnaryOperator<String> decipher) {
        String body = "{" + HEAD.formatted(number) + input + "}";
        return ENVELOPE.read(ENVELOPE.open(body.getBytes(StandardCharsets.UTF_8)), decipher);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"input\": {\"data\": {\"psn_no\": \"7\", \"setl_id\": \"1\", \"mdtrt_id\": 2}}",
                "\"input\": {\"data\": [{\"psn_no\": 7, \"setl_id\": \"1\", \"mdtrt_id\": \"2\", \"unknown\": {}}]}",
                "\"input\": \"{\\\"data\\\": {\\\"psn_no\\\": \\\"7\\\", \\\"setl_id\\\": \\\"1\\\", \\\"mdtrt_id\\\": \\\"2\\\"}}\"",
                "\"input\": {\"psn_no\": \" 7 \", \"setl_id\": \"1\", \"mdtrt_id\": \"2\"}",
            })
    void theInputComesInSeveralShapes(String input) {
        Call call = call("2208", input, text -> text);
        Row row = READER.read(call.transaction(), call.input()).row();
        assertThat(row.text("psn_no")).isEqualTo("7");
        assertThat(row.text("mdtrt_id")).isEqualTo("2");
        assertThat(row.has("exp_content")).isFalse();
        assertThat(call.head()).containsEntry("dev_no", "").containsEntry("fixmedins_soft_fcty", "某厂商");
        assertThat(call.outOfRegion()).isFalse();
    }

    @Test
    void anEncipheredInputIsDeciphered() {
        String key = "0123456789abcdeffedcba9876543210";
        String sealed = Signing.encipher(key, "{\"data\": {\"psn_no\": \"7\"}}");
        String input = "\"enc_type\": \"SM4\", \"input\": \"" + sealed + "\"";
        assertThat(call("1101", input, text -> Signing.decipher(key, text))
                        .input()
                        .get("data")
                        .get("psn_no")
                        .asString())
                .isEqualTo("7");
        assertThatThrownBy(() -> call("1101", input, text -> Signing.decipher(key.replace('0', '1'), text)))
                .isInstanceOfSatisfying(
                        WireFault.class, fault -> assertThat(fault.code()).isIn("E-GWY-004", "E-GWY-005"));
        assertThatThrownBy(() -> call("1101", "\"enc_type\": \"SM4\", \"input\": {}", text -> text))
                .isInstanceOf(WireFault.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-GWY-001 | [1]",
                "E-GWY-001 | {\"infno\": ",
                "E-GWY-002 | {\"infno\": \"1101\"}",
                "E-GWY-003 | {\"infno\": \"0815\", \"msgid\": \"1\", \"fixmedins_code\": \"H1\", \"mdtrtarea_admvs\": \"1\"}",
                "E-GWY-002 | {\"infno\": \"1101\", \"msgid\": \"1234567890123456789012345678901\"}",
                "E-GWY-004 | {\"infno\": \"1101\", \"msgid\": \"1\", \"fixmedins_code\": \"H\", \"mdtrtarea_admvs\": \"1\", \"input\": 5}",
            })
    void anEnvelopeThatCannotBeUsedIsNamed(String code, String body) {
        assertThatThrownBy(() -> ENVELOPE.read(ENVELOPE.open(body.getBytes(StandardCharsets.UTF_8)), text -> text))
                .isInstanceOfSatisfying(
                        WireFault.class, fault -> assertThat(fault.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E-GWY-010 | {}",
                "E-GWY-010 | {\"data\": []}",
                "E-GWY-011 | {\"data\": 5}",
                "E-GWY-011 | {\"data\": [{}, {}]}",
                "E-GWY-013 | {\"data\": {\"setl_id\": \"null\"}}",
                "E-GWY-014 | {\"data\": {\"setl_id\": \"1234567890123456789012345678901\"}}",
                "E-GWY-012 | {\"data\": {\"setl_id\": {\"a\": 1}}}",
            })
    void anInputThatCannotBeUsedIsNamed(String code, String input) {
        assertThatThrownBy(() -> read("2208", input))
                .isInstanceOfSatisfying(
                        WireFault.class,
                        fault -> assertThat(fault.code()).as(fault.getMessage()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.005 | 整数不超过 14 位、小数不超过 2 位的数",
                "123456789012345 | 整数不超过 14 位、小数不超过 2 位的数",
                "1,000.00 | 整数不超过 14 位、小数不超过 2 位的数",
                "1e3 | 整数不超过 14 位、小数不超过 2 位的数",
            })
    void amountsAreExact(String amount, String expected) {
        String input = """
                {"feedetail": [{"feedetl_sn": "1", "det_item_fee_sumamt": "%s"}]}""";
        assertThatThrownBy(() -> {
                    Transaction bare = new Transaction(
                            "x",
                            "x",
                            List.of(new Node(
                                    "feedetail",
                                    true,
                                    transaction("2301").in("feedetail").fields().stream()
                                            .filter(field -> Set.of("feedetl_sn", "det_item_fee_sumamt")
                                                    .contains(field.name()))
                                            .toList())),
                            List.of(),
                            java.util.Optional.empty(),
                            java.util.Optional.empty());
                    READER.read(bare, JSON.readTree(input.formatted(amount)));
                })
                .isInstanceOf(WireFault.class)
                .hasMessage("第 1 行 det_item_fee_sumamt（明细项目费用总额）的值“" + amount + "”不可用，应为" + expected);
    }

    @Test
    void datesAndTimesAreReadInBothShapes() {
        Row row = read(
                        "5205",
                        "{\"data\": {\"psn_no\": \"1\", \"begntime\": \"2026-02-28\", \"endtime\": \"2026-02-28 23:59:59.0\"}}")
                .row();
        assertThat(row.time("begntime")).contains(LocalDateTime.of(2026, 2, 28, 0, 0));
        assertThat(row.time("endtime")).contains(LocalDateTime.of(2026, 2, 28, 23, 59, 59));
        assertThatThrownBy(() -> read("5205", "{\"data\": {\"psn_no\": \"1\", \"begntime\": \"2026-02-29\"}}"))
                .hasMessageContaining("begntime（开始时间）的值“2026-02-29”不可用");
    }

    @Test
    void personalValuesAreNotRepeated() {
        assertThatThrownBy(() -> read(
                        "1101",
                        "{\"data\": {\"mdtrt_cert_type\": \"02\", \"mdtrt_cert_no\": \"%s\"}}"
                                .formatted("359900199001010019".repeat(4))))
                .hasMessage("mdtrt_cert_no（就诊凭证编号）的值不可用，应为不超过 50 个字符");
    }

    @Test
    void tooManyRowsAreRefused() {
        assertThatThrownBy(() -> read("2301", "{\"feedetail\": [{}, {}, {}, {}]}"))
                .hasMessage("节点 feedetail 有 4 行，应不超过 3 行");
    }

    @Test
    void codesAreThoseOfTheList() {
        Row row = read("1101", "{\"data\": {\"mdtrt_cert_type\": \"2\", \"mdtrt_cert_no\": \"1\"}}")
                .row();
        assertThat(row.code("mdtrt_cert_type", DICTIONARIES)).isEqualTo("02");
        Row bad = read("1101", "{\"data\": {\"mdtrt_cert_type\": \"77\", \"mdtrt_cert_no\": \"1\"}}")
                .row();
        assertThatThrownBy(() -> bad.code("mdtrt_cert_type", DICTIONARIES))
                .hasMessage("mdtrt_cert_type（就诊凭证类型）的值“77”不可用，应为字典 mdtrt_cert_type 的代码：01、02、03");
    }

    @Test
    void whatHasNoValueIsZeroOrEmpty() {
        JsonNode output = new Output(transaction("2207"))
                .node("setlinfo", Map.of("psn_no", "7", "medfee_sumamt", new BigDecimal("12.5")))
                .rows("setldetail", List.of(Map.of("fund_pay_type", "310100")))
                .build();
        JsonNode settlement = output.get("setlinfo");
        assertThat(settlement.size()).isEqualTo(43);
        assertThat(settlement.get("medfee_sumamt").decimalValue()).isEqualTo(new BigDecimal("12.50"));
        assertThat(settlement.get("hifp_pay").decimalValue()).isEqualByComparingTo("0");
        assertThat(settlement.get("psn_name").asString()).isEmpty();
        assertThat(output.get("setldetail").get(0).get("fund_pay_type").asString())
                .isEqualTo("310100");
        assertThatThrownBy(() -> new Output(transaction("2207")).node("setlinfo", Map.of("nothing", 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void signaturesAreThoseOfTheirStandards() {
        assertThat(Signing.tif("1600000000", "secret", "nonce"))
                .as("by sha256sum")
                .isEqualTo("508bd028ee690c577b6b9091affa67027c8a185fc4ce4eaf39f0c57210c3e014");
        assertThat(Signing.csb(
                        Map.of("_api_name", "n", "_api_version", "1", "_api_timestamp", "2", "_api_access_key", "k"),
                        "s"))
                .as("by openssl dgst -sha1 -hmac s")
                .isEqualTo("v+2H9kWlpfXWcMq0iCmQ44q+JPU=");
        assertThat(Signing.signed(Map.of("msgid", "2", "infno", "1", "cainfo", "x", "input", "y")))
                .isEqualTo("infno=1&msgid=2");
        String key = "0123456789abcdeffedcba9876543210";
        assertThat(Signing.encipher(key, "1234567890123456"))
                .as("by openssl enc -sm4-ecb")
                .isEqualTo("U6roB50f/zO9JYJ7WGizpwAqik76hjzK0CSsAwC7QNI=");
    }
}
