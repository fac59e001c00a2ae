package org.tongchou.platform.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a region holds, without the ids and times by which two equal ones differ. */
final class RegionDigest {
    private static final Map<String, String> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("counties", "select code, name, tier from region.county");
        PARTS.put("population", "select county, year, registered, resident, source from region.population");
        PARTS.put("employers", "select code, name, kind, county, registered from enrolment.employer");
        PARTS.put("people", """
                select p.name, p.certificate_masked, p.sex, p.born, p.county, p.relation, p.phone_masked, h.number, h.address,
                    g.name from enrolment.person p join enrolment.household h on h.id = p.household_id
                    left join enrolment.person g on g.id = p.guardian_id""");
        PARTS.put("periods", """
                select p.name, e.scheme, e.person_type, e.from_day, e.to_day, e.end_reason, u.code, e.county
                from enrolment.enrolment e join enrolment.person p on p.id = e.person_id
                left join enrolment.employer u on u.id = e.employer_id""");
        PARTS.put("identities", """
                select p.name, i.word, i.from_day, i.to_day, i.department, i.document
                from enrolment.identity i join enrolment.person p on p.id = i.person_id""");
        PARTS.put("credits", """
                select p.name, c.months, c.source from enrolment.credited c join enrolment.person p on p.id = c.person_id""");
        PARTS.put("providers", "select code, name, kind, tcm, county, town, opened from provider.institution");
        PARTS.put("agreements", "select institution, number, state, score, begins, ends from provider.agreement");
        PARTS.put("staff", """
                select s.code, s.name, s.title, p.institution, p.begins, p.department
                from provider.staff s join provider.practice p on p.staff = s.code""");
        PARTS.put("villages", """
                select v.code, v.name, v.people, p.institution
                from provider.village v left join provider.village_post p on p.village = v.code""");
        PARTS.put("catalogue", "select kind, code from catalogue.item");
        PARTS.put("bills", """
                select employer_code, month, state, people, base_fen, unit_fen, personal_fen, credit_fen, fee_fen, settled_on
                from contribution.declaration""");
        PARTS.put("lines", """
                select d.employer_code, d.month, l.name, l.person_type, l.wage_fen, l.base_fen, l.unit_fen, l.personal_fen,
                    l.credit_fen from contribution.declaration_line l join contribution.declaration d on d.id = l.declaration_id""");
        PARTS.put("receipts", "select employer_code, month, fen, day, account, reference from contribution.receipt");
        PARTS.put("dues", """
                select name, scheme, period, from_day, to_day, dues_fen, subsidised_fen, state, paid_on, prepaid
                from contribution.due where state <> '已作废'""");
        PARTS.put("payments", "select reference, fen, day, state from contribution.payment");
        PARTS.put("claims", "select year, county, heads, fen, state from contribution.aid_claim");
        PARTS.put("subsidies", """
                select year, county, level, stage, fen, day, document, state from contribution.subsidy_grant""");
        PARTS.put("entries", """
                select v.fund, e.entry_date, e.account, e.party, e.fen, v.summary
                from fund.entry e join fund.voucher v on v.id = e.voucher_id""");
        PARTS.put("accounts", """
                select p.name, m.month, m.kind, m.fen, m.movement_date
                from fund.movement m join enrolment.person p on p.id = m.person""");
    }

    private RegionDigest() {}

    /** Rows and digest of each part. */
    static Map<String, String> of(JdbcClient database) {
        Map<String, String> parts = new LinkedHashMap<>();
        PARTS.forEach((name, sql) -> parts.put(
                name,
                database.sql("select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '')"
                                + " from (" + sql + ") t")
                        .query(String.class)
                        .single()));
        return parts;
    }
}
