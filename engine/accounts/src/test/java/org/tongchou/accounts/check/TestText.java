package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.NarrativeFigure.Change;
import org.tongchou.accounts.source.Place;

/** Builds figures stated in sentences for tests; every figure stands in a line of its own unless told otherwise. */
final class TestText {
    private final String key;
    private final String value;
    private final String unit;
    private final int line;
    private final List<Change> changes = new ArrayList<>();
    private String section = "第三部分";
    private String sentence;

    private TestText(String key, String value, String unit, int line) {
        this.key = key;
        this.value = value;
        this.unit = unit;
        this.line = line;
        this.sentence = key + " " + value + " " + unit + "。";
    }

    /** A figure as printed, in a line. */
    static TestText of(String key, String value, String unit, int line) {
        return new TestText(key, value, unit, line);
    }

    /** 比上年增加（减少）amount，增长（下降）percent; direction and word by the sign given. */
    TestText against(
            String base, int direction, @Nullable String amount, @Nullable String percent, @Nullable Integer word) {
        return change(base, direction, amount, percent, word, null, false);
    }

    /** 比…的 base 万元增长（下降）percent. */
    TestText againstValue(String base, int direction, String baseValue, @Nullable String percent) {
        return change(base, direction, null, percent, percent == null ? null : direction, baseValue, false);
    }

    /** 完成…的 percent. */
    TestText completes(String base, @Nullable String baseValue, String percent) {
        return change(base, 0, null, percent, null, baseValue, true);
    }

    TestText section(String path) {
        this.section = path;
        return this;
    }

    TestText sentence(String text) {
        this.sentence = text;
        return this;
    }

    private TestText change(
            String base,
            int direction,
            @Nullable String amount,
            @Nullable String percent,
            @Nullable Integer word,
            @Nullable String baseValue,
            boolean completion) {
        changes.add(new Change(
                base,
                direction,
                amount == null ? null : new BigDecimal(amount),
                amount == null ? 0 : decimals(amount),
                percent == null ? null : new BigDecimal(percent),
                percent == null ? 0 : decimals(percent),
                word,
                baseValue == null ? null : new BigDecimal(baseValue),
                completion,
                "比" + base + "变动",
                0));
        return this;
    }

    private static int decimals(String number) {
        return Math.max(0, new BigDecimal(number).scale());
    }

    NarrativeFigure build() {
        return new NarrativeFigure(
                key, new BigDecimal(value), decimals(value), unit, changes, section, sentence, Place.line(line), 0);
    }
}
