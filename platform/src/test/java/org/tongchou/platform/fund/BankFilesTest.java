package org.tongchou.platform.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.fund.FundApi.CLERK;
import static org.tongchou.platform.fund.FundApi.REVIEWER;
import static org.tongchou.platform.fund.FundApi.number;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.intake.IntakeFixture;
import org.tongchou.platform.job.TestJobs;
import tools.jackson.databind.JsonNode;

/** Files of the banks as they are uploaded: twice, by halves, for another batch, for nobody. */
@PlatformTest
class BankFilesTest {
    private static final LocalDate END = LocalDate.of(2025, 3, 31);
    private static final String HEAD = "交易日期,流水号,收入,支出,余额,对方户名,摘要\n";
    private static final String FIRST = "2025-03-03,YH1,100.00,,100.00,样例付款人,缴费\n2025-03-04,YH2,,40.00,60.00,样例医院,拨付\n";
    private static final String SECOND = "2025-03-05,YH3,10.00,,70.00,样例付款人,缴费\n";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    private FundApi api;

    @BeforeEach
    void create() {
        api = new FundApi(http);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is told of the rows of a list that are wrong. */
    private static String problems(IntakeFixture bank, JsonNode list) {
        String rows = "/" + list.get("id").longValue() + "/rows?state="
                + java.net.URLEncoder.encode("有误", StandardCharsets.UTF_8);
        return IntakeFixture.body(bank.get(rows)).toString();
    }

    private List<Long> lines(String fund) {
        return database.sql("select fen from fund.bank_line where fund = :fund order by serial")
                .param("fund", fund)
                .query(Long.class)
                .list();
    }

    @Test
    void aStatementComesTwiceAndByHalves() {
        IntakeFixture bank = new IntakeFixture(http, jobs, "fund.bank.edit");
        String of = "{\"fund\": \"employee\", \"account\": \"A03\"}";
        JsonNode half = bank.checked("fund.bank", of, HEAD + FIRST);
        assertThat(half.get("correctRows").intValue()).isEqualTo(2);
        bank.posted(half.get("id").longValue());
        assertThat(lines("employee")).containsExactly(10_000L, -4_000L);

        MvcTestResult twice = bank.upload("fund.bank", of, "对账单.csv", bytes(HEAD + FIRST), "");
        assertThat(twice).hasStatus(409).bodyJson().extractingPath("$.code").isEqualTo("E-INT-030");
        MvcTestResult forced = bank.upload("fund.bank", of, "对账单.csv", bytes(HEAD + FIRST), "银行重发");
        assertThat(forced).hasStatus(201);
        jobs.drain();
        JsonNode again = bank.batch(IntakeFixture.body(forced).get("id").longValue());
        assertThat(again.get("correctRows").intValue()).isZero();
        assertThat(again.get("wrongRows").intValue()).isZero();

        JsonNode whole = bank.checked("fund.bank", of, HEAD + FIRST + SECOND);
        assertThat(whole.get("correctRows").intValue()).isEqualTo(1);
        bank.posted(whole.get("id").longValue());
        assertThat(lines("employee")).containsExactly(10_000L, -4_000L, 1_000L);

        // Other money under a number that came before, both sides at once, and a line that is missing before another.
        JsonNode wrong = bank.checked(
                "fund.bank",
                of,
                HEAD + "2025-03-05,YH3,11.00,,70.00,,\n2025-03-06,YH4,1.00,1.00,70.00,,\n"
                        + "2025-03-07,YH5,5.00,,75.00,,\n2025-03-09,YH7,5.00,,90.00,,\n");
        assertThat(wrong.get("wrongRows").intValue()).isEqualTo(2);
        assertThat(wrong.get("warnedRows").intValue()).isEqualTo(1);
        assertThat(problems(bank, wrong)).contains("E-FUN-100", "E-FUN-101");
        // Nothing in the books moved: a statement is only compared with them.
        assertThat(ledger.balance("employee", "A03", null, END)).isZero();
    }

    private void order(String fund, String payee, long fen) {
        long id = number(api.post(CLERK, "/payments/provider-acts", """
                        {'kind': '预付', 'fund': '%s', 'month': '2025-03', 'date': '2025-03-25', 'payeeCode': '%s',
                         'payeeName': '样例医院', 'bankName': '样例银行', 'bankAccount': '6200000000000001', 'summary': '样例往来',
                         'dueFen': %d, 'offsetFen': 0, 'depositFen': 0, 'account': ''}""".formatted(fund, payee, fen)), "$.id");
        assertThat(api.post(REVIEWER, "/payments/provider-acts/" + id + "/review", "{'accept': true, 'version': 1}"))
                .hasStatusOk();
    }

    private long pay(String fund) {
        List<Integer> orders = FundApi.numbers(api.get("/payments/orders?state=待付款&fund=" + fund), "$.items[*].id");
        long batch = number(
                api.post(
                        CLERK,
                        "/payments/batches",
                        "{'fund': '%s', 'payDate': '2025-03-26', 'orders': %s}".formatted(fund, orders)),
                "$.id");
        assertThat(api.post(REVIEWER, "/payments/batches/" + batch + "/review", "{'accept': true, 'version': 1}"))
                .hasStatusOk();
        return batch;
    }

    @Test
    void aReturnFileIsOfItsOwnBatchAndLines() {
        String fund = "resident";
        ledger.post(
                CLERK,
                new Voucher(
                        fund,
                        LocalDate.of(2025, 3, 1),
                        new Cause("test", "fill", fund),
                        "用款",
                        List.of(Leg.debit("A04", 100_000, null), Leg.credit("I03", 100_000, null))));
        order(fund, "H35990000001", 10_000);
        order(fund, "H35990000002", 20_000);
        long batch = pay(fund);
        order(fund, "H35990000001", 5_000);
        long other = pay(fund);
        IntakeFixture bank = new IntakeFixture(http, jobs, "fund.payment.edit");
        String of = "{\"batch\": \"%d\", \"date\": \"2025-03-27\"}".formatted(batch);
        String head = "批次号,行号,金额,结果,失败原因,银行流水号\n";

        JsonNode half = bank.checked("fund.returns", of, head + batch + ",1,100.00,成功,,F1\n");
        assertThat(half.get("correctRows").intValue()).as(problems(bank, half)).isEqualTo(1);
        JsonNode posted = bank.posted(half.get("id").longValue());
        assertThat(posted.get("notes").toString()).contains("还有 1 行没有回盘");
        assertThat(ledger.balance(fund, "A04", null, END)).isEqualTo(65_000);

        JsonNode wrong = bank.checked(
                "fund.returns",
                of,
                head + other + ",1,50.00,成功,,F2\n" + batch + ",9,50.00,成功,,F3\n" + batch + ",2,199.99,失败,,F4\n" + batch
                        + ",1,100.00,失败,,F1\n");
        assertThat(wrong.get("correctRows").intValue()).isZero();
        assertThat(problems(bank, wrong)).contains("E-FUN-092", "E-FUN-093", "E-FUN-094", "E-FUN-095");

        JsonNode whole = bank.checked(
                "fund.returns", of, head + batch + ",1,100.00,成功,,F1\n" + batch + ",2,200.00,失败,户名不符,F4\n");
        assertThat(whole.get("correctRows").intValue()).isEqualTo(1);
        bank.posted(whole.get("id").longValue());
        // The money that came back stands in the account again, owed to the hospital.
        assertThat(ledger.balance(fund, "A04", null, END)).isEqualTo(85_000);
        assertThat(ledger.balance(fund, "L0104", "H35990000002", END)).isEqualTo(-20_000);

        MvcTestResult early = bank.upload(
                "fund.returns",
                "{\"batch\": \"%d\", \"date\": \"2025-03-25\"}".formatted(batch),
                "回盘.csv",
                bytes(head + batch + ",2,200.00,成功,,F9\n"),
                "");
        assertThat(early).bodyJson().extractingPath("$.code").isEqualTo("E-FUN-091");
    }
}
