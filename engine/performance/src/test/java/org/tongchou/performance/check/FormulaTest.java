package org.tongchou.performance.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static Optional<BigDecimal> value(String formula, String name, String number) {
        return Formula.of(formula).value(Map.of(name, new BigDecimal(number)));
    }

    @Test
    void computesInExactDecimals() {
        assertThat(value("得分 * 3", "得分", "0.1").orElseThrow()).isEqualByComparingTo("0.3");
        assertThat(value("(得分 + 0.2) * 100 / 3", "得分", "0.1").orElseThrow()).isEqualByComparingTo("10");
        assertThat(Formula.of("甲 + 乙 - 甲").names()).containsExactly("甲", "乙");
    }

    @Test
    void whatCannotBeComputedHasNoValue() {
        assertThat(value("1 / 得分", "得分", "0")).isEmpty();
        assertThat(value("得分 + 没有", "得分", "1")).isEmpty();
    }

    /** A check file is data: whoever writes one can compute, and nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "得分.getClass()",
                "''.getClass().forName('java.lang.Runtime')",
                "new('java.io.File', '/')",
                "new java.io.File('/')",
                "for (x : 得分) { x }",
                "while (true) { 1 }",
                "得分 = 100",
                "x -> x",
                "() -> 1",
                "[1, 2]",
                "{'a': 1}",
                "得分; 得分",
                "#pragma jexl.import java.lang",
                "import java.lang.System",
                "@silent 得分",
                "得分 +",
                ""
            })
    void nothingButArithmeticIsAFormula(String text) {
        Optional<BigDecimal> value = Formula.problem(text).isPresent()
                ? Optional.empty()
                : Formula.of(text).value(Map.of("得分", BigDecimal.ONE));
        assertThat(value).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"得分.class", "得分.class.name", "得分['class']", "java.lang.System", "T.exit", "得分.bytes"})
    void formulasCannotReachClasses(String text) {
        Optional<BigDecimal> value = Formula.problem(text).isPresent()
                ? Optional.empty()
                : Formula.of(text).value(Map.of("得分", BigDecimal.ONE));
        assertThat(value).isEmpty();
    }
}
