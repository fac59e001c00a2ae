package org.tongchou.accounts.check;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.model.Table;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** Amounts stated in the notes under a table. */
final class Notes {
    private static final Pattern AMOUNT = Pattern.compile("([\\d,，.\\s]*\\d)\\s*(亿元|万元|元)");
    private static final int REACH = 24;

    private Notes() {}

    /** The first amount that follows these words closely in a note. */
    static Optional<Value.Leaf> amountAfter(Table table, String words) {
        for (String note : table.notes()) {
            int at = note.lastIndexOf(words);
            if (at < 0) {
                continue;
            }
            Matcher matcher = AMOUNT.matcher(note);
            if (matcher.find(at + words.length()) && matcher.start() - at - words.length() <= REACH) {
                return PrintedNumber.find(matcher.group(1).strip())
                        .map(number -> leaf(table, words, number, MoneyUnit.of(matcher.group(2))));
            }
        }
        return Optional.empty();
    }

    private static Value.Leaf leaf(Table table, String words, PrintedNumber number, MoneyUnit unit) {
        return new Value.Leaf(
                number.value().multiply(BigDecimal.valueOf(unit.fen())),
                TextFigures.half(number.value(), Math.max(number.decimals(), table.decimals()), unit.fen()),
                unit.printed(),
                unit.fen(),
                table.topic() + "附注“" + words + "”",
                new CheckResult.CellRef(table.topic(), words, "附注", table.last()));
    }
}
