package org.tongchou.platform.training.day;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.training.HisBill;
import org.tongchou.platform.training.HisClient;
import org.tongchou.platform.training.HisCounter;
import org.tongchou.platform.training.HisFault;
import org.tongchou.platform.training.HisPerson;
import org.tongchou.platform.training.HisSplit;
import org.tongchou.platform.training.HisVisit;
import org.tongchou.platform.training.day.DayPlan.Planned;
import org.tongchou.platform.training.day.DayPlan.Turn;

/** Does a planned visit. Its message ids follow from its second alone, so that doing it again is the same calls again. */
public final class VisitRun {
    private static final String UNDONE = "E-GWY-031";
    private static final String FILED = "E-SET-051";
    private static final int SPARE = 100;

    private final HisClient client;
    private final Planned planned;
    private final LocalDateTime second;
    private final HisCounter counter;
    private final List<HisBill> bills = new ArrayList<>();
    private final List<String> undone = new ArrayList<>();
    private int calls;
    private int serial;
    private boolean again;
    private String insutype = "";

    /**
     * A run.
     *
     * @param second a second that no other visit of the institution has
     */
    public VisitRun(HisClient client, Planned planned, LocalDateTime second) {
        this(client, planned, second, client.line().area());
    }

    /**
     * A run of somebody who is insured elsewhere.
     *
     * @param second a second that no other visit of the institution has
     * @param insuredArea 参保地医保区划
     */
    public VisitRun(HisClient client, Planned planned, LocalDateTime second, String insuredArea) {
        this.client = client;
        this.planned = planned;
        this.second = second;
        this.counter = new HisCounter(client, this::msgid, call -> calls++, insuredArea);
    }

    /**
     * How a visit ended.
     *
     * @param outcome in a word
     * @param fault why it was refused; empty when it was not
     * @param calls how many calls it took
     * @param insutype scheme of the interface
     * @param bills its settlements and those that took some back, without those undone
     * @param undone message ids of the settlements that were undone
     */
    public record Outcome(
            String outcome, String fault, int calls, String insutype, List<HisBill> bills, List<String> undone) {
        /** Copies the lists. */
        public Outcome {
            bills = List.copyOf(bills);
            undone = List.copyOf(undone);
        }
    }

    private String msgid() {
        if (!again) {
            serial++;
        }
        return client.msgid(second, serial);
    }

    /** Does it, whatever of it was done before. Throws only when no answer comes. */
    public Outcome run(String idNumber) {
        try {
            String outcome = planned.kind().pharmacy() ? purchase(idNumber) : visit(idNumber);
            return ended(outcome, "");
        } catch (HisFault fault) {
            if (!fault.answered()) {
                throw fault;
            }
            return ended("未办成", String.valueOf(fault.getMessage()));
        }
    }

    private Outcome ended(String outcome, String fault) {
        return new Outcome(outcome, fault, calls, insutype, bills, undone);
    }

    private HisPerson identify(String idNumber) {
        HisPerson person = counter.identify(idNumber);
        insutype = person.insutype();
        return person;
    }

    private String purchase(String idNumber) {
        HisPerson person = identify(idNumber);
        boolean account = person.balance().signum() > 0;
        counter.buy(person, planned.items(), planned.begun(), account, false);
        if (planned.turn() == Turn.GIVEN_UP) {
            return "未购买";
        }
        return turned(person, () -> counter.buy(person, planned.items(), planned.begun(), account, true));
    }

    private String visit(String idNumber) {
        HisPerson person = identify(idNumber);
        if (planned.kind().use().equals("chronic")) {
            file(person);
        }
        HisVisit visit = planned.kind().stay()
                ? counter.admit(person, planned.kind().medType(), planned.complaint(), planned.begun())
                : counter.register(person, planned.kind().medType(), planned.complaint(), planned.begun());
        if (planned.turn() == Turn.GIVEN_UP) {
            counter.giveUp(visit);
            return "退号";
        }
        HisSplit split = charge(visit);
        if (visit.stay()) {
            counter.discharge(visit, second);
        }
        boolean account = person.balance().signum() > 0;
        preview(visit, split, account);
        return turned(person, () -> counter.settle(visit, split, account));
    }

    /** What is refused here the settlement tells as well; what was settled in a run that was cut off is refused here only. */
    private void preview(HisVisit visit, HisSplit split, boolean account) {
        try {
            counter.preSettle(visit, split, account);
        } catch (HisFault fault) {
            if (!fault.answered()) {
                throw fault;
            }
        }
    }

    /** Charges; those of a stay on each of its days. */
    private HisSplit charge(HisVisit visit) {
        if (!visit.stay()) {
            return counter.charge(visit, 1, planned.items());
        }
        HisSplit sum = HisSplit.NONE;
        int first = 1;
        for (LocalDateTime day = planned.begun(); day.isBefore(second); day = day.plusDays(1)) {
            sum = sum.and(counter.charge(visit, first, planned.items(), day));
            first += planned.items().size();
        }
        return sum;
    }

    private void file(HisPerson person) {
        try {
            counter.file(person, planned.complaint(), planned.begun().toLocalDate());
        } catch (HisFault fault) {
            if (!fault.code().equals(FILED)) {
                throw fault;
            }
        }
    }

    /** A settlement. */
    @FunctionalInterface
    private interface Settling {
        HisBill settle();
    }

    private String turned(HisPerson person, Settling settling) {
        if (planned.turn() == Turn.REVERSED) {
            HisBill lost = lost(settling);
            if (lost != null) {
                counter.reverse(person, lost.infno(), lost.msgid());
                undone.add(lost.msgid());
            }
            serial = SPARE;
            bills.add(settling.settle());
            return "冲正后重结";
        }
        HisBill bill = settling.settle();
        bills.add(bill);
        switch (planned.turn()) {
            case RETRIED -> {
                again = true;
                HisBill same = settling.settle();
                again = false;
                return same.number().equals(bill.number()) ? "重发得到原答复" : "重发得到另一笔";
            }
            case CANCELLED -> {
                bills.add(counter.cancel(person, bill));
                return "结算后撤销";
            }
            case RESETTLED -> {
                bills.add(counter.cancel(person, bill));
                bills.add(settling.settle());
                return "撤销后重结";
            }
            default -> {
                return "结算";
            }
        }
    }

    /** A settlement whose answer gets lost; null when it was undone before, in a run that was cut off. */
    private @Nullable HisBill lost(Settling settling) {
        try {
            return settling.settle();
        } catch (HisFault fault) {
            if (fault.code().equals(UNDONE)) {
                undone.add(client.msgid(second, serial));
                return null;
            }
            throw fault;
        }
    }
}
