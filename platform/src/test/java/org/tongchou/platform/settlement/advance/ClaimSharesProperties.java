package org.tongchou.platform.settlement.advance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.tongchou.platform.settlement.advance.ClaimShares.Share;

/** An amount is shared to the fen, and no fund gets more than it has open. */
class ClaimSharesProperties {
    @Property
    void sharesAddUpAndNoFundGetsMoreThanItsPart(
            @ForAll @Size(min = 1, max = 6) List<@LongRange(max = 9_000_000_000_000L) Long> open,
            @ForAll @IntRange(max = 1000) int thousandths) {
        long sum = open.stream().mapToLong(Long::longValue).sum();
        long fen = sum / 1000 * thousandths;
        List<Share> parts = IntStream.range(0, open.size())
                .mapToObj(i -> new Share("f" + i, "E0101", open.get(i)))
                .toList();
        List<Share> shares = ClaimShares.of(parts, fen);
        assertThat(shares.stream().mapToLong(Share::fen).sum()).isEqualTo(fen);
        assertThat(shares)
                .allSatisfy(share -> assertThat(share.fen())
                        .isPositive()
                        .isLessThanOrEqualTo(
                                open.get(Integer.parseInt(share.fund().substring(1)))));
    }
}
