package org.tongchou.platform.settlement.bill;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.policy.Unit;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.benefit.settle.Movement;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Stay;
import org.tongchou.benefit.settle.YearState;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people used up in a year. The row of a person's year is where the bills of that person queue. */
@Component
class YearStates {
    private static final TypeReference<List<List<Object>>> MOVED = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    YearStates(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A state as it stands, and the day of its last bill. */
    record Standing(YearState state, LocalDate lastDay) {}

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    private record Stored(
            String fingerprint, long[] cells, @Nullable Stay stay, long mark, LocalDate lastDay) {}

    /** Holds a person's year until the end of the transaction, and gives it; made when it is new. */
    Standing lock(Policy policy, long person, LocalDate day) {
        int year = day.getYear();
        Optional<Stored> held = stored(person, year, " for update");
        if (held.isPresent()) {
            return standing(policy, person, day, held);
        }
        database.sql("""
                        insert into settlement.year_state (person_id, year, fingerprint, cells, mark, last_day)
                        values (:person, :year, '', '{}', 0, :first) on conflict do nothing""")
                .param("person", person)
                .param("year", year)
                .param("first", LocalDate.of(year, 1, 1))
                .update();
        return standing(policy, person, day, stored(person, year, " for update"));
    }

    /** A person's year as it is; not held. */
    Standing find(Policy policy, long person, LocalDate day) {
        return standing(policy, person, day, stored(person, day.getYear(), ""));
    }

    private Standing standing(Policy policy, long person, LocalDate day, Optional<Stored> stored) {
        CounterLayout layout = policy.layout();
        if (stored.isEmpty() || stored.get().cells().length == 0) {
            return new Standing(first(layout, person, day.getYear()), LocalDate.of(day.getYear(), 1, 1));
        }
        Stored row = stored.get();
        YearState state = YearState.of(row.fingerprint(), row.cells(), row.stay(), row.mark());
        if (state.misfit(layout) != null) {
            state = moved(layout, person, day.getYear(), row);
        }
        return new Standing(state.turned(layout, row.lastDay(), day), row.lastDay());
    }

    private Optional<Stored> stored(long person, int year, String lock) {
        return database.sql("""
                        select fingerprint, cells, stay_id, stay_visit, stay_charged, mark, last_day
                        from settlement.year_state where person_id = :person and year = :year""" + lock)
                .param("person", person)
                .param("year", year)
                .query((row, number) -> new Stored(
                        row.getString("fingerprint"),
                        longs(row.getArray("cells")),
                        row.getString("stay_id") == null
                                ? null
                                : new Stay(
                                        row.getString("stay_id"),
                                        row.getLong("stay_visit"),
                                        row.getLong("stay_charged")),
                        row.getLong("mark"),
                        row.getObject("last_day", LocalDate.class)))
                .optional();
    }

    private static long[] longs(Array array) throws SQLException {
        Long[] boxed = (Long[]) array.getArray();
        long[] plain = new long[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }

    /** The beginning of a year: what counts for life and the last stay come from the year before. */
    YearState first(CounterLayout layout, long person, int year) {
        return stored(person, year - 1, "")
                .filter(row -> row.cells().length > 0)
                .map(row -> {
                    YearState last = YearState.of(row.fingerprint(), row.cells(), row.stay(), row.mark());
                    return (last.misfit(layout) == null ? last : moved(layout, person, year - 1, row)).newYear(layout);
                })
                .orElseGet(() -> YearState.start(layout));
    }

    /** The state under another layout: what settlements moved, counter by counter. */
    private YearState moved(CounterLayout layout, long person, int year, Stored row) {
        YearState state = YearState.of(layout.fingerprint(), new long[layout.cells()], row.stay(), row.mark());
        for (String moves : database.sql(
                        "select movements from settlement.settlement where person_id = :person and year = :year")
                .param("person", person)
                .param("year", year)
                .query(String.class)
                .list()) {
            for (List<Object> move : json.readValue(moves, MOVED)) {
                Optional<Integer> cell = layout.findCell((String) move.get(0), (String) move.get(1));
                if (cell.isPresent()) {
                    long change = ((Number) move.get(2)).longValue();
                    state = state.withCell(cell.get(), state.cell(cell.get()) + change);
                }
            }
        }
        return state;
    }

    /** Whether a year stands as it should. */
    boolean is(long person, int year, YearState state) {
        return stored(person, year, "")
                .map(row -> YearState.of(row.fingerprint(), row.cells(), row.stay(), row.mark()))
                .filter(state::equals)
                .isPresent();
    }

    /** Keeps a state that is held. */
    void keep(long person, int year, YearState state, LocalDate lastDay) {
        Stay stay = state.stay();
        database.sql("""
                        update settlement.year_state set fingerprint = :fingerprint, cells = :cells, stay_id = :stay,
                            stay_visit = :visit::bigint, stay_charged = :charged::bigint, mark = :mark,
                            last_day = greatest(last_day, :day), version = version + 1
                        where person_id = :person and year = :year""")
                .param("fingerprint", state.fingerprint())
                .param("cells", new SqlArrayValue("bigint", boxed(state.cells())))
                .param("stay", stay == null ? null : stay.id())
                .param("visit", stay == null ? null : stay.visit())
                .param("charged", stay == null ? null : stay.charged())
                .param("mark", state.mark())
                .param("day", lastDay)
                .param("person", person)
                .param("year", year)
                .update();
    }

    private static Object[] boxed(long[] cells) {
        Object[] boxed = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            boxed[i] = cells[i];
        }
        return boxed;
    }

    /** What a person used up in a year, by counter and word. */
    Map<String, BigDecimal> told(Policy policy, long person, int year) {
        CounterLayout layout = policy.layout();
        YearState state = find(
                        policy,
                        person,
                        policy.covers(LocalDate.of(year, 12, 31))
                                ? LocalDate.of(year, 12, 31)
                                : LocalDate.of(year, 1, 1))
                .state();
        Map<String, BigDecimal> told = new LinkedHashMap<>();
        for (Counter counter : layout.counters()) {
            List<String> words = counter.by() == null ? List.of("") : layout.words(counter.name());
            for (String word : words) {
                long value =
                        layout.findCell(counter.name(), word).map(state::cell).orElse(0L);
                if (value != 0) {
                    boolean money = counter.unit().measure() == Unit.Measure.AMOUNT;
                    told.put(
                            word.isEmpty() ? counter.name() : counter.name() + ":" + word,
                            BigDecimal.valueOf(value, money ? 2 : 0));
                }
            }
        }
        return told;
    }

    /** The movements of a settlement as they are kept. */
    String written(List<Movement> movements) {
        return json.writeValueAsString(movements.stream()
                .map(one -> List.of(one.counter(), one.word(), one.change()))
                .toList());
    }

    /** Kept movements turned round. */
    String mirrored(String movements) {
        return json.writeValueAsString(json.readValue(movements, MOVED).stream()
                .map(move -> List.of(move.get(0), move.get(1), -((Number) move.get(2)).longValue()))
                .toList());
    }

    /** A state without what a settlement added. */
    YearState without(CounterLayout layout, YearState state, String movements) {
        YearState less = state;
        for (List<Object> move : json.readValue(movements, MOVED)) {
            Optional<Integer> cell = layout.findCell((String) move.get(0), (String) move.get(1));
            if (cell.isPresent()) {
                less = less.withCell(cell.get(), less.cell(cell.get()) - ((Number) move.get(2)).longValue());
            }
        }
        return less;
    }
}
