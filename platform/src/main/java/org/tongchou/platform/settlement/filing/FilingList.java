package org.tongchou.platform.settlement.filing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.settlement.FilingRow;
import org.tongchou.platform.settlement.FilingRows;
import org.tongchou.platform.settlement.view.Named;
import org.tongchou.platform.settlement.view.SettlementWords;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Filings, and what is done about them, within somebody's counties. */
@Component
class FilingList implements FilingRows {
    private static final int CHUNK = 1_000;

    private final JdbcClient database;
    private final Named named;
    private final SettlementWords words;

    FilingList(JdbcClient database, Named named, SettlementWords words) {
        this.database = database;
        this.named = named;
        this.words = words;
    }

    /**
     * Which filings are asked for; nothing said means all.
     *
     * @param text beginning of a name, 人员编号, certificate number or number of the filing
     * @param personId a person
     * @param kind 慢特病, 转院, 定点 or 意外伤害
     * @param state 有效 or 已撤销
     * @param day only those that hold on this day
     */
    record Search(
            @Nullable String text,
            @Nullable Long personId,
            @Nullable String kind,
            @Nullable String state,
            @Nullable LocalDate day) {}

    /**
     * An act with the name of the person.
     *
     * @param act the act
     * @param personNumber 人员编号
     * @param personName name
     * @param subject the special disease, the way of filing or the provider, as people call it
     */
    record ActRow(FilingAct act, String personNumber, String personName, String subject) {}

    private record Raw(
            long id,
            String number,
            long personId,
            String kind,
            String word,
            String provider,
            LocalDate begins,
            @Nullable LocalDate ends,
            String state,
            String note) {}

    Page<FilingRow> list(Actor actor, Search search, PageQuery page) {
        Where where = where(actor, search);
        long total = where.query(database, "select count(*) from settlement.filing f", "")
                .query(Long.class)
                .single();
        return new Page<>(
                rows(where, " order by f.begins desc, f.id desc limit " + page.rows() + " offset " + page.offset()),
                total,
                page.number(),
                page.rows());
    }

    /** All of them in the order of their ids, some at a time. */
    void each(Actor actor, Search search, Consumer<FilingRow> visitor) {
        long after = 0;
        while (true) {
            List<FilingRow> some =
                    rows(where(actor, search).and("f.id > :after", "after", after), " order by f.id limit " + CHUNK);
            if (some.isEmpty()) {
                return;
            }
            some.forEach(visitor);
            after = some.get(some.size() - 1).id();
        }
    }

    @Override
    public List<FilingRow> of(Collection<Long> persons) {
        return rows(
                new Where().and("f.person_id = any(:persons)", "persons", persons.toArray(Long[]::new)),
                " order by f.begins desc, f.id desc");
    }

    private Where where(Actor actor, Search search) {
        Where where = new Where()
                .when(search.kind(), "f.kind = :kind", "kind")
                .when(search.state(), "f.state = :state", "state")
                .when(search.day(), "f.begins <= :day and (f.ends is null or f.ends >= :day)", "day");
        Collection<Long> meant = named.meant(search.text(), search.personId());
        if (meant != null) {
            where.and("f.person_id = any(:persons)", "persons", meant.toArray(Long[]::new));
        } else {
            where.when(search.text(), "f.number = :text", "text");
        }
        return actor.allUnits() ? where : where.and("f.county = any(:scope)", "scope", named.counties(actor));
    }

    private List<FilingRow> rows(Where where, String tail) {
        List<Raw> rows = where.query(
                        database,
                        "select f.*, coalesce(f.details ->> '撤销原因', f.details ->> '终止原因', f.details ->> '说明', '') as note"
                                + " from settlement.filing f",
                        tail)
                .query(Raw.class)
                .list();
        Map<Long, Person> people = named.people(rows.stream().map(Raw::personId).toList());
        Map<String, String> providers =
                named.providers(rows.stream().map(Raw::provider).toList());
        return rows.stream()
                .map(row -> {
                    Person person = people.get(row.personId());
                    String provider = providers.getOrDefault(row.provider(), row.provider());
                    return new FilingRow(
                            row.id(),
                            row.number(),
                            row.personId(),
                            person == null ? "" : person.number(),
                            person == null ? "" : person.name(),
                            row.kind(),
                            subject(row.kind(), row.word()),
                            provider,
                            row.begins(),
                            row.ends(),
                            row.state(),
                            row.note());
                })
                .toList();
    }

    private String subject(String kind, String word) {
        return kind.equals(org.tongchou.platform.settlement.Filings.Kind.DISEASE.word())
                ? words.disease(word)
                : word.isEmpty() ? "" : words.filing(word);
    }

    /** Acts, those that wait first. */
    Page<ActRow> acts(Actor actor, @Nullable String state, @Nullable Long person, PageQuery page) {
        Where where = new Where()
                .when(state, "state = :state", "state")
                .when(person, "person_id = :person", "person")
                .and("county = any(:scope)", "scope", named.counties(actor));
        long total = where.query(database, "select count(*) from settlement.filing_act", "")
                .query(Long.class)
                .single();
        List<FilingAct> acts = where.query(
                        database,
                        "select * from settlement.filing_act",
                        " order by state <> '待复核', id desc limit " + page.rows() + " offset " + page.offset())
                .query(FilingAct.class)
                .list();
        return new Page<>(told(acts), total, page.number(), page.rows());
    }

    /** Acts with names. */
    List<ActRow> told(List<FilingAct> acts) {
        Map<Long, Person> people =
                named.people(acts.stream().map(FilingAct::personId).toList());
        Map<String, String> providers =
                named.providers(acts.stream().map(FilingAct::provider).toList());
        return acts.stream()
                .map(act -> {
                    Person person = people.get(act.personId());
                    String subject = subject(act.kind(), act.word());
                    String provider =
                            act.provider().isEmpty() ? "" : providers.getOrDefault(act.provider(), act.provider());
                    return new ActRow(
                            act,
                            person == null ? "" : person.number(),
                            person == null ? "" : person.name(),
                            subject.isEmpty() || provider.isEmpty() ? subject + provider : subject + "，" + provider);
                })
                .toList();
    }
}
