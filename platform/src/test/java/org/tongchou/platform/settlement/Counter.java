package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.enrolment.Registry;
import org.tongchou.platform.enrolment.Villagers;
import org.tongchou.platform.fund.Cause;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.provider.ProviderFixture;
import org.tongchou.platform.provider.act.Acts;
import org.tongchou.platform.provider.agreement.Agreements;
import org.tongchou.platform.provider.institution.Institutions;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;

/** A counter for tests: a hospital, a catalogue, synthetic people with money in their accounts, bills of one line. */
@TestComponent
public class Counter {
    /** Who settles. */
    public static final Actor HIS = TestActors.actor();

    /** The hospital. */
    public static final String HOSPITAL = "H35990100001";

    /** A drug of class A. */
    public static final String CLASS_A = "XA02BCA100A001010110000";

    /** Today. */
    public final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    /** Noon, or rather shortly after midnight: never in the future. */
    public final LocalDateTime noon = today.atTime(0, 30);

    private final Visits visits;
    private final Charges charges;
    private final Settlements settlements;
    private final Persons persons;
    private final PersonalAccounts accounts;
    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Villagers villagers;
    private final AtomicInteger order = new AtomicInteger();
    private final AtomicInteger messages = new AtomicInteger();

    Counter(
            Visits visits,
            Charges charges,
            Settlements settlements,
            Persons persons,
            PersonalAccounts accounts,
            Registry registry,
            TransactionTemplate transaction,
            JdbcClient database) {
        this.visits = visits;
        this.charges = charges;
        this.settlements = settlements;
        this.persons = persons;
        this.accounts = accounts;
        this.transaction = transaction;
        this.database = database;
        this.villagers = new Villagers(registry, transaction);
    }

    /** Another person of the bureau. */
    public static Actor colleague(int number) {
        return new Actor(900 + number, "test" + number, "测试用户" + number, 0, List.of(), true, List.of("test"), Set.of());
    }

    /** Makes the hospital and the catalogue. */
    public void fill(
            Institutions institutions,
            Agreements agreements,
            Acts acts,
            Region region,
            Units units,
            CatalogueSample sample) {
        ProviderFixture providers = ProviderFixture.create(institutions, agreements, acts, database, region, units);
        providers.hospital(HOSPITAL);
        providers.signed(HOSPITAL, LocalDate.of(today.getYear() - 1, 12, 1), "XY-1");
        sample.load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
    }

    /** Somebody who is enrolled since last year. */
    public long person(String scheme, String type) {
        int next = order.incrementAndGet();
        long person = villagers.person("样例人" + next, LocalDate.of(1980, 1, 1), next, "359901");
        villagers.enrol(person, scheme, type, LocalDate.of(today.getYear() - 1, 1, 1), "359901");
        return person;
    }

    /** Puts money into somebody's account. */
    public void credit(long person, long fen) {
        Cause cause = new Cause("test", "credit", "C" + order.incrementAndGet());
        transaction.executeWithoutResult(status -> accounts.credit(
                HIS,
                today.toString().substring(0, 7),
                List.of(new PersonalAccounts.Credit(person, fen, today, false, cause, 1))));
    }

    /** A visit with one charge. */
    public Visit visit(long person, String scheme, String kind, String yuan) {
        return transaction.execute(status -> {
            Visit visit = visits.open(new Visits.NewVisit(
                    persons.find(person).orElseThrow(),
                    scheme,
                    kind,
                    kind.equals("inpatient") ? "21" : "11",
                    HOSPITAL,
                    kind.equals("inpatient"),
                    "local",
                    "none",
                    noon,
                    "",
                    Map.of()));
            charges.add(visit, List.of(item("1", yuan)));
            return visit;
        });
    }

    /** One more charge. */
    public void charge(Visit visit, String sn, String yuan) {
        transaction.executeWithoutResult(status -> charges.add(visit, List.of(item(sn, yuan))));
    }

    private Charges.NewCharge item(String sn, String yuan) {
        BigDecimal price = new BigDecimal(yuan);
        return new Charges.NewCharge(
                sn,
                "1",
                "",
                noon,
                CLASS_A,
                "本院" + sn,
                "样例药",
                price,
                BigDecimal.ONE,
                price.movePointRight(2).longValueExact(),
                0,
                Map.of());
    }

    /** Settles all charges of a visit. */
    public Settlements.Settled settle(Visit visit, long total) {
        return settle(visit, total, false);
    }

    /** Settles what is open of a visit, which goes on when it is settled in between. */
    public Settlements.Settled settle(Visit visit, long total, boolean interim) {
        return transaction.execute(status -> settlements.settle(
                HIS,
                visits.lock(HOSPITAL, visit.number()),
                new Settlements.Request(
                        "1",
                        total,
                        Map.of(),
                        true,
                        today,
                        interim,
                        "item",
                        List.of(),
                        "M" + visit.number() + "-" + messages.incrementAndGet())));
    }

    /** Takes a settlement back. */
    public Settlements.Settled cancel(Visit visit, long settlement) {
        return transaction.execute(status ->
                settlements.cancel(HIS, visits.lock(HOSPITAL, visit.number()), settlement, "X" + settlement, false));
    }
}
