package org.tongchou.platform.settlement.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.platform.settlement.BillFile;

/** What a person's counters stood at before and after a settlement, from the movements that settlements keep. */
@Component
class Counters {
    private final JdbcClient database;
    private final SettlementWords words;

    Counters(JdbcClient database, SettlementWords words) {
        this.database = database;
        this.words = words;
    }

    /** A movement; a mirror moves on the day of what it takes back. */
    private record Move(long id, String counter, String word, LocalDate day, long change) {
        String key() {
            return counter + ":" + word;
        }
    }

    List<BillFile.Moved> around(long person, long settlement) {
        List<Move> moves = database.sql("""
                        select s.id, m ->> 0 as counter, m ->> 1 as word, coalesce(o.settled_on, s.settled_on) as day,
                            (m ->> 2)::bigint as change
                        from settlement.settlement s left join settlement.settlement o on o.id = s.reverses,
                            jsonb_array_elements(s.movements) m
                        where s.person_id = :person and s.id <= :id order by s.id""")
                .param("person", person)
                .param("id", settlement)
                .query(Move.class)
                .list();
        Map<String, Move> own = new LinkedHashMap<>();
        moves.stream().filter(move -> move.id() == settlement).forEach(move -> own.put(move.key(), move));
        List<BillFile.Moved> moved = new ArrayList<>();
        for (Move move : own.values()) {
            long before = moves.stream()
                    .filter(other -> other.id() < settlement && other.key().equals(move.key()))
                    .filter(other -> counted(move.counter(), other.day(), move.day()))
                    .mapToLong(Move::change)
                    .sum();
            moved.add(new BillFile.Moved(
                    move.key(),
                    words.meaning(move.counter(), move.word()),
                    words.unit(move.counter()),
                    before,
                    move.change(),
                    before + move.change()));
        }
        return moved;
    }

    /** Whether a counter still counts on one day what was moved on another. */
    private boolean counted(String counter, LocalDate other, LocalDate day) {
        Counter.Per per = words.counter(counter).map(Counter::per).orElse(Counter.Per.YEAR);
        if (other.equals(day)) {
            return true;
        }
        Counter.Per ended = other.isBefore(day) ? Counter.Per.ended(other, day) : Counter.Per.ended(day, other);
        return per.compareTo(ended) > 0;
    }
}
