package org.tongchou.benefit.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.tongchou.benefit.claims.BillCursor;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.PersonCursor;
import org.tongchou.benefit.claims.WordMap;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.Fund;
import org.tongchou.benefit.settle.PolicyYear;
import org.tongchou.benefit.settle.YearSettler;

/** Settles ranges of persons and adds up. Of one thread; writes only the burdens of its own persons. */
final class RangeSettler {
    private final ClaimsYear year;
    private final PersonCursor person;
    private final BillCursor bill;
    private final YearSettler settler;
    private final Tally tally;
    private final long[] burdens;
    private final int[] funds;
    private final int[] hospitals;
    private final int[] accounts;
    private final boolean classed;
    private final long[] measures = new long[Tally.Measure.values().length];
    private final int[] rows = new int[Dimension.values().length];

    RangeSettler(ClaimsYear year, WordMap words, PolicyYear policies, long[] burdens) {
        this.year = year;
        this.burdens = burdens;
        person = new PersonCursor(year, words);
        bill = new BillCursor(year, words);
        settler = new YearSettler(policies);
        tally = new Tally(policies.pack().vocabulary());
        classed = !policies.pack().vocabulary().classes().isEmpty();
        List<Fund> all = policies.funds();
        funds = places(all, Kind.FUND);
        hospitals = places(all, Kind.HOSPITAL);
        accounts = places(all, Kind.ACCOUNT);
    }

    /** What a payer is. */
    private enum Kind {
        FUND,
        HOSPITAL,
        ACCOUNT
    }

    private static int[] places(List<Fund> all, Kind wanted) {
        return IntStream.range(0, all.size())
                .filter(place -> kind(all.get(place)) == wanted)
                .toArray();
    }

    private static Kind kind(Fund fund) {
        if (Tally.isFund(fund)) {
            return Kind.FUND;
        }
        return fund.field() == Fund.Field.HOSP_PART_AMT ? Kind.HOSPITAL : Kind.ACCOUNT;
    }

    Tally tally() {
        return tally;
    }

    void settle(int from, int to) {
        for (int i = from; i < to; i++) {
            int first = year.firstBill(i);
            int end = year.endOfBills(i);
            if (first < end) {
                burdens[i] = person(i, first, end);
            }
        }
    }

    private long person(int row, int first, int end) {
        person.move(row);
        settler.begin(person);
        int scheme = person.scheme();
        int aidClass = classed ? settler.classOf(0) : -1;
        long burden = 0;
        boolean refused = false;
        for (int i = first; i < end; i++) {
            bill.move(i);
            Failure failure = settler.settle(bill);
            if (failure == null) {
                burden += add(scheme, aidClass);
            } else {
                tally.addRefused(failure.code());
                refused = true;
            }
        }
        return refused ? Resettled.REFUSED : burden;
    }

    private long add(int scheme, int aidClass) {
        long hospital = sum(hospitals);
        long account = sum(accounts);
        long burden = account + settler.cash();
        // In the order of the measures and dimensions.
        measures[0] = 1;
        measures[1] = settler.total();
        measures[2] = settler.scope();
        measures[3] = sum(funds);
        measures[4] = hospital;
        measures[5] = account;
        measures[6] = settler.cash();
        measures[7] = burden;
        rows[0] = scheme;
        rows[1] = bill.level();
        rows[2] = Dimension.ageBand(settler.age());
        rows[3] = aidClass;
        rows[4] = bill.kind();
        tally.add(rows, measures);
        return burden;
    }

    private long sum(int[] places) {
        long sum = 0;
        for (int place : places) {
            long paid = settler.paid(place);
            tally.addFund(place, paid);
            sum += paid;
        }
        return sum;
    }
}
