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
    private final Words.Table categories;
    private @Nullable Failure failure;

    private LineEncoder(Lines into, List<Line> lines, Words.Table categories) {
        this.categories = categories;
        this.into = into;
        this.lines = lines;
    }

    /** Gives the first thing that is wrong; null when all is well. */
    static @Nullable Failure encode(Lines into, Bill bill, Words.Table categories) {
        Failure failure = lineCount(bill.lines().size());
        return failure != null ? failure : new LineEncoder(into, bill.lines(), categories).encode(bill.total());
    }

    private @Nullable Failure encode(@Nullable Money total) {
        boolean refunds = false;
        long sum = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            line(i, line);
            sum += line.amount().fen();
            refunds |= line.count().signum() < 0 || !line.refunds().isEmpty();
        }
        if (refunds) {
            refunds();
        }
        if (total != null && total.fen() != sum) {
            fail(Failure.Code.NOT_THE_SUM, "bill.total", total, "明细之和 " + Money.ofFen(sum));
        }
        return failure == null ? sum(sum) : failure;
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
        into.category[at] = category(i, line.category());
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
        into.mark(at, line.restricted(), line.approval(), line.outside());
        failure = failure == null ? amount(into, at) : failure;
    }

    /** Why the amount of a line is not its price × count; null when it is. */
    static @Nullable Failure amount(Lines lines, int at) {
        long fen;
        try {
            fen = Exact.round(Math.multiplyExact(lines.price[at], lines.count[at]));
        } catch (ArithmeticException e) {
            fen = Long.MAX_VALUE;
        }
        long said = lines.amount[at];
        if (Math.abs(said) > LARGEST || Math.abs(fen) > LARGEST) {
            return failure(Failure.Code.WRONG_NUMBER, at, "amount", Money.ofFen(said), "不超过 100,000,000 元");
        }
        return fen == said
                ? null
                : failure(Failure.Code.NOT_THE_SUM, at, "amount", Money.ofFen(said), "单价 × 数量 = " + Money.ofFen(fen));
    }

    static Failure failure(Failure.Code code, int line, String name, Object value, String expected) {
        return new Failure(code, field(line, name), value.toString(), expected);
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

    private int category(int i, String word) {
        int category = word.isEmpty() ? Words.NONE : categories.number(word);
        if (category < 0 && !word.isEmpty()) {
            fail(
                    Failure.Code.UNKNOWN_WORD,
                    field(i, "category"),
                    word,
                    "规则包中的词：" + String.join("、", categories.words()));
        }
        return category;
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
            failure = refund(into, i, target);
        }
    }

    /** Adds a refund to its line; gives the failure when the line is another or less. */
    static @Nullable Failure refund(Lines lines, int i, int target) {
        if (lines.price[target] != lines.price[i]) {
            return failure(
                    Failure.Code.REFUND,
                    i,
                    "price",
                    printed(lines.price[i], PRICE_DECIMALS),
                    "原行的单价 " + printed(lines.price[target], PRICE_DECIMALS));
        }
        String count = printed(lines.count[i], COUNT_DECIMALS);
        lines.count[target] += lines.count[i];
        lines.amount[target] += lines.amount[i];
        lines.count[i] = 0;
        lines.amount[i] = 0;
        lines.share[i] = 0;
        return lines.count[target] < 0 || lines.amount[target] < 0
                ? failure(Failure.Code.REFUND, i, "count", count, "退费累计不超过原行")
                : null;
    }

    private static String printed(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals).stripTrailingZeros().toPlainString();
    }

    /** Why a bill's amount, which is not negative, cannot be; null when it can. */
    static @Nullable Failure sum(long sum) {
        return sum <= LARGEST
                ? null
                : new Failure(
                        Failure.Code.WRONG_NUMBER,
                        "bill.total",
                        Money.ofFen(sum).toString(),
                        "0 至 100,000,000 元");
    }

    /** Why a bill has a wrong number of lines; null when it has not. */
    static @Nullable Failure lineCount(int count) {
        return count > 0 && count <= MOST_LINES
                ? null
                : new Failure(Failure.Code.LINE_COUNT, "bill.lines", String.valueOf(count), "1 至 10,000 条明细");
    }
}
