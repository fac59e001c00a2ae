package org.tongchou.platform.accounts.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.accounts.ApiFixture;
import org.tongchou.platform.identity.Units;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntryApiTest {
    private static final RequestPostProcessor CLERK = TestActors.with(
            "accounts.book.view",
            "accounts.book.open",
            "accounts.entry.post",
            "accounts.entry.reverse",
            "accounts.entry.export");
    private static final String ENTRY = """
            {'bookId': BOOK, 'unitId': OWN, 'kind': 'expense', 'date': '2024-06-18', 'voucherNo': '记-0618',
             'summary': '=HYPERLINK("x")<script>alert(1)</script>', 'counterparty': '样例供应商', 'projectId': PROJECT,
             'functionalCode': '2101301', 'economicCode': '30305', 'fund': '一般公共预算', 'nature': '项目支出', 'fen': 123456}
            """;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcClient database;

    private ApiFixture api;

    @BeforeAll
    void create() {
        api = ApiFixture.create(http, units, books, database);
    }

    @Test
    void entersListsAndReversesAnEntry() {
        var made = api.post(CLERK, "/entries", ENTRY.replace("=HYPERLINK(\"x\")<script>alert(1)</script>", "救助金"));
        assertThat(made).hasStatus(HttpStatus.CREATED);
        long id = ApiFixture.id(made);
        assertThat(made).bodyJson().extractingPath("$.functionalName").isEqualTo("城乡医疗救助");
        long book = api.books().book().id();
        assertThat(api.get(CLERK, "/entries?bookId={b}&text=救助金&functionalCode=21013", book))
                .bodyJson()
                .extractingPath("$.totals.fen")
                .isEqualTo(123456);
        var mirror = api.post(CLERK, "/entries/" + id + "/reversal", "{'reason': '重复'}");
        assertThat(mirror).hasStatus(HttpStatus.CREATED);
        assertThat(ApiFixture.number(mirror, "$.reverses")).isEqualTo(id);
        assertThat(api.post(CLERK, "/entries/" + id + "/reversal", "{'reason': '重复'}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(api.get(CLERK, "/entries?bookId={b}&functionalCode=21013&state=live&text=救助金", book))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(api.get(CLERK, "/entries?bookId={b}&functionalCode=21013&state=reversed&maxFen=0", book))
                .bodyJson()
                .extractingPath("$.items[0].summary")
                .isEqualTo("冲销：重复");
    }

    @Test
    void namesFieldValueAndExpectation() {
        refused(ENTRY.replace("2101301", "2990000"), "E-BKS-107", "功能分类科目");
        refused(ENTRY.replace("2101301", "21013"), "E-BKS-107", "功能分类科目");
        refused(ENTRY.replace("30305", "303"), "E-BKS-108", "经济分类科目");
        refused(ENTRY.replace("一般公共预算", "财政专户"), "E-BKS-109", "资金性质");
        refused(ENTRY.replace("项目支出", "其他"), "E-BKS-110", "支出性质");
        refused(ENTRY.replace("PROJECT", "null"), "E-BKS-111", "项目");
        refused(ENTRY.replace("项目支出", "基本支出"), "E-BKS-111", "项目");
        refused(ENTRY.replace("123456", "0"), "E-BKS-112", "金额");
        refused(ENTRY.replace("123456", "1000000000000001"), "E-BKS-112", "金额");
        refused(ENTRY.replace("123456", "-9223372036854775808"), "E-BKS-112", "金额");
        refused(ENTRY.replace("2024-06-18", "2025-01-01"), "E-BKS-102", "日期");
        refused(ENTRY.replace("'expense'", "'budget_initial'"), "E-BKS-100", "类别");
        refused(ENTRY.replace("'expense'", "'nothing'"), "E-BKS-100", "类别");
        refused(ENTRY.replace("'fen': 123456", "'fen': null"), "E-PLT-020", "金额");
        refused(ENTRY.replace("OWN", "999999"), "E-BKS-101", "单位");
        refused(ENTRY.replace("记-0618", "一\\n二"), "E-BKS-106", "凭证号");
    }

    private void refused(String json, String code, String field) {
        var answer = api.post(CLERK, "/entries", json.replace("=HYPERLINK(\"x\")<script>alert(1)</script>", ""));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
        assertThat(answer).bodyJson().extractingPath("$.message").asString().contains(field);
    }

    @Test
    void needsTheRightAndTheScope() {
        long book = api.books().book().id();
        RequestPostProcessor nobody = TestActors.with("other");
        assertThat(api.get(nobody, "/entries?bookId={b}", book)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.post(nobody, "/entries", ENTRY)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.get(nobody, "/entries/export?bookId={b}", book)).hasStatus(HttpStatus.FORBIDDEN);
        RequestPostProcessor county =
                TestActors.in(List.of(api.books().units().county().id()), "accounts.book.view");
        assertThat(api.get(county, "/entries?bookId={b}", book)).hasStatus(HttpStatus.NOT_FOUND);
        RequestPostProcessor centre =
                TestActors.in(List.of(api.books().units().centre().id()), "accounts.book.view");
        ledger.postOne(BookFixture.CLERK, book, api.books().basic(31));
        assertThat(api.get(centre, "/entries?bookId={b}", book))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(api.get(centre, "/books"))
                .bodyJson()
                .extractingPath("$[0].units.length()")
                .isEqualTo(1);
    }

    @Test
    void listsOnlyBySortableColumns() {
        assertThat(api.get(
                        CLERK,
                        "/entries?bookId={b}&sort={s}",
                        api.books().book().id(),
                        "fen; drop table accounts.entry"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void exportsExactlyTheFilterWithTextsAsTexts() throws IOException {
        long book = api.books().book().id();
        NewEntry hostile = new NewEntry(
                api.books().units().own().id(),
                org.tongchou.platform.accounts.EntryKind.EXPENSE,
                java.time.LocalDate.of(2024, 7, 1),
                "导出-1",
                "=HYPERLINK(\"http://x\")<script>",
                "@SUM(A1)",
                null,
                "2101501",
                "30201",
                "一般公共预算",
                "基本支出",
                -1_234_50L);
        ledger.postOne(BookFixture.CLERK, book, hostile);
        ledger.postOne(BookFixture.CLERK, book, api.books().basic(99));
        var answer = api.get(CLERK, "/entries/export?bookId={b}&kinds=expense&text=导出-1", book);
        assertThat(answer).hasStatusOk();
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(0).getCellText(0)).isEqualTo("2024年度支出明细");
            assertThat(rows.get(1).getCellText(0)).isEqualTo("单位：元");
            Row row = rows.get(3);
            assertThat(row.getCellText(5)).isEqualTo("=HYPERLINK(\"http://x\")<script>");
            assertThat(row.getCell(5).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(14).getType()).isEqualTo(CellType.NUMBER);
            assertThat(row.getCell(14).asNumber()).isEqualByComparingTo("-1234.50");
            assertThat(rows.get(4).getCellText(0)).isEqualTo("合计");
        }
        assertThat(database.sql("select count(*) from audit.entry where action = 'accounts.book.export'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void opensAndClosesBooks() {
        String bureau = Long.toString(api.books().units().bureau().id());
        var made = api.post(CLERK, "/books", "{'bureauId': " + bureau + ", 'year': 2026}");
        assertThat(made).hasStatus(HttpStatus.CREATED);
        long id = ApiFixture.id(made);
        assertThat(api.post(CLERK, "/books", "{'bureauId': " + bureau + ", 'year': 2026}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(api.post(CLERK, "/books", "{'bureauId': OWN, 'year': 2026}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.put(CLERK, "/books/" + id, "{'open': false, 'version': 1}"))
                .hasStatusOk();
        assertThat(api.put(CLERK, "/books/" + id, "{'open': true, 'version': 1}"))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(api.get(CLERK, "/books/" + id + "/words"))
                .bodyJson()
                .extractingPath("$.functional.length()")
                .asNumber()
                .satisfies(count -> assertThat(count.intValue()).isGreaterThan(50));
    }
}
