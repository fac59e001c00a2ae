package org.tongchou.platform.settlement.bill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tongchou.platform.database.Problems;
import org.tongchou.platform.database.Verification;

/** What must hold of settlements by themselves: sums, lines, charges, mirrors, messages. */
@Component
class SettlementVerification implements Verification {
    private static final Map<String, String> RULES = new LinkedHashMap<>();

    static {
        RULES.put("金额不相抵", """
                select number from settlement.settlement
                where total_fen <> own_fen + over_fen + pre_fen + scope_fen
                    or total_fen <> fund_fen + hospital_fen + account_fen + mutual_fen + cash_fen
                order by id
                """);
        RULES.put("各层支付之和与基金支付总额不符", """
                select s.number from settlement.settlement s left join settlement.payment p
                    on p.settlement_id = s.id and p.year = s.year
                group by s.id having coalesce(sum(p.fen), 0) <> s.fund_fen order by s.id
                """);
        RULES.put("没有明细，或明细分割之和与结算不符", """
                select s.number from settlement.settlement s left join settlement.line l
                    on l.settlement_id = s.id and l.year = s.year
                where s.reverses is null
                group by s.id having count(l.sn) = 0
                    or (count(l.sn), coalesce(sum(l.fen), 0), coalesce(sum(l.own_fen), 0), coalesce(sum(l.over_fen), 0),
                        coalesce(sum(l.pre_fen), 0), coalesce(sum(l.scope_fen), 0))
                    is distinct from (s.lines::bigint, s.total_fen, s.own_fen, s.over_fen, s.pre_fen, s.scope_fen)
                order by s.id
                """);
        RULES.put("费用明细被删除，或与结算时不同", """
                select s.number || ' ' || l.sn from settlement.line l join settlement.settlement s on s.id = l.settlement_id
                    left join settlement.charge c on c.visit_id = s.visit_id and c.sn = l.sn
                where (l.visit_id, l.fen) is distinct from (s.visit_id, c.fen)
                    and not exists (select from settlement.settlement m where m.reverses = s.id)
                """);
        RULES.put("同一费用明细结算了两次", """
                select v.number || ' ' || twice.sn from (
                    select l.visit_id, l.sn from settlement.line l join settlement.settlement s on s.id = l.settlement_id
                    where not exists (select from settlement.settlement m where m.reverses = s.id)
                    group by l.visit_id, l.sn having count(*) > 1) twice
                join settlement.visit v on v.id = twice.visit_id
                """);
        RULES.put("镜像与被撤销的结算不相抵", """
                select m.number from settlement.settlement m left join settlement.settlement s on s.id = m.reverses
                where m.reverses is not null and ((m.visit_id, m.person_id, m.scheme, m.person_type, m.kind, m.provider,
                        m.total_fen, m.own_fen, m.over_fen, m.pre_fen, m.scope_fen, m.deductible_fen, m.fund_fen,
                        m.hospital_fen, m.account_fen, m.mutual_fen, m.cash_fen)
                    is distinct from (s.visit_id, s.person_id, s.scheme, s.person_type, s.kind, s.provider,
                        -s.total_fen, -s.own_fen, -s.over_fen, -s.pre_fen, -s.scope_fen, -s.deductible_fen, -s.fund_fen,
                        -s.hospital_fen, -s.account_fen, -s.mutual_fen, -s.cash_fen)
                    or s.reverses is not null or exists (
                        select from jsonb_array_elements(s.movements) with ordinality a (move, place)
                            full join jsonb_array_elements(m.movements) with ordinality b (move, place) using (place)
                        where (a.move ->> 0, a.move ->> 1, (a.move ->> 2)::bigint)
                            is distinct from (b.move ->> 0, b.move ->> 1, -(b.move ->> 2)::bigint)))
                order by m.id
                """);
        RULES.put("镜像的各层支付与被撤销的结算不相抵", """
                select o.number from settlement.settlement o join (
                    select coalesce(s.reverses, s.id) as act, sum(p.fen) as fen
                    from settlement.settlement s join settlement.payment p on p.settlement_id = s.id and p.year = s.year
                    where s.reverses is not null or exists (select from settlement.settlement m where m.reverses = s.id)
                    group by 1, p.tier) left_over on left_over.act = o.id
                where left_over.fen <> 0 order by o.id
                """);
        RULES.put("共济各账户支付之和与结算不符", """
                select s.number from settlement.settlement s left join settlement.family_share f on f.settlement_id = s.id
                where s.reverses is null group by s.id having coalesce(sum(f.fen), 0) <> s.mutual_fen order by s.id
                """);
        RULES.put("同一报文有两笔结算", """
                select s.provider || ' ' || s.message from settlement.settlement s
                where not exists (select from settlement.restored r where r.settlement_id = s.id)
                group by s.provider, s.message having count(*) > 1
                """);
        RULES.put("就诊已结算，却没有有效的结算", """
                select v.number from settlement.visit v where v.state = '已结算' and not exists (
                    select from settlement.settlement s where s.visit_id = v.id and s.reverses is null
                        and not exists (select from settlement.settlement m where m.reverses = s.id))
                """);
    }

    private final Snapshot snapshot;

    SettlementVerification(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public String name() {
        return "结算";
    }

    @Override
    public List<String> problems() {
        Problems problems = new Problems();
        snapshot.look(database -> RULES.forEach((rule, sql) -> database.sql(sql).query(row -> {
            problems.add(rule, row.getString(1));
        })));
        return problems.told();
    }
}
