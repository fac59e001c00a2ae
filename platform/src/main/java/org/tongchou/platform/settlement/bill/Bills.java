package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.coverage.Coverage;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.coverage.MemberSettlement;
import org.tongchou.benefit.coverage.SchemeCoverage;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Vocabulary;
import org.tongchou.benefit.policy.Word;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.Continuation;
import org.tongchou.benefit.settle.Held;
import org.tongchou.benefit.settle.Line;
import org.tongchou.money.Money;
import org.tongchou.platform.enrolment.Enrolments;
import org.tongchou.platform.provider.Provider;
import org.tongchou.platform.provider.Providers;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Refusal;

/** What the engine is asked: visits and charges in its words. */
@Component
class Bills {
    private final JdbcClient database;
    private final Enrolments enrolments;
    private final Providers providers;
    private final Region region;

    Bills(JdbcClient database, Enrolments enrolments, Providers providers, Region region) {
        this.database = database;
        this.enrolments = enrolments;
        this.providers = providers;
        this.region = region;
    }

    /** The bill of some charges of a visit, without accounts. */
    BillBuilder of(Visit visit, String id, LocalDate day, List<Charge> charges) {
        BillBuilder bill = Bill.of(id, visit.kind(), day)
                .scheme(visit.scheme())
                .place(visit.place(), visit.filing())
                .disease(visit.disease())
                .diagnoses(codes(visit))
                .lines(charges.stream().map(Bills::line).toList());
        boolean tcm = providers.find(hospital(visit), day).filter(Provider::tcm).isPresent()
                && region.pack().vocabulary().of(Vocabulary.Kind.PROVIDERS).containsKey("tcm");
        bill.provider(level(visit.providerLevel()), tcm ? new String[] {"tcm"} : new String[0]);
        return visit.inpatient() ? bill.admitted(visit.begun().toLocalDate()) : bill;
    }

    /** That a bill goes on with the stay of an earlier one of the same visit. */
    static void continues(BillBuilder bill, String first) {
        bill.continues(first, Continuation.Reason.INTERIM);
    }

    private static Line line(Charge charge) {
        return new Line(
                charge.item().sn(),
                charge.item().price(),
                charge.item().pieces(),
                Money.ofFen(charge.item().fen()),
                charge.itemClass(),
                charge.share(),
                charge.limit(),
                charge.restricted(),
                charge.item().approval(),
                false,
                charge.item().refunds(),
                "");
    }

    /** The pack's word for a level of the national list; the lowest when the pack does not list it. */
    private String level(String national) {
        return region.pack().vocabulary().of(Vocabulary.Kind.LEVELS).values().stream()
                .filter(word -> word.codes().contains(national))
                .map(Word::id)
                .findFirst()
                .orElse("");
    }

    /** The code of the provider that gave the care; of what came to the desk as the person told it. */
    private String hospital(Visit visit) {
        return visit.provider().equals(Visit.DESK)
                ? database.sql("select coalesce(details ->> 'hospital', '') from settlement.visit where id = :id")
                        .param("id", visit.id())
                        .query(String.class)
                        .single()
                : visit.provider();
    }

    private List<String> codes(Visit visit) {
        return database.sql("""
                        select distinct code from settlement.diagnosis where visit_id = :visit and at_end = (
                            select bool_or(at_end) from settlement.diagnosis where visit_id = :visit) order by code""").param("visit", visit.id()).query(String.class).list();
    }

    /** What decides on the person's benefits. */
    Member member(long person, LocalDate day) {
        List<Held> diseases = new ArrayList<>();
        int[] claimed = {day.getYear()};
        database.sql("""
                        select word, begins, ends, id as sort, 0 as year from settlement.filing
                        where person_id = :person and kind = '慢特病' and state = '有效' and word <> ''
                        union all
                        select '', null, null, 0, max(s.year) from settlement.settlement s
                        where s.person_id = :person and case when s.year < :year then (
                            select count(*) from settlement.payment p
                            where p.settlement_id = s.id and p.year = s.year and p.fund = 'critical') else 0 end > 0
                        having max(s.year) is not null
                        order by sort""").param("person", person).param("year", day.getYear()).query(row -> {
            if (row.getInt("year") > 0) {
                claimed[0] = row.getInt("year");
            } else {
                diseases.add(new Held(
                        row.getString("word"),
                        row.getObject("begins", LocalDate.class),
                        row.getObject("ends", LocalDate.class)));
            }
        });
        // Whole years before this one, back to the last in which critical-illness insurance paid; none when it never
        // did.
        int noClaimYears = Math.max(0, day.getYear() - 1 - claimed[0]);
        return new Member(enrolments.file(person), diseases, 0, noClaimYears);
    }

    /** Why somebody was not settled: whoever is not covered reads the reason, not the name of a field of the engine. */
    static Refusal refused(MemberSettlement.Answer answer, Visit visit, LocalDate day) {
        Failure failure = answer.outcome().failure().orElseThrow();
        if (failure.code() != Failure.Code.NOT_COVERED
                || !(answer.coverage() instanceof Result.Found<Coverage> found)) {
            return Refusal.conflict("E-SET-030", failure.message());
        }
        String reason = found.value().schemes().stream()
                .filter(scheme -> scheme.scheme().equals(visit.scheme()))
                .map(SchemeCoverage::reason)
                .findFirst()
                .orElse("没有这个险种的参保登记");
        return Refusal.conflict("E-SET-029", "本人 " + day + " 不享受就诊险种的待遇：" + reason);
    }

    /** Tags that the pack knows. */
    Set<String> tags(List<String> wanted) {
        Set<String> known = region.pack().vocabulary().of(Vocabulary.Kind.TAGS).keySet();
        return wanted.stream().filter(known::contains).collect(java.util.stream.Collectors.toSet());
    }
}
