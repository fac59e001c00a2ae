package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.TestActors;
import org.tongchou.platform.catalogue.CatalogueFixture;
import org.tongchou.platform.catalogue.CatalogueSample;
import org.tongchou.platform.enrolment.Person;
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

/** A counter for tests: a hospital, a catalogue, synthetic people with money in their accounts, bills in few words. */
@TestComponent
public class Counter {
    /** Who settles. */
    public static final Actor HIS = TestActors.actor();

    /** The hospital. */
    public static final String HOSPITAL = "H35990100001";

    /** A drug of class A. */
    public static final String CLASS_A = "XA02BCA100A001010110000";

    private static final String CLASS_B = "XA02BCA102A001010110002";

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
    private final ApplicationContext context;
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
            JdbcClient database,
            ApplicationContext context) {
        this.visits = visits;
        this.charges = charges;
        this.settlements = settlements;
        this.persons = persons;
        this.accounts = accounts;
        this.transaction = transaction;
        this.database = database;
        this.context = context;
        this.villagers = new Villagers(registry, transaction);
    }

    /** Another person of the bureau. */
    public static Actor colleague(int number) {
        return new Actor(900 + number, "test" + number, "测试用户" + number, 0, List.of(), true, List.of("test"), Set.of());
    }

    /** Makes the hospital and the catalogue. */
    public void fill() {
        ProviderFixture providers = ProviderFixture.create(
                context.getBean(Institutions.class),
                context.getBean(Agreements.class),
                context.getBean(Acts.class),
                database,
                context.getBean(Region.class),
                context.getBean(Units.class));
        providers.hospital(HOSPITAL);
        providers.signed(HOSPITAL, LocalDate.of(today.getYear() - 1, 12, 1), "XY-1");
        context.getBean(CatalogueSample.class)
                .load(CatalogueFixture.CLERK, CatalogueFixture.SECOND, LocalDate.of(2020, 1, 1));
    }

    /** Somebody who is enrolled since last year. */
    public long person(String scheme, String type) {
        return person("样例人" + (order.get() + 1), scheme, type, "359901");
    }

    /** Somebody of a name and a county who is enrolled since last year. */
    public long person(String name, String scheme, String type, String county) {
        long person = villagers.person(name, LocalDate.of(1980, 1, 1), order.incrementAndGet(), county);
        villagers.enrol(person, scheme, type, LocalDate.of(today.getYear() - 1, 1, 1), county);
        return person;
    }

    /** A schoolchild born on a day. */
    public long child(String name, LocalDate born) {
        return child(name, born, null);
    }

    /** A child that was enrolled as a newborn under a parent, or under nobody. */
    public long child(String name, LocalDate born, @Nullable Long parent) {
        long child = villagers.newborn(name, born, order.incrementAndGet(), "359901", parent);
        villagers.enrol(child, "resident", "中小学生", LocalDate.of(today.getYear() - 1, 1, 1), "359901");
        return child;
    }

    /** Puts money into somebody's account. */
    public void credit(long person, long fen) {
        Cause cause = new Cause("test", "credit", "C" + order.incrementAndGet());
        transaction.executeWithoutResult(status -> accounts.credit(
                HIS,
                today.toString().substring(0, 7),
                List.of(new PersonalAccounts.Credit(person, fen, today, false, cause, 1))));
    }

    /** A visit with a diagnosis and a charge for each amount in yuan, of class A and class B by turns. */
    public Visit visit(long person, String scheme, String kind, String... yuan) {
        return visit(HOSPITAL, noon, persons.find(person).orElseThrow(), scheme, kind, yuan);
    }

    /** As {@link #visit(long, String, String, String...)}, somewhere, at some time, of anybody. */
    public Visit visit(String provider, LocalDateTime at, Person person, String scheme, String kind, String... yuan) {
        boolean stay = kind.equals("inpatient");
        return transaction.execute(status -> {
            Visit visit = visits.open(new Visits.NewVisit(
                    person,
                    scheme,
                    kind,
                    stay ? "21" : kind.equals("pharmacy") ? "41" : "11",
                    provider,
                    stay,
                    "local",
                    "none",
                    at,
                    "",
                    Map.of()));
            visits.diagnose(visit, false, List.of(new Visits.Diagnosis("1", 1, true, "J18.900", "肺炎", Map.of())));
            charges.add(
                    visit,
                    IntStream.range(0, yuan.length)
                            .mapToObj(line ->
                                    item(at, Integer.toString(line + 1), line % 2 == 0 ? CLASS_A : CLASS_B, yuan[line]))
                            .toList());
            return visit;
        });
    }

    /** One more charge, of class A. */
    public void charge(Visit visit, String sn, String yuan) {
        transaction.executeWithoutResult(status -> charges.add(visit, List.of(item(noon, sn, CLASS_A, yuan))));
    }

    private Charges.NewCharge item(LocalDateTime at, String sn, String code, String yuan) {
        BigDecimal price = new BigDecimal(yuan);
        return new Charges.NewCharge(
                sn,
                "1",
                "",
                at,
                code,
                "本院" + sn,
                "样例药" + sn,
                price,
                BigDecimal.ONE,
                price.movePointRight(2).longValueExact(),
                0,
                Map.of());
    }

    /** Settles all open charges of a visit; a stay ends first. */
    public Settlements.Settled settle(Visit visit) {
        return settle(visit, transaction.execute(status -> {
            Visit held = visits.lock(visit.provider(), visit.number());
            if (held.state().equals(Visit.STAYING)) {
                visits.discharge(held, held.begun().plusMinutes(10));
            }
            return charges.open(held, "1").stream()
                    .mapToLong(charge -> charge.item().fen())
                    .sum();
        }));
    }

    /** Settles all charges of a visit. */
    public Settlements.Settled settle(Visit visit, long total) {
        return settle(visit, total, false);
    }

    /** Settles what is open of a visit, which goes on when it is settled in between. */
    public Settlements.Settled settle(Visit visit, long total, boolean interim) {
        return transaction.execute(status -> settlements.settle(
                HIS, visits.lock(visit.provider(), visit.number()), request(visit, total, interim, today)));
    }

    /** What is asked of a settlement of all open charges of a visit on a day. */
    public Settlements.Request request(Visit visit, long total, boolean interim, LocalDate day) {
        return new Settlements.Request(
                "1",
                total,
                Map.of(),
                true,
                day,
                interim,
                "item",
                List.of(),
                "M" + visit.number() + "-" + messages.incrementAndGet());
    }

    /** Takes a settlement back. */
    public Settlements.Settled cancel(Visit visit, long settlement) {
        return cancel(visit, settlement, false);
    }

    /** Takes a settlement back, or undoes it. */
    public Settlements.Settled cancel(Visit visit, long settlement, boolean undone) {
        return transaction.execute(status -> settlements.cancel(
                HIS, visits.lock(visit.provider(), visit.number()), settlement, "X" + settlement, undone));
    }
}
