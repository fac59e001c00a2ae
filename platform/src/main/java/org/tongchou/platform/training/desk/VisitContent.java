package org.tongchou.platform.training.desk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.training.HisBill;
import org.tongchou.platform.training.HisItem;
import org.tongchou.platform.training.HisPerson;
import org.tongchou.platform.training.HisSplit;
import org.tongchou.platform.training.HisVisit;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What is kept of a visit between two acts; without the identity number.
 *
 * @param use kind of visit
 * @param person who; null when 1101 was refused
 * @param visit the visit; null at a pharmacy
 * @param items what was charged
 * @param charged number of the last charge that was sent
 * @param split how the charges were split
 * @param preview the last pre-settlement; null for none
 * @param bill the settlement that stands; null for none
 */
record VisitContent(
        String use,
        @Nullable HisPerson person,
        @Nullable HisVisit visit,
        List<HisItem> items,
        int charged,
        HisSplit split,
        @Nullable Amounts preview,
        @Nullable Amounts bill) {
    /** Copies the list. */
    VisitContent {
        items = List.copyOf(items);
    }

    /**
     * A settlement's amounts in yuan.
     *
     * @param infno the transaction
     * @param msgid its message id
     * @param number 结算ID; empty for a pre-settlement
     * @param visit 就诊ID
     * @param total 医疗费总额
     * @param fund 基金支付
     * @param account 个人账户
     * @param cash 现金
     */
    record Amounts(
            String infno,
            String msgid,
            String number,
            String visit,
            java.math.BigDecimal total,
            java.math.BigDecimal fund,
            java.math.BigDecimal account,
            java.math.BigDecimal cash) {
        static Amounts of(HisBill bill) {
            return new Amounts(
                    bill.infno(),
                    bill.msgid(),
                    bill.number(),
                    bill.visit(),
                    bill.total(),
                    bill.fund(),
                    bill.account(),
                    bill.cash());
        }

        HisBill bill() {
            return new HisBill(
                    infno, msgid, number, visit, total, fund, account, cash, JsonNodeFactory.instance.objectNode());
        }
    }

    /** A visit that begins. */
    static VisitContent begin(String use) {
        return new VisitContent(use, null, null, List.of(), 0, HisSplit.NONE, null, null);
    }

    VisitContent of(HisPerson who, @Nullable HisVisit made) {
        return new VisitContent(use, who, made, items, charged, split, preview, bill);
    }

    VisitContent with(List<HisItem> more, HisSplit added) {
        List<HisItem> all = new ArrayList<>(items);
        all.addAll(more);
        return new VisitContent(use, person, visit, all, charged + more.size(), split.and(added), null, bill);
    }

    VisitContent without() {
        return new VisitContent(use, person, visit, List.of(), charged, HisSplit.NONE, null, bill);
    }

    VisitContent previewed(HisBill made) {
        return new VisitContent(use, person, visit, items, charged, split, Amounts.of(made), bill);
    }

    VisitContent billed(@Nullable HisBill made) {
        return new VisitContent(
                use, person, visit, items, charged, split, null, made == null ? null : Amounts.of(made));
    }

    /** The same with another identity number in its person. */
    VisitContent identified(String idNumber) {
        HisPerson who = person;
        if (who == null) {
            return this;
        }
        HisPerson named = new HisPerson(who.number(), who.name(), idNumber, who.insutype(), who.area(), who.balance());
        HisVisit made = visit;
        return of(
                named,
                made == null
                        ? null
                        : new HisVisit(made.number(), named, made.kind(), made.stay(), made.begun(), made.complaint()));
    }
}
