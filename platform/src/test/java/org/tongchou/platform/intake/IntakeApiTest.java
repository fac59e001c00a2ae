package org.tongchou.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.tongchou.platform.intake.IntakeFixture.body;
import static org.tongchou.platform.intake.IntakeFixture.number;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.job.TestJobs;
import tools.jackson.databind.JsonNode;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntakeApiTest {
    private static final String MONTH = "{\"month\": \"2026年3月\"}";
    private static final String HEAD = "姓名,身份证号,类别,起始日期,金额,备注\n";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private TestPeople people;

    @Autowired
    private JdbcClient database;

    private IntakeFixture intake;

    @BeforeAll
    void create() {
        people.createTable();
        intake = new IntakeFixture(http, jobs, TestPeople.RIGHT);
    }

    /** Five good rows; the other six have a wrong check digit, no name, a repeated number, a wrong day, class and name. */
    private static String list(int from) {
        String wrong = number(from + 5);
        String digit = wrong.endsWith("0") ? "1" : "0";
        return "民政救助名单\n" + HEAD
                + "测试甲,%s,特困,2026-01-01,10,甲\n".formatted(number(from))
                + "测试乙,%s,2,2026/1/2,\"1,000.50\",乙\n"
                        .formatted(number(from + 1).toLowerCase(java.util.Locale.ROOT))
                + "测试丙,%s,低保,,,\n".formatted(number(from + 2))
                + "测试丁,%s,低保,20260103,-5,\n".formatted(number(from + 3))
                + "测试戊,%s,低保,,0.01,\n".formatted(number(from + 4))
                + "测试己,%s,低保,,,\n".formatted(wrong.substring(0, 17) + digit)
                + ",%s,低保,,,\n".formatted(number(from + 6))
                + "测试庚,%s,低保,,,\n".formatted(number(from))
                + "测试辛,%s,低保,2026-02-30,,\n".formatted(number(from + 7))
                + "测试壬,%s,五保,,1.001,\n".formatted(number(from + 8))
                + "不符癸,%s,低保,,,\n".formatted(number(from + 9));
    }

    @Test
    void goesFromUploadToReversal() {
        JsonNode batch = intake.checked(TestPeople.KIND, MONTH, list(0));
        long id = batch.get("id").longValue();
        assertThat(batch.get("state").stringValue()).isEqualTo("待处理");
        assertThat(batch.get("parameters").get("month").stringValue()).isEqualTo("2026-03");
        assertThat(batch.get("correctRows").intValue()).isEqualTo(5);
        assertThat(batch.get("wrongRows").intValue()).isEqualTo(6);
        assertThat(batch.get("warnedRows").intValue()).isEqualTo(1);
        assertThat(batch.get("ignored").toString()).isEqualTo("[\"备注\"]");
        assertThat(codes(id))
                .containsExactlyInAnyOrder(
                        "E-COD-104",
                        "E-INT-100",
                        "E-INT-110",
                        "E-INT-102",
                        "E-INT-107",
                        "E-INT-104",
                        "E-TST-001",
                        "E-TST-002");
        assertThat(intake.post(intake.clerk(), "/" + id + "/post", intake.confirmation(id)))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-INT-034");
        JsonNode posted = intake.posted(id);
        assertThat(posted.get("state").stringValue()).isEqualTo("待处理");
        assertThat(posted.get("postedRows").intValue()).isEqualTo(5);
        assertThat(posted.get("notes").toString()).contains("名单共 5 人，不完整");
        assertThat(sum(id)).isEqualTo(1000 + 100050 - 500 + 1);
        assertThat(intake.post(intake.clerk(), "/" + id + "/discard", "{'version': 1, 'reason': 'x'}"))
                .hasStatus(409);
        mendTheRest(id);
        JsonNode whole = intake.posted(id);
        assertThat(whole.get("state").stringValue()).isEqualTo("已入账");
        assertThat(whole.get("postedRows").intValue()).isEqualTo(10);
        assertThat(count(id)).isEqualTo(10);
        assertThat(intake.get("/" + id + "/report.xlsx")).hasStatusOk();
        int version = whole.get("version").intValue();
        assertThat(intake.post(
                        intake.reviewer(),
                        "/" + id + "/reverse",
                        "{'version': %d, 'reason': '名单有误'}".formatted(version)))
                .hasStatusOk();
        assertThat(intake.batch(id).get("state").stringValue()).isEqualTo("已冲销");
        assertThat(count(id)).isZero();
        assertThat(clearNumbers()).isZero();
    }

    private void mendTheRest(long id) {
        put(id, 8, "{'number': '%s'}".formatted(number(5)));
        put(id, 9, "{'name': '测试子'}");
        assertThat(intake.post(intake.clerk(), "/" + id + "/skip", "{'rows': [10], 'reason': '重复'}"))
                .hasStatusOk();
        assertThat(intake.post(intake.clerk(), "/" + id + "/mend", """
                        {'field': 'from', 'code': 'E-INT-102', 'value': '2026-02-30', 'text': '2026-02-28'}"""))
                .bodyJson()
                .extractingPath("$.rows")
                .isEqualTo(1);
        put(id, 12, "{'class': '低保', 'money': '1.01'}");
        put(id, 13, "{'name': '测试癸'}");
        JsonNode batch = intake.batch(id);
        assertThat(batch.get("state").stringValue()).isEqualTo("可入账");
        assertThat(batch.get("correctRows").intValue()).isEqualTo(5);
        assertThat(batch.get("skippedRows").intValue()).isEqualTo(1);
    }

    private void put(long id, int row, String cells) {
        JsonNode now = body(intake.get("/" + id + "/rows?size=50"));
        int version = 0;
        for (JsonNode each : now.get("items")) {
            version = each.get("number").intValue() == row ? each.get("version").intValue() : version;
        }
        assertThat(http.put()
                        .uri("/api/intake/batches/" + id + "/rows/" + row)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"version\": %d, \"cells\": %s}".formatted(version, cells.replace("'", "\"")))
                        .with(intake.clerk())
                        .with(csrf()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.state")
                .isEqualTo("正确");
    }

    @Test
    void keepsPersonalCellsSealed() {
        long id = intake.checked(TestPeople.KIND, MONTH, list(100)).get("id").longValue();
        JsonNode rows = body(intake.get("/" + id + "/rows"));
        assertThat(rows.get("items").get(0).get("cells").get(1).stringValue())
                .startsWith("359901")
                .contains("********");
        assertThat(clearNumbers()).isZero();
        MvcTestResult shown = intake.post(intake.clerk(), "/" + id + "/rows/3/reveal", "");
        assertThat(shown).bodyJson().extractingPath("$.number").isEqualTo(number(100));
        assertThat(database.sql("select count(*) from audit.entry where action = 'intake.row.reveal'")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(http.post()
                        .uri("/api/intake/batches/" + id + "/rows/3/reveal")
                        .with(TestActors.with("intake.batch.view", TestPeople.RIGHT))
                        .with(csrf()))
                .hasStatus(403);
    }

    /** Numbers in the clear in any text of the module, of the audit log and of the jobs. */
    private long clearNumbers() {
        return database.sql("""
                        select (select count(*) from intake.row where cells::text ~ '[0-9]{17}[0-9X]')
                            + (select count(*) from intake.problem where value ~ '[0-9]{17}[0-9X]' or expected ~ '[0-9]{17}')
                            + (select count(*) from audit.entry e where to_jsonb(e)::text ~ '359901[0-9]{11}[0-9X]')
                            + (select count(*) from job.job j where to_jsonb(j)::text ~ '359901[0-9]{11}[0-9X]')
                        """).query(Long.class).single();
    }

    @Test
    void refusesTheSameFileUnlessThereIsAReason() {
        long first = intake.checked(TestPeople.KIND, MONTH, list(200)).get("id").longValue();
        intake.posted(first);
        byte[] same = list(200).getBytes(StandardCharsets.UTF_8);
        assertThat(intake.upload(TestPeople.KIND, MONTH, "b.csv", same, ""))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("批次 " + first)
                .contains("经办甲");
        MvcTestResult again = intake.upload(TestPeople.KIND, MONTH, "b.csv", same, "核对是否全部入账");
        assertThat(again).hasStatus(201);
        jobs.drain();
        JsonNode second = intake.batch(body(again).get("id").longValue());
        assertThat(second.get("sameAs").longValue()).isEqualTo(first);
        assertThat(second.get("unchangedRows").intValue()).isEqualTo(5);
        assertThat(second.get("correctRows").intValue()).isZero();
        assertThat(intake.upload(TestPeople.KIND, "{\"month\": \"2026-04\"}", "b.csv", same, ""))
                .hasStatus(201);
        jobs.drain();
    }

    @Test
    void takesACorrectedErrorFileBack() throws IOException {
        long id = intake.checked(TestPeople.KIND, MONTH, list(300)).get("id").longValue();
        byte[] errors = intake.get("/" + id + "/errors.xlsx").getResponse().getContentAsByteArray();
        ByteArrayOutputStream corrected = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(errors))) {
            Sheet sheet = workbook.getSheetAt(0);
            List<String> reasons = new ArrayList<>();
            for (Row row : sheet) {
                if (row.getCell(6) != null
                        && row.getCell(6).getStringCellValue().contains("E-")) {
                    reasons.add(row.getCell(6).getStringCellValue());
                }
            }
            assertThat(reasons).hasSize(6).anyMatch(reason -> reason.contains("E-COD-104"));
            assertThat(sheet.getRow(3).getCell(2).getStringCellValue()).contains("********");
            sheet.getRow(3).createCell(2).setCellValue(number(305));
            sheet.getRow(4).createCell(1).setCellValue("测试丑");
            workbook.write(corrected);
        }
        assertThat(http.post()
                        .uri("/api/intake/batches/" + id + "/corrections")
                        .multipart()
                        .file(new MockMultipartFile("file", "改正.xlsx", null, corrected.toByteArray()))
                        .with(intake.clerk())
                        .with(csrf()))
                .hasStatusOk();
        jobs.drain();
        JsonNode batch = intake.batch(id);
        assertThat(batch.get("failure").stringValue()).isEmpty();
        assertThat(batch.get("correctRows").intValue()).isEqualTo(7);
        assertThat(batch.get("wrongRows").intValue()).isEqualTo(4);
        assertThat(intake.posted(id).get("postedRows").intValue()).isEqualTo(7);
    }

    @Test
    void readsOfficialFilesWithoutTitlesInTheirEncoding() {
        String rows =
                number(400) + "\t测试甲\t1\t20260101\t3.5\n" + number(401) + "\t测试\"乙\t2\n" + number(402) + "\t\t2\t\t\n";
        MvcTestResult made =
                intake.upload(TestPeople.KIND, MONTH, "1301.txt", rows.getBytes(Charset.forName("GB18030")), "");
        jobs.drain();
        JsonNode batch = intake.batch(body(made).get("id").longValue());
        assertThat(batch.get("correctRows").intValue()).isEqualTo(2);
        assertThat(batch.get("wrongRows").intValue()).isEqualTo(1);
    }

    @Test
    void postsWholePartsAndGoesOnBehindThem() {
        StringBuilder csv = new StringBuilder(HEAD);
        for (int i = 0; i < 10_500; i++) {
            csv.append(i == 5_000 ? "变化甲," : "测试甲,").append(number(10_000 + i)).append(",1,,1\n");
        }
        JsonNode batch = intake.checked(TestPeople.KIND, "{\"month\": \"2026-03\", \"failAt\": \"2\"}", csv.toString());
        long id = batch.get("id").longValue();
        assertThat(batch.get("correctRows").intValue()).isEqualTo(10_500);
        JsonNode stuck = intake.posted(id);
        assertThat(stuck.get("postedRows").intValue()).isEqualTo(9_999);
        assertThat(stuck.get("failure").stringValue()).contains("第 2 部分没有入账");
        assertThat(count(id)).isEqualTo(9_999);
        assertThat(codes(id)).containsExactly("E-TST-004");
        database.sql("update intake.batch set parameters = '{\"month\":\"2026-03\"}' where id = :id")
                .param("id", id)
                .update();
        JsonNode rest = intake.posted(id);
        assertThat(rest.get("postedRows").intValue()).isEqualTo(10_499);
        assertThat(rest.get("parts").intValue()).isEqualTo(2);
        assertThat(count(id)).isEqualTo(10_499);
        assertThat(database.sql("select count(distinct hash) from test_people where batch = :id")
                        .param("id", id)
                        .query(Long.class)
                        .single())
                .isEqualTo(10_499);
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(intake.upload("test.nothing", MONTH, "a.csv", new byte[] {'a'}, ""))
                .hasStatus(422);
        assertThat(intake.upload(TestPeople.KIND, "{}", "a.csv", new byte[] {'a'}, ""))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("月份");
        assertThat(intake.upload(TestPeople.KIND, "nonsense", "a.csv", new byte[] {'a'}, ""))
                .hasStatus(422);
        assertThat(failure("别的,列,名,字,很,多\n1,2,3,4,5,6\n")).contains("没有表头");
        assertThat(failure("姓名,类别,金额\n甲,1,2\n")).contains("证件号码");
        assertThat(failure(HEAD)).contains("没有任何内容");
        assertThat(http.post()
                        .uri("/api/intake/batches")
                        .multipart()
                        .file(new MockMultipartFile("file", "a.csv", null, new byte[] {'a'}))
                        .param("kind", TestPeople.KIND)
                        .with(TestActors.with("intake.batch.upload"))
                        .with(csrf()))
                .hasStatus(403);
    }

    private String failure(String csv) {
        JsonNode batch = intake.checked(TestPeople.KIND, MONTH, csv);
        assertThat(batch.get("state").stringValue()).isEqualTo("失败");
        return batch.get("failure").stringValue();
    }

    @Test
    void offersTheKindsThatOneMayImport() {
        MvcTestResult kinds =
                http.get().uri("/api/intake/kinds").with(intake.clerk()).exchange();
        assertThat(kinds).bodyJson().extractingPath("$.length()").isEqualTo(1);
        assertThat(kinds).bodyJson().extractingPath("$[0].fields[2].words.1").isEqualTo("特困");
        assertThat(http.get().uri("/api/intake/kinds/test.people/template.xlsx").with(intake.clerk()))
                .hasStatusOk();
        assertThat(http.get().uri("/api/intake/batches").with(TestActors.in(List.of(77L), "intake.batch.view")))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
    }

    private List<String> codes(long id) {
        List<String> codes = new ArrayList<>();
        body(intake.get("/" + id + "/problems"))
                .forEach(group -> codes.add(group.get("code").stringValue()));
        return codes;
    }

    private long count(long id) {
        return database.sql("select count(*) from test_people where batch = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private long sum(long id) {
        return database.sql("select sum(fen) from test_people where batch = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
