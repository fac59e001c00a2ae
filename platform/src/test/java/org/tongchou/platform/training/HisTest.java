package org.tongchou.platform.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.gateway.wire.Signing;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.EverybodyPaid;

/** The training hospital's counter against the real gateway, in every style of proof. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HisTest {
    private static final String HOSPITAL = "H35990100001";
    private static final LocalDate BORN = LocalDate.of(1975, 5, 5);
    private static final HisItem ITEM =
            new HisItem("XA02BCA100A001010110000", "样例片甲1号", new BigDecimal("30.25"), BigDecimal.TEN);

    private final LocalDateTime begun =
            LocalDate.now(ZoneId.of("Asia/Shanghai")).atTime(0, 1);

    @LocalServerPort
    private int port;

    @Autowired
    private Accesses accesses;

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
            @Autowired JdbcClient database,
            @Autowired TransactionTemplate transaction) {
        ProviderFixture providers = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        providers.hospital(HOSPITAL);
        providers.signed(HOSPITAL, LocalDate.of(begun.getYear() - 1, 12, 1), "XY-1");
        sample.load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
        villagers = new Villagers(registry, transaction);
    }

    private HisCounter counter(HisKey key, String cipher) {
        return new HisCounter(new HisClient(
                HisLine.of("http://127.0.0.1:" + port, HOSPITAL, "359900", key).withCipher(cipher), Clock.systemUTC()));
    }

    private String person() {
        long person = villagers.person("样例人" + ++order, BORN, order, "359901");
        villagers.enrol(person, "resident", "成年居民", LocalDate.of(begun.getYear() - 1, 1, 1), "359901");
        return Villagers.idNumber(BORN, order);
    }

    private HisCounter open() {
        String secret = UUID.randomUUID().toString();
        accesses.grant(TestActors.actor(), new Access(HOSPITAL, "apikey", "", secret, "", "", false, true));
        return counter(HisKey.apikey(secret), "");
    }

    @Test
    void everyStyleProvesItself() {
        String secret = "0123456789abcdef0123456789abcdef";
        String id = person();
        for (String style : List.of("tif", "csb", "apikey")) {
            accesses.grant(TestActors.actor(), new Access(HOSPITAL, style, "KEY", secret, "", secret, true, true));
            assertThat(counter(new HisKey(style, "KEY", secret), secret)
                            .identify(id)
                            .insutype())
                    .isEqualTo("390");
            assertThatThrownBy(() ->
                            counter(new HisKey(style, "KEY", secret + "0"), "").identify(id))
                    .isInstanceOfSatisfying(
                            HisFault.class, fault -> assertThat(fault.code()).isEqualTo("E-GWY-023"));
        }
        String privateKey = "3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8";
        accesses.grant(
                TestActors.actor(),
                new Access(HOSPITAL, "sm2", "APP", "", Signing.publicKey(privateKey), "", false, true));
        assertThat(counter(new HisKey("sm2", "APP", privateKey), "")
                        .identify(id)
                        .number())
                .isNotEmpty();
    }

    @Test
    void withoutProofOnlyAListedAddressCalls() {
        String id = person();
        for (List<String> addresses : List.of(List.<String>of(), List.of("10.0.0.0/8"))) {
            accesses.grant(
                    TestActors.actor(), new Access(HOSPITAL, "none", "", "", "", "", false, false, addresses, true));
            assertThatThrownBy(() -> counter(HisKey.none(), "").identify(id))
                    .isInstanceOfSatisfying(
                            HisFault.class, fault -> assertThat(fault.code()).isEqualTo("E-GWY-024"));
        }
        accesses.grant(
                TestActors.actor(),
                new Access(HOSPITAL, "none", "", "", "", "", false, false, List.of("10.0.0.1", "127.0.0.0/8"), true));
        assertThat(counter(HisKey.none(), "").identify(id).number()).isNotEmpty();
    }

    @Test
    void anOutpatientAStayAndAPurchaseAreSettledAndCompared() {
        HisCounter counter = open();
        assertThat(counter.signIn()).isNotEmpty();
        HisPerson person = counter.identify(person());
        HisVisit visit = counter.register(person, "11", HisComplaint.of("J06.900", "急性上呼吸道感染"), begun);
        HisSplit split = counter.charge(visit, 1, List.of(ITEM));
        assertThat(split.total()).isEqualByComparingTo("302.50");
        HisBill preview = counter.preSettle(visit, split, true);
        HisBill bill = counter.settle(visit, split, true);
        assertThat(bill.fund()).isEqualByComparingTo(preview.fund());
        assertThat(bill.fund().add(bill.account()).add(bill.cash())).isEqualByComparingTo(bill.total());
        HisBill mirror = counter.cancel(person, bill);
        assertThat(mirror.total()).isEqualByComparingTo("-302.50");

        HisVisit stay = counter.admit(person, "21", HisComplaint.of("J18.900", "肺炎"), begun);
        HisSplit charged = counter.charge(stay, 1, java.util.Collections.nCopies(130, ITEM));
        assertThat(charged.total()).isEqualByComparingTo("39325.00");
        counter.discharge(stay, begun.plusMinutes(1));
        HisBill left = counter.settle(stay, charged, false);
        counter.reverse(person, left.infno(), left.msgid());
        assertThatThrownBy(() -> counter.cancel(person, left)).isInstanceOf(HisFault.class);
        HisBill last = counter.settle(stay, charged, false);
        assertThat(last.fund()).isEqualByComparingTo(left.fund()).isPositive();

        HisBill tried = counter.buy(person, List.of(ITEM), begun, false, false);
        HisBill bought = counter.buy(person, List.of(ITEM), begun, false, true);
        assertThat(bought.cash()).isEqualByComparingTo(tried.cash());
        HisBill returned = counter.cancel(person, bought);

        LocalDate today = begun.toLocalDate();
        List<HisBill> atPharmacy = List.of(bought, returned);
        HisSums sums = HisSums.of("390", "41", today, today, atPharmacy);
        assertThat(counter.reconcile(sums).same()).isTrue();
        HisSums wrong = HisSums.of("390", "41", today, today, List.of(bought));
        assertThat(counter.reconcile(wrong).says()).contains("医疗费总额", "笔数");
    }

    @Test
    void whatWasRegisteredIsGivenUp() {
        HisCounter counter = open();
        HisPerson person = counter.identify(person());
        HisVisit visit = counter.register(person, "11", HisComplaint.of("J06.900", "急性上呼吸道感染"), begun);
        counter.charge(visit, 1, List.of(ITEM));
        assertThatThrownBy(() -> counter.giveUp(visit)).isInstanceOf(HisFault.class);
        counter.removeCharges(visit);
        counter.giveUp(visit);
        HisVisit stay = counter.admit(person, "21", HisComplaint.of("J18.900", "肺炎"), begun);
        counter.discharge(stay, begun.plusMinutes(1));
        counter.readmit(stay);
        counter.giveUp(stay);
    }
}
