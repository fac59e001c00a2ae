package org.tongchou.platform.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongchou.platform.enrolment.Counter.CLERK;
import static org.tongchou.platform.enrolment.Counter.REVIEWER;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.codes.CreditCode;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.TestCounties;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.region.Region;

/** Every act at the counter: entered, reviewed by another, done, undone. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActsTest {
    private static final LocalDate BORN = LocalDate.of(1970, 3, 4);
    private static final String PERIOD = """
            'period': {'scheme': 'SCHEME', 'personType': 'TYPE', 'from': 'FROM'}
            """;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Units units;

    @Autowired
    private Region region;

    @Autowired
    private Registry registry;

    @Autowired
    private Persons persons;

    @Autowired
    private Enrolments enrolments;

    @Autowired
    private Credentials credentials;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private Ledger ledger;

    private Counter counter;
    private Villagers villagers;
    private TestCounties counties;
    private int order = 100;

    @BeforeAll
    void fill() {
        counter = new Counter(http);
        villagers = new Villagers(registry, transactions);
        counties = TestCounties.create(units, region);
    }

    private long somebody(String name) {
        order += 2;
        return villagers.person(name, BORN, order + 1, counties.first().code());
    }

    private static String period(String scheme, String type, String from) {
        return PERIOD.replace("SCHEME", scheme).replace("TYPE", type).replace("FROM", from);
    }

    private static String of(long person, String rest) {
        return "{'personId': " + person + ", " + rest + "}";
    }

    @Test
    void aPersonIsRegisteredByTwoPeople() {
        String number = Villagers.idNumber(BORN, 11);
        String form =
                "{'person': {'idNumber': '" + number + "', 'name': '样例登记', 'county': '359901', 'householdNumber': 'H1',"
                        + " 'phone': '13900001111'}, " + period("resident", "成年居民", "2026-01-01") + "}";
        long act = counter.enter("registration", form);
        assertThat(persons.byIdNumber(number)).isEmpty();
        assertThat(Counter.text(counter.post(CLERK, "/acts/" + act + "/approval", "{}")))
                .contains("E-ENR-402");
        assertThat(Counter.text(counter.get(REVIEWER, "/acts/{id}", act)))
                .contains("样例登记", number.substring(14))
                .doesNotContain(number);
        assertThat(counter.approve(act)).hasStatusOk();
        Person person = persons.byIdNumber(number).orElseThrow();
        assertThat(person.sex()).isEqualTo("male");
        assertThat(enrolments.of(person.id()))
                .singleElement()
                .satisfies(period -> assertThat(period.scheme()).isEqualTo("resident"));
        assertThat(Counter.text(counter.approve(act))).contains("E-ENR-401");
        counter.refused("registration", form, "E-ENR-101");
        counter.refused("registration", form.replace("样例登记", "样例别名"), "E-ENR-104");
        counter.refused(
                "registration",
                form.replace(number, number.substring(0, 17) + (number.endsWith("1") ? "2" : "1")),
                "E-COD-104");
        String other = form.replace(number, Villagers.idNumber(BORN, 13));
        counter.refused("registration", other.replace("'name'", "'born': '1971-01-01', 'name'"), "E-ENR-102");
        counter.refused("registration", other.replace("'name'", "'sex': 'female', 'name'"), "E-ENR-103");
        counter.refused("registration", other.replace("359901", "350000"), "E-ENR-014");
        counter.refused("registration", other.replace("'resident'", "'rural'"), "E-ENR-010");
        counter.refused("registration", other.replace("成年居民", "居民"), "E-ENR-011");
        counter.refused("registration", other.replace("2026-01-01", "1960-01-01"), "E-ENR-204");
        long undone = counter.done("undo", "{'actId': " + act + ", 'reason': '登记有误'}");
        assertThat(persons.byIdNumber(number)).isEmpty();
        assertThat(Counter.text(counter.get(CLERK, "/acts/{id}", act))).contains("\"undoneBy\":" + undone);
    }

    @Test
    void aNewbornComesUnderAParentInOneForm() {
        long mother = villagers.person("样例母亲", LocalDate.of(1995, 1, 1), 2, "359901");
        LocalDate born = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")).minusDays(20);
        String form = "{'parentId': " + mother + ", 'relation': '母亲', 'name': '样例新生儿', 'sex': 'female', 'born': '"
                + born + "', 'certificate': 'T359900001'}";
        counter.refused("newborn", form.replace("母亲'", "父亲'"), "E-ENR-301");
        counter.refused("newborn", form.replace(born.toString(), "2001-01-01"), "E-ENR-302");
        counter.refused("newborn", form.replace("T359900001", "123"), "E-COD-101");
        long child = counter.personOf(counter.done("newborn", form));
        assertThat(persons.find(child).orElseThrow().guardianId()).isEqualTo(mother);
        assertThat(enrolments.of(child)).singleElement().satisfies(period -> {
            assertThat(period.personType()).isEqualTo("新生儿");
            assertThat(period.from()).isEqualTo(born);
        });
        String number = Villagers.idNumber(born, 4);
        counter.done(
                "change",
                of(child, "'reason': '上户口', 'person': {'idNumber': '" + number + "', 'householdNumber': 'H9'}"));
        assertThat(persons.byIdNumber(number).map(Person::id)).contains(child);
        assertThat(Counter.text(counter.get(CLERK, "/persons/{id}", mother))).contains("样例新生儿");
    }

    @Test
    void schemesChangeWithoutGapAndNeverTwoAtOnce() {
        long person = somebody("样例转换");
        counter.done("enrolment", of(person, period("resident", "成年居民", "2025-01-01")));
        counter.refused("enrolment", of(person, period("resident", "成年居民", "2025-06-01")), "E-ENR-201");
        counter.refused("enrolment", of(person, period("employee", "在职", "2025-06-01")), "E-ENR-202");
        long act = counter.done("switch", of(person, period("employee", "在职", "2026-03-01")));
        assertThat(enrolments.of(person))
                .extracting(Enrolment::scheme, Enrolment::to)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("resident", LocalDate.of(2026, 2, 28)),
                        org.assertj.core.groups.Tuple.tuple("employee", null));
        counter.refused("switch", of(person, period("employee", "在职", "2026-04-01")), "E-ENR-208");
        counter.done("undo", "{'actId': " + act + ", 'reason': '单位撤回'}");
        assertThat(enrolments.of(person))
                .singleElement()
                .satisfies(period -> assertThat(period.to()).isNull());
    }

    @Test
    void suspendedResumedAndRetired() {
        long person = somebody("样例退休");
        counter.done("enrolment", of(person, period("employee", "在职", "2020-01-01")));
        long act = counter.done("suspension", of(person, "'scheme': 'employee', 'last': '2025-03-31', 'reason': '离职'"));
        counter.refused(
                "suspension", of(person, "'scheme': 'employee', 'last': '2025-03-31', 'reason': '离职'"), "E-ENR-203");
        counter.done("resumption", of(person, "'period': {'scheme': 'employee', 'from': '2025-06-01'}"));
        assertThat(Counter.text(counter.post(CLERK, "/acts/undo", "{'actId': " + act + ", 'reason': '录错'}")))
                .contains("\"kind\":\"UNDO\"");
        long waiting = Counter.number(counter.get(CLERK, "/acts?state=待复核&personId={p}", person), "$.items[0].id");
        assertThat(Counter.text(counter.approve(waiting))).contains("E-ENR-40");
        assertThat(counter.post(REVIEWER, "/acts/" + waiting + "/return", "{'opinion': '先撤销复保'}"))
                .hasStatusOk();
        counter.refused("retirement", of(person, "'from': '2010-01-01'"), "E-ENR-210");
        counter.done("retirement", of(person, "'from': '2026-01-01'"));
        assertThat(enrolments.of(person)).extracting(Enrolment::personType).containsExactly("在职", "在职", "退休");
        counter.refused("retirement", of(person, "'from': '2026-02-01'"), "E-ENR-209");
    }

    @Test
    void deathEndsEverything() {
        long person = somebody("样例死亡");
        villagers.enrol(person, "resident", "成年居民", LocalDate.of(2024, 1, 1), "359901");
        villagers.identify(person, "低保", LocalDate.of(2024, 1, 1), null);
        String form = of(person, "'died': '2026-02-03', 'proof': '医学证明'");
        counter.refused("death", form.replace("2026-02-03", "1960-01-01"), "E-ENR-211");
        long act = counter.done("death", form);
        assertThat(enrolments.of(person))
                .allMatch(period -> LocalDate.of(2026, 2, 3).equals(period.to()));
        assertThat(enrolments.identities(person, LocalDate.of(2026, 2, 4))).isEmpty();
        counter.refused("death", form, "E-ENR-206");
        counter.refused("enrolment", of(person, period("employee", "在职", "2026-03-01")), "E-ENR-206");
        counter.done("undo", "{'actId': " + act + ", 'reason': '误报'}");
        assertThat(persons.find(person).orElseThrow().died()).isNull();
        assertThat(enrolments.identities(person, LocalDate.of(2026, 2, 4))).containsExactly("低保");
    }

    @Test
    void identitiesHaveDatesAndDepartments() {
        long person = somebody("样例身份");
        String form = of(person, "'word': '低保', 'from': '2026-01-01', 'to': '2026-12-31', 'department': '民政局'");
        counter.refused("identity", form.replace("低保", "贫困"), "E-ENR-012");
        counter.refused("identity", form.replace("2026-12-31", "2025-12-31"), "E-ENR-213");
        counter.done("identity", form);
        counter.refused("identity", form, "E-ENR-212");
        long identity = database.sql("select id from enrolment.identity where person_id = :p")
                .param("p", person)
                .query(Long.class)
                .single();
        counter.done("identity-end", "{'identityId': " + identity + ", 'last': '2026-06-30', 'reason': '收入提高'}");
        assertThat(enrolments.identities(person, LocalDate.of(2026, 7, 1))).isEmpty();
        assertThat(enrolments.identities(person, LocalDate.of(2026, 6, 30))).containsExactly("低保");
    }

    @Test
    void twoFilesBecomeOneAndTwoAgain() {
        long keep = somebody("样例重复");
        long merge = somebody("样例重复");
        villagers.enrol(keep, "resident", "成年居民", LocalDate.of(2026, 1, 1), "359901");
        villagers.enrol(merge, "resident", "成年居民", LocalDate.of(2026, 1, 1), "359901");
        String form = "{'keepId': " + keep + ", 'mergeId': " + merge + ", 'reason': '同一人两个号码'}";
        assertThat(Counter.text(counter.get(CLERK, "/statistics/detections?kind=SAME_PERSON")))
                .contains("样例重复");
        counter.refused("merge", form, "E-ENR-502");
        counter.done("suspension", of(merge, "'scheme': 'resident', 'last': '2026-01-01', 'reason': '重复'"));
        counter.refused("merge", form, "E-ENR-502");
        long alone = somebody("样例重复");
        villagers.enrol(alone, "employee", "在职", LocalDate.of(2020, 1, 1), "359901");
        counter.done("suspension", of(alone, "'scheme': 'employee', 'last': '2025-12-31', 'reason': '离职'"));
        long act = counter.done("merge", form.replace("'mergeId': " + merge, "'mergeId': " + alone));
        assertThat(persons.find(alone).map(Person::id)).contains(keep);
        assertThat(persons.idsOf(keep)).containsExactly(keep, alone);
        assertThat(enrolments.of(keep)).hasSize(2);
        counter.done("undo", "{'actId': " + act + ", 'reason': '核实为两人'}");
        assertThat(persons.find(alone).map(Person::id)).contains(alone);
        assertThat(enrolments.of(keep)).hasSize(1);
    }

    /** What the fund still owes to another region for a transfer. */
    private long owed(long act) {
        return -ledger.balance(Funds.ACCOUNT, FundAccounts.RECEIVED_OTHER, "transfer" + act, LocalDate.of(2100, 1, 1));
    }

    @Test
    void transfersCarryMonthsAndMoneyWithACertificate() {
        long person = somebody("样例转移");
        String in = of(
                person,
                "'otherRegion': '样例外市', 'certificateNumber': 'CB-1', 'months': 60, "
                        + period("employee", "在职", "2026-01-01"));
        counter.refused("transfer-in", in.replace("60", "-1"), "E-ENR-601");
        counter.done("transfer-in", in.replace("'months'", "'accountFen': 123456, 'months'"));
        assertThat(enrolments.file(person).creditedMonths()).isEqualTo(60);
        assertThat(accounts.balance(person).fen()).isEqualTo(123_456);
        long other = somebody("样例转移二");
        counter.refused("transfer-in", in.replace(": " + person + ",", ": " + other + ","), "E-ENR-603");
        long out = counter.done(
                "transfer-out", of(person, "'scheme': 'employee', 'last': '2026-06-30', 'otherRegion': '样例外市'"));
        assertThat(accounts.balance(person).fen()).isZero();
        assertThat(owed(out)).isEqualTo(123_456);
        var list = counter.get(CLERK, "/transfers?direction=转出");
        assertThat(list).bodyJson().extractingPath("$[0].months").isEqualTo(60);
        assertThat(list).bodyJson().extractingPath("$[0].accountFen").isEqualTo(123_456);
        assertThat(counter.get(CLERK, "/transfers/{id}", Counter.number(list, "$[0].id")))
                .bodyJson()
                .extractingPath("$.region")
                .isEqualTo(region.name());
        counter.done("undo", "{'actId': " + out + ", 'reason': '不去了'}");
        assertThat(accounts.balance(person).fen()).isEqualTo(123_456);
        assertThat(owed(out)).isZero();
        assertThat(enrolments.of(person))
                .singleElement()
                .satisfies(period -> assertThat(period.to()).isNull());
    }

    @Test
    void employersAreRegisteredAndClosedWhenEmpty() {
        String code = CreditCode.complete("91359901MA0000001").code();
        String form = "{'code': '" + code
                + "', 'name': '样例企业', 'kind': '企业', 'county': '359901', 'registered': '2020-01-01'}";
        counter.refused("employer", form.replace(code, code.substring(0, 17) + "*"), "E-COD-202");
        counter.refused("employer", form.replace("'企业'", "'公司'"), "E-ENR-112");
        counter.done("employer", form);
        counter.refused("employer", form, "E-ENR-111");
        var list = counter.get(CLERK, "/employers?text=样例企业");
        long id = Counter.number(list, "$.items[0].id");
        long person = somebody("样例职工");
        counter.done(
                "enrolment",
                of(
                        person,
                        period("employee", "在职", "2026-01-01").replace("'from'", "'employerId': " + id + ", 'from'")));
        String closing = form.replace("'code'", "'employerId': " + id + ", 'closed': '2026-06-30', 'code'");
        counter.refused("employer", closing, "E-ENR-114");
        counter.done("suspension", of(person, "'scheme': 'employee', 'last': '2026-06-30', 'reason': '注销'"));
        counter.done("employer", closing);
        counter.refused(
                "enrolment",
                of(
                        person,
                        period("employee", "在职", "2026-07-01").replace("'from'", "'employerId': " + id + ", 'from'")),
                "E-ENR-015");
    }

    @Test
    void theFileTellsCoverageAndWhoLooked() {
        long person = somebody("样例档案");
        villagers.enrol(person, "resident", "成年居民", LocalDate.of(2026, 1, 1), "359901");
        var file = counter.get(CLERK, "/persons/{id}?day=2026-07-01", person);
        assertThat(file).bodyJson().extractingPath("$.covers[0].standing").isEqualTo("未缴费");
        assertThat(counter.post(CLERK, "/persons/search", "{'text': '样例档'}"))
                .bodyJson()
                .extractingPath("$.items[0].name")
                .isEqualTo("样例档案");
        String number = Villagers.idNumber(BORN, order + 1);
        for (String text : List.of(number, number.substring(0, 6) + "********" + number.substring(14))) {
            assertThat(counter.post(CLERK, "/persons/search", "{'text': '" + text + "'}"))
                    .bodyJson()
                    .extractingPath("$.items[0].id")
                    .asNumber()
                    .isEqualTo((int) person);
        }
        assertThat(counter.post(CLERK, "/persons/" + person + "/certificate", "{'reason': ''}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(counter.post(CLERK, "/persons/" + person + "/certificate", "{'reason': '核对'}"))
                .bodyJson()
                .extractingPath("$.number")
                .isEqualTo(number);
        assertThat(database.sql(
                                "select action from audit.entry where object_id = :id and object_type = 'enrolment.person'")
                        .param("id", Long.toString(person))
                        .query(String.class)
                        .list())
                .contains("enrolment.person.view", "enrolment.person.reveal");
        assertThat(counter.post(CLERK, "/persons/export", "{'text': '样例档'}")).hasStatusOk();
    }

    @Test
    void credentialsAreIssuedProvedAndRevoked() {
        long person = somebody("样例凭证");
        var made = counter.post(CLERK, "/persons/" + person + "/credentials", "{}");
        assertThat(made).hasStatus(HttpStatus.CREATED);
        assertThat(counter.post(CLERK, "/persons/" + person + "/credentials", "{}"))
                .hasStatus(HttpStatus.CONFLICT);
        long id = Counter.number(made, "$.id");
        String token = com.jayway.jsonpath.JsonPath.read(
                Counter.text(counter.post(CLERK, "/credentials/" + id + "/token", "{}")), "$.token");
        assertThat(credentials.find(token).map(Person::id)).contains(person);
        assertThat(credentials.find(token.replace("EC", "ED"))).isEmpty();
        assertThat(credentials.find("x")).isEmpty();
        assertThat(counter.post(CLERK, "/credentials/verification", "{'token': '" + token + "'}"))
                .hasStatusOk();
        assertThat(counter.post(CLERK, "/credentials/" + id + "/revocation", "{'reason': '遗失'}"))
                .hasStatusOk();
        assertThat(credentials.find(token)).isEmpty();
    }

    @Test
    void otherCountiesAreNotSeen() {
        long person = villagers.person("样例乙县", BORN, 51, counties.second().code());
        var stranger =
                TestActors.in(List.of(counties.first().unitId()), "enrolment.person.view", "enrolment.act.enter");
        assertThat(counter.get(stranger, "/persons/{id}", person)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(counter.post(stranger, "/persons/search", "{'text': '样例乙县'}"))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(0);
        assertThat(counter.post(stranger, "/acts/death", of(person, "'died': '2026-01-01', 'proof': '证明'")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(counter.get(TestActors.with("enrolment.act.enter"), "/persons/{id}", person))
                .hasStatus(HttpStatus.FORBIDDEN);
    }
}
