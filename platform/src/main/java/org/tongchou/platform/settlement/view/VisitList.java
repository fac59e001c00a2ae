package org.tongchou.platform.settlement.view;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The list of visits. */
@Component
class VisitList {
    private static final String FROM = " from settlement.visit v";
    private static final Map<String, String> SORTABLE = Map.of("begun", "v.begun", "providerName", "v.provider");

    private final JdbcClient database;
    private final Named named;
    private final SettlementWords words;
    private final BillList bills;

    VisitList(JdbcClient database, Named named, SettlementWords words, BillList bills) {
        this.database = database;
        this.named = named;
        this.words = words;
        this.bills = bills;
    }

    /**
     * Which visits are asked for; nothing said means all.
     *
     * @param text beginning of a name, 人员编号, certificate number or 就诊ID
     * @param personId a person
     * @param provider code of the provider
     * @param from begun from this day on
     * @param to begun up to this day
     * @param kind word of the pack
     * @param state 就诊中, 在院, 出院, 已结算 or 已撤销
     */
    record Search(
            @Nullable String text,
            @Nullable Long personId,
            @Nullable String provider,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String kind,
            @Nullable String state) {}

    /**
     * A visit in a list.
     *
     * @param number 就诊ID
     * @param personId who
     * @param personNumber 人员编号
     * @param personName name
     * @param provider code of the provider
     * @param providerName its name
     * @param scheme 险种, as people call it
     * @param kind 医疗类别, as people call it
     * @param disease special disease; empty for none
     * @param place 就医地, as people call it
     * @param begun when it began
     * @param ended when it ended; null while it lasts and for visits that do not last
     * @param state 就诊中, 在院, 出院, 已结算 or 已撤销
     * @param chargedFen sum of its charges
     */
    record Row(
            String number,
            long personId,
            String personNumber,
            String personName,
            String provider,
            String providerName,
            String scheme,
            String kind,
            String disease,
            String place,
            LocalDateTime begun,
            @Nullable LocalDateTime ended,
            String state,
            long chargedFen) {}

    /**
     * A visit with its settlements.
     *
     * @param row the visit
     * @param bills its settlements and what took them back, the latest first
     */
    record Whole(Row row, List<BillRow> bills) {}

    private record Raw(
            long id,
            String number,
            long personId,
            String personNumber,
            String provider,
            String scheme,
            String kind,
            String disease,
            String place,
            LocalDateTime begun,
            @Nullable LocalDateTime ended,
            String state) {}

    Page<Row> list(Actor actor, Search search, PageQuery page) {
        Where where = scoped(where(search), actor);
        long total = where.query(database, "select count(*)" + FROM, "")
                .query(Long.class)
                .single();
        List<Row> rows = rows(where, page.orderBy(SORTABLE, "v.begun desc, v.id desc"), page);
        return new Page<>(rows, total, page.number(), page.rows());
    }

    Whole open(Actor actor, String number) {
        PageQuery all = new PageQuery(1, 200, null);
        Where where = scoped(new Where().and("v.number = :number", "number", number), actor);
        Row row = rows(where, " order by v.id", all).stream().findFirst().orElseThrow(() -> Refusal.notFound("这次就诊"));
        return new Whole(row, bills.ofVisit(number, all));
    }

    private Where where(Search search) {
        LocalDate to = Given.dayOrNone("截止日期", search.to());
        Where where = new Where()
                .when(search.provider(), "v.provider = :provider", "provider")
                .when(Given.dayOrNone("起始日期", search.from()), "v.begun >= :from", "from")
                .when(to == null ? null : to.plusDays(1), "v.begun < :to", "to")
                .when(search.kind(), "v.kind = :kind", "kind")
                .when(search.state(), "v.state = :state", "state");
        Collection<Long> meant = named.meant(search.text(), search.personId());
        return meant == null
                ? where.when(search.text(), "v.number = :text", "text")
                : where.and("v.person_id = any(:persons)", "persons", meant.toArray(Long[]::new));
    }

    private Where scoped(Where where, Actor actor) {
        return actor.allUnits()
                ? where
                : where.and(
                        "(v.person_county = any(:scope) or v.provider_county = any(:scope))",
                        "scope",
                        named.counties(actor));
    }

    private List<Row> rows(Where where, String order, PageQuery page) {
        List<Raw> rows = where.query(
                        database, "select v.*" + FROM, order + " limit " + page.rows() + " offset " + page.offset())
                .query(Raw.class)
                .list();
        Map<Long, Person> people = named.people(rows.stream().map(Raw::personId).toList());
        Map<String, String> providers =
                named.providers(rows.stream().map(Raw::provider).toList());
        Map<Long, Long> charged = charged(rows.stream().map(Raw::id).toList());
        return rows.stream()
                .map(row -> {
                    Person person = people.get(row.personId());
                    return new Row(
                            row.number(),
                            row.personId(),
                            row.personNumber(),
                            person == null ? "" : person.name(),
                            row.provider(),
                            providers.getOrDefault(row.provider(), row.provider()),
                            words.scheme(row.scheme()),
                            words.kind(row.kind()),
                            words.disease(row.disease()),
                            words.place(row.place()),
                            row.begun(),
                            row.ended(),
                            row.state(),
                            charged.getOrDefault(row.id(), 0L));
                })
                .toList();
    }

    private Map<Long, Long> charged(List<Long> visits) {
        Map<Long, Long> sums = new java.util.HashMap<>();
        database.sql("select visit_id, sum(fen) from settlement.charge where visit_id = any(:visits) group by visit_id")
                .param("visits", visits.toArray(Long[]::new))
                .query(row -> {
                    sums.put(row.getLong(1), row.getLong(2));
                });
        return sums;
    }
}
