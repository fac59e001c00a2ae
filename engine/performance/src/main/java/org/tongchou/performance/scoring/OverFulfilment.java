package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/**
 * 超额完成按偏离度扣分: a target that was set clearly too low loses points by how far it was passed.
 *
 * @param bands by growing deviation; the last one that is passed counts, below the first the method does not apply
 */
public record OverFulfilment(List<Band> bands) implements Method {
    /**
     * A band.
     *
     * @param over deviation {@code (actual − target) ÷ target} in percent above which it counts, 0 or more
     * @param keep percent of the weight that is kept, 0 to 100
     */
    public record Band(BigDecimal over, BigDecimal keep) {}

    /** Checks the bands. */
    public OverFulfilment {
        bands = List.copyOf(bands);
        Method.require(!bands.isEmpty(), "bands 不能为空");
        for (Band band : bands) {
            Method.require(band.over().signum() >= 0, "over 不能为负");
            Method.requirePercent(band.keep(), "keep");
        }
        for (int i = 1; i < bands.size(); i++) {
            Method.require(
                    bands.get(i - 1).over().compareTo(bands.get(i).over()) < 0,
                    "bands 应按 over 从小到大排列，"
                            + PrintedNumber.shortest(bands.get(i).over()) + " 位置不对");
            Method.require(
                    bands.get(i - 1).keep().compareTo(bands.get(i).keep()) >= 0,
                    "bands 的 keep 不能随 over 增大，"
                            + PrintedNumber.shortest(bands.get(i).keep()) + " 位置不对");
        }
    }

    @Override
    public String word() {
        return "over_fulfilment";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.compared()
                .filter(numbers -> numbers.operator().upward() && numbers.met())
                .flatMap(numbers -> bands.stream()
                        .filter(band -> numbers.passedBy(band.over()))
                        .reduce((lower, higher) -> higher)
                        .map(band -> Points.share(
                                facts,
                                band.keep(),
                                numbers.sentence() + "，超出目标 " + numbers.passing() + "，多于 "
                                        + PrintedNumber.shortest(band.over()) + "%")));
    }
}
