package org.tongchou.performance.figures;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.Actual;
import org.tongchou.performance.model.Operator;
import org.tongchou.performance.model.Target;

/**
 * Target and actual as fields: {@code op}, {@code target}, {@code unit} or {@code words}; {@code actual}. What follows
 * from these is written only where a document has it otherwise: {@code read}, {@code printed}, {@code actual_value}.
 */
final class TargetForm {
    private static final String NONE = "无";
    private static final String SIGN = "≥、≤、=、<、>、≠ 或 qualitative";

    private TargetForm() {}

    static void write(YamlText.Fields fields, Target target, Actual actual) {
        write(fields, target);
        fields.text("actual", actual.printed());
        if (!Objects.equals(actual.value(), implied(actual.printed(), target.unit()))) {
            fields.raw(
                    "actual_value",
                    actual.value() == null ? NONE : actual.value().plain());
        }
    }

    private static void write(YamlText.Fields fields, Target target) {
        if (!target.printed().isEmpty() && target.equals(Target.words(target.printed()))) {
            fields.text("words", target.printed());
            return;
        }
        Operator operator = target.operator();
        fields.text("op", operator == null ? "" : operator.printed());
        fields.number("target", target.value());
        fields.text("unit", target.unit());
        if (target.read() != implied(operator, target.value())) {
            fields.raw(
                    "read",
                    target.read() == null ? NONE : YamlText.scalar(target.read().printed()));
        }
        if (!target.printed().equals(implied(operator, target.value(), target.unit()))) {
            fields.raw("printed", YamlText.scalar(target.printed()));
        }
    }

    static Target target(YamlFields fields) {
        String words = fields.text("words");
        if (!words.isEmpty()) {
            return Target.words(words);
        }
        Operator operator = fields.parsed("op", SIGN, Operator::find);
        PrintedNumber value = fields.parsed("target", "数字，如 90；比较符写在 op，单位写在 unit，文字目标写在 words", PrintedNumber::find);
        String unit = fields.text("unit");
        Operator read =
                fields.text("read").equals(NONE) ? null : fields.parsed("read", SIGN + "或" + NONE, Operator::find);
        return new Target(
                fields.has("printed") ? fields.text("printed") : implied(operator, value, unit),
                operator,
                fields.has("read") ? read : implied(operator, value),
                value,
                unit);
    }

    static Actual actual(YamlFields fields, Target target) {
        String printed = fields.text("actual");
        if (!fields.has("actual_value")) {
            return new Actual(printed, implied(printed, target.unit()));
        }
        boolean none = fields.text("actual_value").equals(NONE);
        return new Actual(printed, none ? null : fields.number("actual_value"));
    }

    /** How a target is read when nothing else is said: a bare number is a floor. */
    private static @Nullable Operator implied(@Nullable Operator operator, @Nullable PrintedNumber value) {
        return operator == null && value != null ? Operator.AT_LEAST : operator;
    }

    /** How a target is printed when nothing else is said: sign, number and unit, or a bare number. */
    private static String implied(@Nullable Operator operator, @Nullable PrintedNumber value, String unit) {
        String number = value == null ? "" : value.plain();
        return operator == null ? number : operator.printed() + number + unit;
    }

    /** The number in what is printed, alone or with the target's unit; null when there is none. */
    private static @Nullable PrintedNumber implied(String printed, String unit) {
        Optional<PrintedNumber> bare = PrintedNumber.find(printed);
        boolean withUnit = !unit.isEmpty() && printed.endsWith(unit);
        return bare.or(() -> withUnit
                        ? PrintedNumber.find(printed.substring(0, printed.length() - unit.length()))
                        : Optional.empty())
                .orElse(null);
    }
}
