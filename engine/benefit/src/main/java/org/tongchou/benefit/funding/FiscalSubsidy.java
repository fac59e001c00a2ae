package org.tongchou.benefit.funding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tongchou.benefit.calculation.Facts;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.calculation.Rounded;
import org.tongchou.benefit.calculation.Working;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.policy.Failure.Code;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/**
 * 居民医保财政补助: what each level of government pays for each county.
 *
 * @param shares by county, in the order given, and level from the top
 */
public record FiscalSubsidy(List<Share> shares) {
    private static final long MOST_HEADS = 100_000_000;

    /**
     * What a level pays for a county.
     *
     * @param county the county
     * @param level who pays
     * @param due for the heads counted in the end
     * @param advance paid before, on expected heads
     */
    public record Share(String county, Level level, Money due, Money advance) {
        /** What is left to pay in the final clearing; negative when the advance was too much. */
        public Money clearing() {
            return due.minus(advance);
        }
    }

    /** Copies the list. */
    public FiscalSubsidy {
        shares = List.copyOf(shares);
    }

    /** What a level pays for all counties. */
    public Money due(Level level) {
        return shares.stream()
                .filter(share -> share.level() == level)
                .map(Share::due)
                .reduce(Money.ZERO, Money::plus);
    }

    /** What all levels pay for all counties. */
    public Money total() {
        return shares.stream().map(Share::due).reduce(Money.ZERO, Money::plus);
    }

    /**
     * Computes it.
     *
     * <p>Refuses heads below nought or too many ({@code E-BEN-003}), and parts of the upper levels that are more than the
     * standard ({@code E-BEN-012}).
     *
     * @param counties each once
     * @param year first day of the year
     */
    public static Result<FiscalSubsidy> of(PolicyPack pack, List<CountyHeads> counties, LocalDate year) {
        return Working.of(pack, "居民医保财政补助", working -> {
            List<Share> shares = new ArrayList<>();
            for (CountyHeads county : counties) {
                shares.addAll(shares(working, county, year));
            }
            FiscalSubsidy subsidy = new FiscalSubsidy(shares);
            working.step("财政补助合计", counties.size() + " 个区县", subsidy.total());
            return subsidy;
        });
    }

    private static List<Share> shares(Working working, CountyHeads county, LocalDate year) {
        working.requireCount(county.county() + ".expected", county.expected(), 0, MOST_HEADS);
        working.requireCount(county.county() + ".counted", county.counted(), 0, MOST_HEADS);
        Facts facts = Facts.NONE.with(Fact.Kind.SCHEME, "resident").withKnown(Fact.Kind.COUNTY_TIER, county.tier());
        BigDecimal standard = working.get("subsidy.standard", year, facts);
        Map<Level, BigDecimal> perHead = new EnumMap<>(Level.class);
        BigDecimal rest = standard;
        for (Level level : Level.STATED) {
            BigDecimal head = working.orZero(name(level, "share"), year, facts)
                    .multiply(standard)
                    .add(working.orZero(name(level, "per_head"), year, facts));
            perHead.put(level, head);
            rest = rest.subtract(head);
        }
        working.require(rest.signum() >= 0, Code.NO_VALUE, "subsidy.standard", standard, "不小于中央、省、市分担之和的标准");
        List<Share> shares = new ArrayList<>();
        Money restDue = Rounded.fen(standard.multiply(BigDecimal.valueOf(county.counted())));
        Money restExpected = Rounded.fen(standard.multiply(BigDecimal.valueOf(county.expected())));
        for (Level level : Level.STATED) {
            BigDecimal head = perHead.getOrDefault(level, BigDecimal.ZERO);
            Money due = Rounded.fen(head.multiply(BigDecimal.valueOf(county.counted())));
            Money expected = Rounded.fen(head.multiply(BigDecimal.valueOf(county.expected())));
            restDue = restDue.minus(due);
            restExpected = restExpected.minus(expected);
            shares.add(share(working, county, level, due, expected, head, year, facts));
        }
        shares.add(share(working, county, Level.COUNTY, restDue, restExpected, rest, year, facts));
        return shares;
    }

    private static Share share(
            Working working,
            CountyHeads county,
            Level level,
            Money due,
            Money expected,
            BigDecimal perHead,
            LocalDate year,
            Facts facts) {
        Money advance =
                Rounded.fen(working.orZero(name(level, "advance"), year, facts).multiply(expected.in(MoneyUnit.YUAN)));
        Share share = new Share(county.county(), level, due, advance);
        working.step(
                county.county() + " " + level.printed() + "补助",
                county.counted() + " 人 × " + perHead.stripTrailingZeros().toPlainString() + " 元",
                due + "，预拨 " + advance + "，清算 " + share.clearing());
        return share;
    }

    private static String name(Level level, String last) {
        return "subsidy." + level.word() + "." + last;
    }
}
