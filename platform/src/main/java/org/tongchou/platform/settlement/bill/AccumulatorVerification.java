package org.tongchou.platform.settlement.bill;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.platform.database.Facing;
import org.tongchou.platform.database.Problems;
import org.tongchou.platform.database.Verification;

/**
 * What a year's counters say against what its settlements moved. Counters of shorter periods begin anew and are recomputed by {@link
 * ReplayVerification}.
 */
@Component
class AccumulatorVerification implements Verification {
    private static final String MOVED = """
            select person_id, year, array_agg(counter) as counters, array_agg(word) as words, array_agg(change) as changes from (
                select person_id, year, m ->> 0 as counter, m ->> 1 as word, sum((m ->> 2)::bigint)::bigint as change
                from settlement.settlement, jsonb_array_elements(movements) m
                group by 1, 2, 3, 4) cells
            group by person_id, year order by person_id, year""";

    private final Snapshot snapshot;
    private final ReadyPolicies policies;
    private final Clock clock;

    AccumulatorVerification(Snapshot snapshot, ReadyPolicies policies, Clock clock) {
        this.snapshot = snapshot;
        this.policies = policies;
        this.clock = clock;
    }

    private record Whose(long person, int year) implements Comparable<Whose> {
        @Override
        public int compareTo(Whose other) {
            return person == other.person ? Integer.compare(year, other.year) : Long.compare(person, other.person);
        }
    }

    private record Cells(Whose whose, List<Long> cells) {}

    @Override
    public String name() {
        return "年度累计";
    }

    @Override
    public List<String> problems() {
        Problems problems = new Problems();
        CounterLayout layout = policies.on(LocalDate.now(clock)).layout();
        List<Integer> yearly = yearly(layout);
        snapshot.look(database -> {
            try (Stream<Cells> moved =
                            database
                                    .sql(MOVED)
                                    .query((row, number) -> new Cells(whose(row), moved(layout, row)))
                                    .stream();
                    Stream<Cells> states = states(database, layout)) {
                Facing.walk(moved.iterator(), Cells::whose, states.iterator(), Cells::whose, (ours, state) -> {
                    List<Long> told = ours == null ? nought(layout) : ours.cells();
                    if (state == null && ours != null && yearly.stream().anyMatch(cell -> told.get(cell) != 0)) {
                        problems.add("没有年度累计，人员与年度", text(ours.whose()));
                    } else if (state != null
                            && !state.cells().isEmpty()
                            && yearly.stream()
                                    .anyMatch(cell ->
                                            !told.get(cell).equals(state.cells().get(cell)))) {
                        problems.add("年度累计与结算的累计变动不符，人员与年度", text(state.whose()));
                    }
                });
            }
        });
        return problems.told();
    }

    /** The states; without cells when they are those of another layout. */
    private static Stream<Cells> states(JdbcClient database, CounterLayout layout) {
        return database
                .sql("select person_id, year, fingerprint, cells from settlement.year_state order by person_id, year")
                .query((row, number) -> new Cells(
                        whose(row),
                        row.getString("fingerprint").equals(layout.fingerprint())
                                ? List.of((Long[]) row.getArray("cells").getArray())
                                : List.of()))
                .stream();
    }

    private static Whose whose(ResultSet row) throws SQLException {
        return new Whose(row.getLong("person_id"), row.getInt("year"));
    }

    private static String text(Whose whose) {
        return whose.person() + " " + whose.year();
    }

    private static List<Long> nought(CounterLayout layout) {
        return new ArrayList<>(java.util.Collections.nCopies(layout.cells(), 0L));
    }

    private static List<Long> moved(CounterLayout layout, ResultSet row) throws SQLException {
        Array counters = row.getArray("counters");
        Array words = row.getArray("words");
        Array changes = row.getArray("changes");
        String[] counter = (String[]) counters.getArray();
        String[] word = (String[]) words.getArray();
        Long[] change = (Long[]) changes.getArray();
        List<Long> cells = nought(layout);
        for (int i = 0; i < counter.length; i++) {
            long by = change[i];
            layout.findCell(counter[i], word[i]).ifPresent(cell -> cells.set(cell, cells.get(cell) + by));
        }
        return cells;
    }

    private static List<Integer> yearly(CounterLayout layout) {
        List<Integer> cells = new ArrayList<>();
        for (Counter counter : layout.counters()) {
            if (counter.per() == Counter.Per.YEAR) {
                List<String> words = counter.by() == null ? List.of("") : layout.words(counter.name());
                words.forEach(word -> layout.findCell(counter.name(), word).ifPresent(cells::add));
            }
        }
        return cells;
    }
}
