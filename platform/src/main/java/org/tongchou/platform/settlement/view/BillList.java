package org.tongchou.platform.settlement.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.enrolment.Person;
import org.tongchou.platform.settlement.BillRow;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.PageQuery;

/** The list of settlements, with its sums. */
@Component
class BillList {
    private static final int CHUNK = 1_000;
    private static final String FROM = """

             from settlement.settlement s join settlement.visit v on v.id = s.visit_id
                left join settlement.settlement m on m.reverses = s.id""";
    private static final String COLUMNS = """
            select s.id, s.number, v.number as visit, s.settled_on, s.settled_at, s.person_id, v.person_number, s.provider,
                s.scheme, s.kind, %s as state, s.total_fen, s.scope_fen, s.fund_fen, s.account_fen + s.mutual_fen as account_fen,
                s.cash_fen, s.hospital_fen""".formatted(BillSearch.STATE);
    private static final Map<String, String> SORTABLE = Map.of(
            "day", "s.settled_on",
            "totalFen", "s.total_fen",
            "fundFen", "s.fund_fen",
            "accountFen", "s.account_fen + s.mutual_fen",
            "cashFen", "s.cash_fen",
            "providerName", "s.provider");

    private final JdbcClient database;
    private final Named named;
    private final SettlementWords words;

    BillList(JdbcClient database, Named named, SettlementWords words) {
        this.database = database;
        this.named = named;
        this.words = words;
    }

    /**
     * A page with the sums of all pages, in fen.
     *
     * @param items rows of this page
     * @param total rows of all pages
     * @param page 1-based number of this page
     * @param size rows of a full page
     * @param totals sums of all pages
     */
    record Listed(List<BillRow> items, long total, int page, int size, Sums totals) {}

    /** Sums of settlements, mirrors taken off. */
    record Sums(long totalFen, long scopeFen, long fundFen, long accountFen, long cashFen, long hospitalFen) {}

    private record Counted(long count, Sums sums) {}

    private record Raw(
            long id,
            String number,
            String visit,
            LocalDate day,
            LocalDateTime at,
            long personId,
            String personNumber,
            String provider,
            String scheme,
            String kind,
            String state,
            Sums fen) {}

    /** Settlements within somebody's scope. */
    Listed list(Actor actor, BillSearch search, PageQuery page) {
        return list(scoped(search.where(named.meant(search.text(), search.personId())), actor), page);
    }

    /** Settlements of people, whoever asks. */
    Listed list(Collection<Long> persons, BillSearch search, PageQuery page) {
        return list(search.where(persons), page);
    }

    private Listed list(Where where, PageQuery page) {
        Counted sums = where.query(
                        database,
                        "select count(*) as count, coalesce(sum(s.total_fen), 0) as total_fen,"
                                + " coalesce(sum(s.scope_fen), 0) as scope_fen, coalesce(sum(s.fund_fen), 0) as fund_fen,"
                                + " coalesce(sum(s.account_fen + s.mutual_fen), 0) as account_fen,"
                                + " coalesce(sum(s.cash_fen), 0) as cash_fen,"
                                + " coalesce(sum(s.hospital_fen), 0) as hospital_fen" + FROM,
                        "")
                .query((row, number) -> new Counted(row.getLong("count"), sums(row)))
                .single();
        String order = page.orderBy(SORTABLE, "s.settled_at desc, s.id desc");
        List<Raw> rows = where.query(
                        database, COLUMNS + FROM, order + " limit " + page.rows() + " offset " + page.offset())
                .query(BillList::read)
                .list();
        return new Listed(named(rows), sums.count(), page.number(), page.rows(), sums.sums());
    }

    /** The settlements of a visit, whoever asks. */
    List<BillRow> ofVisit(String number, PageQuery page) {
        return list(new Where().and("v.number = :visit", "visit", number), page).items();
    }

    /** All of them in the order of their ids, some at a time. */
    void each(Actor actor, BillSearch search, Consumer<BillRow> visitor) {
        List<Long> meant = named.meant(search.text(), search.personId());
        long after = 0;
        while (true) {
            List<BillRow> some = named(scoped(search.where(meant), actor)
                    .and("s.id > :after", "after", after)
                    .query(database, COLUMNS + FROM, " order by s.id limit " + CHUNK)
                    .query(BillList::read)
                    .list());
            if (some.isEmpty()) {
                return;
            }
            some.forEach(visitor);
            after = some.get(some.size() - 1).id();
        }
    }

    /** A settlement by its number; of anybody when nobody asks. */
    Optional<BillRow> find(@Nullable Actor actor, String number) {
        Where where = new Where().and("s.number = :number", "number", number);
        return named((actor == null ? where : scoped(where, actor))
                        .query(database, COLUMNS + FROM, "")
                        .query(BillList::read)
                        .list())
                .stream()
                .findFirst();
    }

    /** The number of a settlement by its id. */
    Optional<String> numberOf(Actor actor, long id) {
        return scoped(new Where().and("s.id = :id", "id", id), actor)
                .query(database, "select s.number" + FROM, "")
                .query(String.class)
                .optional();
    }

    private Where scoped(Where where, Actor actor) {
        return actor.allUnits()
                ? where
                : where.and(
                        "(v.person_county = any(:scope) or v.provider_county = any(:scope))",
                        "scope",
                        named.counties(actor));
    }

    private List<BillRow> named(List<Raw> rows) {
        Map<Long, Person> people = named.people(rows.stream().map(Raw::personId).toList());
        Map<String, String> providers =
                named.providers(rows.stream().map(Raw::provider).toList());
        return rows.stream()
                .map(row -> {
                    Person person = people.get(row.personId());
                    return new BillRow(
                            row.id(),
                            row.number(),
                            row.visit(),
                            row.day(),
                            row.at(),
                            row.personId(),
                            row.personNumber(),
                            person == null ? "" : person.name(),
                            person == null ? "" : person.masked(),
                            row.provider(),
                            providers.getOrDefault(row.provider(), row.provider()),
                            words.scheme(row.scheme()),
                            words.kind(row.kind()),
                            row.state(),
                            row.fen().totalFen(),
                            row.fen().scopeFen(),
                            row.fen().fundFen(),
                            row.fen().accountFen(),
                            row.fen().cashFen(),
                            row.fen().hospitalFen());
                })
                .toList();
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getLong("total_fen"),
                row.getLong("scope_fen"),
                row.getLong("fund_fen"),
                row.getLong("account_fen"),
                row.getLong("cash_fen"),
                row.getLong("hospital_fen"));
    }

    private static Raw read(ResultSet row, int number) throws SQLException {
        return new Raw(
                row.getLong("id"),
                row.getString("number"),
                row.getString("visit"),
                row.getObject("settled_on", LocalDate.class),
                row.getObject("settled_at", LocalDateTime.class),
                row.getLong("person_id"),
                row.getString("person_number"),
                row.getString("provider"),
                row.getString("scheme"),
                row.getString("kind"),
                row.getString("state"),
                sums(row));
    }
}
