package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tongchou.money.PrintedNumber;

/**
 * 定性指标分档: a person places the result in a band, chooses a share of the points inside it, and says why. Where the
 * actual names a band, the share must lie in that one.
 *
 * @param bands from the best down
 */
public record QualitativeBands(List<Band> bands) implements Method {
    /**
     * A band.
     *
     * @param word how sheets name it, for example {@code 部分达成预期}
     * @param from least percent of the weight, 0 to 100
     * @param to most percent of the weight, more than {@code from}
     */
    public record Band(String word, BigDecimal from, BigDecimal to) {
        private boolean holds(BigDecimal share) {
            return from.compareTo(share) <= 0 && share.compareTo(to) <= 0;
        }
    }

    /** Checks the bands. */
    public QualitativeBands {
        bands = List.copyOf(bands);
        Method.require(!bands.isEmpty(), "bands 不能为空");
        for (Band band : bands) {
            Method.requirePercent(band.from(), "from");
            Method.requirePercent(band.to(), "to");
            Method.require(band.from().compareTo(band.to()) < 0, "“" + band.word() + "”的 from 应小于 to");
        }
        for (int i = 1; i < bands.size(); i++) {
            Method.require(
                    bands.get(i).to().compareTo(bands.get(i - 1).from()) <= 0,
                    "bands 应从高到低且不重叠，“" + bands.get(i).word() + "”位置不对");
        }
    }

    @Override
    public String word() {
        return "qualitative_bands";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        return facts.decision().flatMap(chosen -> {
            BigDecimal share = chosen.share();
            if (share == null || !facts.target().inWords()) {
                return Optional.empty();
            }
            String actual = Text.bare(facts.actual().printed());
            Optional<Band> named = bands.stream()
                    .filter(band -> actual.contains(Text.bare(band.word())))
                    .max(Comparator.comparingInt(band -> band.word().length()));
            return named.or(() ->
                            bands.stream().filter(band -> band.holds(share)).findFirst())
                    .filter(band -> band.holds(share))
                    .map(band -> Points.share(
                            facts,
                            share,
                            band.word() + "（" + PrintedNumber.shortest(band.to()) + "%—"
                                    + PrintedNumber.shortest(band.from()) + "%），" + chosen.by() + "认定："
                                    + chosen.why()));
        });
    }
}
