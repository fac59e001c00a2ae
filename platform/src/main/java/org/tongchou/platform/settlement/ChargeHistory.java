package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Charges that were settled. */
public interface ChargeHistory {
    /** The lines of a settlement, in order; of a mirror, those of what it mirrors. */
    List<Entry> ofSettlement(long settlement);

    /** What a person was charged for special diseases within a time, at any provider, the latest first; what was taken back is left out. */
    List<Entry> chronic(long person, LocalDateTime from, LocalDateTime to);

    /**
     * A charge that was settled.
     *
     * @param visit 就诊ID
     * @param provider code of the provider
     * @param nationalKind code of the kind of visit
     * @param sn number within the visit
     * @param charged when
     * @param code national code
     * @param itemCode code in the insured catalogue; empty when it is not insured
     * @param ownCode the provider's own code
     * @param name its name; may be empty
     * @param price yuan
     * @param pieces how many
     * @param itemClass A, B or C
     * @param share own pre-payment share; null for that of its class
     * @param limit price limit of one piece; null for none
     * @param restricted whether its use is restricted
     * @param approval 医院审批标志
     * @param chargeType 医疗收费项目类别
     * @param fen amount
     * @param ownFen 全自费
     * @param overFen 超限价
     * @param preFen 先行自付
     * @param scopeFen 符合政策范围
     * @param details whatever else was told
     */
    record Entry(
            String visit,
            String provider,
            String nationalKind,
            String sn,
            LocalDateTime charged,
            String code,
            String itemCode,
            String ownCode,
            String name,
            BigDecimal price,
            BigDecimal pieces,
            String itemClass,
            @Nullable BigDecimal share,
            @Nullable BigDecimal limit,
            boolean restricted,
            int approval,
            String chargeType,
            long fen,
            long ownFen,
            long overFen,
            long preFen,
            long scopeFen,
            Map<String, String> details) {
        /** Copies the map. */
        public Entry {
            details = Map.copyOf(details);
        }
    }
}
