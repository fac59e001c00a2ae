package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/** Bills, visits and filings as the console sees them. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BillApiTest {
    private static final String[] RIGHTS = {
        "settlement.bill.view",
        "settlement.bill.export",
        "settlement.bill.print",
        "settlement.filing.view",
        "settlement.filing.enter",
        "settlement.filing.review"
    };
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Actor clerk = person(801, "甲");
    private final Actor reviewer = person(802, "乙");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Counter counter;

    @Autowired
    private BillFiles files;

    @Autowired
    private Persons persons;

    @Autowired
    private Units units;

    @Autowired
    private JdbcClient database;

    private static Actor person(long id, String name) {
        return new Actor(id, "bill" + id, "样例人员" + name, 0, List.of(), true, List.of("test"), Set.of(RIGHTS));
    }

    @BeforeAll
    void fill() {
        counter.fill();
    }

    private MvcTestResult get(Actor who, String uri, Object... values) {
        return http.get()
                .uri("/api/settlement" + uri, values)
                .with(TestActors.as(who))
                .exchange();
    }

    private MvcTestResult post(Actor who, String uri, String body) {
        return http.post()
                .uri("/api/settlement" + uri)
                .with(TestActors.as(who))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace("'", "\""))
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String good(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).as(body(answer)).isEqualTo(200);
        return body(answer);
    }

    private static long number(MvcTestResult answer, String path) {
        return JsonPath.<Number>read(good(answer), path).longValue();
    }

    private static String text(MvcTestResult answer, String path) {
        return JsonPath.read(good(answer), path);
    }

    private static List<String> texts(MvcTestResult answer, String path) {
        return JsonPath.read(good(answer), path);
    }

    private static List<Integer> numbers(MvcTestResult answer, String path) {
        return JsonPath.read(good(answer), path);
    }

    private static String code(MvcTestResult answer) {
        assertThat(answer.getResponse().getStatus()).as(body(answer)).isBetween(400, 499);
        return JsonPath.read(body(answer), "$.code");
    }

    @Test
    void aBillTellsEverythingAboutItself() {
        long person = counter.person("样例全貌", "employee", "在职", "359901");
        counter.credit(person, 5_000);
        Visit visit = counter.visit(person, "employee", "inpatient", "6000", "4000");
        Settled settled = counter.settle(visit);
        BillFile bill = files.find(settled.number()).orElseThrow();
        assertThat(bill.row().state()).isEqualTo("有效");
        assertThat(bill.row().personName()).isEqualTo("样例全貌");
        assertThat(bill.row().kind()).isEqualTo("住院");
        assertThat(bill.amounts()).isEqualTo(settled.amounts());
        assertThat(bill.diagnoses()).extracting(BillFile.Diagnosis::name).containsExactly("肺炎");
        assertThat(bill.lines()).hasSize(2);
        assertThat(bill.lines().get(1).preFen()).isPositive();
        assertThat(bill.lines().get(1).why()).isNotEmpty();
        assertThat(bill.payments().stream().mapToLong(BillFile.Payment::fen).sum())
                .isEqualTo(settled.amounts().fund());
        assertThat(bill.movements()).extracting(movement -> movement.fen()).containsExactly(-5_000L);
        assertThat(bill.vouchers())
                .isNotEmpty()
                .allMatch(voucher -> voucher.summary().contains(settled.number()));
        assertThat(bill.explained().rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.value()).as(rule.parameter()).isNotEmpty();
            assertThat(rule.sources()).isNotEmpty();
        });
        assertThat(bill.accumulators())
                .filteredOn(moved -> moved.counter().startsWith("admissions"))
                .singleElement()
                .satisfies(moved -> assertThat(List.of(moved.before(), moved.change(), moved.after()))
                        .containsExactly(0L, 1L, 1L));

        MvcTestResult seen = get(clerk, "/bills/{number}", settled.number());
        assertThat(JsonPath.<Integer>read(body(seen), "$.amounts.total")).isEqualTo(1_000_000);
        assertThat(body(seen)).doesNotContain("19800101");
        assertThat(JsonPath.<String>read(body(get(clerk, "/bills/by-id/{id}", settled.id())), "$.number"))
                .isEqualTo(settled.number());
        assertThat(database.sql(
                                "select count(*) from audit.entry where action = 'settlement.bill.view' and object_id = :number")
                        .param("number", settled.number())
                        .query(Long.class)
                        .single())
                .isOne();

        Settled mirror = counter.cancel(visit, settled.id(), false);
        assertThat(files.find(settled.number()).orElseThrow().row().state()).isEqualTo("已撤销");
        BillFile back = files.find(mirror.number()).orElseThrow();
        assertThat(back.row().state()).isEqualTo("撤销");
        assertThat(back.mirrors()).extracting(BillFile.Other::number).isEqualTo(settled.number());
        assertThat(back.lines()).hasSize(2);
        assertThat(back.vouchers()).allMatch(voucher -> voucher.reverses() != null);
        assertThat(back.accumulators())
                .allSatisfy(moved -> assertThat(moved.after()).isZero());
        assertThat(files.accumulated(List.of(person), today.getYear())).isEmpty();
    }

    @Test
    void theWaterfallSumsToTheBill() {
        Random random = new Random(20260101);
        for (int at = 0; at < 24; at++) {
            boolean employee = random.nextBoolean();
            boolean stay = random.nextInt(3) == 0;
            String scheme = employee ? "employee" : "resident";
            long person = counter.person("样例随机" + at, scheme, employee ? "在职" : "成年居民", "359901");
            if (employee) {
                counter.credit(person, 1 + random.nextInt(100_000));
            }
            String[] yuan = random.ints(1 + random.nextInt(5), 1, stay ? 9_000_000 : 90_000)
                    .mapToObj(fen -> java.math.BigDecimal.valueOf(fen, 2).toPlainString())
                    .toArray(String[]::new);
            Visit visit = counter.visit(person, scheme, stay ? "inpatient" : "outpatient", yuan);
            BillFile bill = files.find(counter.settle(visit).number()).orElseThrow();
            Settlements.Amounts amounts = bill.amounts();
            List<BillFile.Bar> bars = bill.explained().bars();
            assertThat(bars.get(0).fromFen()).isEqualTo(amounts.total());
            long open = amounts.total();
            for (BillFile.Bar bar : bars.subList(1, bars.size())) {
                assertThat(bar.fromFen()).as(bar.label()).isEqualTo(open);
                open = bar.toFen();
            }
            assertThat(open).as("nothing is left to be paid").isZero();
            long paid = bill.explained().steps().stream()
                    .filter(step -> step.kind().equals("payment") || step.kind().equals("cash"))
                    .mapToLong(step -> step.beforeFen() - step.afterFen())
                    .sum();
            assertThat(paid).isEqualTo(amounts.total());
            assertThat(bill.explained()
                            .steps()
                            .get(bill.explained().steps().size() - 1)
                            .fen())
                    .isEqualTo(amounts.cash());
            assertThat(bill.lines().stream().mapToLong(BillFile.Line::scopeFen).sum())
                    .isEqualTo(amounts.scope());
        }
    }

    @Test
    void billsAreFoundByWhatIsKnownOfThemAndOnlyWithinTheScope() {
        long here = counter.person("样例查找甲", "resident", "成年居民", "359901");
        long there = counter.person("样例查找乙", "resident", "成年居民", "359921");
        Settled first = counter.settle(counter.visit(here, "resident", "outpatient", "100"));
        Visit second = counter.visit(there, "resident", "outpatient", "70.50");
        Settled taken = counter.settle(second);
        counter.cancel(second, taken.id(), true);
        assertThat(JsonPath.<Integer>read(body(post(clerk, "/bills/search", "{'text': '样例查找'}")), "$.total"))
                .isEqualTo(3);
        MvcTestResult one =
                post(clerk, "/bills/search", "{'text': '样例查找', 'state': '有效', 'from': '%s'}".formatted(today));
        assertThat(texts(one, "$.items[*].number")).containsExactly(first.number());
        assertThat(number(one, "$.totals.totalFen")).isEqualTo(10_000);
        MvcTestResult pair = post(clerk, "/bills/search?sort=totalFen", "{'personId': %d}".formatted(there));
        assertThat(texts(pair, "$.items[*].state")).containsExactly("冲正", "已冲正");
        assertThat(number(pair, "$.totals.fundFen")).isZero();
        assertThat(number(post(clerk, "/bills/search", "{'text': '%s'}".formatted(first.number())), "$.total"))
                .isOne();
        assertThat(number(post(clerk, "/bills/search", "{'text': '样例查找', 'leastFen': 9000}"), "$.total"))
                .isOne();
        assertThat(code(post(clerk, "/bills/search", "{'from': '2026-02-01', 'to': '2026-01-01'}")))
                .isEqualTo("E-SET-060");
        assertThat(number(post(clerk, "/visits/search", "{'text': '样例查找乙', 'state': '就诊中'}"), "$.total"))
                .isOne();
        assertThat(texts(get(clerk, "/visits/{number}", second.number()), "$.bills[*].state"))
                .containsExactly("冲正", "已冲正");

        Actor county = TestActors.actorIn(List.of(units.getByCode("200").id()), RIGHTS);
        MvcTestResult scoped = post(county, "/bills/search", "{'text': '样例查找'}");
        assertThat(numbers(scoped, "$.items[*].personId")).isNotEmpty().allMatch(id -> id == there);
        assertThat(get(county, "/bills/{number}", first.number()).getResponse().getStatus())
                .isEqualTo(404);
        assertThat(get(county, "/persons/{id}/accumulators", here).getResponse().getStatus())
                .isEqualTo(403);
        MvcTestResult export = post(clerk, "/bills/export?format=csv", "{'text': '样例查找'}");
        assertThat(body(export)).contains(first.number(), "样例查找甲", "100.00").doesNotContain("19800101");
    }

    @Test
    void theSlipSaysWhatWasPaidAndWhy() {
        long person = counter.person("样例<b>", "resident", "成年居民", "359901");
        Visit visit = counter.visit(person, "resident", "inpatient", "8000", "2000");
        Settled settled = counter.settle(visit);
        String page = body(get(clerk, "/bills/{number}/slip?format=html", settled.number()));
        assertThat(page)
                .contains("结算单", settled.number(), "起付", "待付", "样例&lt;b&gt;", "[1]")
                .doesNotContain("<b>");
        assertThat(page).contains("10,000.00").doesNotContain("互相抵销");
        byte[] pdf = get(clerk, "/bills/{number}/slip", settled.number())
                .getResponse()
                .getContentAsByteArray();
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        Settled mirror = counter.cancel(visit, settled.id(), false);
        assertThat(body(get(clerk, "/bills/{number}/slip?format=html", mirror.number())))
                .contains("互相抵销", settled.number());
        assertThat(body(get(clerk, "/bills/{number}/slip?format=html", settled.number())))
                .contains("不再有效");
        assertThat(get(TestActors.actor("settlement.bill.view"), "/bills/{number}/slip", settled.number())
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void filingsThatChangeStandingAreFiledByTwo() {
        long person = counter.person("样例备案", "resident", "成年居民", "359901");
        List<String> diseases = texts(get(clerk, "/words"), "$.diseases[*].code");
        String request = "{'act': '登记', 'personId': %d, 'kind': '慢特病', 'word': '%s', 'begins': '%s', 'reason': '样例认定'}"
                .formatted(person, diseases.get(0), today);
        assertThat(code(post(clerk, "/filing-acts", request.replace(diseases.get(0), "没有这种病"))))
                .isEqualTo("E-SET-058");
        long act = number(post(clerk, "/filing-acts", request), "$.id");
        assertThat(filings(person)).isEmpty();
        assertThat(code(post(clerk, "/filing-acts/%d/review".formatted(act), "{'accept': true}")))
                .isEqualTo("E-SET-063");
        String number = text(post(reviewer, "/filing-acts/%d/review".formatted(act), "{'accept': true}"), "$.filing");
        assertThat(filings(person)).containsExactly(number);
        assertThat(code(post(reviewer, "/filing-acts/%d/review".formatted(act), "{'accept': true}")))
                .isEqualTo("E-SET-065");

        String end = "{'act': '终止', 'personId': %d, 'kind': '慢特病', 'filing': '%s', 'begins': '%s', 'reason': '样例终止'}";
        long ending = number(post(clerk, "/filing-acts", end.formatted(person, number, today.plusDays(30))), "$.id");
        number(post(reviewer, "/filing-acts/%d/review".formatted(ending), "{'accept': true}"), "$.id");
        assertThat(texts(post(clerk, "/filings/search", "{'personId': %d}".formatted(person)), "$.items[*].ends"))
                .containsExactly(today.plusDays(30).toString());
        long early = number(post(clerk, "/filing-acts", end.formatted(person, number, today.minusDays(1))), "$.id");
        assertThat(code(post(reviewer, "/filing-acts/%d/review".formatted(early), "{'accept': true}")))
                .isEqualTo("E-SET-054");
        number(post(clerk, "/filing-acts/%d/withdrawal".formatted(early), "{}"), "$.id");

        String accident = "{'act': '登记', 'personId': %d, 'kind': '意外伤害', 'begins': '%s', 'reason': '样例摔伤'}";
        assertThat(text(post(clerk, "/filing-acts", accident.formatted(person, today)), "$.state"))
                .isEqualTo("已办结");
        String taken = "{'act': '撤销', 'personId': %d, 'kind': '慢特病', 'filing': '%s', 'reason': '样例误登'}"
                .formatted(person, number);
        long cancelling = number(post(clerk, "/filing-acts", taken), "$.id");
        number(
                post(reviewer, "/filing-acts/%d/review".formatted(cancelling), "{'accept': false, 'opinion': '材料不全'}"),
                "$.id");
        assertThat(filings(person)).contains(number);
        assertThat(persons.find(person)).isPresent();
    }

    private List<String> filings(long person) {
        return texts(
                post(clerk, "/filings/search", "{'personId': %d, 'kind': '慢特病'}".formatted(person)),
                "$.items[*].number");
    }
}
