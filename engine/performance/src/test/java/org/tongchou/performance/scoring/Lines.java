package org.tongchou.performance.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/** Facts and rules in one line, for tests. */
final class Lines {
    private Lines() {}

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    /** A target such as {@code ≥19}, {@code 11} (bare) or a sentence; empty for none. */
    static Target target(String printed, String unit) {
        if (printed.isEmpty()) {
            return Target.NONE;
        }
        Operator operator = Operator.find(printed.substring(0, 1)).orElse(null);
        String rest = operator == null ? printed : printed.substring(1);
        return PrintedNumber.find(rest)
                .map(value ->
                        new Target(printed, operator, operator == null ? Operator.AT_LEAST : operator, value, unit))
                .orElseGet(() -> Target.words(printed));
    }

    static Actual actual(String printed) {
        return new Actual(printed, PrintedNumber.find(printed).orElse(null));
    }

    static Facts facts(String weight, String target, String actual) {
        return facts(Subject.INDICATOR, "指标", weight, target, "", actual, "", "");
    }

    static Facts facts(
            Subject subject,
            String name,
            String weight,
            String target,
            String unit,
            String actual,
            String reason,
            String standard) {
        return new Facts(subject, name, number(weight), target(target, unit), actual(actual), null, reason, standard);
    }

    static Facts stated(String weight, String target, String actual, String standard) {
        return facts(Subject.INDICATOR, "指标", weight, target, "", actual, "", standard);
    }

    static Facts item(String name, String weight, String target, String actual, String reason) {
        return facts(Subject.REPORT_ITEM, name, weight, target, "", actual, reason, "");
    }

    static Facts execution(String budget, String executed) {
        return Facts.execution(BigDecimal.TEN, PrintedNumber.parse(budget), PrintedNumber.parse(executed));
    }

    static Chosen chosen(@Nullable String share, List<String> items, boolean yes) {
        return new Chosen("张三", "抽查佐证材料", share == null ? null : number(share), items, yes);
    }

    static ScoringRule rule(Method method) {
        return new ScoringRule(method.word(), "规则", Set.of(Subject.values()), method, "说明", "测试", "demo", "测试");
    }
}
