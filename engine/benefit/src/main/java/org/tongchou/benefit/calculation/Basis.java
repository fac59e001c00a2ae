package org.tongchou.benefit.calculation;

import java.time.LocalDate;

/**
 * A parameter that a step used.
 *
 * @param parameter its name
 * @param meaning what people read
 * @param value its value with its unit, as people write it
 * @param from first day on which this value holds
 * @param source titles and clauses, {@code ；} between them
 */
public record Basis(String parameter, String meaning, String value, LocalDate from, String source) {
    /** For example {@code 个人账户划入比例 2%（account.credit.rate，自 2023-02-01 起，细则 第五条）}. */
    @Override
    public String toString() {
        return meaning + " " + value + "（" + parameter + "，自 " + from + " 起，" + source + "）";
    }
}
