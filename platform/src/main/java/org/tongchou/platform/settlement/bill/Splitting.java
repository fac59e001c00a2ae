package org.tongchou.platform.settlement.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.settle.BenefitEngine;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.Enrolment;
import org.tongchou.benefit.settle.LineSplit;
import org.tongchou.benefit.settle.Outcome;
import org.tongchou.benefit.settle.Person;
import org.tongchou.benefit.settle.Policy;
import org.tongchou.benefit.settle.Settlement;
import org.tongchou.benefit.settle.YearState;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Charges.NewCharge;
import org.tongchou.platform.settlement.Charges.Split;
import org.tongchou.platform.settlement.Visit;
import org.tongchou.platform.web.Refusal;

/** How charges are split before anybody asks for a settlement: as a bill of somebody in the scheme who used nothing up. */
@Component
public class Splitting {
    private final ReadyPolicies policies;
    private final Bills bills;

    Splitting(ReadyPolicies policies, Bills bills) {
        this.policies = policies;
        this.bills = bills;
    }

    /** The splits in the order of the charges; refunds are split as the negatives of what they refund. */
    public List<Split> of(Visit visit, List<Charge> charges) {
        if (charges.isEmpty()) {
            return List.of();
        }
        LocalDate day = visit.begun().toLocalDate();
        Policy policy = policies.on(day);
        Bill bill = bills.of(
                        visit,
                        visit.number(),
                        day,
                        charges.stream().map(Splitting::positive).toList())
                .build();
        Person person = new Person(
                LocalDate.of(1980, 1, 1), null, "", List.of(Enrolment.in(visit.scheme())), List.of(), List.of(), 0);
        Outcome outcome = BenefitEngine.settle(policy, person, YearState.start(policy.layout()), bill);
        Settlement settled = outcome.settlement()
                .orElseThrow(() -> Refusal.conflict(
                        "E-SET-030", outcome.failure().map(Failure::message).orElse("费用明细不能分割")));
        return IntStream.range(0, charges.size())
                .mapToObj(i -> split(charges.get(i), settled.line(i)))
                .toList();
    }

    private static Charge positive(Charge charge) {
        NewCharge item = charge.item();
        if (item.pieces().signum() > 0) {
            return charge;
        }
        NewCharge back = new NewCharge(
                item.sn(),
                item.batch(),
                "",
                item.charged(),
                item.code(),
                item.ownCode(),
                item.name(),
                item.price(),
                item.pieces().negate(),
                -item.fen(),
                item.approval(),
                item.details());
        return new Charge(
                back,
                charge.itemCode(),
                charge.itemClass(),
                charge.share(),
                charge.limit(),
                charge.restricted(),
                charge.chargeType());
    }

    private static Split split(Charge charge, LineSplit line) {
        int sign = charge.item().pieces().signum();
        return new Split(
                charge,
                sign * line.own().fen(),
                sign * line.over().fen(),
                sign * (line.pre().fen() + line.first().fen()),
                sign * line.scope().fen());
    }
}
