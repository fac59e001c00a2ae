package org.tongchou.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code tongchou settle} and {@code tongchou policy test} over the demonstration region. */
class SettleCommandTest {
    private static final String REGION = Path.of("..", "regions", "demo").toString();
    private static final Path EXAMPLES = Path.of("..", "examples", "settle");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final ByteArrayOutputStream raw = new ByteArrayOutputStream();

    @Test
    void settlesAndExplainsTheExamples() {
        for (String example : List.of("one-stop", "transfer", "accounts", "enrolment")) {
            assertThat(run("settle", "--region", REGION, example(example), "--explain"))
                    .as(example)
                    .isEqualTo(ExitCode.CLEAN);
        }
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString())
                .contains("费用总额  89,198.00", "超限价  150.00", "全自费  2,250.00")
                .contains("退休职工用个人账户和家庭共济账户", "待付 1,336.00 → 336.00", "依据", "起执行")
                .contains("resident.standing  等待期", "personal  182.66", "pay  781.20");
    }

    @Test
    void writesTheFieldsOfTheNationalInterface() {
        assertThat(run("settle", "--region", REGION, example("accounts"), "--json", "--explain"))
                .isEqualTo(ExitCode.CLEAN);
        JsonNode bill = JsonMapper.shared()
                .readTree(raw.toString(StandardCharsets.UTF_8))
                .get(0)
                .get("bills")
                .get(0);
        assertThat(bill.get("setlinfo").get("hifp_pay").decimalValue()).isEqualByComparingTo("15664");
        assertThat(bill.get("setlinfo").get("acct_mulaid_pay").decimalValue()).isEqualByComparingTo("1000");
        assertThat(bill.get("setldetail")).hasSize(3);
        assertThat(bill.get("explanation").get("waterfall")).hasSize(5);
    }

    @Test
    void decidesCoverageFirstAndTellsWhyNot() {
        assertThat(run("settle", "--region", REGION, example("covered"))).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString())
                .contains("待遇享受检查", "不能结算：E-BEN-011", "2025-06-10 起享受待遇", "个人现金  4,480.00")
                .containsOnlyOnce("固定 3 个月");
        assertThat(run("settle", "--region", REGION, example("covered"), "--json"))
                .isEqualTo(ExitCode.CLEAN);
        JsonNode bills = JsonMapper.shared()
                .readTree(raw.toString(StandardCharsets.UTF_8))
                .get(0)
                .get("bills");
        assertThat(bills.get(0).get("failure").get("code").asString()).isEqualTo("E-BEN-011");
        assertThat(bills.get(0).get("coverage").get("steps")).isNotEmpty();
        assertThat(bills.get(1).has("coverage")).isFalse();
        assertThat(bills.get(1).get("setlinfo").get("psn_cash_pay").decimalValue())
                .isEqualByComparingTo("4480");
    }

    @Test
    void saysWhatDiffersAndWhatIsRefused() throws IOException {
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), """
                cases:
                  - case: 期望写错
                    person: { scheme: resident, person_type: 成年居民, age: 45 }
                    bill: { level: level3, date: 2025-05-10, total: 10800 }
                    expect: { cash: 1 }
                  - case: 没有参保
                    person: { age: 45 }
                    bill: { level: level3, date: 2025-05-10, total: 10800 }
                """);
        assertThat(run("settle", "--region", REGION, wrong.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(err.toString()).contains("[不符] cash 应为 1，得到 4800");
        assertThat(out.toString()).contains("不能结算：E-BEN-001");
        Path unusable = Files.writeString(folder.resolve("unusable.yaml"), "cases:\n  - case: x\n    bil: {}\n");
        assertThat(run("settle", "--region", REGION, unusable.toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(err.toString()).contains("unusable.yaml:2", "不认识的字段 bil");
    }

    @Test
    void testsAPolicyPack() {
        assertThat(run("policy", "test", REGION)).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("不符 0 个");
        assertThat(run("policy", "test", folder.resolve("missing").toString())).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run("policy")).isEqualTo(ExitCode.CLEAN);
        assertThat(out.toString()).contains("test");
    }

    private static String example(String name) {
        return EXAMPLES.resolve(name + ".yaml").toString();
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), raw, false, false);
        return Main.commandLine(terminal, Engine.standard()).execute(arguments);
    }
}
