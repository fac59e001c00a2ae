package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.coverage.Member;
import org.tongchou.benefit.coverage.MemberSettlement;
import org.tongchou.benefit.settle.Balances;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillBuilder;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.money.Money;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Settlements.Amounts;
import org.tongchou.platform.settlement.Settlements.Payment;
import org.tongchou.platform.settlement.Visit;

/**
 * One person's bills settled again in their order. A bill whose basis is another today is not judged, nor are those after it; a settlement
 * that was taken back before another came leaves no trace, any other ends the replay of its year.
 */
@Component
class Replay {
    private final ReadyPolicies policies;
    private final Bills bills;
    private final YearStates years;

    Replay(ReadyPolicies policies, Bills bills, YearStates years) {
        this.policies = policies;
        this.bills = bills;
        this.years = years;
    }

    /** A settlement or a mirror as it is kept. */
    record Done(
            long id,
            String number,
            long visitId,
            LocalDate day,
            @Nullable Long reverses,
            long accountBefore,
            long basis,
            Amounts amounts,
            List<Payment> payments) {}

    /** What came of a person: bills that came out the same, bills that were not judged, problems by rule. */
    record Told(int settled, int left, Map<String, String> problems) {}

    /** What stands so far, and the year as it was before each. */
    private record Step(Done done, YearState before, LocalDate lastDay) {}

    Told of(long person, List<Done> all, Map<Long, Visit> visits, Map<Long, List<Charge>> lines) {
        Map<String, String> problems = new HashMap<>();
        Deque<Step> steps = new ArrayDeque<>();
        Map<Long, Integer> counted = new HashMap<>();
        int settled = 0;
        int year = 0;
        YearState state = null;
        LocalDate lastDay = LocalDate.MIN;
        for (Done done : all) {
            if (done.reverses() != null) {
                Step last = steps.peekLast();
                if (last == null || last.done().id() != done.reverses()) {
                    return told(all, settled, problems);
                }
                steps.removeLast();
                state = last.before();
                continue;
            }
            Policy policy = policies.on(done.day());
            if (year != done.day().getYear()) {
                if (year != 0 && backward(all)) {
                    return told(all, settled, problems);
                }
                year = done.day().getYear();
                lastDay = done.day();
                state = state == null ? years.first(policy.layout(), person, year) : state.newYear(policy.layout());
            }
            int before = counted.merge(done.visitId(), 1, Integer::sum) - 1;
            Optional<Settlement> again = state == null || state.misfit(policy.layout()) != null
                    ? Optional.empty()
                    : again(
                            person,
                            done,
                            visits.get(done.visitId()),
                            lines.getOrDefault(done.id(), List.of()),
                            before,
                            steps.stream().anyMatch(step -> step.done().visitId() == done.visitId()),
                            policy,
                            state.turned(policy.layout(), lastDay, done.day()));
            if (again.isEmpty()) {
                return told(all, settled, problems);
            }
            Settlement settlement = again.get();
            if (!EngineAnswer.amounts(settlement).equals(done.amounts())
                    || !paid(EngineAnswer.payments(settlement)).equals(paid(done.payments()))) {
                problems.put("复算与结算不符", done.number());
                return told(all, settled, problems);
            }
            steps.addLast(new Step(done, settlement.before(), lastDay));
            settled++;
            state = settlement.after();
            lastDay = done.day().isAfter(lastDay) ? done.day() : lastDay;
        }
        if (state != null && !years.is(person, year, state)) {
            problems.put("年度累计与逐笔复算不符，人员与年度", person + " " + year);
        }
        return told(all, settled, problems);
    }

    private static Told told(List<Done> all, int settled, Map<String, String> problems) {
        int bills = (int) all.stream().filter(done -> done.reverses() == null).count();
        return new Told(settled, bills - settled, problems);
    }

    /** Whether something of an earlier year was taken back in a later one. */
    private static boolean backward(List<Done> all) {
        Map<Long, Integer> of = new HashMap<>();
        all.forEach(done -> of.put(done.id(), done.day().getYear()));
        return all.stream()
                .anyMatch(done -> done.reverses() != null
                        && !of.getOrDefault(done.reverses(), 0)
                                .equals(done.day().getYear()));
    }

    private static List<Payment> paid(List<Payment> payments) {
        return payments.stream().sorted(Comparator.comparing(Payment::tier)).toList();
    }

    private Optional<Settlement> again(
            long person,
            Done done,
            @Nullable Visit visit,
            List<Charge> lines,
            int before,
            boolean goesOn,
            Policy policy,
            YearState state) {
        if (visit == null || lines.isEmpty()) {
            return Optional.empty();
        }
        BillBuilder bill = bills.of(
                        visit, before == 0 ? visit.number() : visit.number() + "-" + (before + 1), done.day(), lines)
                .paymentMode("item")
                .tags(Set.of())
                .total(Money.ofFen(done.amounts().total()))
                .balances(new Balances(Money.ofFen(done.accountBefore()), null, Money.ZERO, null));
        if (visit.inpatient() && goesOn) {
            Bills.continues(bill, visit.number());
        }
        Member member = bills.member(person, done.day());
        Bill asked = bill.build();
        return Basis.of(member, asked) == done.basis()
                ? MemberSettlement.settle(policy, member, state, asked)
                        .outcome()
                        .settlement()
                : Optional.empty();
    }
}
