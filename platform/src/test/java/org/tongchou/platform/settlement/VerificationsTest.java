package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.settlement.Settlements.Settled;

/** Everything that is written with settlements is recomputed from them alone; whatever is tampered with is named. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerificationsTest {
    @Autowired
    private Map<String, Verification> verifications;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Counter counter;

    @BeforeAll
    void fill() {
        counter.fill();
        for (String scheme : new String[] {"resident", "employee"}) {
            long person = counter.person(scheme, scheme.equals("resident") ? "成年居民" : "在职");
            if (scheme.equals("employee")) {
                counter.credit(person, 50_000);
            }
            counter.settle(counter.visit(person, scheme, "outpatient", "300.00"), 30_000);
            Visit second = counter.visit(person, scheme, "outpatient", "260.00");
            Settled taken = counter.settle(second, 26_000);
            counter.cancel(second, taken.id());
            counter.settle(second, 26_000);
            Visit stay = counter.visit(person, scheme, "inpatient", "9000.00");
            counter.settle(stay, 900_000, true);
            counter.charge(stay, "2", "4000.00");
            counter.settle(stay, 400_000, true);
        }
        long mixed = counter.person("resident", "成年居民");
        Visit early = counter.visit(mixed, "resident", "outpatient", "150.00");
        Settled earlier = counter.settle(early, 15_000);
        counter.settle(counter.visit(mixed, "resident", "outpatient", "120.00"), 12_000);
        counter.cancel(early, earlier.id());
    }

    private List<String> problems() {
        List<String> all = new ArrayList<>();
        for (String name : List.of(
                "settlementVerification",
                "accumulatorVerification",
                "dueVerification",
                "replayVerification",
                "callVerification",
                "booksVerification")) {
            all.addAll(Objects.requireNonNull(verifications.get(name)).problems());
        }
        return all;
    }

    @Test
    void nothingIsWrong() {
        assertThat(problems()).isEmpty();
    }

    static Stream<String[]> tampering() {
        return Stream.of(
                new String[] {"update settlement.payment set fen = fen + 1 where fen > 0", "各层支付之和与基金支付总额不符"},
                new String[] {
                    "update settlement.settlement set hospital_fen = hospital_fen + 1, cash_fen = cash_fen - 1 where reverses is null",
                    "镜像与被撤销的结算不相抵"
                },
                new String[] {"""
                    with s as (update settlement.settlement set fund_fen = fund_fen + 1, cash_fen = cash_fen - 1
                        where id = (select id from settlement.settlement where fund_fen > 0 order by id limit 1) returning id)
                    update settlement.payment set fen = fen + 1 where settlement_id = (select id from s)
                        and tier = (select min(tier) from settlement.payment where settlement_id = (select id from s))
                    """, "复算与结算不符"},
                new String[] {"delete from settlement.line where sn = '2'", "没有明细，或明细分割之和与结算不符"},
                new String[] {"delete from settlement.charge where sn = '2'", "费用明细被删除，或与结算时不同"},
                new String[] {"""
                    insert into settlement.line select s.id, l.year, l.visit_id, l.sn, l.fen, l.own_fen, l.over_fen, l.pre_fen,
                        l.scope_fen
                    from settlement.line l join settlement.settlement s on s.visit_id = l.visit_id and s.id > l.settlement_id
                        and s.reverses is null join settlement.visit v on v.id = s.visit_id and v.inpatient where l.sn = '1'
                    """, "同一费用明细结算了两次"},
                new String[] {"update settlement.settlement set message = 'M1'", "同一报文有两笔结算"},
                new String[] {
                    "update settlement.settlement set movements = '[]' where reverses is not null", "镜像与被撤销的结算不相抵"
                },
                new String[] {"update settlement.year_state set cells[1] = cells[1] + 1", "年度累计与结算的累计变动不符"},
                new String[] {"update settlement.year_state set mark = mark + 1", "年度累计与逐笔复算不符"},
                new String[] {"delete from settlement.year_state", "没有年度累计"},
                new String[] {"delete from fund.voucher where cause_kind = 'settlement'", "结算没有凭证"},
                new String[] {"update fund.entry set fen = fen * 2", "凭证与结算不符"},
                new String[] {"update fund.entry set party = 'H1' where party <> ''", "凭证与结算不符"},
                new String[] {
                    "update fund.voucher set cause_id = '999999' where cause_kind = 'settlement' and fund = 'account'"
                            + " and id = (select min(id) from fund.voucher where fund = 'account' and cause_kind = 'settlement')",
                    "账簿中有凭证，却没有这样的结算"
                },
                new String[] {"update fund.movement set fen = fen - 1 where kind = 'payment'", "个人账户变动与结算不符"},
                new String[] {"update fund.movement set cause_id = '999999' where kind = 'refund'", "个人账户有变动，却没有这样的结算"},
                new String[] {
                    "update settlement.visit set state = '已结算'; delete from settlement.settlement where reverses is null",
                    "就诊已结算，却没有有效的结算"
                });
    }

    @ParameterizedTest
    @MethodSource("tampering")
    void whateverIsTamperedWithIsNamed(String tampering, String named) {
        List<String> told = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            database.sql("set local session_replication_role = replica").update();
            database.sql(tampering).update();
            told.addAll(problems());
        });
        assertThat(told).anyMatch(problem -> problem.startsWith(named));
        assertThat(problems()).isEmpty();
    }
}
