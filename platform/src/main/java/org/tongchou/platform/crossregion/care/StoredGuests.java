package org.tongchou.platform.crossregion.care;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.crossregion.Envelope;
import org.tongchou.platform.crossregion.Guests;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.BillBook;
import org.tongchou.platform.crossregion.partner.Exchange;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.privacy.PersonalSecrets;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.settlement.Charges.Shares;
import org.tongchou.platform.settlement.GuestBills;
import org.tongchou.platform.settlement.GuestBills.Decision;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** People insured elsewhere, in schema {@code crossregion}; their bills through {@link GuestBills}. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class StoredGuests implements Guests {
    private static final String COLUMNS = """
            select id, area, number, name, sex, born, certificate_type, certificate_shown from crossregion.guest""";

    private final JdbcClient database;
    private final Exchange exchange;
    private final Partners partners;
    private final BillBook book;
    private final GuestBills bills;
    private final Settlements settlements;
    private final Visits visits;
    private final Providers providers;
    private final PersonalSecrets secrets;

    StoredGuests(
            JdbcClient database,
            Exchange exchange,
            Partners partners,
            BillBook book,
            GuestBills bills,
            Settlements settlements,
            Visits visits,
            Providers providers,
            PersonalSecrets secrets) {
        this.database = database;
        this.exchange = exchange;
        this.partners = partners;
        this.book = book;
        this.bills = bills;
        this.settlements = settlements;
        this.visits = visits;
        this.providers = providers;
        this.secrets = secrets;
    }

    /** A guest with the region. */
    private record Known(String area, Person person) {}

    @Override
    @Transactional(readOnly = true)
    public boolean knows(String area) {
        return partners.find(area).isPresent();
    }

    @Override
    public Guest ask(String area, String certificateType, String number, LocalDate day) {
        partners.get(area);
        Messages.Told told = exchange.ask(
                area,
                "P" + java.util.UUID.randomUUID().toString().replace("-", ""),
                Envelope.Kind.PERSON,
                new Messages.Asked(certificateType, number, day),
                Messages.Told.class);
        database.sql("""
                        insert into crossregion.guest (area, number, name, sex, born, certificate_type, certificate,
                            certificate_shown)
                        values (:area, :number, :name, :sex, :born, :type, :sealed, :shown)
                        on conflict (area, number) do update set name = excluded.name, sex = excluded.sex,
                            born = excluded.born, certificate_type = excluded.certificate_type,
                            certificate = excluded.certificate, certificate_shown = excluded.certificate_shown,
                            told_at = now()""")
                .param("area", area)
                .param("number", told.number())
                .param("name", told.name())
                .param("sex", told.sex())
                .param("born", told.born())
                .param("type", told.certificateType())
                .param("sealed", secrets.seal(told.certificate()))
                .param("shown", PersonalSecrets.masked(told.certificate()))
                .update();
        return new Guest(byNumber(area, told.number()), told.certificate(), told.insured());
    }

    @Override
    @Transactional(readOnly = true)
    public Person byNumber(String area, String number) {
        return known("area = :area and number = :number", "area", area, "number", number)
                .map(Known::person)
                .orElseThrow(() -> Refusal.field("E-CRS-020", "人员编号", number, "参保地 " + area + " 在 1101 中返回的人员编号"));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> find(long id) {
        return guest(id).map(Known::person);
    }

    private Optional<Known> guest(long id) {
        return known("id = :id and :more = ''", "id", -id, "more", "");
    }

    private Optional<Known> known(String condition, String one, Object first, String other, Object second) {
        return database.sql(COLUMNS + " where " + condition)
                .param(one, first)
                .param(other, second)
                .query((row, i) -> new Known(
                        row.getString("area"),
                        new Person(
                                -row.getLong("id"),
                                row.getString("number"),
                                row.getString("name"),
                                row.getString("certificate_type"),
                                row.getString("certificate_shown"),
                                row.getString("sex"),
                                row.getObject("born", LocalDate.class),
                                null,
                                row.getString("area"),
                                null,
                                "",
                                null,
                                "")))
                .optional();
    }

    @Override
    public Settled preview(Visit visit, Request request) {
        String home = home(visit);
        Messages.Decided decided = exchange.ask(
                home,
                "Y" + request.message(),
                Envelope.Kind.PREVIEW,
                bill(visit, request, bills.split(visit, request)),
                Messages.Decided.class);
        return bills.shown(visit, request, decision(home, decided));
    }

    @Override
    public Settled settle(Actor actor, Visit visit, Request request) {
        String home = home(visit);
        Messages.Decided decided = exchange.ask(
                home,
                request.message(),
                Envelope.Kind.SETTLE,
                bill(visit, request, bills.split(visit, request)),
                Messages.Decided.class);
        Settled settled = bills.keep(actor, visit, request, decision(home, decided));
        book.enter(BillBook.CARE, home, visit, settled, decided.number(), request.message(), name(visit));
        return settled;
    }

    @Override
    public Settled cancel(Actor actor, Visit visit, Settled settled, String message, boolean undone) {
        String home = home(visit);
        Messages.Done done = exchange.ask(
                home,
                "C" + message,
                Envelope.Kind.CANCEL,
                new Messages.Back(settled.message(), undone, settled.day()),
                Messages.Done.class);
        Settled mirror = settlements.cancel(actor, visit, settled.id(), message, undone);
        book.enter(BillBook.CARE, home, visit, mirror, done.number(), settled.message(), name(visit));
        return mirror;
    }

    @Override
    public void undo(String area, String message) {
        if (exchange.sent(area, message)) {
            exchange.ask(
                    area,
                    "U" + message,
                    Envelope.Kind.CANCEL,
                    new Messages.Back(message, true, LocalDate.EPOCH),
                    Messages.Done.class);
        }
    }

    private String home(Visit visit) {
        return guest(visit.personId()).orElseThrow().area();
    }

    private String name(Visit visit) {
        return providers.find(visit.provider()).map(Provider::name).orElse(visit.provider());
    }

    private Messages.Bill bill(Visit visit, Request request, Shares shares) {
        List<String> diagnoses = visits.diagnoses(visit, true).stream()
                .map(Visits.Diagnosis::code)
                .toList();
        return new Messages.Bill(
                visit.personNumber(),
                visit.scheme(),
                visit.kind(),
                visit.nationalKind(),
                visit.provider(),
                name(visit),
                visit.providerLevel(),
                visit.number(),
                visit.inpatient(),
                visit.begun(),
                visit.ended(),
                diagnoses,
                request.day(),
                shares.own(),
                shares.over(),
                shares.pre(),
                shares.scope(),
                request.useAccount());
    }

    private static Decision decision(String home, Messages.Decided one) {
        return new Decision(
                home,
                one.personType(),
                new Amounts(
                        one.own() + one.over() + one.pre() + one.scope(),
                        one.own(),
                        one.over(),
                        one.pre(),
                        one.scope(),
                        one.deductible(),
                        one.fund(),
                        0,
                        one.account(),
                        one.mutual(),
                        one.cash()),
                one.ratio(),
                one.payments().stream()
                        .map(paid ->
                                new Payment(paid.tier(), home, paid.nationalFund(), paid.baseFen(), null, paid.fen()))
                        .toList(),
                one.balanceFen());
    }
}
