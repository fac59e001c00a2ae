package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Problems;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Visit;

/** Settles the bills of people again, one after the other as they came, and compares what comes out. */
@Component
class ReplayVerification implements Verification {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayVerification.class);
    private static final int MOST_PEOPLE = 20_000;
    private static final int AT_ONCE = 200;

    private final Snapshot snapshot;
    private final Charges charges;
    private final Replay replay;

    ReplayVerification(Snapshot snapshot, Charges charges, Replay replay) {
        this.snapshot = snapshot;
        this.charges = charges;
        this.replay = replay;
    }

    @Override
    public String name() {
        return "逐笔复算";
    }

    @Override
    public List<String> problems() {
        Problems problems = new Problems();
        snapshot.look(database -> {
            List<Long> people = database.sql("""
                            select person_id from (select distinct person_id from settlement.settlement where person_id > 0) people
                            order by hashint8(person_id), person_id limit :most""")
                    .param("most", MOST_PEOPLE)
                    .query(Long.class)
                    .list();
            int again = 0;
            int not = 0;
            for (int from = 0; from < people.size(); from += AT_ONCE) {
                for (Replay.Told told : some(database, people.subList(from, Math.min(from + AT_ONCE, people.size())))) {
                    again += told.settled();
                    not += told.left();
                    told.problems().forEach(problems::add);
                }
            }
            LOG.info("逐笔复算：{} 人，{} 笔结算复算相同，{} 笔因依据已变或其间有撤销没有复算", people.size(), again, not);
        });
        return problems.told();
    }

    private List<Replay.Told> some(JdbcClient database, List<Long> people) {
        Long[] ids = people.toArray(Long[]::new);
        Map<Long, List<Payment>> payments = new HashMap<>();
        database.sql("""
                        select p.settlement_id, p.tier, p.fund, p.national_fund, p.base_fen, p.limit_fen, p.fen
                        from settlement.payment p join settlement.settlement s on s.id = p.settlement_id and s.year = p.year
                        where s.person_id = any(:people)""").param("people", ids).query(row -> {
            payments.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                    .add(new Payment(
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getLong(5),
                            row.getObject(6, Long.class),
                            row.getLong(7)));
        });
        Map<Long, List<Replay.Done>> byPerson = new LinkedHashMap<>();
        database.sql("select * from settlement.settlement where person_id = any(:people) order by person_id, id")
                .param("people", ids)
                .query(row -> {
                    long id = row.getLong("id");
                    byPerson.computeIfAbsent(row.getLong("person_id"), person -> new ArrayList<>())
                            .add(new Replay.Done(
                                    id,
                                    row.getString("number"),
                                    row.getLong("visit_id"),
                                    row.getObject("settled_on", LocalDate.class),
                                    row.getObject("reverses", Long.class),
                                    row.getLong("account_before_fen"),
                                    row.getLong("basis"),
                                    AmountColumns.read(row),
                                    payments.getOrDefault(id, List.of())));
                });
        List<Replay.Done> all = byPerson.values().stream().flatMap(List::stream).toList();
        Map<Long, List<Charge>> lines =
                charges.settled(all.stream().map(Replay.Done::id).toList());
        Map<Long, Visit> visits = database
                .sql("select * from settlement.visit where id = any(:ids)")
                .param("ids", all.stream().map(Replay.Done::visitId).distinct().toArray(Long[]::new))
                .query(Visit.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Visit::id, visit -> visit));
        return byPerson.entrySet().stream()
                .map(one -> replay.of(one.getKey(), one.getValue(), visits, lines))
                .toList();
    }
}
