package org.tongchou.platform.training.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.HisSplit;

/**
 * A visit at a training hospital.
 *
 * @param id its id here
 * @param institution where
 * @param institutionName name of the institution
 * @param personName who
 * @param personNumber 人员编号; empty when it could not be found out
 * @param insutype scheme of the interface
 * @param use kind of visit
 * @param title its kind in Chinese
 * @param state where it stands
 * @param number 就诊ID; empty for none
 * @param items what was charged
 * @param split how the charges were split
 * @param preview the last pre-settlement; null for none
 * @param bill the settlement that stands; null for none
 * @param acts what can be done now
 * @param calls the calls with their answers
 * @param madeName who began it
 * @param madeAt when
 * @param version its version
 */
record VisitView(
        long id,
        String institution,
        String institutionName,
        String personName,
        String personNumber,
        String insutype,
        String use,
        String title,
        String state,
        String number,
        List<HisItem> items,
        HisSplit split,
        VisitContent.@Nullable Amounts preview,
        VisitContent.@Nullable Amounts bill,
        List<VisitAct> acts,
        List<Exchange> calls,
        String madeName,
        OffsetDateTime madeAt,
        int version) {
    /** Copies the lists. */
    VisitView {
        items = List.copyOf(items);
        acts = List.copyOf(acts);
        calls = List.copyOf(calls);
    }

    /**
     * A call and its answer.
     *
     * @param infno the transaction
     * @param name its name
     * @param msgid its message id
     * @param fault why it was refused; empty when it was done
     * @param micros how long it took
     * @param request the envelope that was sent, identity numbers covered
     * @param answer the envelope that came back, identity numbers covered
     * @param calledAt when
     */
    record Exchange(
            String infno,
            String name,
            String msgid,
            String fault,
            long micros,
            String request,
            String answer,
            OffsetDateTime calledAt) {}

    /**
     * A visit in a list.
     *
     * @param id its id
     * @param institutionName where
     * @param personName who
     * @param title kind of visit
     * @param state where it stands
     * @param madeName who began it
     * @param madeAt when
     */
    record Line(
            long id,
            String institutionName,
            String personName,
            String title,
            String state,
            String madeName,
            OffsetDateTime madeAt) {}
}
