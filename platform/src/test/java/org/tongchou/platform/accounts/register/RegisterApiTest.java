package org.tongchou.platform.accounts.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.identity.Units;

@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterApiTest {
    private static final RequestPostProcessor CLERK =
            TestActors.with("accounts.book.view", "accounts.register.edit", "accounts.register.export");
    private static final String CONTRACT = """
            {'bookId': BOOK, 'unitId': OWN, 'projectId': PROJECT, 'number': 'CG-2024-01', 'name': '信息系统运维',
             'kind': '服务', 'supplier': '=1+1 样例科技', 'sme': true, 'micro': false, 'fen': 4500000, 'signedOn': '2024-04-02',
             'version': 1}
            """;
    private static final String VEHICLE = """
            {'bookId': BOOK, 'unitId': OWN, 'kind': '车辆', 'purpose': '机要通信用车', 'number': 'ZC-01', 'name': '轿车',
             'fen': 15000000, 'boughtOn': '2019-05-06', 'version': 1}
            """;
    private static final String TRIP = """
            {'bookId': BOOK, 'unitId': OWN, 'kind': '因公出国', 'date': '2024-10-11', 'name': '培训团', 'purpose': '业务培训',
             'times': 1, 'people': 2, 'version': 1}
            """;
    private static final String PRIOR = """
            {'bookId': BOOK, 'unitId': 0, 'key': '收入总计', 'value': 140841100.55, 'source': '2023 年度部门决算', 'version': 1}
            """;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Books books;

    @Autowired
    private JdbcClient database;

    private ApiFixture api;

    @BeforeAll
    void create() {
        api = ApiFixture.create(http, units, books, database);
    }

    @Test
    void contractsAreEnteredChangedAndCancelled() {
        var made = api.post(CLERK, "/contracts", CONTRACT);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(api.post(CLERK, "/contracts", CONTRACT)).hasStatus(HttpStatus.CONFLICT);
        refused(
                "/contracts",
                CONTRACT.replace("'micro': false", "'micro': true").replace("'sme': true", "'sme': false"),
                "是否中小企业");
        refused("/contracts", CONTRACT.replace("'服务'", "'其他'"), "采购类别");
        refused("/contracts", CONTRACT.replace("4500000", "0"), "合同金额");
        refused("/contracts", CONTRACT.replace("2024-04-02", "2023-04-02"), "签订日期");
        refused("/contracts", CONTRACT.replace("PROJECT", "99999"), "项目");
        String path = "/contracts/" + ApiFixture.id(made);
        assertThat(api.put(CLERK, path, CONTRACT.replace("4500000", "4600000"))).hasStatusOk();
        assertThat(api.put(CLERK, path, CONTRACT)).hasStatus(HttpStatus.CONFLICT);
        var list = api.get(
                CLERK,
                "/contracts?bookId={b}&enterprise=中小企业&kind=服务",
                api.books().book().id());
        assertThat(list).bodyJson().extractingPath("$.totals.smeFen").isEqualTo(4600000);
        assertThat(list).bodyJson().extractingPath("$.items[0].supplier").isEqualTo("=1+1 样例科技");
        assertThat(api.get(
                        CLERK,
                        "/contracts/export?bookId={b}",
                        api.books().book().id()))
                .hasStatusOk();
        assertThat(api.post(CLERK, path + "/cancellation", "{'reason': '', 'version': 2}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(api.post(CLERK, path + "/cancellation", "{'reason': '重复登记', 'version': 2}"))
                .hasStatusOk();
        assertThat(api.put(CLERK, path, CONTRACT.replace("'version': 1", "'version': 3")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(api.post(CLERK, "/contracts", CONTRACT)).hasStatus(HttpStatus.CREATED);
    }

    @Test
    void assetsAreHeldUntilDisposedOf() {
        long book = api.books().book().id();
        var made = api.post(CLERK, "/assets", VEHICLE);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        refused("/assets", VEHICLE.replace("机要通信用车", "私家车"), "车辆用途");
        refused("/assets", VEHICLE.replace("车辆", "大型设备").replace("ZC-01", "ZC-02"), "资产价值");
        refused("/assets", VEHICLE.replace("'version'", "'disposedOn': '2019-01-01', 'version'"), "处置日期");
        assertThat(api.post(CLERK, "/assets", VEHICLE)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.get(CLERK, "/assets?bookId={b}", book))
                .bodyJson()
                .extractingPath("$.totals.vehicles")
                .isEqualTo(1);
        String path = "/assets/" + ApiFixture.id(made);
        assertThat(api.put(CLERK, path, VEHICLE.replace("'version'", "'disposedOn': '2024-12-30', 'version'")))
                .hasStatusOk();
        assertThat(api.get(CLERK, "/assets?bookId={b}", book))
                .bodyJson()
                .extractingPath("$.totals.vehicles")
                .isEqualTo(0);
        assertThat(api.get(CLERK, "/assets?bookId={b}&held=false", book))
                .bodyJson()
                .extractingPath("$.totals.vehicles")
                .isEqualTo(1);
        assertThat(api.post(CLERK, path + "/cancellation?bookId=" + book, "{'reason': '登记错误', 'version': 2}"))
                .hasStatusOk();
        assertThat(api.get(CLERK, "/assets/export?bookId={b}&held=false", book)).hasStatusOk();
    }

    @Test
    void eventsCountGroupsAndPeople() {
        long book = api.books().book().id();
        var made = api.post(CLERK, "/three-public", TRIP);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        refused("/three-public", TRIP.replace("'people': 2", "'people': 0"), "人次");
        refused("/three-public", TRIP.replace("'times': 1", "'times': 0"), "次数");
        refused("/three-public", TRIP.replace("因公出国", "旅游"), "事项类别");
        assertThat(api.post(
                        CLERK,
                        "/three-public",
                        TRIP.replace("因公出国", "公务用车购置").replace("'people': 2", "'people': null")))
                .hasStatus(HttpStatus.CREATED);
        var list = api.get(CLERK, "/three-public?bookId={b}", book);
        assertThat(list).bodyJson().extractingPath("$.totals.travellers").isEqualTo(2);
        assertThat(list).bodyJson().extractingPath("$.totals.vehicles").isEqualTo(1);
        String path = "/three-public/" + ApiFixture.id(made);
        assertThat(api.put(CLERK, path, TRIP.replace("'people': 2", "'people': 3")))
                .hasStatusOk();
        assertThat(api.put(CLERK, path, TRIP)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.post(CLERK, path + "/cancellation", "{'reason': '取消出访', 'version': 2}"))
                .hasStatusOk();
        assertThat(api.get(CLERK, "/three-public?bookId={b}", book))
                .bodyJson()
                .extractingPath("$.totals.groups")
                .isEqualTo(0);
        assertThat(api.get(CLERK, "/three-public/export?bookId={b}", book)).hasStatusOk();
    }

    @Test
    void lastYearsFiguresHaveKnownKeys() {
        var made = api.post(CLERK, "/prior-figures", PRIOR);
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(made).bodyJson().extractingPath("$.unitName").isEqualTo("部门汇总");
        refused("/prior-figures", PRIOR.replace("收入总计", "收入"), "数据项");
        refused("/prior-figures", PRIOR.replace("140841100.55", "1.005"), "数值");
        refused("/prior-figures", PRIOR.replace("2023 年度部门决算", ""), "来源");
        assertThat(api.post(CLERK, "/prior-figures", PRIOR)).hasStatus(HttpStatus.CONFLICT);
        String path = "/prior-figures/" + ApiFixture.id(made);
        assertThat(api.put(CLERK, path, PRIOR.replace("140841100.55", "1"))).hasStatusOk();
        assertThat(api.put(CLERK, path, PRIOR)).hasStatus(HttpStatus.CONFLICT);
        assertThat(api.get(
                        CLERK,
                        "/prior-figures/export?bookId={b}",
                        api.books().book().id()))
                .hasStatusOk();
    }

    @Test
    void needsTheRightAndTheScope() {
        RequestPostProcessor reader = TestActors.with("accounts.book.view");
        for (String path : List.of("/contracts", "/assets", "/three-public", "/prior-figures")) {
            assertThat(api.post(reader, path, "{}")).hasStatus(HttpStatus.FORBIDDEN);
            assertThat(api.get(
                            reader,
                            path + "/export?bookId={b}",
                            api.books().book().id()))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        RequestPostProcessor centre = TestActors.in(
                List.of(api.books().units().centre().id()), "accounts.book.view", "accounts.register.edit");
        assertThat(api.post(centre, "/contracts", CONTRACT)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(api.post(centre, "/prior-figures", PRIOR)).hasStatus(HttpStatus.FORBIDDEN);
    }

    private void refused(String path, String json, String field) {
        var answer = api.post(CLERK, path, json);
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
    }
}
