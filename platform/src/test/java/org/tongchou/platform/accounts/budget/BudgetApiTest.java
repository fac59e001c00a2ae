package org.tongchou.platform.accounts.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
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
import org.tongchou.platform.accounts.ProjectMoney.FundMoney;
import org.tongchou.platform.accounts.Projects;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.identity.Units;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BudgetApiTest {
    private static final RequestPostProcessor CLERK = TestActors.with(
            "accounts.book.view", "accounts.budget.edit", "accounts.project.edit", "accounts.budget.export");
    private static final String INITIAL = """
            {'bookId': BOOK, 'unitId': OWN, 'kind': 'budget_initial', 'date': '2024-01-01', 'projectId': PROJECT,
             'functionalCode': '2101599', 'economicCode': '30227', 'fund': '一般公共预算', 'nature': '项目支出', 'fen': 1000000}
            """;
    private static final String ADJUSTMENT = """
            {'bookId': BOOK, 'unitId': OWN, 'projectId': PROJECT, 'functionalCode': '2101599', 'economicCode': '30227',
             'fund': '一般公共预算', 'nature': '项目支出', 'seenFen': 1000000, 'fen': 250000,
             'documentNumber': '样财预〔2024〕8号', 'reason': '追加宣传经费', 'date': '2024-09-02'}
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
    private Projects projects;

    @Autowired
    private JdbcClient database;

    private ApiFixture api;

    @BeforeAll
    void create() {
        api = ApiFixture.create(http, units, books, database);
    }

    @Test
    void drawsUpAdjustsAndExecutes() throws Exception {
        assertThat(api.post(CLERK, "/budget/entries", INITIAL)).hasStatus(HttpStatus.CREATED);
        assertThat(api.post(CLERK, "/budget/adjustments", ADJUSTMENT.replace("样财预〔2024〕8号", "")))
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("文号");
        assertThat(api.post(CLERK, "/budget/adjustments", ADJUSTMENT.replace("追加宣传经费", " ")))
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("调整原因");
        assertThat(api.post(CLERK, "/budget/adjustments", ADJUSTMENT.replace("250000", "-1000001")))
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-BKS-212");

        assertThat(adjustAtOnce(6)).as("one of six wins").isEqualTo(1);
        var conflict = api.post(CLERK, "/budget/adjustments", ADJUSTMENT);
        assertThat(conflict).hasStatus(HttpStatus.CONFLICT);
        assertThat(conflict)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .contains("10,000.00 元")
                .contains("12,500.00 元");

        long own = api.books().units().own().id();
        ledger.postOne(
                BookFixture.CLERK,
                api.books().book().id(),
                api.books()
                        .entry(
                                own,
                                org.tongchou.platform.accounts.EntryKind.EXPENSE,
                                api.books().ownProject(),
                                "30227",
                                "一般公共预算",
                                "项目支出",
                                500_000));
        var items = api.get(
                CLERK,
                "/budget/items?bookId={b}&sort=-initialFen",
                api.books().book().id());
        assertThat(items).bodyJson().extractingPath("$.items[0].totalFen").isEqualTo(1250000);
        assertThat(items).bodyJson().extractingPath("$.items[0].adjustmentFen").isEqualTo(250000);
        assertThat(items).bodyJson().extractingPath("$.totals.rateMillionths").isEqualTo(400000);
        assertThat(projects.get(BookFixture.CLERK, api.books().ownProject()).funds())
                .containsExactly(new FundMoney("一般公共预算", 1_000_000, 1_250_000, 500_000));
        assertThat(projects.list(BookFixture.CLERK, 2024)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(api.get(
                        CLERK, "/budget/balance?bookId={b}", api.books().book().id()))
                .bodyJson()
                .extractingPath("$[0].expenditureFen")
                .isEqualTo(1000000);
        assertThat(api.get(
                        CLERK,
                        "/budget/items/export?bookId={b}",
                        api.books().book().id()))
                .hasStatusOk();
        assertThat(api.get(
                        CLERK,
                        "/budget/income/export?bookId={b}&format=csv",
                        api.books().book().id()))
                .hasStatusOk();
    }

    private long adjustAtOnce(int people) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            List<Future<Integer>> answers = IntStream.range(0, people)
                    .mapToObj(n -> threads.submit(() -> api.post(CLERK, "/budget/adjustments", ADJUSTMENT)
                            .getResponse()
                            .getStatus()))
                    .toList();
            long won = 0;
            for (Future<Integer> answer : answers) {
                won += answer.get() == 201 ? 1 : 0;
            }
            return won;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void budgetsOfIncomeHaveTheirOwnSources() {
        String income = """
                {'bookId': BOOK, 'unitId': OWN, 'kind': 'budget_income', 'date': '2024-01-01',
                 'functionalCode': '2101501', 'fund': '财政专户', 'fen': 7700}
                """;
        assertThat(api.post(CLERK, "/budget/entries", income)).hasStatus(HttpStatus.CREATED);
        assertThat(api.post(CLERK, "/budget/entries", income.replace("财政专户", "其他资金")))
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("收入来源");
        assertThat(api.post(CLERK, "/budget/entries", income.replace("budget_income", "income")))
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-BKS-210");
        assertThat(api.get(
                        CLERK,
                        "/budget/income?bookId={b}&fund=财政专户",
                        api.books().book().id()))
                .bodyJson()
                .extractingPath("$.totals.budgetFen")
                .isEqualTo(7700);
    }

    @Test
    void projectsAreChangedByOneAtATime() {
        var made = api.post(
                CLERK,
                "/projects",
                "{'bookId': BOOK, 'unitId': OWN, 'code': 'P77', 'name': '<b>监管</b>', 'category': '专项', 'goal': ''}");
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(made).bodyJson().extractingPath("$.name").isEqualTo("<b>监管</b>");
        String path = "/projects/" + ApiFixture.id(made);
        String change = "{'unitId': OWN, 'code': 'P77', 'name': '基金监管', 'active': true, 'version': 1}";
        assertThat(api.put(CLERK, path, change)).hasStatusOk();
        var late = api.put(CLERK, path, change.replace("基金监管", "别的"));
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(late).bodyJson().extractingPath("$.message").asString().contains("已被测试用户于");
        assertThat(api.get(CLERK, path)).bodyJson().extractingPath("$.name").isEqualTo("基金监管");
        assertThat(api.post(CLERK, "/projects", "{'bookId': BOOK, 'unitId': OWN, 'code': 'P77', 'name': '又一个'}"))
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("E-BKS-201");
        assertThat(api.post(CLERK, "/projects", "{'bookId': BOOK, 'unitId': OWN, 'code': ' ', 'name': '又一个'}"))
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("项目编码");
    }

    @Test
    void needsTheRightAndTheScope() {
        RequestPostProcessor reader = TestActors.with("accounts.book.view");
        assertThat(api.post(reader, "/budget/entries", INITIAL)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.post(reader, "/budget/adjustments", ADJUSTMENT)).hasStatus(HttpStatus.FORBIDDEN);
        RequestPostProcessor centre = TestActors.in(
                List.of(api.books().units().centre().id()), "accounts.book.view", "accounts.project.edit");
        assertThat(api.get(centre, "/projects/" + api.books().ownProject())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.post(centre, "/projects", "{'bookId': BOOK, 'unitId': OWN, 'code': 'X', 'name': '越权'}"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
