package org.tongchou.platform.settlement.bill;

import java.util.List;
import org.tongchou.platform.settlement.Charges;
import org.tongchou.platform.settlement.Charges.Charge;
import org.tongchou.platform.settlement.Settlements.Request;
import org.tongchou.platform.settlement.Visit;

/**
 * The charges of a visit that are not settled.
 *
 * @param wanted those of the batch that is settled now
 * @param all how many there are in all
 */
record OpenCharges(List<Charge> wanted, int all) {
    static OpenCharges of(Charges charges, Visit visit, Request request) {
        List<Charge> all = charges.open(visit, "");
        return new OpenCharges(
                request.batch().isEmpty()
                        ? all
                        : all.stream()
                                .filter(charge -> charge.item().batch().equals(request.batch()))
                                .toList(),
                all.size());
    }

    /** Whether the visit goes on once these are settled: a stay that is settled in between, other batches that wait. */
    boolean goesOn(Visit visit, Request request) {
        return request.interim() || (!visit.inpatient() && wanted.size() < all);
    }
}
