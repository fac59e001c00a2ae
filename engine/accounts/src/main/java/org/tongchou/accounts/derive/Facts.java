package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.derive.Form.TableForm;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Stated;
import org.tongchou.accounts.figures.BaseFile;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.Side;
import org.tongchou.money.Money;

/**
 * The figures that sentences can use, by narrative key: taken from the tables, given in document.yaml, or computed from
 * both. What a document states overrides what follows from its tables.
 */
final class Facts {
    private static final String SHARE = "占比/";
    private static final String THREE_PUBLIC = "三公经费";
    private static final int ITEM_DIGITS = 7;
    private static final int PERCENT_DECIMALS = 2;
    /** Tables whose items have sentences, with what their keys start with. A code may stand in several of them. */
    private static final Map<String, String> BY_ITEM =
            Map.of("一般公共预算支出", "科目/", Totals.FUND, Totals.FUND + "/", Totals.STATE_CAPITAL, Totals.STATE_CAPITAL + "/");

    private final AccountsFigures figures;
    private final Form form;
    private final Map<String, FigureTable> tables;
    private final Totals totals;
    private final Map<String, Fact> known = new TreeMap<>();

    Facts(AccountsFigures figures, Form form, Map<String, FigureTable> tables) {
        this.figures = figures;
        this.form = form;
        this.tables = tables;
        this.totals = new Totals(figures);
        fromTables();
        staffAndOperating();
        figures.narrative().figures().forEach((key, given) -> known.put(key, given(key, given)));
        procurement();
        figures.narrative().stated().forEach((key, stated) -> {
            if (stated.value() != null) {
                known.put(key, given(key, stated));
            }
        });
    }

    /** The figure of a key; empty when it is not known. */
    Optional<Fact> find(String key) {
        return Optional.ofNullable(known.get(key)).or(() -> key.startsWith(SHARE) ? share(key) : Optional.empty());
    }

    /** Last year's figure in the printed unit; empty when it is not known. */
    Optional<BigDecimal> prior(String key) {
        return Optional.ofNullable(figures.narrative().prior().get(key)).or(() -> threePublic(key, "上年数"));
    }

    /** What 三公 was budgeted at, in the printed unit; empty for other figures and when it is not known. */
    Optional<BigDecimal> budget(String key) {
        return threePublic(key, "预算数");
    }

    Optional<Stated> stated(String key) {
        return Optional.ofNullable(figures.narrative().stated().get(key));
    }

    Optional<String> reason(String key) {
        return Optional.ofNullable(figures.narrative().reasons().get(key));
    }

    /** An amount as a figure of a sentence. */
    Fact money(Money amount) {
        return new Fact(
                amount.in(figures.unit()), figures.decimals(), figures.unit().printed());
    }

    /** A number in the printed unit as a figure of a sentence. */
    Fact money(BigDecimal amount) {
        return new Fact(amount, figures.decimals(), figures.unit().printed());
    }

    /** A value in the unit of another figure: money with the printed decimals, a count with its own. */
    Fact like(Fact fact, BigDecimal value) {
        return fact.unit().equals(figures.unit().printed())
                ? money(value)
                : new Fact(value, fact.decimals(), fact.unit());
    }

    private void fromTables() {
        form.facts().forEach((key, at) -> amount(at).ifPresent(amount -> known.put(key, money(amount))));
        BY_ITEM.forEach((topic, start) -> {
            FigureTable table = tables.get(topic);
            Stream<FigureRow> rows = table == null ? Stream.empty() : table.rows().stream();
            rows.filter(row -> row.row().length() == ITEM_DIGITS)
                    .forEach(row ->
                            known.put(start + row.row(), money(row.values().getOrDefault("合计", Money.ZERO))));
        });
    }

    /** The amount that topic, side, rows joined by + and column name; empty when no such row is printed. */
    private Optional<Money> amount(List<String> at) {
        FigureTable table = tables.get(at.get(0));
        if (table == null) {
            return Optional.empty();
        }
        @Nullable
        Side side = Stream.of(Side.values())
                .filter(candidate -> candidate.printed().equals(at.get(1)))
                .findFirst()
                .orElse(null);
        List<String> rows = Stream.of(at.get(2).split("\\+"))
                .filter(row -> table.findRow(side, row).isPresent())
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(rows.stream()
                        .map(row -> table.amount(side, row, at.get(3)))
                        .reduce(Money.ZERO, Money::plus));
    }

    /** Staff and operating cost of all basic expenditure, when the economic items cover all of it. */
    private void staffAndOperating() {
        List<String> columns = List.of("基本支出", "其他资金基本支出");
        Money all = totals.expense("", BaseFile.FUNDS, List.of("基本支出"));
        if (!all.isZero() && totals.economic("", columns).equals(all)) {
            Money staff = totals.economic("301", columns).plus(totals.economic("303", columns));
            known.put("人员支出", money(staff));
            known.put("公用支出", money(all.minus(staff)));
        }
    }

    private Fact given(String key, Stated given) {
        BigDecimal value = given.value() == null ? BigDecimal.ZERO : given.value();
        String unit = form.findUnit(key).orElse(figures.unit().printed());
        return new Fact(value, Math.max(0, value.scale()), unit);
    }

    private void procurement() {
        List<Fact> parts = Stream.of("货物", "工程", "服务")
                .flatMap(part -> Optional.ofNullable(known.get("政府采购/" + part)).stream())
                .toList();
        if (parts.size() == 3) {
            known.putIfAbsent(
                    "政府采购总额", money(parts.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
    }

    /** A share of two known figures; their names may contain a slash, so every way to cut the key is tried. */
    private Optional<Fact> share(String key) {
        String names = key.substring(SHARE.length());
        for (int at = names.indexOf('/'); at >= 0; at = names.indexOf('/', at + 1)) {
            Fact part = known.get(names.substring(0, at));
            Fact whole = known.get(names.substring(at + 1));
            if (part != null && whole != null && whole.value().signum() != 0) {
                return Optional.of(new Fact(percent(part.value(), whole.value()), PERCENT_DECIMALS, "%"));
            }
        }
        return Optional.empty();
    }

    /** {@code part} in percent of {@code whole}, which is not zero; unrounded. */
    static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, MathContext.DECIMAL128);
    }

    private Optional<BigDecimal> threePublic(String key, String column) {
        String item = key.equals("三公合计") ? "合计" : key.startsWith("三公/") ? key.substring(3) : "";
        boolean given = figures.lines(BaseFile.THREE_PUBLIC).stream()
                .anyMatch(line -> line.amounts().containsKey(column));
        Optional<TableForm> table = form.findTable(THREE_PUBLIC);
        if (item.isEmpty() || !given || table.isEmpty()) {
            return Optional.empty();
        }
        List<String> leaves = TableDeriver.leaves(table.get(), item);
        return Optional.of(totals.threePublic(leaves, column).in(figures.unit()));
    }
}
