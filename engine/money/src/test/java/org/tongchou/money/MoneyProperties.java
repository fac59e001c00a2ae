package org.tongchou.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

/** Laws that hold for every amount. */
class MoneyProperties {
    private static final long HALF = Long.MAX_VALUE / 2;
    private static final long UPPER_CASE_LIMIT = 999_999_999_999_999_999L;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Property
    void whatIsPrintedReadsBack(@ForAll long fen, @ForAll MoneyUnit unit) {
        Money amount = Money.ofFen(fen);
        int everyDigit = String.valueOf(unit.fen()).length() - 1;
        assertThat(Money.parse(amount.print(unit, everyDigit), unit)).isEqualTo(amount);
        assertThat(Money.of(amount.in(unit), unit)).isEqualTo(amount);
    }

    @Property
    void spacesFullWidthAndBracketsDoNotChangeTheAmount(
            @ForAll long fen, @ForAll @IntRange(min = 0, max = 30) int position) {
        String printed = Money.ofFen(fen).print(MoneyUnit.YUAN, 2);
        int at = position % (printed.length() + 1);
        assertThat(Money.yuan(printed.substring(0, at) + " " + printed.substring(at)))
                .isEqualTo(Money.ofFen(fen));
        assertThat(Money.yuan(fullWidth(printed))).isEqualTo(Money.ofFen(fen));
        if (fen < 0) {
            assertThat(Money.yuan("(" + printed.substring(1) + ")")).isEqualTo(Money.ofFen(fen));
            assertThat(Money.yuan("（" + printed.substring(1) + "）")).isEqualTo(Money.ofFen(fen));
        }
    }

    @Property
    void minusUndoesPlus(
            @ForAll @LongRange(min = -HALF, max = HALF) long a, @ForAll @LongRange(min = -HALF, max = HALF) long b) {
        Money left = Money.ofFen(a);
        Money right = Money.ofFen(b);
        assertThat(left.plus(right).minus(right)).isEqualTo(left);
        assertThat(left.plus(right)).isEqualTo(right.plus(left));
        assertThat(left.minus(right)).isEqualTo(right.minus(left).negated());
    }

    @Property
    void sumsAreExactOrLoud(@ForAll long a, @ForAll long b) {
        BigInteger exact = BigInteger.valueOf(a).add(BigInteger.valueOf(b));
        if (exact.bitLength() < Long.SIZE) {
            assertThat(Money.ofFen(a).plus(Money.ofFen(b)).fen()).isEqualTo(exact.longValue());
        } else {
            assertThatThrownBy(() -> Money.ofFen(a).plus(Money.ofFen(b))).isInstanceOf(ArithmeticException.class);
        }
    }

    @Property
    void upperCaseAmountsReadBack(@ForAll @LongRange(min = -UPPER_CASE_LIMIT, max = UPPER_CASE_LIMIT) long fen) {
        Money amount = Money.ofFen(fen);
        assertThat(ChineseAmount.parse(ChineseAmount.print(amount))).isEqualTo(amount);
    }

    @Property
    void upperCaseAmountsWithManyNoughtsReadBack(
            @ForAll @IntRange(min = 0, max = 99) int high,
            @ForAll @IntRange(min = 0, max = 7) int shift,
            @ForAll @IntRange(min = 0, max = 9999) int low) {
        Money amount = Money.ofFen(high * (long) Math.pow(10, 2 + 2 * shift) + low);
        assertThat(ChineseAmount.parse(ChineseAmount.print(amount))).isEqualTo(amount);
    }

    @Property
    void anyTextIsReadOrRefusedByName(@ForAll @StringLength(max = 60) String text) {
        assertThat(PrintedNumber.find(text))
                .satisfiesAnyOf(
                        found -> assertThat(found).isEmpty(),
                        found -> assertThat(found.orElseThrow().value().scale())
                                .isEqualTo(found.orElseThrow().decimals()));
        assertThatThrownBy(() -> ChineseAmount.parse(text + "?")).isInstanceOf(MoneyFormatException.class);
    }

    @Property
    void figuresInAnyOrderAreReadBackOrRefused(@ForAll("upperCaseText") String text) {
        try {
            Money amount = ChineseAmount.parse(text);
            String withoutEmptyYuan = text.replaceFirst("^(负?)零元(?=.*[角分])", "$1");
            assertThat(ChineseAmount.print(amount).replaceAll("[零整]", ""))
                    .isEqualTo(withoutEmptyYuan.replaceAll("[零整]", ""));
        } catch (MoneyFormatException refused) {
            assertThat(refused.text()).isEqualTo(text);
        }
    }

    @Provide
    Arbitrary<String> upperCaseText() {
        return Arbitraries.strings().withChars("零壹贰玖拾佰仟万亿元角分整负").ofMaxLength(12);
    }

    @Property
    void aRateOfAnAmountIsOffByLessThanOneFen(
            @ForAll @LongRange(min = -UPPER_CASE_LIMIT, max = UPPER_CASE_LIMIT) long fen,
            @ForAll @LongRange(min = 0, max = 1_000_000) long millionths,
            @ForAll("loose") Rounding rounding) {
        Money part = new Rate(millionths).of(Money.ofFen(fen), rounding);
        BigDecimal exact =
                BigDecimal.valueOf(fen).multiply(BigDecimal.valueOf(millionths)).divide(MILLION);
        assertThat(BigDecimal.valueOf(part.fen()).subtract(exact).abs()).isLessThan(BigDecimal.ONE);
        assertThat(part.abs()).isLessThanOrEqualTo(Money.ofFen(fen).abs());
    }

    @Provide
    Arbitrary<Rounding> loose() {
        return Arbitraries.of(Rounding.HALF_UP, Rounding.HALF_EVEN, Rounding.TRUNCATE, Rounding.RAISE);
    }

    @Property
    void aTruncatedShareAndItsRestMakeTheWhole(
            @ForAll @LongRange(min = 0, max = UPPER_CASE_LIMIT) long fen,
            @ForAll @LongRange(min = 0, max = 1_000_000) long millionths) {
        Rate rate = new Rate(millionths);
        Money whole = Money.ofFen(fen);
        assertThat(rate.of(whole, Rounding.TRUNCATE).plus(Rate.ONE.minus(rate).of(whole, Rounding.RAISE)))
                .isEqualTo(whole);
    }

    @Property
    void aPrintedPercentageReadsBack(@ForAll long part, @ForAll long whole, @ForAll @IntRange(max = 4) int decimals) {
        assertThat(Percent.of(Money.ofFen(part), Money.ofFen(whole), decimals, Rounding.HALF_UP))
                .satisfiesAnyOf(
                        share -> assertThat(share).isEmpty(),
                        share -> assertThat(share.map(Percent::print).map(Percent::parse))
                                .isEqualTo(share));
        assertThat(Percent.of(Money.ofFen(part), Money.ofFen(whole), decimals, Rounding.HALF_UP)
                        .isEmpty())
                .isEqualTo(whole == 0);
    }

    @Property
    void aPrintedRateReadsBack(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long millionths) {
        Rate rate = new Rate(millionths);
        assertThat(Rate.parse(rate.toString())).isEqualTo(rate);
        assertThat(Rate.ofRatio(rate.ratio())).isEqualTo(rate);
    }

    private static String fullWidth(String ascii) {
        StringBuilder out = new StringBuilder();
        ascii.chars().forEach(c -> out.append((char) (c + 0xFEE0)));
        return out.toString();
    }
}
