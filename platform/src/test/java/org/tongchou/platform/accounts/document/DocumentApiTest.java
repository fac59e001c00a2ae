package org.tongchou.platform.accounts.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.job.TestJobs;

/** Documents over HTTP: who may, what is told to those who may not, and what comes out of hostile texts. */
@PlatformTest
class DocumentApiTest {
    private static final String HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final String FORMULA = "=HYPERLINK(\"http://evil.example\",\"点我\")";
    private static final RequestPostProcessor EDITOR = TestActors.as(DocumentFixture.EDITOR);
    private static final RequestPostProcessor REVIEWER = TestActors.as(DocumentFixture.REVIEWER);
    private static final RequestPostProcessor PUBLISHER = TestActors.as(DocumentFixture.PUBLISHER);
    private static final List<String> VIEWS =
            List.of("", "/trail", "/tables", "/text", "/checks", "/difference", "/preview", "/words", "/words/history");
    private static final List<String> STEPS =
            List.of("/submit", "/withdraw", "/return", "/approve", "/publish", "/correct");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private DocumentFlow flow;

    @Autowired
    private DocumentStore store;

    @Autowired
    private TestJobs jobs;

    @Autowired
    private Clock clock;

    private DocumentFixture fixture;

    @BeforeEach
    void create() {
        fixture = DocumentFixture.get(beans);
    }

    private long document(long unit, DocumentKind kind) {
        return store.find(unit, 2024, kind)
                .map(Document::id)
                .orElseGet(() -> flow.create(DocumentFixture.EDITOR, unit, 2024, kind, "万元"));
    }

    @Test
    void withoutTheRightNothingIsShownOrDone() {
        long id = document(fixture.centre(), DocumentKind.FINAL);
        RequestPostProcessor nobody = TestActors.with("accounts.book.view");
        for (String view : VIEWS) {
            refused(get(nobody, "/" + id + view), 403, "E-PLT-403", "您没有这项操作的权限");
        }
        for (String step : STEPS) {
            refused(
                    send(TestActors.with(DocumentRights.READ), HttpMethod.POST, "/" + id + step, Map.of("version", 0)),
                    403,
                    "E-PLT-403",
                    "您没有这项操作的权限");
        }
        refused(
                send(REVIEWER, HttpMethod.PUT, "/" + id + "/words", word(Words.REASON, "收入合计", "改", 0)),
                403,
                "E-PLT-403",
                "您没有这项操作的权限");
    }

    @Test
    void outsideOfTheDataScopeThereIsNothing() {
        long id = document(fixture.bureau(), DocumentKind.BUDGET);
        RequestPostProcessor county = TestActors.in(
                List.of(fixture.books().units().county().id()),
                DocumentRights.READ,
                DocumentRights.EDIT,
                DocumentRights.SUBMIT,
                DocumentRights.APPROVE,
                DocumentRights.PUBLISH);
        List<String> all = new ArrayList<>(VIEWS);
        all.addAll(List.of("/files/xlsx", "/cell?topic=总表&row=总计&column=金额", "/figure?key=收入合计"));
        for (String view : all) {
            refused(get(county, "/" + id + view), 404, "E-PLT-404", "没有找到");
        }
        for (String step : STEPS) {
            refused(send(county, HttpMethod.POST, "/" + id + step, Map.of("version", 0)), 404, "E-PLT-404", "没有找到");
        }
        refused(
                send(county, HttpMethod.PUT, "/" + id + "/words", word(Words.REASON, "收入合计", "改", 0)),
                404,
                "E-PLT-404",
                "没有找到");
        assertThat(JsonPath.<List<String>>read(body(get(county, "?size=100")), "$.items[*].unitName"))
                .doesNotContain("样例市医疗保障局");
        assertThat(send(county, HttpMethod.POST, "", Map.of("unitId", fixture.centre(), "year", 2024, "kind", "决算")))
                .hasStatus(403);
    }

    @Test
    void whoSawAnOldVersionIsToldWhoChangedIt() {
        long id = document(fixture.own(), DocumentKind.FINAL);
        Map<String, Object> first = word(Words.TEXT, "主要工作", "推进异地就医", 0);
        assertThat(send(EDITOR, HttpMethod.PUT, "/" + id + "/words", first)).hasStatusOk();
        refused(send(EDITOR, HttpMethod.PUT, "/" + id + "/words", first), 409, "E-PLT-409", "已被编制人于", "请刷新后核对再改");
        refused(
                send(EDITOR, HttpMethod.POST, "/" + id + "/submit", Map.of("version", 99)),
                409,
                "E-PLT-409",
                "请刷新后核对再改");
        refused(
                send(REVIEWER, HttpMethod.POST, "/" + id + "/approve", Map.of("version", version(id))),
                409,
                "E-DOC-",
                "现在是“草稿”，不能批复");
    }

    @Test
    void figuresOpenToTheirVouchersPageByPage() {
        long id = document(fixture.bureau(), DocumentKind.FINAL);
        String cell = "/" + id + "/cell?topic=支出&row=合计&column=合计";
        String all = body(get(EDITOR, cell + "&size=500"));
        int total = JsonPath.read(all, "$.entriesTotal");
        assertThat(total).isGreaterThan(10);
        assertThat(JsonPath.<Number>read(all, "$.entriesFen").longValue())
                .isEqualTo(JsonPath.<Number>read(all, "$.fen").longValue());
        List<Number> paged = new ArrayList<>();
        for (int page = 1; page <= total / 4 + 1; page++) {
            paged.addAll(
                    JsonPath.<List<Number>>read(body(get(EDITOR, cell + "&size=4&page=" + page)), "$.entries[*].id"));
        }
        assertThat(paged).containsExactlyElementsOf(JsonPath.<List<Number>>read(all, "$.entries[*].id"));
        assertThat(JsonPath.<List<String>>read(all, "$.entries[*].enteredBy")).doesNotContain("");
        assertThat(get(EDITOR, "/" + id + "/figure?key=机关运行经费"))
                .bodyJson()
                .extractingPath("$.entries[0].summary")
                .isEqualTo("<b>测试</b>支出");
        refused(get(EDITOR, "/" + id + "/cell?topic=总表&row=没有&column=金额"), 404, "E-PLT-404", "没有找到");
        refused(get(EDITOR, "/" + id + "/figure?key=" + HOSTILE), 404, "E-PLT-404", "没有找到");
    }

    @Test
    void zerosAndTheBaseOfThreePublicAreChosenWithTheDocument() {
        long county = fixture.books().units().county().id();
        Map<String, Object> wanted = new HashMap<>(
                Map.of("unitId", county, "year", 2024, "kind", "决算", "blankZeros", true, "threePublicBase", "上年预算数"));
        refused(send(EDITOR, HttpMethod.POST, "", wanted), 422, "E-DOC-007", "全年预算数或年初预算数");
        long book = books.open(BookFixture.CLERK, county, 2024).id();
        for (EntryKind kind : List.of(EntryKind.BUDGET_INITIAL, EntryKind.BUDGET_ADJUSTMENT, EntryKind.EXPENSE)) {
            ledger.postOne(
                    BookFixture.CLERK,
                    book,
                    fixture.entry(county, kind, "2101501", "30217", "一般公共预算", "基本支出", null, 1_234_00L));
        }
        wanted.put("threePublicBase", "年初预算数");
        MvcTestResult made = send(EDITOR, HttpMethod.POST, "", wanted);
        assertThat(made).hasStatusOk();
        long chosen = JsonPath.<Number>read(body(made), "$.id").longValue();
        long usual = document(fixture.centre(), DocumentKind.FINAL);
        assertThat(figures(usual)).contains("0.00");
        assertThat(figures(chosen)).contains("0.12").doesNotContain("0.00");
        assertThat(body(get(EDITOR, "/" + usual + "/text"))).contains("全年预算数").doesNotContain("年初预算数");
        assertThat(body(get(EDITOR, "/" + chosen + "/text"))).contains("年初预算数").doesNotContain("全年预算数");
    }

    private List<String> figures(long id) {
        return JsonPath.read(body(get(EDITOR, "/" + id + "/tables")), "$[*].rows[*].cells[?(@.kind == 'figure')].text");
    }

    /** One document from hostile words to publication and its correction. */
    @Test
    void hostileTextsStayTextsUpToThePublicAndACorrectionShowsWhatChanged() throws IOException {
        long id = document(fixture.bureau(), DocumentKind.FINAL);
        write(id, Words.TEXT, "主要职责", FORMULA + HOSTILE);
        write(id, Words.TEXT, "主要工作", HOSTILE);
        List<String> missing =
                JsonPath.read(body(get(EDITOR, "/" + id + "/text")), "$.reasons[?(@.asks.length() > 0)].key");
        assertThat(missing).isNotEmpty();
        missing.forEach(key -> write(id, Words.REASON, key, FORMULA + HOSTILE));
        assertThat(get(EDITOR, "/" + id + "/words"))
                .bodyJson()
                .extractingPath("$[?(@.key == '主要工作')].body")
                .asArray()
                .containsExactly(HOSTILE);
        MvcTestResult preview = get(EDITOR, "/" + id + "/preview");
        harmless(body(preview));
        assertThat(preview)
                .hasContentType("text/html;charset=UTF-8")
                .hasHeader("X-Frame-Options", "SAMEORIGIN")
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(preview.getResponse().getHeader("Content-Security-Policy"))
                .startsWith("sandbox; default-src 'none'");
        harmlessWorkbook(file(id, "xlsx", "草稿-"));

        LocalDate approved = LocalDate.now(clock).minusDays(21);
        step(EDITOR, id, "submit", Map.of("opinion", HOSTILE));
        step(REVIEWER, id, "approve", Map.of("approvedOn", approved.toString(), "approvalNumber", HOSTILE));
        String head = body(get(EDITOR, "/" + id));
        assertThat(JsonPath.<String>read(head, "$.current.dueOn"))
                .isEqualTo(approved.plusDays(20).toString());
        assertThat(JsonPath.<Boolean>read(head, "$.current.overdue")).isTrue();
        assertThat(JsonPath.<String>read(head, "$.current.approvalNumber")).isEqualTo(HOSTILE);
        step(PUBLISHER, id, "publish", Map.of());
        jobs.drain();
        head = body(get(EDITOR, "/" + id));
        assertThat(JsonPath.<String>read(head, "$.current.state")).isEqualTo("已公开");
        assertThat(JsonPath.<Boolean>read(head, "$.current.overdue")).isFalse();
        harmless(new String(file(id, "html", ""), StandardCharsets.UTF_8));
        harmlessWorkbook(file(id, "xlsx", ""));
        String list = body(http.get().uri("/public").exchange());
        String slug = list.replaceAll("(?s).*?href=\"/public/([^\"/?]+)\"[^>]*>[^<]*2024 年度部门决算.*", "$1");
        harmless(body(http.get().uri("/public/{slug}", slug).exchange()));
        refused(
                send(EDITOR, HttpMethod.PUT, "/" + id + "/words", word(Words.TEXT, "主要工作", "晚了", 1)),
                409,
                "E-DOC-016",
                "不能修改");
        correction(id);
    }

    private void correction(long id) {
        refused(
                send(EDITOR, HttpMethod.POST, "/" + id + "/correct", Map.of("version", version(id))),
                422,
                "E-DOC-",
                "原因");
        step(EDITOR, id, "correct", Map.of("opinion", HOSTILE));
        ledger.postOne(
                BookFixture.CLERK,
                fixture.books().book().id(),
                fixture.entry(fixture.own(), EntryKind.EXPENSE, "2101501", "30217", "一般公共预算", "基本支出", null, 1_000_00L));
        String head = body(get(EDITOR, "/" + id));
        assertThat(JsonPath.<List<Integer>>read(head, "$.versions[*].number")).containsExactly(2, 1);
        assertThat(JsonPath.<List<String>>read(head, "$.versions[*].state")).containsExactly("草稿", "已公开");
        assertThat(JsonPath.<String>read(head, "$.current.correctionReason")).isEqualTo(HOSTILE);
        String difference = body(get(EDITOR, "/" + id + "/difference"));
        assertThat(JsonPath.<List<Integer>>read(
                        difference, "$.cells[?(@.topic == '三公经费' && @.row == '公务接待费')].beforeFen"))
                .contains(3_210_00);
        assertThat(JsonPath.<List<Integer>>read(
                        difference, "$.cells[?(@.topic == '三公经费' && @.row == '公务接待费')].afterFen"))
                .contains(4_210_00);
        assertThat(body(get(EDITOR, "/" + id + "/difference?version=1"))).contains("\"cells\":[]");
        assertThat(get(EDITOR, "/" + id + "/cell?version=1&topic=三公经费&row=公务接待费&column=金额"))
                .bodyJson()
                .extractingPath("$.fen")
                .isEqualTo(3_210_00);
        assertThat(JsonPath.<List<String>>read(body(get(EDITOR, "/" + id + "/trail")), "$[*].opinion"))
                .contains(HOSTILE);
    }

    // ---- what must not come out

    private static void harmless(String page) {
        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>alert", "<img src=x");
    }

    /** No formula but sums of its own cells, and the texts are there as texts. */
    private static void harmlessWorkbook(byte[] content) throws IOException {
        List<String> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(content))) {
            workbook.forEach(sheet -> sheet.forEach(row -> {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCellFormula())
                                .as("%s %s", sheet.getSheetName(), cell.getAddress())
                                .matches("(SUM\\(|[A-Z]{1,2}\\d{1,3}|[-+,:)])+");
                    }
                    if (cell.getCellType() == CellType.STRING) {
                        texts.add(cell.getStringCellValue());
                    }
                }
            }));
        }
        assertThat(texts).anySatisfy(text -> assertThat(text).contains(FORMULA + HOSTILE));
    }

    private byte[] file(long id, String format, String start) {
        MvcTestResult answer = get(EDITOR, "/" + id + "/files/" + format);
        assertThat(answer)
                .hasStatusOk()
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        String disposition = String.valueOf(answer.getResponse().getHeader("Content-Disposition"));
        assertThat(disposition).startsWith("attachment;").contains("filename*=UTF-8''");
        String name = java.net.URLDecoder.decode(
                disposition.replaceAll(".*filename\\*=UTF-8''([^;]*).*", "$1"), StandardCharsets.UTF_8);
        assertThat(name).startsWith(start).contains("样例市医疗保障局").endsWith("." + format);
        return answer.getResponse().getContentAsByteArray();
    }

    // ---- calls

    private void write(long id, String kind, String key, String body) {
        assertThat(send(EDITOR, HttpMethod.PUT, "/" + id + "/words", word(kind, key, body, 0)))
                .as(key)
                .hasStatusOk();
    }

    private static Map<String, Object> word(String kind, String key, String body, int version) {
        return Map.of("kind", kind, "key", key, "body", body, "version", version);
    }

    private void step(RequestPostProcessor who, long id, String step, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("version", version(id));
        assertThat(send(who, HttpMethod.POST, "/" + id + "/" + step, body))
                .as(step)
                .hasStatusOk();
    }

    private int version(long id) {
        return JsonPath.read(body(get(EDITOR, "/" + id)), "$.current.version");
    }

    private MvcTestResult get(RequestPostProcessor who, String uri) {
        URI encoded = UriComponentsBuilder.fromUriString("/api/accounts/documents" + uri)
                .encode()
                .build()
                .toUri();
        return http.get().uri(encoded).with(who).exchange();
    }

    private MvcTestResult send(RequestPostProcessor who, HttpMethod method, String uri, Map<String, Object> body) {
        return http.method(method)
                .uri("/api/accounts/documents" + uri)
                .with(who)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonPath.parse(body).jsonString())
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static void refused(MvcTestResult answer, int status, String code, String... words) {
        assertThat(answer).hasStatus(status);
        assertThat(body(answer)).contains(code).contains(words);
    }
}
