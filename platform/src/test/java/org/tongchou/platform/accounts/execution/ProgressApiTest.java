package org.tongchou.platform.accounts.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.tongchou.platform.accounts.EntryKind;
import org.tongchou.platform.accounts.book.BookFixture;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.accounts.book.Ledger;
import org.tongchou.platform.accounts.book.NewEntry;
import org.tongchou.platform.identity.Units;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressApiTest {
    private static final RequestPostProcessor CLERK = TestActors.with(
            "accounts.book.view", "accounts.execution.explain", "accounts.execution.limit", "accounts.entry.export");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private Ledger ledger;

    @Autowired
    private ProgressTasks tasks;

    @Autowired
    private JdbcClient database;

    private ApiFixture api;

    @BeforeAll
    void create() {
        api = ApiFixture.create(http, units, books, database);
        BookFixture book = api.books();
        NewEntry budget = book.entry(
                book.units().own().id(),
                EntryKind.BUDGET_INITIAL,
                book.ownProject(),
                "30227",
                "一般公共预算",
                "项目支出",
                100_000_000);
        NewEntry december = BookFixture.on(LocalDate.of(2024, 12, 20)).apply(book.spent(30_000_000));
        ledger.post(BookFixture.CLERK, book.book().id(), List.of(budget, book.spent(20_000_000), december));
    }

    @Test
    void warnsUntilAReasonIsGiven() {
        long book = api.books().book().id();
        var before = api.get(CLERK, "/execution/progress?bookId={b}", book);
        assertThat(before).bodyJson().extractingPath("$.total.rateMillionths").isEqualTo(500000);
        assertThat(before).bodyJson().extractingPath("$.asOf").isEqualTo("2024-12-31");
        assertThat(before)
                .bodyJson()
                .extractingPath("$.warnings[?(@.projectId == " + api.books().ownProject() + ")].code")
                .asArray()
                .containsExactlyInAnyOrder("year_end_rate", "december_share");
        assertThat(before)
                .bodyJson()
                .extractingPath("$.warnings[?(@.code == 'round_sum')].sentence")
                .asArray()
                .containsExactly("100,000.00 元以上的整万元支出 2 笔，合计 500,000.00 元");
        assertThat(waiting()).isEqualTo("4 项预警需要说明原因");

        String reason =
                "{'bookId': BOOK, 'unitId': OWN, 'projectId': PROJECT, 'code': 'year_end_rate', 'reason': '<i>验收推迟</i>', 'version': 0}";
        assertThat(api.put(CLERK, "/execution/reasons", reason)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(waiting()).isEqualTo("3 项预警需要说明原因");
        assertThat(api.put(CLERK, "/execution/reasons", reason)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.put(CLERK, "/execution/reasons", reason.replace("'version': 0", "'version': 1")))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(api.put(CLERK, "/execution/reasons", reason.replace("PROJECT", "99999")))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(api.put(CLERK, "/execution/reasons", reason.replace("<i>验收推迟</i>", " ")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.get(CLERK, "/execution/progress/export?bookId={b}", book))
                .hasStatusOk();
        assertThat(api.get(CLERK, "/execution/progress?bookId={b}&month=13", book))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.get(CLERK, "/execution/progress?bookId={b}&month=6", book))
                .bodyJson()
                .extractingPath("$.months.length()")
                .isEqualTo(6);
    }

    private String waiting() {
        return tasks.waitingFor(TestActors.actor("accounts.execution.explain"))
                .get(0)
                .state();
    }

    @Test
    void limitsAreDataWithASource() {
        String change = "{'value': 120000, 'severity': '提示', 'source': '局内控办法', 'version': 1}";
        assertThat(api.put(CLERK, "/execution/limits/behind_time", change)).hasStatusOk();
        assertThat(api.put(CLERK, "/execution/limits/behind_time", change)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.put(CLERK, "/execution/limits/no_expense_month", change))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.put(CLERK, "/execution/limits/behind_time", change.replace("局内控办法", "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.get(CLERK, "/execution/limits"))
                .bodyJson()
                .extractingPath("$[?(@.code == 'behind_time')].source")
                .asArray()
                .containsExactly("局内控办法");
    }

    @Test
    void needsTheRightAndTheScope() {
        RequestPostProcessor reader = TestActors.with("accounts.book.view");
        assertThat(api.put(reader, "/execution/reasons", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.put(reader, "/execution/limits/round_sum", "{}")).hasStatus(HttpStatus.FORBIDDEN);
        RequestPostProcessor centre =
                TestActors.in(List.of(api.books().units().centre().id()), "accounts.book.view");
        assertThat(api.get(
                        centre,
                        "/execution/progress?bookId={b}&unitId={u}",
                        api.books().book().id(),
                        api.books().units().own().id()))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(tasks.waitingFor(
                        TestActors.actorIn(List.of(api.books().units().county().id()), "accounts.execution.explain")))
                .isEmpty();
        assertThat(Set.copyOf(tasks.waitingFor(TestActors.actor()))).isEmpty();
    }
}
