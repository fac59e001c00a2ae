package org.tongchou.benefit.settle;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;

/**
 * 费用明细.
 *
 * @param id name of the line in the bill; needed only where a refund refers to it, else empty
 * @param price 单价, yuan, at most six decimals, not negative
 * @param count 数量, at most four decimals; negative for a refund
 * @param amount price × count rounded half up to fen
 * @param catalogue class of the catalogue: {@code A}, {@code B} or {@code C}
 * @param share own pre-payment share, 0 to 1, at most six decimals; null for that of its class
 * @param limit 限价 of one unit, yuan, at most six decimals; null for none
 * @param restricted 限制使用: out of the catalogue unless approved
 * @param approval 医院审批标志: 0 not asked, 1 approved, 2 the person pays it all
 * @param outside besides a package price
 * @param refunds id of the line that this line refunds; empty unless the count is negative
 * @param category 费用类别, word of the region; empty for none
 */
public record Line(
        String id,
        BigDecimal price,
        BigDecimal count,
        Money amount,
        String catalogue,
        @Nullable BigDecimal share,
        @Nullable BigDecimal limit,
        boolean restricted,
        int approval,
        boolean outside,
        String refunds,
        String category) {
    /** A single piece of a class at a price. */
    public static Line of(String catalogue, Money amount) {
        BigDecimal price = BigDecimal.valueOf(amount.fen(), 2);
        return new Line("", price, BigDecimal.ONE, amount, catalogue, null, null, false, 0, false, "", "");
    }

    /** Some pieces of a class; the amount is price × count rounded half up. */
    public static Line of(String id, String catalogue, String price, String count) {
        BigDecimal each = new BigDecimal(price);
        BigDecimal pieces = new BigDecimal(count);
        BigDecimal fen = each.multiply(pieces).movePointRight(2).setScale(0, java.math.RoundingMode.HALF_UP);
        return new Line(
                id, each, pieces, Money.ofFen(fen.longValueExact()), catalogue, null, null, false, 0, false, "", "");
    }

    /** The line with its own pre-payment share. */
    public Line withShare(String ratio) {
        return new Line(
                id,
                price,
                count,
                amount,
                catalogue,
                new BigDecimal(ratio),
                limit,
                restricted,
                approval,
                outside,
                refunds,
                category);
    }

    /** The line with a price limit in yuan. */
    public Line withLimit(String yuan) {
        return new Line(
                id,
                price,
                count,
                amount,
                catalogue,
                share,
                new BigDecimal(yuan),
                restricted,
                approval,
                outside,
                refunds,
                category);
    }

    /** The line with a restriction mark and an approval mark. */
    public Line withMarks(boolean isRestricted, int approvalMark) {
        return new Line(
                id,
                price,
                count,
                amount,
                catalogue,
                share,
                limit,
                isRestricted,
                approvalMark,
                outside,
                refunds,
                category);
    }

    /** The line besides a package price. */
    public Line withOutside() {
        return new Line(
                id, price, count, amount, catalogue, share, limit, restricted, approval, true, refunds, category);
    }

    /** The line as a refund of another. */
    public Line withRefunds(String line) {
        return new Line(
                id, price, count, amount, catalogue, share, limit, restricted, approval, outside, line, category);
    }

    /** The line in a category. */
    public Line withCategory(String word) {
        return new Line(
                id, price, count, amount, catalogue, share, limit, restricted, approval, outside, refunds, word);
    }
}
