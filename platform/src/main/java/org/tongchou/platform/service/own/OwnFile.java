package org.tongchou.platform.service.own;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.enrolment.PaymentHistory;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.region.PolicyWords;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.service.account.Accounts;
import org.tongchou.platform.settlement.BillFile;
import org.tongchou.platform.settlement.BillFiles;
import org.tongchou.platform.settlement.BillFiles.Accumulator;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.settlement.FamilyAccounts;
import org.tongchou.platform.settlement.FilingRow;
import org.tongchou.platform.settlement.FilingRows;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/**
 * What a user reads of the one person whose file the account is for, and of their children. Whose file it is never comes from the
 * request, which can only choose among these.
 */
@Service
class OwnFile {
    private static final String PERSON = "enrolment.person";
    private static final int OF_AGE = 18;

    private final Accounts accounts;
    private final Persons persons;
    private final Enrolments enrolments;
    private final Optional<PaymentHistory> payments;
    private final PersonalAccounts personal;
    private final BillFiles bills;
    private final FilingRows filings;
    private final FamilyAccounts families;
    private final PolicyWords words;
    private final AuditLog audit;
    private final Clock clock;

    OwnFile(
            Accounts accounts,
            Persons persons,
            Enrolments enrolments,
            Optional<PaymentHistory> payments,
            PersonalAccounts personal,
            BillFiles bills,
            FilingRows filings,
            FamilyAccounts families,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.persons = persons;
        this.enrolments = enrolments;
        this.payments = payments;
        this.personal = personal;
        this.bills = bills;
        this.filings = filings;
        this.families = families;
        this.words = new PolicyWords(region.pack());
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The person in short.
     *
     * @param name name
     * @param number 人员编号
     * @param masked masked number of the certificate
     * @param accountFen what is in the personal account
     * @param periods periods in schemes
     * @param paid what was paid, the latest first
     */
    record Overview(
            String name, String number, String masked, long accountFen, List<Period> periods, List<Paid> paid) {}

    /**
     * A period in a scheme.
     *
     * @param scheme 险种, as people call it
     * @param personType 人员类别
     * @param from first day
     * @param to last day; null while it lasts
     */
    record Period(
            String scheme,
            String personType,
            LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A payment.
     *
     * @param scheme 险种, as people call it
     * @param from first day that it is for
     * @param to last day that it is for
     * @param paidOn when it was paid
     */
    record Paid(String scheme, LocalDate from, LocalDate to, LocalDate paidOn) {}

    @Transactional
    Overview overview(Actor actor, @Nullable String child) {
        Person person = read(actor, child, "参保概况");
        return new Overview(
                person.name(),
                person.number(),
                person.masked(),
                personal.balance(person.id()).fen(),
                enrolments.of(person.id()).stream()
                        .map(one -> new Period(scheme(one.scheme()), one.personType(), one.from(), one.to()))
                        .toList(),
                payments.stream()
                        .flatMap(history -> history.of(persons.idsOf(person.id())).stream())
                        .map(one -> new Paid(scheme(one.scheme()), one.from(), one.to(), one.paid()))
                        .sorted((left, right) -> right.from().compareTo(left.from()))
                        .toList());
    }

    private String scheme(String scheme) {
        return words.of("scheme", scheme);
    }

    @Transactional
    Page<BillRow> bills(Actor actor, @Nullable String child, @Nullable Integer year, PageQuery page) {
        return bills.of(persons.idsOf(read(actor, child, "结算清单").id()), year, page);
    }

    /** A bill of the person; anybody else's is not there. The ledger's vouchers and the call are the bureau's business. */
    @Transactional
    BillFile bill(Actor actor, @Nullable String child, String number) {
        List<Long> ids = persons.idsOf(read(actor, child, "结算 " + number).id());
        BillFile bill = bills.find(number)
                .filter(one -> ids.contains(one.row().personId()))
                .orElseThrow(() -> Refusal.notFound("这笔结算"));
        return new BillFile(
                bill.row(),
                bill.person(),
                bill.visit(),
                bill.amounts(),
                bill.personType(),
                bill.ratio(),
                "",
                "",
                bill.mirrors(),
                bill.mirroredBy(),
                bill.diagnoses(),
                bill.lines(),
                bill.payments(),
                bill.accumulators(),
                bill.movements(),
                bill.shares(),
                List.of(),
                bill.explained());
    }

    @Transactional
    List<Accumulator> accumulated(Actor actor, @Nullable String child, @Nullable Integer year) {
        int asked = year == null ? LocalDate.now(clock).getYear() : year;
        return bills.accumulated(
                persons.idsOf(read(actor, child, asked + " 年累计").id()), asked);
    }

    @Transactional
    Page<PersonalAccounts.Movement> account(Actor actor, @Nullable String child, PageQuery page) {
        return personal.movements(read(actor, child, "个人账户").id(), page);
    }

    @Transactional
    List<FilingRow> filings(Actor actor, @Nullable String child) {
        return filings.of(persons.idsOf(read(actor, child, "备案").id()));
    }

    /**
     * A child whose file is read by the guardian.
     *
     * @param number 人员编号
     * @param name name
     */
    record Child(String number, String name) {}

    /**
     * The children that somebody reads for: not of age, and enrolled as newborns under the guardian, or bound to the guardian's
     * personal account as 子女. Both are done by two people of the bureau, who saw the papers; other relations on file are not.
     */
    @Transactional(readOnly = true)
    public List<Child> children(Actor actor) {
        return childrenOf(own(actor))
                .map(child -> new Child(child.number(), child.name()))
                .toList();
    }

    private Stream<Person> childrenOf(Person guardian) {
        LocalDate today = LocalDate.now(clock);
        return Stream.concat(
                        persons.newbornsOf(guardian.id()).stream(),
                        families.of(guardian.id()).stream()
                                .filter(binding -> binding.payer() == guardian.id() && binding.isOfChild(today))
                                .map(binding -> persons.find(binding.member()))
                                .flatMap(Optional::stream))
                .filter(child -> child.born().plusYears(OF_AGE).isAfter(today))
                .distinct();
    }

    private Person own(Actor actor) {
        return accounts.personOf(actor).orElseThrow(() -> Refusal.notFound("您的参保档案；查询账户没有关联参保人"));
    }

    /** The person of the account or a child of theirs, after writing down what is read. */
    private Person read(Actor actor, @Nullable String child, String what) {
        Person own = own(actor);
        if (Given.text(child).isEmpty()) {
            audit.record(actor, "service.own.view", PERSON, own.number(), "参保人查看自己的" + what, null, Map.of());
            return own;
        }
        Person read = childrenOf(own)
                .filter(one -> one.number().equals(child))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("这名子女；可以查看的是随您参保的新生儿，和家庭共济绑定已复核生效的子女，未满 " + OF_AGE + " 周岁"));
        audit.record(
                actor,
                "service.own.view_child",
                PERSON,
                read.number(),
                "监护人查看子女的" + what,
                null,
                Map.of("guardian", own.number()));
        return read;
    }
}
