package org.tongchou.platform.settlement.bill;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Counter;
import org.tongchou.benefit.settle.CounterLayout;
import org.tongchou.platform.database.Verification;

/** Recomputes from the settlements alone what else is written with them. */
@Component
class SettlementVerification implements Verification {
    private static final int MOST = 5;
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("各层支付之和与基金支付总额不符", """
                select s.number from settlement.settlement s left join settlement.payment p
                    on p.settlement_id = s.id and p.year = s.year
                group by s.id having coalesce(sum(p.fen), 0) <> s.fund_fen order by s.id limit 5
                """);
        RULES.put("明细分割之和与结算不符", """
                select s.number from settlement.settlement s left join settlement.line l
                    on l.settlement_id = s.id and l.year = s.year
                where s.reverses is null
                group by s.id having (count(l.sn), coalesce(sum(l.own_fen), 0), coalesce(sum(l.over_fen), 0),
                        coalesce(sum(l.pre_fen), 0), coalesce(sum(l.scope_fen), 0))
                    is distinct from (s.lines::bigint, s.own_fen, s.over_fen, s.pre_fen, s.scope_fen)
                order by s.id limit 5
                """);
        RULES.put("同一费用明细结算了两次", """
                select v.number || ' ' || l.sn from settlement.line l join settlement.settlement s on s.id = l.settlement_id
                    join settlement.visit v on v.id = s.visit_id
                where s.reverses is null and not exists (select from settlement.settlement m where m.reverses = s.id)
                group by v.number, l.sn having count(*) > 1 limit 5
                """);
        RULES.put("已结算的费用明细被删除", """
                select s.number || ' ' || l.sn from settlement.line l join settlement.settlement s on s.id = l.settlement_id
                where s.reverses is null and not exists (select from settlement.settlement m where m.reverses = s.id)
                    and not exists (select from settlement.charge c where c.visit_id = s.visit_id and c.sn = l.sn) limit 5
                """);
        RULES.put("共济各账户支付之和与结算不符", """
                select s.number from settlement.settlement s left join settlement.family_share f on f.settlement_id = s.id
                where s.reverses is null group by s.id having coalesce(sum(f.fen), 0) <> s.mutual_fen order by s.id limit 5
                """);
    }

    private final JdbcClient database;
    private final ReadyPolicies policies;
    private final Clock clock;

    SettlementVerification(JdbcClient database, ReadyPolicies policies, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "结算与累计";
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        RULES.forEach((rule, sql) ->
                database.sql(sql).query(String.class).list().forEach(number -> problems.add(rule + "：" + number)));
        accumulators(problems);
        return problems;
    }

    /** What a year's counters say against what its settlements moved; counters of shorter periods begin anew and are left out. */
    private void accumulators(List<String> problems) {
        CounterLayout layout = policies.on(LocalDate.now(clock)).layout();
        Map<String, Map<Integer, Long>> moved = new HashMap<>();
        database.sql("""
                        select person_id || ' ' || year as whose, m ->> 0 as counter, m ->> 1 as word,
                            sum((m ->> 2)::bigint)::bigint as change
                        from settlement.settlement, jsonb_array_elements(movements) m group by 1, 2, 3""").query(row -> {
            Optional<Integer> cell = layout.findCell(row.getString("counter"), row.getString("word"));
            if (cell.isPresent() && row.getLong("change") != 0) {
                moved.computeIfAbsent(row.getString("whose"), key -> new HashMap<>())
                        .put(cell.get(), row.getLong("change"));
            }
        });
        List<Integer> yearly = yearly(layout);
        database.sql(
                        "select person_id || ' ' || year as whose, cells from settlement.year_state where fingerprint = :now")
                .param("now", layout.fingerprint())
                .query(row -> {
                    Long[] cells = (Long[]) row.getArray("cells").getArray();
                    Map<Integer, Long> told = moved.getOrDefault(row.getString("whose"), Map.of());
                    boolean wrong = yearly.stream().anyMatch(cell -> !cells[cell].equals(told.getOrDefault(cell, 0L)));
                    if (wrong && problems.size() < MOST * RULES.size()) {
                        problems.add("年度累计与结算的累计变动不符，人员与年度：" + row.getString("whose"));
                    }
                });
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
