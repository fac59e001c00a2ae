package org.tongchou.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.EverybodyPaid;
import org.tongchou.platform.settlement.Totals;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The cases of {@code gateway/counter-cases.yaml}, worked out by hand, over HTTP: tried, settled, every field in its place, cancelled,
 * the cancellation reversed, cancelled for good, settled again, reversed and settled once more, always to the same fen.
 */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CounterCasesTest {
    private static final Map<String, String> INSUTYPE =
            Map.of("resident", "390", "employee", "310", "retired_cadre", "340");
    private static final Map<String, List<String>> PLACES = Map.of(
            "community", List.of("H35990100011", "社区卫生服务机构", "11"),
            "level2", List.of("H35990100012", "医院", "05"),
            "level3", List.of("H35990100013", "医院", "02"),
            "pharmacy", List.of("P35990100014", "零售药店", "11"));

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final Map<String, Hospital> hospitals = new LinkedHashMap<>();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private List<Verification> verifications;

    @Autowired
    private Totals totals;

    private Villagers villagers;
    private int order;

    @BeforeAll
    void fill(
            @Autowired Institutions institutions,
            @Autowired Agreements agreements,
            @Autowired Acts acts,
            @Autowired Region region,
            @Autowired Units units,
            @Autowired CatalogueSample sample,
            @Autowired Registry registry,
            @Autowired Accesses accesses) {
        ProviderFixture providers = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        sample.load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
        PLACES.forEach((place, told) -> {
            String code = told.get(0);
            providers.institution(code, told.get(1), told.get(2));
            providers.signed(code, LocalDate.of(today.getYear() - 1, 12, 1), "XY-" + code);
            String secret = UUID.randomUUID().toString();
            accesses.grant(TestActors.actor(), new Access(code, "apikey", "", secret, "", "", false, true));
            hospitals.put(place, new Hospital(port, code, Map.of("apikey", secret)));
        });
        villagers = new Villagers(registry, transaction);
    }

    static Stream<Arguments> cases() throws IOException {
        try (InputStream in = CounterCasesTest.class.getResourceAsStream("/gateway/counter-cases.yaml")) {
            return YAMLMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build()
                    .readValue(in, new TypeReference<List<CounterCase>>() {})
                    .stream()
                    .map(told -> Arguments.of(told.name(), told));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void isSettledAsWorkedOutByHand(String name, CounterCase told) {
        String person = person(told.person());
        for (int at = 0; at < told.bills().size(); at++) {
            CounterCase.Bill bill = told.bills().get(at);
            CounterDesk desk =
                    new CounterDesk(hospital(bill.at()), person, insutype(told.person()), bill, told.person());
            JsonNode settled = desk.settle();
            expect(told, at, settled);
            identities(settled.get("setlinfo"));
            List<Totals.Row> counted = counted(bill);
            JsonNode mirror = desk.cancel(settled);
            assertThat(CounterDesk.amounts(mirror, -1)).as(told.because()).isEqualTo(CounterDesk.amounts(settled, 1));
            desk.undoCancellation();
            assertThat(counted(bill))
                    .as("reconciled as if it had not been cancelled")
                    .hasSameElementsAs(counted);
            desk.cancel(settled);
            JsonNode again = desk.settle();
            assertThat(CounterDesk.amounts(again, 1)).as("settled again").isEqualTo(CounterDesk.amounts(settled, 1));
            desk.undo();
            assertThat(CounterDesk.amounts(desk.settle(), 1))
                    .as("settled after a reversal")
                    .isEqualTo(CounterDesk.amounts(settled, 1));
        }
    }

    @AfterAll
    void everythingThatFollowsFromTheSettlementsAgrees() {
        assertThat(verifications.stream()
                        .filter(one -> !one.name().contains("审计"))
                        .flatMap(one -> one.problems().stream()))
                .isEmpty();
    }

    private Hospital hospital(String place) {
        return Objects.requireNonNull(hospitals.get(place), place);
    }

    private List<Totals.Row> counted(CounterCase.Bill bill) {
        String provider = Objects.requireNonNull(PLACES.get(bill.at())).get(0);
        return totals.rows(new Totals.Wanted(provider, "", List.of(), today, today, null));
    }

    private static String insutype(CounterCase.Who who) {
        return Objects.requireNonNull(INSUTYPE.get(who.scheme()), who.scheme());
    }

    private static void expect(CounterCase told, int at, JsonNode settled) {
        told.expect()
                .get(at)
                .forEach((field, value) -> assertThat(
                                settled.at("/setlinfo/" + field).decimalValue())
                        .as("%s %s: %s\n%s", told.name(), field, told.because(), settled)
                        .isEqualByComparingTo(value));
    }

    /** The identities of the interface (facts on amounts of 2207 and 2304). */
    private static void identities(JsonNode info) {
        assertThat(sum(info, "fulamt_ownpay_amt", "overlmt_selfpay", "preselfpay_amt", "inscp_scp_amt"))
                .isEqualByComparingTo(sum(info, "medfee_sumamt"));
        assertThat(sum(info, "fund_pay_sumamt", "psn_part_amt", "hosp_part_amt"))
                .isEqualByComparingTo(sum(info, "medfee_sumamt"));
        assertThat(sum(info, "acct_pay", "psn_cash_pay")).isEqualByComparingTo(sum(info, "psn_part_amt"));
        assertThat(sum(info, "hifp_pay", "hifmi_pay", "hifob_pay", "hifes_pay", "cvlserv_pay", "maf_pay", "oth_pay"))
                .isEqualByComparingTo(sum(info, "fund_pay_sumamt"));
    }

    private static BigDecimal sum(JsonNode info, String... fields) {
        return Stream.of(fields)
                .filter(info::has)
                .map(field -> info.get(field).decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String person(CounterCase.Who who) {
        order += order % 2 == ("female".equals(who.sex()) ? 0 : 1) ? 2 : 1;
        LocalDate born = who.days() > 0
                ? today.minusDays(who.days())
                : today.minusYears(who.age()).minusDays(40);
        long person = villagers.person("样例人" + order, born, order, "359901");
        LocalDate from =
                born.isAfter(LocalDate.of(today.getYear() - 1, 1, 1)) ? born : LocalDate.of(today.getYear() - 1, 1, 1);
        villagers.enrol(person, who.scheme(), who.type(), from, "359901");
        if (who.type().equals("退休")) {
            villagers.credit(person, 400);
        }
        if (who.identities() != null) {
            who.identities().forEach(word -> villagers.identify(person, word, from, null));
        }
        if (who.account() != null) {
            long fen = new BigDecimal(who.account()).movePointRight(2).longValueExact();
            transaction.executeWithoutResult(status -> accounts.credit(
                    TestActors.actor(),
                    today.toString().substring(0, 7),
                    List.of(new PersonalAccounts.Credit(
                            person, fen, today, false, new Cause("test", "credit", "K" + person), 1))));
        }
        JsonNode known = hospital("level3").call("1101", """
                {"data": {"mdtrt_cert_type": "02", "mdtrt_cert_no": "%s", "psn_name": "样例人%d"}}""".formatted(Villagers.idNumber(born, order), order));
        assertThat(known.get("infcode").asInt()).as(known.toString()).isZero();
        CounterDesk.wellFormed("1101", known);
        String number = known.at("/output/baseinfo/psn_no").asString();
        if (who.disease() != null) {
            JsonNode filed = hospital("level3").call("2503", """
                    {"data": {"psn_no": "%s", "insutype": "%s", "opsp_dise_code": "%s", "opsp_dise_name": "%s",
                    "insu_optins": "359900", "ide_fixmedins_no": "H35990100013", "ide_fixmedins_name": "样例医院",
                    "hosp_ide_date": "%s", "diag_dr_codg": "D1", "diag_dr_name": "样例医生", "begndate": "%s"}}""".formatted(
                    number, insutype(who), CounterDesk.DISEASES.get(who.disease()), who.disease(), today, today));
            assertThat(filed.get("infcode").asInt()).as(filed.toString()).isZero();
        }
        return number;
    }
}
