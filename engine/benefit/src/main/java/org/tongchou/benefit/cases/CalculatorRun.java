package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.benefit.calculation.Result;
import org.tongchou.benefit.policy.Failure;
import org.tongchou.benefit.policy.PolicyPack;
import org.tongchou.money.PrintedNumber;

/** Asks the calculator of a case and compares. */
record CalculatorRun(PolicyPack pack, Calculated calculated) {
    private static final String FAILURE = "failure";

    CaseResult run(Case tried) {
        Result<Map<String, String>> result = calculated.calculation().on(pack);
        List<String> differences = new ArrayList<>();
        Map<String, String> got;
        if (result instanceof Result.Found<Map<String, String>> found) {
            got = found.value();
        } else {
            Failure failure = ((Result.Refused<Map<String, String>>) result).failure();
            got = Map.of(FAILURE, failure.code().id());
            if (!calculated.expected().containsKey(FAILURE)) {
                differences.add("应有结果，得到失败：" + failure.message());
            }
        }
        if (differences.isEmpty()) {
            calculated
                    .expected()
                    .forEach((name, value) ->
                            difference(name, value, got.get(name)).ifPresent(differences::add));
        }
        return new CaseResult(tried, List.of(), List.of(), result, differences);
    }

    private static Optional<String> difference(String name, String expected, @Nullable String got) {
        if (got == null) {
            return Optional.of(name.equals(FAILURE) ? "应失败 " + expected + "，得到了结果" : "没有“" + name + "”，请检查拼写");
        }
        return same(expected, got) ? Optional.empty() : Optional.of(name + " 应为“" + expected + "”，得到“" + got + "”");
    }

    /** Whether two words are the same, or the same number. */
    private static boolean same(String expected, String got) {
        Optional<BigDecimal> one = PrintedNumber.find(expected).map(PrintedNumber::value);
        Optional<BigDecimal> other = PrintedNumber.find(got).map(PrintedNumber::value);
        if (one.isEmpty() || other.isEmpty()) {
            return expected.equals(got);
        }
        return one.get().compareTo(other.get()) == 0;
    }
}
