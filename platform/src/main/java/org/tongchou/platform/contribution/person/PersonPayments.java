package org.tongchou.platform.contribution.person;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.money.Money;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.contribution.person.Matching.Outcome;
import org.tongchou.platform.contribution.person.PersonBooks.From;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.enrolment.Persons;
import org.tongchou.platform.fund.FundAccounts;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** What people paid; what matched nobody is claimed for somebody's dues. */
@Service
class PersonPayments {
    private static final Map<String, String> SORTABLE = Map.of("id", "id", "day", "day", "fen", "fen");

    private final JdbcClient database;
    private final DueStore store;
    private final PersonBooks books;
    private final Persons persons;
    private final Region region;
    private final AuditLog audit;
    private final Clock clock;

    PersonPayments(
            JdbcClient database,
            DueStore store,
            PersonBooks books,
            Persons persons,
            Region region,
            AuditLog audit,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.books = books;
        this.persons = persons;
        this.region = region;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A payment.
     *
     * @param id its id
     * @param scheme resident or employee
     * @param givenNumber 人员编号 in the file; empty when it gave a certificate
     * @param givenPeriod period in the file
     * @param fen how much
     * @param day when
     * @param account where
     * @param reference number of the bank or tax office
     * @param batchId the imported file
     * @param county six digits; empty while it matches nobody
     * @param personId who paid; null when unknown
     * @param state 已核销, 待查明, 退款中 or 已退款
     * @param problem why it matches nobody
     * @param voucherId the voucher
     * @param claimedName who claimed it
     * @param claimReason why
     */
    record Payment(
            long id,
            String scheme,
            String givenNumber,
            String givenPeriod,
            long fen,
            LocalDate day,
            String account,
            String reference,
            long batchId,
            String county,
            @Nullable Long personId,
            String state,
            String problem,
            long voucherId,
            String claimedName,
            String claimReason) {}

    Page<Payment> page(
            String scheme,
            String[] counties,
            boolean all,
            @Nullable String state,
            @Nullable String text,
            PageQuery page) {
        Where where = new Where().and("scheme = :scheme", "scheme", scheme);
        if (!all) {
            where.and("county = any(:counties)", "counties", counties);
        }
        where.when(state, "state = :state", "state").when(text, "(reference = :text or given_number = :text)", "text");
        return where.page(
                database,
                page,
                "select count(*) from contribution.payment",
                "select * from contribution.payment",
                page.orderBy(SORTABLE, "id desc"),
                Payment.class);
    }

    /** Payments by id. */
    List<Payment> all(Collection<Long> ids) {
        return database.sql("select * from contribution.payment where id = any(:ids) order by id")
                .param("ids", ids.toArray(Long[]::new))
                .query(Payment.class)
                .list();
    }

    /** One that matches nobody, held until the end of the transaction. */
    Payment lockUnknown(long id) {
        return database.sql("select * from contribution.payment where id = :id and state = '待查明' for update")
                .param("id", id)
                .query(Payment.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("E-CON-033", "这笔到账不是待查明款项，或已被认领、正在退款"));
    }

    /** Tells whose money an unknown payment is; it must be exactly what the person owes for the period. */
    @Transactional
    void claim(Actor actor, long id, @Nullable String number, @Nullable String period, @Nullable String reason) {
        String why = Given.requiredLine("认领依据", reason, 200);
        String given = Given.text(number);
        Person person =
                persons.byNumber(given).orElseThrow(() -> Refusal.field("E-CON-020", "人员编号", given, "已建档人员的人员编号"));
        actor.mustSee(region.county(person.county()).unitId());
        Payment payment = lockUnknown(id);
        String when = Schemes.period(payment.scheme(), period);
        Matching matching = new Matching(store.open(payment.scheme(), List.of(person.id()), true));
        LocalDate today = LocalDate.now(clock);
        Outcome outcome = matching.of(person.id(), when, payment.fen(), payment.day(), payment.reference());
        if (!outcome.matched()) {
            throw Refusal.conflict("E-CON-067", "不能认领：" + outcome.problem());
        }
        books.book(
                actor,
                payment.scheme(),
                new From(FundAccounts.UNIDENTIFIED, payment.account()),
                today,
                PersonBooks.cause("person-claim", Long.toString(id)),
                outcome.matches(),
                0);
        database.sql("""
                        update contribution.payment set state = '已核销', problem = '', person_id = :person, county = :county,
                            claimed_by = :who, claimed_name = :whoName, claim_reason = :reason where id = :id""")
                .param("person", person.id())
                .param("county", outcome.matches().get(0).due().county())
                .param("who", actor.userId())
                .param("whoName", actor.displayName())
                .param("reason", why)
                .param("id", id)
                .update();
        store.paid(outcome.matches());
        audit.record(
                actor,
                "contribution.receipt.claim",
                "contribution.payment",
                Long.toString(id),
                "认领待查明款项 " + Money.ofFen(payment.fen()) + "至人员 " + person.number(),
                null,
                Map.of("依据", why, "所属期", when));
    }
}
