package org.tongchou.platform.settlement.bill;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongchou.platform.settlement.Settlements;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Takes cancellations back. What was cancelled is settled again, since nothing that was posted is ever unmade. */
@Component
class Restorations {
    private final JdbcClient database;
    private final SettlementRows rows;

    Restorations(JdbcClient database, SettlementRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Settles again what a cancellation took back; it goes by its old number and message. */
    Settled restore(Settlements settlements, Actor actor, Visit visit, Settled mirror) {
        Long original = mirror.reverses();
        if (original == null || !mirror.kept().equals("撤销")) {
            throw Refusal.conflict("E-SET-045", "结算 " + mirror.number() + " 不是撤销，没有可以恢复的结算");
        }
        Settled before = rows.find(original).orElseThrow();
        boolean interim = visit.inpatient() && visit.ended() == null;
        Settled again = settlements.settle(
                actor,
                visit,
                new Request(
                        rows.batch(original),
                        before.amounts().total(),
                        Map.of(),
                        before.amounts().account() + before.amounts().mutual() > 0,
                        before.day(),
                        interim,
                        "item",
                        List.of(),
                        before.message()));
        if (!again.amounts().equals(before.amounts()) || !again.payments().equals(before.payments())) {
            throw Refusal.conflict("E-SET-046", "撤销之后本人又有业务，恢复结算 " + before.number() + " 的金额会与原来不同，请重新结算");
        }
        database.sql("""
                        insert into settlement.restored (settlement_id, original_id, number)
                        values (:id, :original, coalesce(
                            (select number from settlement.restored where settlement_id = :original), :number))""")
                .param("id", again.id())
                .param("original", original)
                .param("number", before.number())
                .update();
        return again;
    }
}
