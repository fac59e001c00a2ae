package org.tongchou.benefit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongchou.benefit.calculation.Insured;
import org.tongchou.benefit.explain.Step;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.PackReading;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;

/** First whether the benefits are enjoyed, then who pays; cases/covered.yaml of the demo region tries the amounts. */
class MemberSettlementTest {
    private static final PackReading DEMO = PolicyPack.read(Path.of("..", "..", "regions", "demo"));
    private static final LocalDate DAY = LocalDate.of(2025, 5, 10);

    private static Registration in(String scheme, String type) {
        return new Registration(scheme, type, LocalDate.of(2025, 1, 1), null);
    }

    private static Payment year(String scheme, LocalDate paid) {
        return new Payment(scheme, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31), paid, Payment.Kind.OWN);
    }

    private static final Payment IN_TIME = year("resident", LocalDate.of(2024, 10, 8));
    private static final Payment WORKS = year("employee", LocalDate.of(2025, 1, 1));

    private static MemberSettlement.Answer settle(
            PolicyPack pack, List<Registration> enrolments, List<Payment> payments, String scheme) {
        Policy policy = Policy.compile(pack, DAY);
        MemberFile file = new MemberFile(Insured.of(LocalDate.of(1980, 1, 1)), enrolments, payments, 0, 0);
        Bill bill = Bill.of("1", "inpatient", DAY)
                .scheme(scheme)
                .provider("community")
                .line("A", "1000")
                .build();
        return MemberSettlement.settle(
                policy, new Member(file, List.of(), 0, 0), YearState.start(policy.layout()), bill);
    }

    private static Failure refused(MemberSettlement.Answer answer) {
        return answer.outcome().failure().orElseThrow();
    }

    @Test
    void whatIsEnjoyedIsSettledAndTheDecisionExplained() {
        MemberSettlement.Answer answer = settle(DEMO.getPack(), List.of(in("resident", "成年居民")), List.of(IN_TIME), "");
        // (1000 − 100) × 90 %
        assertThat(answer.outcome().getSettlement().funds()).isEqualTo(Map.of("resident", Money.yuan("810")));
        assertThat(answer.outcome().getSettlement().explanation()).isPresent();
        assertThat(answer.coverage().getFound().explanation().steps())
                .extracting(Step::what)
                .contains("集中缴费期", "可用的基金");
    }

    @Test
    void aWaitIsARefusalWithItsReasonAndItsExplanation() {
        MemberSettlement.Answer answer = settle(
                DEMO.getPack(),
                List.of(in("resident", "成年居民")),
                List.of(year("resident", LocalDate.of(2025, 3, 10))),
                "");
        assertThat(refused(answer).code()).isEqualTo(Failure.Code.NOT_COVERED);
        assertThat(refused(answer).message()).contains("resident：等待期内，2025-06-10 起享受待遇");
        assertThat(answer.coverage().getFound().explanation().steps())
                .extracting(Step::what)
                .contains("等待期");
    }

    @Test
    void noneAndAnotherSchemeThanEnrolledIn() {
        MemberSettlement.Answer none = settle(DEMO.getPack(), List.of(), List.of(), "");
        assertThat(refused(none).code()).isEqualTo(Failure.Code.NOT_COVERED);
        assertThat(refused(none).message()).contains("当日没有参保");
        MemberSettlement.Answer other =
                settle(DEMO.getPack(), List.of(in("resident", "成年居民")), List.of(IN_TIME), "employee");
        assertThat(refused(other).code()).isEqualTo(Failure.Code.NOT_COVERED);
    }

    @Test
    void twoThatAreNotRankedMustBeToldApart() {
        PolicyPack unranked = DEMO.with("unranked.yaml", """
                        reform: { name: 不排先后, base: demo }
                        parameters:
                          coverage.rank:
                            values: [{ from: 2024-01-01, source: 样例办法 重复参保, is: 1 }]
                        """).getPack();
        List<Registration> both = List.of(in("resident", "成年居民"), in("employee", "在职"));
        assertThat(refused(settle(unranked, both, List.of(IN_TIME, WORKS), "")).code())
                .isEqualTo(Failure.Code.TWO_SCHEMES);
        // (1000 − 200) × 95 %
        assertThat(settle(unranked, both, List.of(IN_TIME, WORKS), "employee")
                        .outcome()
                        .getSettlement()
                        .fundSum())
                .isEqualTo(Money.yuan("760"));
    }

    @Test
    void ofTwoEnrolmentsInASchemeTheOneThatBeganLastCounts() {
        Registration earlier = new Registration("resident", "成年居民", LocalDate.of(2025, 1, 1), null);
        Registration later = new Registration("resident", "老年居民", LocalDate.of(2025, 2, 1), null);
        Registration sameDay = new Registration("resident", "中小学生", LocalDate.of(2025, 2, 1), null);
        assertThat(typeOf(later, earlier)).isEqualTo("老年居民");
        assertThat(typeOf(sameDay, earlier, later)).isEqualTo("老年居民");
        assertThat(typeOf(later, earlier, sameDay)).isEqualTo("中小学生");
    }

    private static String typeOf(Registration... enrolments) {
        return settle(DEMO.getPack(), List.of(enrolments), List.of(IN_TIME), "")
                .coverage()
                .getValue()
                .find("resident")
                .orElseThrow()
                .personType();
    }

    @Test
    void whatCoverageRefusesIsRefused() {
        MemberSettlement.Answer answer = settle(DEMO.getPack(), List.of(in("abroad", "成年居民")), List.of(), "");
        assertThat(refused(answer).code()).isEqualTo(Failure.Code.UNKNOWN_WORD);
    }
}
