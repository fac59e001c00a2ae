package org.tongchou.performance.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.commons.jexl3.JexlArithmetic;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlExpression;
import org.apache.commons.jexl3.JexlFeatures;
import org.apache.commons.jexl3.MapContext;
import org.apache.commons.jexl3.introspection.JexlPermissions;

/**
 * One side of a relation: an expression over the names of a scope, in exact decimals. Only arithmetic: no methods, no
 * classes, no loops, no assignments.
 */
final class Formula {
    private static final MathContext EXACT_ENOUGH = new MathContext(30);
    private static final JexlFeatures ARITHMETIC = new JexlFeatures()
            .loops(false)
            .sideEffect(false)
            .sideEffectGlobal(false)
            .newInstance(false)
            .methodCall(false)
            .lambda(false)
            .annotation(false)
            .pragma(false)
            .importPragma(false)
            .script(false)
            .arrayReferenceExpr(false)
            .structuredLiteral(false);
    private static final JexlEngine ENGINE = new JexlBuilder()
            .features(ARITHMETIC)
            .permissions(JexlPermissions.RESTRICTED)
            .arithmetic(new JexlArithmetic(true, EXACT_ENOUGH, EXACT_ENOUGH.getPrecision()))
            .strict(true)
            .silent(false)
            .cache(256)
            .create();

    /** The engine's variables are ASCII: Chinese names are numbered. */
    private static final Pattern NAME = Pattern.compile("\\p{IsHan}+");

    private final JexlExpression expression;
    private final List<String> names;

    private Formula(String text) {
        Set<String> found = new LinkedHashSet<>();
        NAME.matcher(text).results().map(MatchResult::group).forEach(found::add);
        names = List.copyOf(found);
        String numbered = NAME.matcher(text).replaceAll(match -> variable(names.indexOf(match.group())));
        expression = ENGINE.createExpression(numbered);
    }

    private static String variable(int number) {
        return "v" + number;
    }

    static Formula of(String text) {
        return new Formula(text);
    }

    /** Why a text is no formula; empty when it is one. */
    static Optional<String> problem(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (JexlException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The names it needs. */
    List<String> names() {
        return names;
    }

    /** Its value; empty when it cannot be computed, for example because it divides by zero. */
    Optional<BigDecimal> value(Map<String, BigDecimal> values) {
        MapContext context = new MapContext();
        for (int i = 0; i < names.size(); i++) {
            context.set(variable(i), values.get(names.get(i)));
        }
        try {
            Object result = expression.evaluate(context);
            return Optional.of(result instanceof BigDecimal decimal ? decimal : new BigDecimal(String.valueOf(result)));
        } catch (JexlException | ArithmeticException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
