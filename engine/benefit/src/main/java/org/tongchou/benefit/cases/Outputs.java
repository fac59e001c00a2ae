package org.tongchou.benefit.cases;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyUnit;

/** What came out of a calculator, by name. */
final class Outputs {
    private final Map<String, String> all = new LinkedHashMap<>();

    Outputs with(String name, Money amount) {
        return with(name, amount.in(MoneyUnit.YUAN).setScale(2).toPlainString());
    }

    Outputs with(String name, boolean yes) {
        return with(name, yes ? "是" : "否");
    }

    /** Anything that prints itself: a day, a number, a word; null is an empty word. */
    Outputs with(String name, @Nullable Object value) {
        all.put(name, value == null ? "" : value.toString());
        return this;
    }

    Map<String, String> all() {
        return all;
    }
}
