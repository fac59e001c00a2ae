package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongchou.money.PrintedNumber;

/** 按扣分说明计分: the reason says how many points are taken off; several are added up, a stated total counts alone. */
public record StatedDeduction() implements Method {
    private static final String NUMBER = "(\\d{1,4}(?:\\.\\d{1,4})?)分";
    private static final Pattern TOTAL = Pattern.compile("(?:合计|共计|总共|共)扣(?:除|减)?" + NUMBER);

    /** Not what a rule takes off for every so much (每差1个百分点扣1分): that is no deduction yet. */
    private static final Pattern EACH = Pattern.compile("(?<!每[^,。;]{0,20})(?<!若[^,。;]{0,20})扣(?:除|减)?" + NUMBER);

    @Override
    public String word() {
        return "stated_deduction";
    }

    @Override
    public boolean monotone() {
        return false;
    }

    @Override
    public Optional<Points> points(Facts facts) {
        String reason = Text.compact(facts.reason());
        List<BigDecimal> total = numbers(TOTAL, reason);
        List<BigDecimal> deductions = total.isEmpty() ? numbers(EACH, reason) : total.subList(0, 1);
        BigDecimal sum = deductions.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return deductions.isEmpty() || sum.compareTo(facts.weight()) > 0
                ? Optional.empty()
                : Optional.of(new Points(
                        facts.weight().subtract(sum),
                        "原因栏写明扣 " + PrintedNumber.shortest(sum) + " 分",
                        PrintedNumber.shortest(facts.weight()) + " − " + PrintedNumber.shortest(sum)));
    }

    private static List<BigDecimal> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(found -> new BigDecimal(found.group(1)))
                .toList();
    }
}
