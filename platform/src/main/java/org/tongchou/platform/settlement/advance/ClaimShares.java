package org.tongchou.platform.settlement.advance;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** How an amount is shared among the funds of a claim: as what is open in each, whole fen, what is left over to the first. Pure. */
final class ClaimShares {
    private ClaimShares() {}

    /**
     * What a fund has open, or gets.
     *
     * @param fund code of the fund
     * @param account spending that the claim came from
     * @param fen how much
     */
    record Share(String fund, String account, long fen) {}

    /** The shares of an amount that is at most what is open; those without anything are left out. */
    static List<Share> of(List<Share> open, long fen) {
        long sum = open.stream().mapToLong(Share::fen).sum();
        if (fen < 0 || fen > sum) {
            throw new IllegalArgumentException(fen + " of " + sum);
        }
        List<Share> shares = new ArrayList<>();
        long left = fen;
        for (Share part : open) {
            long share = sum == 0 ? 0 : scaled(part.fen(), fen, sum);
            shares.add(new Share(part.fund(), part.account(), share));
            left -= share;
        }
        for (int i = 0; i < open.size() && left > 0; i++) {
            Share share = shares.get(i);
            long more = Math.min(left, open.get(i).fen() - share.fen());
            shares.set(i, new Share(share.fund(), share.account(), share.fen() + more));
            left -= more;
        }
        return shares.stream().filter(share -> share.fen() > 0).toList();
    }

    private static long scaled(long part, long fen, long sum) {
        return BigInteger.valueOf(part)
                .multiply(BigInteger.valueOf(fen))
                .divide(BigInteger.valueOf(sum))
                .longValueExact();
    }
}
