package org.tongchou.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.tongchou.platform.PlatformTest;
import org.tongchou.platform.database.Verification;
import org.tongchou.platform.fund.PersonalAccounts;
import org.tongchou.platform.settlement.FamilyAccounts.Binding;
import org.tongchou.platform.settlement.FamilyAccounts.NewBinding;
import org.tongchou.platform.settlement.FamilyAccounts.Share;
import org.tongchou.platform.settlement.Settlements.Settled;
import org.tongchou.platform.web.Actor;

/** Accounts of relatives pay what the person's own does not, in the declared order, and get the same back. */
@PlatformTest
@Import({EverybodyPaid.class, Counter.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FamilyAccountsTest {
    private static final Actor SECOND = Counter.colleague(2);

    @Autowired
    private Counter counter;

    @Autowired
    private FamilyAccounts families;

    @Autowired
    private PersonalAccounts accounts;

    @Autowired
    @Qualifier("settlementVerification")
    private Verification verification;

    @BeforeAll
    void fill() {
        counter.fill();
    }

    private Binding bind(long payer, long member, int place, @Nullable Long limit) {
        Binding entered = families.enter(
                Counter.HIS, new NewBinding(payer, member, "子女", place, counter.today.minusDays(1), limit));
        return families.review(SECOND, entered.id(), true, null);
    }

    private long holder(long fen) {
        long person = counter.person("employee", "在职");
        counter.credit(person, fen);
        return person;
    }

    private long left(long person) {
        return accounts.balance(person).fen();
    }

    @Test
    void relativesPayInTheDeclaredOrderAndGetTheSameBack() {
        long first = holder(2_000);
        long second = holder(3_000);
        long child = counter.person("resident", "成年居民");
        bind(second, child, 2, null);
        bind(first, child, 1, 1_500L);
        Visit visit = counter.visit(child, "resident", "outpatient", "100.00");
        Settled settled = counter.settle(visit, 10_000);
        assertThat(settled.amounts().account()).isZero();
        assertThat(settled.amounts().mutual()).isEqualTo(4_500);
        assertThat(families.shares(settled.id()))
                .containsExactlyInAnyOrder(new Share(first, 1_500), new Share(second, 3_000));
        assertThat(left(first)).isEqualTo(500);
        assertThat(left(second)).isZero();
        Visit more = counter.visit(child, "resident", "outpatient", "50.00");
        assertThat(counter.settle(more, 5_000).amounts().mutual())
                .as("the year's limit is used up")
                .isZero();
        counter.cancel(visit, settled.id());
        assertThat(left(first)).isEqualTo(2_000);
        assertThat(left(second)).isEqualTo(3_000);
        assertThat(verification.problems()).isEmpty();
    }

    @Test
    void bindingsTakeTwoPeopleAndARelationThatThePolicyKnows() {
        long payer = holder(1_000);
        long child = counter.person("resident", "成年居民");
        NewBinding wanted = new NewBinding(payer, child, "子女", 1, counter.today, null);
        assertThatThrownBy(
                        () -> families.enter(Counter.HIS, new NewBinding(payer, child, "邻居", 1, counter.today, null)))
                .hasMessageContaining("亲属关系");
        assertThatThrownBy(
                        () -> families.enter(Counter.HIS, new NewBinding(child, payer, "父母", 1, counter.today, null)))
                .hasMessageContaining("没有个人账户");
        Binding entered = families.enter(Counter.HIS, wanted);
        assertThatThrownBy(() -> families.enter(Counter.HIS, wanted)).hasMessageContaining("已有共济绑定");
        assertThatThrownBy(() -> families.review(Counter.HIS, entered.id(), true, null))
                .hasMessageContaining("另一人");
        assertThat(families.payersOf(child, counter.today)).isEmpty();
        families.review(SECOND, entered.id(), true, null);
        assertThat(families.payersOf(child, counter.today)).hasSize(1);
        families.end(Counter.HIS, entered.id(), "本人申请");
        assertThat(families.payersOf(child, counter.today)).isEmpty();
        Visit visit = counter.visit(child, "resident", "outpatient", "10.00");
        assertThat(counter.settle(visit, 1_000).amounts().mutual()).isZero();
    }

    @Test
    void ofSixteenBillsOfTwoFamiliesOneAccountPaysWhatItHas() throws Exception {
        long shared = holder(5_000);
        long other = holder(2_000);
        long child = counter.person("resident", "成年居民");
        bind(shared, child, 1, null);
        bind(other, child, 2, null);
        bind(shared, other, 1, null);
        bind(other, shared, 1, null);
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            long person = List.of(child, other, shared).get(i % 3);
            String scheme = person == child ? "resident" : "employee";
            visits.add(counter.visit(person, scheme, "outpatient", "20.00"));
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        long paid = 0;
        try {
            List<Callable<Settled>> bills = visits.stream()
                    .<Callable<Settled>>map(visit -> () -> counter.settle(visit, 2_000))
                    .toList();
            for (Future<Settled> bill : threads.invokeAll(bills)) {
                Settled settled = bill.get();
                paid += settled.amounts().account() + settled.amounts().mutual();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(paid).isEqualTo(7_000);
        assertThat(left(shared)).isZero();
        assertThat(left(other)).isZero();
        assertThat(verification.problems()).isEmpty();
    }
}
