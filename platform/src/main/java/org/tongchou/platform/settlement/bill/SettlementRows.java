package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.explain.ExplanationJson;
import org.tongchou.benefit.policy.Source;
import org.tongchou.benefit.settle.LineSplit;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Charges.Split;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Due;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import tools.jackson.databind.json.JsonMapper;

/** The rows of settlements. */
@Component
class SettlementRows {
    private final JdbcClient database;
    private final Region region;
    private final JsonMapper json;

    SettlementRows(JdbcClient database, Region region, JsonMapper json) {
        this.database = database;
        this.region = region;
        this.json = json;
    }

    /** How a year and the account stood around a settlement, and what it was decided on. */
    record Around(long markBefore, long markAfter, @Nullable Stay stayBefore, long accountBefore, long basis) {
        static final Around NOTHING = new Around(0, 0, null, 0, 0);

        static Around of(Settlement settlement, long accountBefore, long basis) {
            return new Around(
                    settlement.before().mark(),
                    settlement.after().mark(),
                    settlement.before().stay(),
                    accountBefore,
                    basis);
        }
    }

    /**
     * What is kept with a settlement or a mirror.
     *
     * @param year the year that it counts in; of a mirror that of what it takes back
     * @param batch the batch
     * @param movements what it moves of the year's counters
     * @param around how things stood around it
     * @param charges what was settled; empty of a mirror
     * @param splits how each charge was split
     * @param steps the explanation; null of a mirror
     */
    record Kept(
            int year,
            String batch,
            String movements,
            Around around,
            List<Charge> charges,
            List<LineSplit> splits,
            @Nullable String steps) {
        static Kept mirror(int year, String movements) {
            return new Kept(year, "", movements, Around.NOTHING, List.of(), List.of(), null);
        }

        /** A bill that was settled elsewhere, split here. */
        static Kept guest(int year, String batch, List<Split> splits) {
            return new Kept(
                    year,
                    batch,
                    "[]",
                    Around.NOTHING,
                    splits.stream().map(Split::charge).toList(),
                    splits.stream().map(Kept::line).toList(),
                    null);
        }

        private static LineSplit line(Split split) {
            return new LineSplit(
                    Money.ofFen(split.charge().item().fen()),
                    Money.ofFen(split.ownFen()),
                    Money.ofFen(split.overFen()),
                    Money.ofFen(split.preFen()),
                    Money.ZERO,
                    Money.ofFen(split.scopeFen()));
        }

        static Kept of(
                int year,
                String batch,
                String movements,
                Around around,
                List<Charge> charges,
                Settlement settlement,
                Map<String, Source> sources) {
            return new Kept(
                    year,
                    batch,
                    movements,
                    around,
                    charges,
                    IntStream.range(0, charges.size())
                            .mapToObj(settlement::line)
                            .toList(),
                    settlement
                            .explanation()
                            .map(told -> ExplanationJson.of(told, sources).toString())
                            .orElse(null));
        }
    }

    /**
     * Everything of a settlement or a mirror, and what becomes of its visit, in one statement: this is what every call at the counter
     * waits for. The number is the region, the day and the id.
     */
    private static final String INSERT = """
            with kept as (
                insert into settlement.settlement (id, number, visit_id, person_id, scheme, person_type, kind, provider, year,
                    settled_on, settled_at, message, kept, reverses, batch, lines, total_fen, own_fen, over_fen, pre_fen,
                    scope_fen, deductible_fen, fund_fen, hospital_fen, account_fen, mutual_fen, cash_fen, ratio, movements,
                    mark_before, mark_after, stay_before, account_before_fen, basis)
                overriding system value
                select next.id, :region || to_char(:day::date, 'YYMMDD') || lpad(next.id::text, 12, '0'), :visit, :person, :scheme,
                    :type, :kind, :provider, :year, :day, :at, :message, :kept, :reverses::bigint, :batch, :lines, :total, :own,
                    :over, :pre, :scope, :deductible, :fund, :hospital, :account, :mutual, :cash, :ratio, :movements::jsonb,
                    :markBefore, :markAfter, :stayBefore::jsonb, :accountBefore, :basis
                from (select nextval('settlement.settlement_id_seq') as id) next
                returning id, number),
            paid as (
                insert into settlement.payment (settlement_id, year, tier, fund, national_fund, base_fen, limit_fen, fen, sort)
                select kept.id, :year, t.*
                from kept, unnest(:tiers, :funds, :codes, :bases, :limits, :fens) with ordinality as t),
            split as (
                insert into settlement.line (settlement_id, year, visit_id, sn, fen, own_fen, over_fen, pre_fen, scope_fen)
                select kept.id, :year, :visit, t.*
                from kept, unnest(:sns, :lineFens, :lineOwn, :lineOver, :linePre, :lineScope) as t),
            told as (
                insert into settlement.explanation (settlement_id, year, steps)
                select kept.id, :year, :steps::text from kept where :steps::text is not null),
            moved as (
                update settlement.visit set state = :state, version = version + 1 where id = :visit and :state::text is not null)
            select id, number from kept
            """;

    /**
     * Keeps a settlement or a mirror that has no number yet.
     *
     * @param state what its visit is from now on; null when that stays as it is
     * @return the same with its id and number
     */
    Settled insert(Settled one, Kept kept, @Nullable String state) {
        Amounts amounts = one.amounts();
        Around around = kept.around();
        List<Payment> payments = one.payments();
        List<Charge> charges = kept.charges();
        List<LineSplit> splits = kept.splits();
        return database.sql(INSERT)
                .param("region", region.code())
                .param("state", state)
                .param("visit", one.visitId())
                .param("person", one.personId())
                .param("scheme", one.scheme())
                .param("type", one.personType())
                .param("kind", one.kind())
                .param("provider", one.provider())
                .param("year", kept.year())
                .param("day", one.day())
                .param("at", one.at())
                .param("message", one.message())
                .param("kept", one.kept())
                .param("reverses", one.reverses())
                .param("batch", kept.batch())
                .param("lines", charges.size())
                .param("total", amounts.total())
                .param("own", amounts.own())
                .param("over", amounts.over())
                .param("pre", amounts.pre())
                .param("scope", amounts.scope())
                .param("deductible", amounts.deductible())
                .param("fund", amounts.fund())
                .param("hospital", amounts.hospital())
                .param("account", amounts.account())
                .param("mutual", amounts.mutual())
                .param("cash", amounts.cash())
                .param("ratio", one.ratio())
                .param("movements", kept.movements())
                .param("markBefore", around.markBefore())
                .param("markAfter", around.markAfter())
                .param("stayBefore", stay(around.stayBefore()))
                .param("accountBefore", around.accountBefore())
                .param("basis", around.basis())
                .param("tiers", column("text", payments, Payment::tier))
                .param("funds", column("text", payments, Payment::fund))
                .param("codes", column("text", payments, Payment::nationalFund))
                .param("bases", column("bigint", payments, Payment::baseFen))
                .param("limits", column("bigint", payments, Payment::limitFen))
                .param("fens", column("bigint", payments, Payment::fen))
                .param("sns", column("text", charges, charge -> charge.item().sn()))
                .param(
                        "lineFens",
                        column("bigint", charges, charge -> charge.item().fen()))
                .param("lineOwn", column("bigint", splits, split -> split.own().fen()))
                .param(
                        "lineOver",
                        column("bigint", splits, split -> split.over().fen()))
                .param(
                        "linePre",
                        column(
                                "bigint",
                                splits,
                                split -> split.pre().fen() + split.first().fen()))
                .param(
                        "lineScope",
                        column("bigint", splits, split -> split.scope().fen()))
                .param("steps", kept.steps())
                .query((row, number) -> one.numbered(row.getLong(1), row.getString(2)))
                .single();
    }

    /** That what is paid of a settlement is due to somebody else than its provider. */
    void dueElsewhere(long settlement, Due due) {
        database.sql(
                        "insert into settlement.due_elsewhere (settlement_id, account, party) values (:id, :account, :party)")
                .param("id", settlement)
                .param("account", due.account())
                .param("party", due.party())
                .update();
    }

    private @Nullable String stay(@Nullable Stay stay) {
        return stay == null ? null : json.writeValueAsString(List.of(stay.id(), stay.visit(), stay.charged()));
    }

    private static <T> SqlArrayValue column(String type, List<T> rows, Function<T, @Nullable Object> value) {
        return new SqlArrayValue(type, rows.stream().map(value).toArray());
    }

    /**
     * What was settled of a visit before.
     *
     * @param count how many settlements there have been
     * @param standing whether one of them stands
     */
    record Before(int count, boolean standing) {}

    Before before(Visit visit) {
        return database.sql("""
                        select count(*) filter (where reverses is null)::int as count,
                            count(*) filter (where reverses is null) > count(reverses) as standing
                        from settlement.settlement where visit_id = :visit""").param("visit", visit.id()).query(Before.class).single();
    }

    boolean mirrored(long id) {
        return database.sql("select exists (select from settlement.settlement where reverses = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    /** Whether a later settlement of the visit stands. */
    boolean laterOf(Visit visit, long id) {
        return database.sql("""
                        select exists (select from settlement.settlement s where visit_id = :visit and id > :id
                            and reverses is null
                            and not exists (select from settlement.settlement m where m.reverses = s.id))""")
                .param("visit", visit.id())
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    String batch(long id) {
        return database.sql("select batch from settlement.settlement where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    String movements(long id) {
        return database.sql("select movements from settlement.settlement where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    /** A state from which a settlement was taken: exactly the one before it when it was the last. */
    YearState restored(long id, YearState now, YearState less) {
        return database.sql("select mark_before, mark_after, stay_before from settlement.settlement where id = :id")
                .param("id", id)
                .query((row, number) -> {
                    if (row.getLong("mark_after") != now.mark()) {
                        return less;
                    }
                    String told = row.getString("stay_before");
                    List<?> parts = told == null ? List.of() : json.readValue(told, List.class);
                    Stay stay = parts.isEmpty()
                            ? null
                            : new Stay(
                                    (String) parts.get(0),
                                    ((Number) parts.get(1)).longValue(),
                                    ((Number) parts.get(2)).longValue());
                    return YearState.of(less.fingerprint(), less.cells(), stay, row.getLong("mark_before"));
                })
                .single();
    }

    private static final String ROWS = "select * from settlement.settlement s where ";

    Optional<Settled> find(long id) {
        return query("s.id = :id", Map.of("id", id)).stream().findFirst();
    }

    Optional<Settled> byNumber(Visit visit, String number) {
        return query("""
                        s.visit_id = :visit and (s.number = :number or exists (
                            select from settlement.restored r where r.settlement_id = s.id and r.number = :number))
                        order by s.id desc limit 1""", Map.of("visit", visit.id(), "number", number)).stream()
                .findFirst();
    }

    Optional<Settled> byMessage(String provider, String message) {
        return query("""
                        s.provider = :provider and s.message = :message
                            and not exists (select from settlement.settlement m where m.reverses = s.id) order by id desc""", Map.of("provider", provider, "message", message)).stream()
                .findFirst();
    }

    List<Settled> of(long person, LocalDateTime from, LocalDateTime to) {
        return query(
                "s.person_id = :person and s.settled_at between :from and :to order by s.id",
                Map.of("person", person, "from", from, "to", to));
    }

    private List<Settled> query(String condition, Map<String, ?> values) {
        return database.sql(ROWS + condition)
                .params(values)
                .query((row, number) -> new Settled(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getLong("visit_id"),
                        row.getLong("person_id"),
                        row.getString("scheme"),
                        row.getString("person_type"),
                        row.getString("kind"),
                        row.getString("provider"),
                        row.getObject("settled_on", LocalDate.class),
                        row.getObject("settled_at", LocalDateTime.class),
                        row.getString("message"),
                        row.getString("kept"),
                        row.getObject("reverses", Long.class),
                        AmountColumns.read(row),
                        row.getLong("ratio"),
                        paid(row.getLong("id"), row.getInt("year")),
                        0))
                .list();
    }

    private List<Payment> paid(long id, int year) {
        return database.sql("""
                        select tier, fund, national_fund, base_fen, limit_fen, fen from settlement.payment
                        where settlement_id = :id and year = :year order by sort, tier""")
                .param("id", id)
                .param("year", year)
                .query(Payment.class)
                .list();
    }

    Optional<String> steps(long id) {
        return database.sql("""
                        select e.steps from settlement.settlement s join settlement.explanation e
                            on e.settlement_id = coalesce(s.reverses, s.id)
                        where s.id = :id""").param("id", id).query(String.class).optional();
    }
}
