package org.tongchou.benefit.cases;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.files.yaml.YamlFields;
import org.tongchou.money.Money;
import org.tongchou.money.PrintedNumber;

/** The inputs of a calculator below a key of a case. What is missing is reported, and the case is then not tried. */
final class Inputs {
    private static final String MONTH = "月份，如 2025-03";
    private static final Map<String, Boolean> YES_NO = Map.of("是", true, "否", false);

    private final CaseReader reader;
    private final YamlFields fields;

    Inputs(CaseReader reader, YamlFields fields) {
        this.reader = reader;
        this.fields = fields;
    }

    boolean has(String key) {
        return fields.has(key);
    }

    LocalDate day(String key) {
        LocalDate day = findDay(key);
        if (day == null && !fields.has(key)) {
            reader.missing(fields, key, "日期，如 2025-05-10");
        }
        return day == null ? LocalDate.EPOCH : day;
    }

    @Nullable
    LocalDate findDay(String key) {
        return reader.date(fields, key);
    }

    YearMonth month(String key) {
        YearMonth month = fields.required(key, MONTH, Inputs::parseMonth);
        return month == null ? YearMonth.of(1970, 1) : month;
    }

    /** A month, or two with {@code ..} between them: all from the first to the last. */
    List<YearMonth> months(String key) {
        String[] ends = fields.word(key).split("\\.\\.", -1);
        Optional<YearMonth> first = parseMonth(ends[0]);
        Optional<YearMonth> last = parseMonth(ends[ends.length - 1]);
        if (first.isEmpty() || last.isEmpty() || ends.length > 2 || last.get().isBefore(first.get())) {
            reader.missing(fields, key, "月份，如 2025-03 或 2025-03..2025-08");
            return List.of();
        }
        return first.get()
                .atDay(1)
                .datesUntil(last.get().atDay(1).plusDays(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }

    private static Optional<YearMonth> parseMonth(String word) {
        try {
            return Optional.of(YearMonth.parse(word));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Money money(String key) {
        Money money = findMoney(key);
        return money == null ? Money.ZERO : money;
    }

    @Nullable
    Money findMoney(String key) {
        BigDecimal yuan = reader.number(fields, key);
        return yuan == null ? null : reader.fen(fields, key, yuan);
    }

    int whole(String key, int otherwise) {
        Integer whole = reader.whole(fields, key);
        return whole == null ? otherwise : whole;
    }

    /** A whole number that may be large. */
    long number(String key) {
        Long number = fields.parsed(key, "整数", Inputs::parseNumber);
        return number == null ? 0 : number;
    }

    private static Optional<Long> parseNumber(String word) {
        try {
            return PrintedNumber.find(word).map(printed -> printed.value().longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    String word(String key) {
        return fields.word(key);
    }

    <T> T choice(String key, Map<String, T> words, T otherwise) {
        T chosen = fields.choice(key, words);
        return chosen == null ? otherwise : chosen;
    }

    boolean yes(String key) {
        return choice(key, YES_NO, false);
    }

    List<Inputs> all(String key) {
        return fields.mappings(key).stream()
                .map(item -> new Inputs(reader, item))
                .toList();
    }

    /** Reports the keys that nobody asked for. */
    void done() {
        fields.reportUnknown();
    }
}
