package org.tongchou.platform.crossregion.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.crossregion.Messages;
import org.tongchou.platform.crossregion.partner.BillBook;
import org.tongchou.platform.crossregion.partner.MonthRows;
import org.tongchou.platform.crossregion.partner.Partner;
import org.tongchou.platform.crossregion.partner.Partners;
import org.tongchou.platform.enrolment.Credentials;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.Shares;
import org.tongchou.platform.settlement.Filings;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Due;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.settlement.Visits;
import org.tongchou.platform.settlement.Visits.Diagnosis;
import org.tongchou.platform.settlement.Visits.NewVisit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Settles what other regions tell of our people: their split, our policy; due to the region, not to the provider. */
@Component("crossregionHomeBills")
class HomeBills {
    private static final String UNFILED = "unfiled";

    private final JdbcClient database;
    private final Persons persons;
    private final Credentials credentials;
    private final Enrolments enrolments;
    private final PersonalAccounts accounts;
    private final Filings filings;
    private final Visits visits;
    private final Charges charges;
    private final Settlements settlements;
    private final BillBook book;
    private final MonthRows months;
    private final Clock clock;

    HomeBills(
            JdbcClient database,
            Persons persons,
            Credentials credentials,
            Enrolments enrolments,
            PersonalAccounts accounts,
            Filings filings,
            Visits visits,
            Charges charges,
            Settlements settlements,
            BillBook book,
            MonthRows months,
            Clock clock) {
        this.database = database;
        this.persons = persons;
        this.credentials = credentials;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.filings = filings;
        this.visits = visits;
        this.charges = charges;
        this.settlements = settlements;
        this.book = book;
        this.months = months;
        this.clock = clock;
    }

    private static Actor actor(Partner from) {
        return new Actor(0, from.area(), from.name(), 0, List.of(), false, List.of(), Set.of());
    }

    /** Who somebody of ours is. */
    Messages.Told person(Messages.Asked asked) {
        Optional<Person> found = asked.certificateType().equals("01")
                ? credentials.find(asked.number())
                : persons.byIdNumber(asked.number());
        Person person = found.orElseThrow(() -> Refusal.conflict("E-CRS-040", "没有找到这个就诊凭证对应的参保人"));
        List<Messages.Insured> insured = enrolments.of(person.id()).stream()
                .filter(period -> period.on(asked.day()))
                .map(period -> new Messages.Insured(
                        period.scheme(),
                        period.personType(),
                        period.from(),
                        period.scheme().equals("employee")
                                ? accounts.balance(person.id(), asked.day()).fen()
                                : 0))
                .toList();
        return new Messages.Told(
                person.number(),
                person.name(),
                person.sex(),
                person.born(),
                person.certificateType(),
                asked.certificateType().equals("02") ? asked.number() : person.masked(),
                insured);
    }

    /** Settles a bill. */
    Messages.Decided settle(Partner from, String message, Messages.Bill bill) {
        Person person = persons.byNumber(bill.person())
                .orElseThrow(() -> Refusal.field("E-CRS-041", "人员编号", bill.person(), "本统筹区参保人的人员编号"));
        if (bill.day().isAfter(LocalDate.now(clock).plusDays(1))
                || !Partners.areaOf(bill.provider()).equals(from.area())) {
            throw Refusal.field(
                    "E-CRS-042", "结算日期和医药机构", bill.day() + " " + bill.provider(), "不晚于今天，机构属于就医地 " + from.area());
        }
        Visit visit = visits.openElsewhere(
                new NewVisit(
                        person,
                        bill.scheme(),
                        bill.kind(),
                        bill.nationalKind(),
                        bill.provider(),
                        bill.inpatient(),
                        from.inProvince() ? "in_province" : "out_of_province",
                        filing(person, from, bill),
                        bill.begun(),
                        "",
                        Map.of("就医地", from.area(), "就医地就诊ID", bill.visit(), "机构名称", bill.providerName())),
                bill.providerLevel(),
                bill.ended());
        visits.diagnose(visit, true, diagnoses(bill));
        charges.addSplit(visit, new Shares(bill.own(), bill.over(), bill.pre(), bill.scope()), bill.begun());
        Settled settled = settlements.settle(
                actor(from),
                visit,
                new Request(
                        "", bill.total(), Map.of(), bill.useAccount(), bill.day(), false, "item", List.of(), message),
                new Due(FundAccounts.REMOTE_PAYABLE, from.area(), LocalDate.now(clock)));
        book.enter(BillBook.HOME, from.area(), visit, settled, bill.visit(), message, bill.providerName());
        return told(settled);
    }

    /** How the care was filed: by a filing for that region, or any; else an emergency, else not at all. */
    private String filing(Person person, Partner from, Messages.Bill bill) {
        return filings.of(person.id(), Filings.Kind.REFERRAL).stream()
                .filter(one -> !one.begins().isAfter(bill.day()))
                .filter(one -> {
                    LocalDate last = one.ends();
                    return last == null || !last.isBefore(bill.day());
                })
                .filter(one -> {
                    String area = one.details().getOrDefault("mdtrtarea_admdvs", "");
                    return area.length() != 6
                            || area.substring(0, 4).equals(from.area().substring(0, 4));
                })
                .map(one -> one.word().isEmpty() ? "referred" : one.word())
                .findFirst()
                .orElse(bill.kind().equals("emergency") ? "emergency" : UNFILED);
    }

    private static List<Diagnosis> diagnoses(Messages.Bill bill) {
        List<Diagnosis> rows = new ArrayList<>();
        for (String code : bill.diagnoses()) {
            rows.add(new Diagnosis("1", rows.size() + 1, rows.isEmpty(), code, "", Map.of()));
        }
        return rows;
    }

    private static Messages.Decided told(Settled settled) {
        Amounts amounts = settled.amounts();
        return new Messages.Decided(
                settled.number(),
                settled.personType(),
                amounts.own(),
                amounts.over(),
                amounts.pre(),
                amounts.scope(),
                amounts.deductible(),
                amounts.fund(),
                amounts.account(),
                amounts.mutual(),
                amounts.cash() + amounts.hospital(),
                settled.ratio(),
                settled.payments().stream()
                        .map(payment -> new Messages.Paid(
                                payment.tier(), payment.nationalFund(), payment.baseFen(), payment.fen()))
                        .toList(),
                settled.balanceFen());
    }

    /** Takes a bill back; nothing when it never came. */
    Messages.Done cancel(Partner from, String message, Messages.Back back) {
        Optional<BillBook.Entry> found = book.find(BillBook.HOME, from.area(), back.settle());
        if (found.isEmpty() && back.undone()) {
            return new Messages.Done("");
        }
        BillBook.Entry bill = found.filter(one -> !one.reversed())
                .orElseThrow(() -> Refusal.conflict("E-CRS-043", "没有报文 " + back.settle() + " 的结算，或已经撤销"));
        Visit visit = visits.lock(bill.provider(), bill.visit());
        Settled mirror = settlements.cancel(actor(from), visit, bill.settlementId(), message, back.undone());
        String name = database.sql("select provider_name from crossregion.bill where id = :id")
                .param("id", bill.id())
                .query(String.class)
                .single();
        book.enter(BillBook.HOME, from.area(), visit, mirror, "", back.settle(), name);
        return new Messages.Done(mirror.number());
    }

    /** Our bills with a region of a month. */
    Messages.Rows month(Partner from, Messages.Month asked) {
        return new Messages.Rows(
                months.of(asked.asCare() ? BillBook.CARE : BillBook.HOME, from.area(), YearMonth.parse(asked.month())));
    }
}
