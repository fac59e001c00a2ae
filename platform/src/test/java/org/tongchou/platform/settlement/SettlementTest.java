package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.Funds;
import org.tongchou.platform.fund.Ledger;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visits.NewVisit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** A bill at the counter: visit, charges, settlement, and all that is written with it and taken back with it. */
@PlatformTest
@Import(EverybodyPaid.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SettlementTest {
    private static final Actor HIS = TestActors.actor();
    private static final String HOSPITAL = "H35990100001";
    private static final String CLASS_A = "XA02BCA100A001010110000";
    private static final String CLASS_B = "XA02BCA102A001010110002";

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
    private final LocalDateTime noon = today.atTime(0, 30);

    @Autowired
    private Visits visits;

    @Autowired
    private Charges charges;

    @Autowired
    private Settlements settlements;

    @Autowired
    private Persons persons;

    @Autowired
    @Qualifier("settlementVerification")
    private Verification verification;

    @Autowired
    private Registry registry;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient database;

    @Autowired
    private Ledger ledger;

    @Autowired
    private PersonalAccounts accounts;

    private Villagers villagers;
    private int order;

    @BeforeAll
    void fill(
            @Autowired Institutions institutions,
            @Autowired Agreements agreements,
            @Autowired Acts acts,
            @Autowired Region region,
            @Autowired Units units,
            @Autowired CatalogueSample sample) {
        ProviderFixture providers = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        providers.hospital(HOSPITAL);
        providers.signed(HOSPITAL, LocalDate.of(today.getYear() - 1, 12, 1), "XY-1");
        sample.load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
        villagers = new Villagers(registry, transaction);
    }

    private long person(String scheme, String type) {
        long person = villagers.person("样例人" + ++order, LocalDate.of(1980, 1, 1), order, "359901");
        villagers.enrol(person, scheme, type, LocalDate.of(today.getYear() - 1, 1, 1), "359901");
        return person;
    }

    private Visit visit(long person, String scheme, String kind, boolean inpatient) {
        return transaction.execute(status -> visits.open(new NewVisit(
                persons.find(person).orElseThrow(),
                scheme,
                kind,
                inpatient ? "21" : "11",
                HOSPITAL,
                inpatient,
                "local",
                "none",
                noon,
                "",
                Map.of())));
    }

    private Charges.NewCharge charge(String sn, String code, String price, int pieces, String refunds) {
        BigDecimal each = new BigDecimal(price);
        long fen = each.multiply(BigDecimal.valueOf(pieces)).movePointRight(2).longValueExact();
        return new Charges.NewCharge(
                sn, "1", refunds, noon, code, "本院" + sn, "", each, BigDecimal.valueOf(pieces), fen, 0, Map.of());
    }

    private List<Charges.Split> charge(Visit visit, Charges.NewCharge... rows) {
        return transaction.execute(status -> charges.add(visit, List.of(rows)));
    }

    private Request request(long total, boolean useAccount, String message) {
        return new Request("1", total, Map.of(), useAccount, today, false, "item", List.of(), message);
    }

    private Settled settle(Visit visit, Request request) {
        return transaction.execute(status -> settlements.settle(HIS, visits.lock(HOSPITAL, visit.number()), request));
    }

    private Settled cancel(Visit visit, long settlement, boolean undone) {
        return transaction.execute(status -> settlements.cancel(
                HIS, visits.lock(HOSPITAL, visit.number()), settlement, "M-cancel-" + settlement, undone));
    }

    private Map<String, Object> year(long person) {
        return database.sql("""
                        select cells::text as cells, coalesce(stay_id, '') as stay, mark from settlement.year_state
                        where person_id = :person""").param("person", person).query().singleRow();
    }

    @Test
    void aBillIsSettledWithEverythingThatFollowsAndTakenBackWithIt() {
        long person = person("resident", "成年居民");
        Visit visit = visit(person, "resident", "inpatient", true);
        List<Charges.Split> splits =
                charge(visit, charge("1", CLASS_A, "100.00", 80, ""), charge("2", CLASS_B, "50.00", 40, ""));
        assertThat(splits).extracting(split -> split.charge().itemClass()).containsExactly("A", "B");
        assertThat(splits.get(0).scopeFen()).isEqualTo(800_000);
        Settled preview = transaction.execute(status -> settlements.preview(visit, request(1_000_000, false, "M1")));
        transaction.executeWithoutResult(
                status -> visits.discharge(visits.lock(HOSPITAL, visit.number()), today.atTime(0, 40)));
        Settled settled = settle(visit, request(1_000_000, false, "M1"));
        assertThat(settled.amounts()).isEqualTo(preview.amounts());
        assertThat(settled.amounts().fund()).isPositive();
        long paid =
                settled.payments().stream().mapToLong(Settlements.Payment::fen).sum();
        assertThat(paid).isEqualTo(settled.amounts().fund());
        assertThat(-ledger.balance(Funds.RESIDENT, FundAccounts.DUE_TO_PROVIDERS, HOSPITAL, today))
                .isEqualTo(settled.payments().stream()
                        .filter(payment -> payment.fund().equals(Funds.RESIDENT))
                        .mapToLong(Settlements.Payment::fen)
                        .sum());
        assertThat(settlements.explain(settled.id())).contains("起付");
        assertThat(year(person).get("stay")).isEqualTo(visit.number());
        assertThatThrownBy(() -> settle(visit, request(1_000_000, false, "M2"))).hasMessageContaining("已结算");

        Settled mirror = cancel(visit, settled.id(), false);
        assertThat(mirror.amounts()).isEqualTo(settled.amounts().negated());
        assertThat(year(person)).containsEntry("stay", "").containsEntry("mark", 0L);
        assertThat((String) year(person).get("cells")).matches("[{0,}]+");
        assertThat(ledger.balance(Funds.RESIDENT, FundAccounts.DUE_TO_PROVIDERS, HOSPITAL, today))
                .isZero();
        assertThatThrownBy(() -> cancel(visit, settled.id(), false)).hasMessageContaining("已经撤销");
        Settled again = settle(visit, request(1_000_000, false, "M3"));
        assertThat(again.amounts()).isEqualTo(settled.amounts());
        cancel(visit, again.id(), true);
    }

    @Test
    void theAccountPaysWhatIsInIt() {
        long person = person("employee", "在职");
        transaction.executeWithoutResult(status -> {
            Cause cause = new Cause("test", "credit", "C" + person);
            accounts.credit(
                    HIS,
                    today.toString().substring(0, 7),
                    List.of(new PersonalAccounts.Credit(person, 3_000, today, false, cause, 1)));
        });
        Visit visit = visit(person, "employee", "outpatient", false);
        charge(visit, charge("1", CLASS_A, "45.00", 1, ""));
        Settled settled = settle(visit, request(4_500, true, "A1"));
        assertThat(settled.amounts().account()).isEqualTo(3_000);
        assertThat(settled.amounts().cash()).isEqualTo(4_500 - settled.amounts().fund() - 3_000);
        assertThat(settled.balanceFen()).isZero();
        assertThat(accounts.balance(person).fen()).isZero();
        cancel(visit, settled.id(), false);
        assertThat(accounts.balance(person).fen()).isEqualTo(3_000);
    }

    @Test
    void chargesStandOrFallTogether() {
        Visit visit = visit(person("resident", "成年居民"), "resident", "outpatient", false);
        assertThatThrownBy(
                        () -> charge(visit, charge("1", CLASS_A, "1.00", 1, ""), charge("1", CLASS_A, "1.00", 1, "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(
                        () -> charge(visit, charge("1", CLASS_A, "1.00", 1, ""), charge("2", CLASS_A, "1.00", -1, "9")))
                .hasMessageContaining("原费用流水号");
        assertThatThrownBy(() -> settle(visit, request(100, false, "X"))).hasMessageContaining("没有未结算的费用明细");
        List<Charges.Split> splits = charge(
                visit,
                charge("1", CLASS_A, "10.00", 3, ""),
                charge("2", CLASS_A, "10.00", -1, "1"),
                charge("3", "NOTHING", "5.00", 1, ""));
        assertThat(splits.get(1).scopeFen()).isEqualTo(-1_000);
        assertThat(splits.get(2).ownFen()).isEqualTo(500);
        assertThat(charge(visit, charge("1", CLASS_A, "10.00", 3, ""))).hasSize(1);
        assertThatThrownBy(() -> charge(visit, charge("1", CLASS_A, "10.00", 4, "")))
                .hasMessageContaining("流水号");
        assertThatThrownBy(() -> charge(visit, charge("4", CLASS_A, "10.00", -3, "1")))
                .hasMessageContaining("退费合计不超过");
        assertThatThrownBy(() -> settle(visit, request(2_501, false, "X"))).hasMessageContaining("未结算费用明细之和 25.00");
        Settled settled = settle(visit, request(2_500, false, "X"));
        assertThat(settled.amounts().total()).isEqualTo(2_500);
        assertThatThrownBy(() -> transaction.execute(status -> charges.remove(visit, "1", "")))
                .hasMessageContaining("未结算的费用");
    }

    @Test
    void ofSixteenBillsAtOnceTheAccountPaysWhatItHasAndTheCeilingHolds() throws Exception {
        long person = person("employee", "在职");
        transaction.executeWithoutResult(status -> accounts.credit(
                HIS,
                today.toString().substring(0, 7),
                List.of(new PersonalAccounts.Credit(
                        person, 5_000, today, false, new Cause("test", "credit", "R" + person), 1))));
        List<Visit> sixteen = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            Visit visit = visit(person, "employee", "outpatient", false);
            charge(visit, charge("1", CLASS_A, "900.00", 1, ""));
            sixteen.add(visit);
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        long account = 0;
        long fund = 0;
        try {
            List<Callable<Settled>> bills = sixteen.stream()
                    .<Callable<Settled>>map(visit -> () -> settle(visit, request(90_000, true, "R" + visit.number())))
                    .toList();
            for (Future<Settled> bill : threads.invokeAll(bills)) {
                account += bill.get().amounts().account();
                fund += bill.get().amounts().fund();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(account).isEqualTo(5_000);
        assertThat(accounts.balance(person).fen()).isZero();
        long one = alone();
        assertThat(fund).as("sixteen bills one after the other").isEqualTo(one);
        assertThat(verification.problems()).isEmpty();
    }

    /** What funds pay of the same sixteen bills, one after the other. */
    private long alone() {
        long person = person("employee", "在职");
        long fund = 0;
        for (int i = 0; i < 16; i++) {
            Visit visit = visit(person, "employee", "outpatient", false);
            charge(visit, charge("1", CLASS_A, "900.00", 1, ""));
            fund += settle(visit, request(90_000, false, "S" + i)).amounts().fund();
        }
        return fund;
    }

    @Test
    void nobodyLiesInTwoBeds() {
        long person = person("resident", "成年居民");
        Visit visit = visit(person, "resident", "inpatient", true);
        assertThatThrownBy(() -> visit(person, "resident", "inpatient", true)).hasMessageContaining("未出院");
        transaction.executeWithoutResult(status -> visits.cancel(visit));
        visit(person, "resident", "inpatient", true);
    }
}
