package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.money.Money;

/** Turns charge lines into numbers and refuses what cannot be split. */
final class LineEncoder {
    /** A line or a bill at most, in fen. */
    static final long LARGEST = 10_000_000_000L;

    private static final int MOST_LINES = 10_000;
    private static final int PRICE_DECIMALS = 6;
    private static final int COUNT_DECIMALS = 4;
    private static final int SHARE_DECIMALS = 6;

    private final Lines into;
    private final List<Line> lines;
    private @Nullable Failure failure;

    private LineEncoder(Lines into, List<Line> lines) {
        this.into = into;
        this.lines = lines;
    }

    /** Gives the first thing that is wrong; null when all is well. */
    static @Nullable Failure encode(Lines into, Bill bill) {
        if (bill.lines().isEmpty() || bill.lines().size() > MOST_LINES) {
            return new Failure(
                    Failure.Code.LINE_COUNT,
                    "bill.lines",
                    String.valueOf(bill.lines().size()),
                    "1 至 10,000 条明细");
        }
        LineEncoder encoder = new LineEncoder(into, bill.lines());
        return encoder.encode(bill.total());
    }

    private @Nullable Failure encode(@Nullable Money total) {
        boolean refunds = false;
        long sum = 0;
        for (int i = 0; i < lines.size() && failure == null; i++) {
            Line line = lines.get(i);
            line(i, line);
            sum += line.amount().fen();
            refunds |= line.count().signum() < 0 || !line.refunds().isEmpty();
        }
        if (failure == null && refunds) {
            refunds();
        }
        if (failure == null && total != null && total.fen() != sum) {
            fail(Failure.Code.NOT_THE_SUM, "bill.total", total, "明细之和 " + Money.ofFen(sum));
        }
        if (failure == null && (sum < 0 || sum > LARGEST)) {
            fail(Failure.Code.WRONG_NUMBER, "bill.total", Money.ofFen(sum), "0 至 100,000,000 元");
        }
        return failure;
    }

    private void fail(Failure.Code code, String field, Object value, String expected) {
        if (failure == null) {
            failure = new Failure(code, field, value.toString(), expected);
        }
    }

    private void line(int i, Line line) {
        int at = into.next();
        into.price[at] = whole(line.price(), PRICE_DECIMALS, i, "price", false);
        into.count[at] = whole(line.count(), COUNT_DECIMALS, i, "count", true);
        into.amount[at] = line.amount().fen();
        into.catalogue[at] = catalogue(i, line.catalogue());
        into.share[at] = Lines.NO_SHARE;
        BigDecimal share = line.share();
        if (share != null) {
            into.share[at] = whole(share, SHARE_DECIMALS, i, "share", false) * 100;
            if (into.share[at] > Exact.ONE) {
                fail(Failure.Code.WRONG_NUMBER, field(i, "share"), share, "0 至 1 的比例");
            }
        }
        BigDecimal limit = line.limit();
        into.limit[at] = limit == null ? Lines.NO_LIMIT : whole(limit, PRICE_DECIMALS, i, "limit", false);
        if (line.approval() < 0 || line.approval() > 2) {
            fail(Failure.Code.WRONG_NUMBER, field(i, "approval"), line.approval(), "0、1 或 2");
        }
        into.outOfCatalogue[at] = line.approval() == 2 || (line.restricted() && line.approval() != 1);
        into.inPackage[at] = !line.outside();
        if (failure == null) {
            amount(i, at, line);
        }
    }

    private void amount(int i, int at, Line line) {
        long fen;
        try {
            fen = Exact.round(Math.multiplyExact(into.price[at], into.count[at]));
        } catch (ArithmeticException e) {
            fen = Long.MAX_VALUE;
        }
        if (Math.abs(line.amount().fen()) > LARGEST || Math.abs(fen) > LARGEST) {
            fail(Failure.Code.WRONG_NUMBER, field(i, "amount"), line.amount(), "不超过 100,000,000 元");
        } else if (fen != line.amount().fen()) {
            fail(Failure.Code.NOT_THE_SUM, field(i, "amount"), line.amount(), "单价 × 数量 = " + Money.ofFen(fen));
        }
    }

    private int catalogue(int i, String word) {
        return switch (word) {
            case "A" -> Lines.A;
            case "B" -> Lines.B;
            case "C" -> Lines.C;
            default -> {
                fail(Failure.Code.CATALOGUE, field(i, "class"), word, "A、B 或 C");
                yield Lines.C;
            }
        };
    }

    private long whole(BigDecimal value, int decimals, int i, String name, boolean maybeNegative) {
        if ((value.signum() < 0 && !maybeNegative) || value.precision() - value.scale() > 12) {
            fail(Failure.Code.WRONG_NUMBER, field(i, name), value, value.signum() < 0 ? "不为负的数" : "不过大的数");
            return 0;
        }
        try {
            return value.movePointRight(decimals).longValueExact();
        } catch (ArithmeticException e) {
            fail(Failure.Code.WRONG_NUMBER, field(i, name), value, "最多 " + decimals + " 位小数");
            return 0;
        }
    }

    private static String field(int i, String name) {
        return "bill.lines[" + i + "]." + name;
    }

    // ---- refunds

    /** Adds refunds to their lines, which must have the same price and never become negative. */
    private void refunds() {
        Map<String, Integer> byId = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.count().signum() >= 0 && !line.id().isEmpty()) {
                byId.put(line.id(), i);
            }
        }
        for (int i = 0; i < lines.size() && failure == null; i++) {
            Line line = lines.get(i);
            if (line.count().signum() >= 0) {
                if (!line.refunds().isEmpty()) {
                    fail(Failure.Code.REFUND, field(i, "count"), line.count(), "负数，退费行的数量为负");
                }
                continue;
            }
            Integer target = byId.get(line.refunds());
            if (target == null) {
                fail(Failure.Code.REFUND, field(i, "refunds"), line.refunds(), "本账单中被退的明细的 id");
                return;
            }
            if (into.price[target] != into.price[i]) {
                fail(
                        Failure.Code.REFUND,
                        field(i, "price"),
                        line.price(),
                        "原行的单价 " + lines.get(target).price());
            }
            into.count[target] += into.count[i];
            into.amount[target] += into.amount[i];
            if (into.count[target] < 0 || into.amount[target] < 0) {
                fail(Failure.Code.REFUND, field(i, "count"), line.count(), "退费累计不超过原行");
            }
            into.count[i] = 0;
            into.amount[i] = 0;
            into.share[i] = 0;
        }
    }
}
