package org.tongchou.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.tongchou.platform.provider.ProviderFixture.CLERK;
import static org.tongchou.platform.provider.ProviderFixture.SECOND;

import com.jayway.jsonpath.JsonPath;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.money.Rate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.act.ActKind;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreement;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Institutions, staff, agreements and villages over HTTP and a real database. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderApiTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Institutions institutions;

    @Autowired
    private Agreements agreements;

    @Autowired
    private Acts acts;

    @Autowired
    private Providers providers;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Region region;

    @Autowired
    private Units units;

    private ProviderFixture fixture;

    @BeforeAll
    void create() {
        fixture = ProviderFixture.create(institutions, agreements, acts, database, region, units);
    }

    @Test
    void institutionsAreEnteredCorrectedAndScoped() {
        String body = """
                {'code': 'P35990100009', 'name': '样例药店', 'kind': '零售药店', 'tcm': false, 'level': '11', 'county': '359901',
                 'town': '样例街道', 'address': '样例路 9 号', 'opened': '2020-01-01', 'longitude': 119.3, 'latitude': 26.1, 'version': 1}
                """;
        assertThat(post(CLERK, "/institutions", body)).hasStatus(HttpStatus.CREATED);
        assertThat(post(CLERK, "/institutions", body)).hasStatus(HttpStatus.CONFLICT);
        refused(body.replace("P35990100009", "H35990100009"), "机构编码");
        refused(body.replace("'11'", "'12'"), "等级");
        refused(body.replace("359901'", "359999'"), "区县");
        refused(body.replace("119.3", "19.3"), "经度");
        refused(body.replace("'town'", "'creditCode': '91350000000000000X', 'town'"), "统一社会信用代码");
        assertThat(put(CLERK, "/institutions/P35990100009", body.replace("样例药店", "样例大药房")))
                .hasStatusOk();
        assertThat(put(CLERK, "/institutions/P35990100009", body)).hasStatus(HttpStatus.CONFLICT);
        Actor elsewhere = TestActors.actorIn(
                List.of(fixture.units().county().id()), "provider.institution.view", "provider.institution.edit");
        assertThat(get(elsewhere, "/institutions/P35990100009")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(elsewhere, "/institutions?text=样例大药房"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(get(CLERK, "/institutions/export")).hasStatusOk();
        assertThat(get(CLERK, "/words"))
                .bodyJson()
                .extractingPath("$.counties.length()")
                .isEqualTo(2);
    }

    @Test
    void levelsAndAccountsTakeASecondPerson() {
        fixture.hospital("H35990100002");
        String path = "/institutions/H35990100002/acts";
        var proposed = post(CLERK, path, "{'kind': 'LEVEL', 'onDate': '2025-07-01', 'reason': '评审定级', 'level': '05'}");
        assertThat(proposed).hasStatus(HttpStatus.CREATED);
        assertThat(post(CLERK, path, "{'kind': 'LEVEL', 'onDate': '2025-08-01', 'reason': '重复', 'level': '05'}"))
                .hasStatus(HttpStatus.CONFLICT);
        String act = "/acts/" + id(proposed) + "/decision";
        assertThat(post(CLERK, act, "{'approved': true}")).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(SECOND, act, "{'approved': false}")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(SECOND, act, "{'approved': true}")).hasStatusOk();
        assertThat(post(SECOND, act, "{'approved': true}")).hasStatus(HttpStatus.CONFLICT);
        assertThat(providers
                        .find("H35990100002", LocalDate.of(2025, 6, 30))
                        .orElseThrow()
                        .level())
                .isEqualTo("02");
        assertThat(providers
                        .find("H35990100002", LocalDate.of(2025, 7, 1))
                        .orElseThrow()
                        .level())
                .isEqualTo("05");
        var account = post(
                CLERK,
                path,
                "{'kind': 'ACCOUNT', 'onDate': '2025-07-01', 'reason': '开户', 'holder': '样例医院', 'bank': '样例银行', 'account': '3500000000000001'}");
        assertThat(account).hasStatus(HttpStatus.CREATED);
        assertThat(body(account)).doesNotContain("3500000000000001", "密文", "sealed");
        assertThat(providers.payee("H35990100002")).isEmpty();
        assertThat(post(SECOND, "/acts/" + id(account) + "/decision", "{'approved': true}"))
                .hasStatusOk();
        assertThat(providers.payee("H35990100002").orElseThrow().account()).isEqualTo("3500000000000001");
        assertThat(body(get(CLERK, "/institutions/H35990100002"))).doesNotContain("3500000000000001");
        assertThat(post(CLERK, "/institutions/H35990100002/account-reveal", "{}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(post(SECOND, "/institutions/H35990100002/account-reveal", "{}"))
                .bodyJson()
                .extractingPath("$.account")
                .isEqualTo("3500000000000001");
        assertThat(database.sql(
                                "select count(*) from audit.entry where before::text || after::text like '%3500000000000001%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(get(CLERK, "/institutions/H35990100002/trail"))
                .bodyJson()
                .extractingPath("$.length()")
                .isEqualTo(2);
    }

    @Test
    void anAgreementGoesFromApplicationToReadmission() {
        fixture.hospital("H35990100003");
        assertThat(post(
                        CLERK,
                        "/institutions/H35990100003/applications",
                        "{'onDate': '2026-01-01', 'materials': ['人员名册']}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        Agreement made = fixture.signed("H35990100003", DAY, "样医协〔2026〕3号");
        assertThat(made.state()).isEqualTo("生效");
        assertThat(made.score()).isEqualByComparingTo("95");
        assertThat(inForce("H35990100003", DAY)).isTrue();
        assertThat(inForce("H35990100003", DAY.minusDays(1))).isFalse();
        assertThatThrownBy(() -> fixture.apply("H35990100003", DAY.plusDays(9))).hasMessageContaining("没有到期的协议");
        fixture.step(made.id(), ActKind.SUSPEND, LocalDate.of(2026, 3, 1), "", LocalDate.of(2026, 5, 31));
        assertThat(inForce("H35990100003", LocalDate.of(2026, 4, 1))).isTrue();
        fixture.approve(made.id());
        assertThat(inForce("H35990100003", LocalDate.of(2026, 4, 1))).isFalse();
        assertThat(inForce("H35990100003", LocalDate.of(2026, 6, 1))).isTrue();
        fixture.step(made.id(), ActKind.RESUME, LocalDate.of(2026, 4, 16), "", null);
        fixture.approve(made.id());
        assertThat(inForce("H35990100003", LocalDate.of(2026, 4, 15))).isFalse();
        assertThat(inForce("H35990100003", LocalDate.of(2026, 4, 16))).isTrue();
        assertThatThrownBy(() -> fixture.step(made.id(), ActKind.RENEW, DAY, "样医协〔2026〕3号", null))
                .hasMessageContaining("没有用过的协议编号");
        var renewal = "{'kind': 'RENEW', 'onDate': '2027-11-01', 'number': '样医协〔2028〕3号', 'ends': '2028-12-31'}";
        assertThat(post(CLERK, "/agreements/" + made.id() + "/steps", renewal)).hasStatusOk();
        fixture.approve(made.id());
        assertThat(inForce("H35990100003", LocalDate.of(2028, 6, 1))).isTrue();
        fixture.step(made.id(), ActKind.TERMINATE, LocalDate.of(2026, 9, 1), "", LocalDate.of(2027, 8, 31));
        fixture.approve(made.id());
        assertThat(inForce("H35990100003", LocalDate.of(2026, 8, 31))).isTrue();
        assertThat(inForce("H35990100003", LocalDate.of(2026, 9, 1))).isFalse();
        assertThat(inForce("H35990100003", LocalDate.of(2028, 6, 1))).isFalse();
        assertThatThrownBy(() -> fixture.apply("H35990100003", LocalDate.of(2027, 8, 31)))
                .hasMessageContaining("2027-08-31");
        assertThat(fixture.apply("H35990100003", LocalDate.of(2027, 9, 1)).state())
                .isEqualTo("申请");
        assertThat(get(CLERK, "/agreements?institution=H35990100003"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(3);
        assertThat(get(CLERK, "/agreements/" + made.id() + "/trail"))
                .bodyJson()
                .extractingPath("$[*].act")
                .asArray()
                .containsExactly("受理申请", "评估", "协商", "签订协议", "中止协议", "恢复协议", "续签协议", "解除协议");
        assertThat(get(CLERK, "/agreements/export")).hasStatusOk();
        assertThat(get(CLERK, "/scoring?pharmacy=true"))
                .bodyJson()
                .extractingPath("$.pass")
                .isEqualTo(80);
    }

    /** The deposit holds from its day, takes a second person, and is that of the agreement that is in force. */
    @Test
    void aDepositIsAgreedByDayAndReviewed(@Autowired Providers providers) {
        fixture.hospital("H35990100031");
        Agreement made = fixture.signed("H35990100031", DAY, "样医协〔2026〕31号");
        assertThat(made.depositRate()).isNull();
        String steps = "/agreements/" + made.id() + "/steps";
        String step = "{'kind': 'DEPOSIT', 'onDate': '%s', 'reason': '补充协议', 'depositRate': %s, 'depositClause': '%s'}";
        refusedWith(post(CLERK, steps, step.formatted("2026-03-15", "1.5", "第十二条")), "E-PRV-056");
        refusedWith(post(CLERK, steps, step.formatted("2026-03-15", "0.05", "")), "E-PLT-020");
        refusedWith(post(CLERK, steps, step.formatted("2031-03-15", "0.05", "第十二条")), "E-PRV-053");
        assertThat(post(CLERK, steps, step.formatted("2026-03-15", "0.05", "第十二条")))
                .hasStatusOk();
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 3))).isEmpty();
        fixture.approve(made.id());
        fixture.deposit(made.id(), LocalDate.of(2026, 5, 1), new BigDecimal("0.033333"), "补充协议第一条");
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 2))).isEmpty();
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 3)))
                .contains(new Deposit("样医协〔2026〕31号", Rate.ofPercent(new BigDecimal("5")), "第十二条"));
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 5)))
                .map(Deposit::clause)
                .contains("补充协议第一条");
        assertThat(get(CLERK, "/agreements/" + made.id() + "/trail"))
                .bodyJson()
                .extractingPath("$[*].details.质保金比例")
                .asArray()
                .containsExactly("5%", "3.3333%");
        assertThat(get(CLERK, "/agreements/" + made.id()))
                .bodyJson()
                .extractingPath("$.depositClause")
                .isNotNull();
        fixture.step(made.id(), ActKind.TERMINATE, LocalDate.of(2026, 9, 10), "", LocalDate.of(2027, 8, 31));
        fixture.approve(made.id());
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 9)))
                .as("it was in force in that month")
                .isPresent();
        assertThat(providers.deposit("H35990100031", YearMonth.of(2026, 10))).isEmpty();
    }

    /** Whatever is tried in whatever order, only steps of the table are taken, and agreements of one institution never overlap. */
    @Test
    void statesChangeByAllowedStepsOnly() {
        fixture.hospital("H35990100004");
        Random random = new Random(2026);
        LocalDate day = DAY;
        int taken = 0;
        List<ActKind> kinds = java.util.Arrays.stream(ActKind.values())
                .filter(kind -> kind.subject() == ActKind.Subject.AGREEMENT && kind != ActKind.APPLY)
                .toList();
        long id = fixture.apply("H35990100004", day).id();
        for (int i = 0; i < 120; i++) {
            String before = agreements.get(CLERK, id).state();
            ActKind kind = kinds.get(random.nextInt(kinds.size()));
            day = day.plusDays(random.nextInt(6));
            try {
                fixture.step(id, kind, day, "随机 " + i, kind == ActKind.TERMINATE ? day.plusDays(5) : null);
                if (kind.reviewed()) {
                    fixture.approve(id);
                }
                taken++;
                String after = agreements.get(CLERK, id).state();
                assertThat(allowed(kind, before, after))
                        .as(before + " " + kind + " " + after)
                        .isTrue();
            } catch (Refusal refused) {
                assertThat(agreements.get(CLERK, id).state()).isEqualTo(before);
            }
            if (List.of("未通过", "撤回", "解除").contains(agreements.get(CLERK, id).state())) {
                day = day.plusDays(1200);
                id = fixture.apply("H35990100004", day).id();
            }
        }
        assertThat(taken).isGreaterThan(15);
        assertThat(database.sql("""
                        select count(*) from provider.agreement a join provider.agreement b
                            on a.institution = b.institution and a.id < b.id and a.begins <= b.ends and b.begins <= a.ends
                        where coalesce(a.ended_on > b.begins, true) and coalesce(b.ended_on > a.begins, true)
                        """).query(Long.class).single()).isZero();
    }

    private static boolean allowed(ActKind kind, String before, String after) {
        return switch (kind) {
            case DECLINE -> before.equals("申请") && after.equals("未通过");
            case ASSESS -> before.equals("申请") && after.equals("评估");
            case NEGOTIATE -> List.of("评估", "协商").contains(before) && after.equals("协商");
            case WITHDRAW -> List.of("申请", "评估", "协商").contains(before) && after.equals("撤回");
            case SIGN -> before.equals("协商") && after.equals("生效");
            case RENEW, DEPOSIT -> before.equals("生效") && after.equals("生效");
            case SUSPEND -> before.equals("生效") && after.equals("中止");
            case RESUME -> before.equals("中止") && after.equals("生效");
            case TERMINATE -> List.of("生效", "中止").contains(before) && after.equals("解除");
            default -> false;
        };
    }

    @Test
    void staffPractiseAndAreScored() {
        fixture.hospital("H35990100005");
        String person = """
                {'code': 'D359901000001', 'name': '医师甲', 'title': '主治医师', 'identity': '', 'institution': 'H35990100005',
                 'begins': '2020-01-01', 'department': '内科'}
                """;
        assertThat(post(CLERK, "/staff", person)).hasStatus(HttpStatus.CREATED);
        assertThat(post(CLERK, "/staff", person.replace("D35990100", "X35990100")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(CLERK, "/staff", person.replace("2020-01-01", "2021-01-01")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(post(CLERK, "/staff", person.replace("''", "'35990119000101001'")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", DAY)).isTrue();
        assertThat(providers.mayPrescribe("D359901000001", "H35990100003", DAY)).isFalse();
        String path = "/staff/D359901000001/acts";
        decided(post(
                CLERK, path, "{'kind': 'STOP', 'onDate': '2026-02-01', 'untilDate': '2026-02-28', 'reason': '超量开药'}"));
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2026, 2, 10)))
                .isFalse();
        decided(post(CLERK, path, "{'kind': 'RESTORE', 'onDate': '2026-02-15', 'reason': '已整改'}"));
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2026, 2, 15)))
                .isTrue();
        decided(post(CLERK, path, "{'kind': 'SCORE', 'onDate': '2026-03-01', 'points': 6, 'reason': '串换项目'}"));
        assertThat(post(CLERK, path, "{'kind': 'SCORE', 'onDate': '2026-04-01', 'points': 4, 'reason': '再次串换'}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.field")
                .isEqualTo("暂停月数");
        decided(post(
                CLERK, path, "{'kind': 'SCORE', 'onDate': '2026-04-01', 'points': 4, 'months': 2, 'reason': '再次串换'}"));
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2026, 5, 31)))
                .isFalse();
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2026, 6, 1)))
                .isTrue();
        decided(post(CLERK, path, "{'kind': 'SCORE', 'onDate': '2026-07-01', 'points': 2, 'reason': '第三次'}"));
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2027, 6, 30)))
                .isFalse();
        assertThat(providers.mayPrescribe("D359901000001", "H35990100005", LocalDate.of(2027, 7, 1)))
                .isTrue();
        assertThat(get(CLERK, "/staff/D359901000001"))
                .bodyJson()
                .extractingPath("$.scores.length()")
                .isEqualTo(3);
        assertThat(get(CLERK, "/staff?kind=医师&institution=H35990100005"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(get(CLERK, "/staff/export")).hasStatusOk();
    }

    @Test
    void villagesAreCoveredByAgreementsInForce() {
        fixture.hospital("H35992100006");
        fixture.signed("H35992100006", DAY, "样医协〔2026〕6号");
        assertThat(post(
                        CLERK,
                        "/villages",
                        "{'code': '359921100001', 'name': '样例村甲', 'people': 900, 'institution': 'H35992100006'}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(post(CLERK, "/villages", "{'code': '359921100002', 'name': '样例村乙', 'people': 300}"))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(post(CLERK, "/villages", "{'code': '359988100002', 'name': '样例村丙'}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var coverage = get(CLERK, "/villages/coverage?day=2026-06-01");
        assertThat(coverage).bodyJson().extractingPath("$[0].villages").isEqualTo(2);
        assertThat(coverage).bodyJson().extractingPath("$[0].covered").isEqualTo(1);
        assertThat(coverage).bodyJson().extractingPath("$[0].coveredPeople").isEqualTo(900);
        assertThat(get(CLERK, "/villages/coverage?day=2025-06-01"))
                .bodyJson()
                .extractingPath("$[0].covered")
                .isEqualTo(0);
        assertThat(get(CLERK, "/villages/export")).hasStatusOk();
    }

    private boolean inForce(String code, LocalDate day) {
        boolean designated = providers.find(code, day).orElseThrow().designated();
        assertThat(providers.active(day).stream()
                        .anyMatch(provider -> provider.code().equals(code)))
                .isEqualTo(designated);
        return designated;
    }

    private void decided(MvcTestResult proposed) {
        assertThat(proposed).hasStatus(HttpStatus.CREATED);
        assertThat(post(SECOND, "/acts/" + id(proposed) + "/decision", "{'approved': true}"))
                .hasStatusOk();
    }

    private static void refusedWith(MvcTestResult answer, String code) {
        assertThat(answer).bodyJson().extractingPath("$.code").isEqualTo(code);
    }

    private void refused(String body, String field) {
        var answer = post(CLERK, "/institutions", body.replace("00009'", "00008'"));
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer).bodyJson().extractingPath("$.field").isEqualTo(field);
    }

    private MvcTestResult get(Actor actor, String path) {
        return http.get().uri("/api/provider" + path).with(TestActors.as(actor)).exchange();
    }

    private MvcTestResult post(Actor actor, String path, String body) {
        return http.post()
                .uri("/api/provider" + path)
                .with(TestActors.as(actor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
    }

    private MvcTestResult put(Actor actor, String path, String body) {
        return http.put()
                .uri("/api/provider" + path)
                .with(TestActors.as(actor))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
    }

    private static long id(MvcTestResult answer) {
        return ((Number) JsonPath.read(body(answer), "$.id")).longValue();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
