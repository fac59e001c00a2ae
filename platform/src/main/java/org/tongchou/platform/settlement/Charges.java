package org.tongchou.platform.settlement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Charges of visits before they are settled. All calls join the caller's transaction: all rows of a call stand, or none. */
public interface Charges {
    /** Adds charges; the same again changes nothing, another content under a known number is refused. Gives how each is split. */
    List<Split> add(Visit visit, List<NewCharge> charges);

    /** Adds what another region split by its own catalogue: a line for each part that is not nought. */
    void addSplit(Visit visit, Shares shares, LocalDateTime charged);

    /** Takes unsettled charges back: one, those of a batch, or all when both are empty. Refuses what is settled. */
    int remove(Visit visit, String sn, String batch);

    /** Charges of a visit that no settlement stands for, in order; of a batch, or all when it is empty. */
    List<Charge> open(Visit visit, String batch);

    /** Charges that settlements stand for, by settlement, each in order. */
    Map<Long, List<Charge>> settled(Collection<Long> settlements);

    /**
     * A charge.
     *
     * @param sn number within the visit
     * @param batch 收费批次号; empty for none
     * @param refunds number of the charge that it refunds; empty for none
     * @param charged when
     * @param code national code
     * @param ownCode the provider's own code
     * @param name its name
     * @param price yuan, at most six decimals
     * @param pieces at most four decimals; negative for a refund
     * @param fen price × pieces, rounded half up
     * @param approval 医院审批标志
     * @param details whatever else was told
     */
    record NewCharge(
            String sn,
            String batch,
            String refunds,
            LocalDateTime charged,
            String code,
            String ownCode,
            String name,
            BigDecimal price,
            BigDecimal pieces,
            long fen,
            int approval,
            Map<String, String> details) {
        /** Writes the numbers with all of their decimals, so that what was stored compares. */
        public NewCharge {
            price = price.setScale(6, RoundingMode.UNNECESSARY);
            pieces = pieces.setScale(4, RoundingMode.UNNECESSARY);
            details = Map.copyOf(details);
        }
    }

    /**
     * A charge with what the catalogue says of it.
     *
     * @param item what was charged
     * @param itemCode code in the insured catalogue; empty when it is not insured
     * @param itemClass A, B or C
     * @param share own pre-payment share; null for that of its class
     * @param limit price limit of one piece; null for none
     * @param restricted whether its use is restricted
     * @param chargeType 医疗收费项目类别
     */
    record Charge(
            NewCharge item,
            String itemCode,
            String itemClass,
            @Nullable BigDecimal share,
            @Nullable BigDecimal limit,
            boolean restricted,
            String chargeType) {}

    /**
     * How a bill is split by the catalogue of the place of care, in fen; total = own + over + pre + scope.
     *
     * @param own 全自费
     * @param over 超限价
     * @param pre 先行自付
     * @param scope 符合政策范围
     */
    record Shares(long own, long over, long pre, long scope) {
        /** 医疗费总额. */
        public long total() {
            return own + over + pre + scope;
        }
    }

    /**
     * How a charge would be split by itself.
     *
     * @param charge the charge
     * @param ownFen 全自费
     * @param overFen 超限价
     * @param preFen 先行自付
     * @param scopeFen 符合政策范围
     */
    record Split(Charge charge, long ownFen, long overFen, long preFen, long scopeFen) {}
}
