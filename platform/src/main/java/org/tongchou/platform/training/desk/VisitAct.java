package org.tongchou.platform.training.desk;

import java.util.List;
import org.tongchou.platform.training.PriceList.Kind;

/** What can be done at the counter. */
enum VisitAct {
    /** Charges items. */
    CHARGE,
    /** Takes all charges back. */
    REMOVE,
    /** Asks what a settlement would come to. */
    PREVIEW,
    /** Ends a stay. */
    DISCHARGE,
    /** Takes the end of a stay back. */
    READMIT,
    /** Settles. */
    SETTLE,
    /** Takes the settlement back. */
    CANCEL,
    /** Takes the settlement back as if it had never been. */
    REVERSE,
    /** Takes the visit back. */
    GIVE_UP;

    /** A visit goes on. */
    static final String OPEN = "就诊中";

    /** A stay has ended. */
    static final String DISCHARGED = "已出院";

    /** It is settled. */
    static final String SETTLED = "已结算";

    /** Its settlement was taken back. */
    static final String CANCELLED = "已撤销结算";

    /** Its settlement was undone. */
    static final String REVERSED = "已冲正";

    /** The visit was taken back. */
    static final String GIVEN_UP = "已退号";

    /** It was never registered. */
    static final String UNREGISTERED = "未登记";

    /** What makes sense in a state; the platform's interface has the last word. */
    static List<VisitAct> in(String state, Kind kind, boolean charged) {
        return switch (state) {
            case OPEN -> kind.pharmacy() ? purchase(charged) : kind.stay() ? stay(charged) : outpatient(charged);
            case DISCHARGED -> List.of(CHARGE, PREVIEW, SETTLE, READMIT);
            case SETTLED -> List.of(CANCEL, REVERSE);
            case CANCELLED, REVERSED ->
                kind.pharmacy() ? List.of() : kind.stay() ? List.of(PREVIEW, SETTLE, READMIT) : outpatient(charged);
            default -> List.of();
        };
    }

    private static List<VisitAct> purchase(boolean charged) {
        return charged ? List.of(CHARGE, REMOVE, PREVIEW, SETTLE) : List.of(CHARGE);
    }

    private static List<VisitAct> stay(boolean charged) {
        return charged ? List.of(CHARGE, REMOVE, DISCHARGE) : List.of(CHARGE, GIVE_UP);
    }

    private static List<VisitAct> outpatient(boolean charged) {
        return charged ? List.of(CHARGE, REMOVE, PREVIEW, SETTLE) : List.of(CHARGE, GIVE_UP);
    }
}
