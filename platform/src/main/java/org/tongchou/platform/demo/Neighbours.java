package org.tongchou.platform.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.tongchou.codes.IdentityNumber;
import org.tongchou.platform.crossregion.partner.Partner;

/**
 * Regions beside the demonstration's, played by this installation: plainly synthetic, with people whose identity numbers are nobody's.
 *
 * @param area its code; no region bears it
 * @param name its name
 * @param inProvince whether it lies in the same province
 * @param ratio what it pays of the cost in scope
 */
record Neighbours(String area, String name, boolean inProvince, String ratio) {
    static final List<Neighbours> ALL =
            List.of(new Neighbours("358900", "样例邻市", true, "0.7"), new Neighbours("369900", "样例邻省市", false, "0.6"));

    private static final int GUESTS = 8;

    Partner.Request partner() {
        return new Partner.Request(
                area, name, inProvince, true, new BigDecimal(ratio), name + "医保中心", "样例银行", "6200000000" + area);
    }

    /** Identity numbers of its people who come here. */
    List<String> guests() {
        return IntStream.rangeClosed(1, GUESTS)
                .mapToObj(order -> area + "19" + (50 + 5 * order) + "0101" + "%03d".formatted(order))
                .map(digits -> IdentityNumber.complete(digits).number())
                .toList();
    }
}
