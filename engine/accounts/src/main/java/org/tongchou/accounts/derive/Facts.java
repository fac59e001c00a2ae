package org.tongchou.accounts.derive;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String TOTAL = "合计";
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
    private final Map<String, Behind> behind = new HashMap<>();

    Facts(AccountsFigures figures, Form form, Map<String, FigureTable> tables) {
        this.figures = figures;
        this.form = form;
        this.tables = tables;
        this.totals = new Totals(figures);
        fromTables();
        staffAndOperating();
        figures.narrative().figures().forEach((key, given) -> put(key, given(key, given), Behind.NOTHING));
        procurement();
        figures.narrative().stated().forEach((key, stated) -> {
            if (stated.value() != null) {
                put(key, given(key, stated), Behind.NOTHING);
            }
        });
    }

    /**
     * What a figure was taken from.
     *
     * @param cells table cells
     * @param traced base facts, where no cell gives it
     * @param keys other figures
     */
    private record Behind(List<CellAddress> cells, Traced traced, List<String> keys) {
        static final Behind NOTHING = new Behind(List.of(), Traced.ZERO, List.of());
    }

    private void put(String key, Fact fact, Behind from) {
        known.put(key, fact);
        behind.put(key, from);
    }

    /** The keys of all figures but shares, which are computed when they are asked for. */
    Set<String> keys() {
        return known.keySet();
    }

    /**
     * A figure with what is behind it; empty when it is not known.
     *
     * @param cellOrigins the base facts behind every cell
     */
    Optional<KeyFigure> trace(String key, Map<CellAddress, List<Origin>> cellOrigins) {
        Behind from = behind.getOrDefault(
                key, key.startsWith(SHARE) ? new Behind(List.of(), Traced.ZERO, shareOf(key)) : Behind.NOTHING);
        List<Origin> origins = Stream.concat(
                        from.cells().stream().flatMap(cell -> cellOrigins.getOrDefault(cell, List.of()).stream()),
                        from.traced().origins().stream())
                .toList();
        return find(key)
                .map(fact -> new KeyFigure(
                        key,
                        fact.value(),
                        fact.decimals(),
                        fact.unit(),
                        prior(key).orElse(null),
                        budget(key).orElse(null),
                        from.cells(),
                        origins,
                        from.keys()));
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
        form.facts().forEach((key, at) -> {
            List<CellAddress> cells = cells(at);
            if (!cells.isEmpty()) {
                put(key, money(sum(cells)), new Behind(cells, Traced.ZERO, List.of()));
            }
        });
        BY_ITEM.forEach((topic, start) -> {
            FigureTable table = tables.get(topic);
            Stream<FigureRow> rows = table == null ? Stream.empty() : table.rows().stream();
            rows.filter(row -> row.row().length() == ITEM_DIGITS)
                    .map(row -> new CellAddress(topic, null, row.row(), TOTAL))
                    .forEach(cell -> put(
                            start + cell.row(),
                            money(sum(List.of(cell))),
                            new Behind(List.of(cell), Traced.ZERO, List.of())));
        });
    }

    /** The cells that topic, side, rows joined by + and column name; none when no such row is printed. */
    private List<CellAddress> cells(List<String> at) {
        FigureTable table = tables.get(at.get(0));
        if (table == null) {
            return List.of();
        }
        @Nullable
        Side side = Stream.of(Side.values())
                .filter(candidate -> candidate.printed().equals(at.get(1)))
                .findFirst()
                .orElse(null);
        return Stream.of(at.get(2).split("\\+"))
                .filter(row -> table.findRow(side, row).isPresent())
                .map(row -> new CellAddress(at.get(0), side, row, at.get(3)))
                .toList();
    }

    private Money sum(List<CellAddress> cells) {
        Money sum = Money.ZERO;
        for (CellAddress cell : cells) {
            FigureTable table = tables.get(cell.topic());
            sum = table == null ? sum : sum.plus(table.amount(cell.side(), cell.row(), cell.column()));
        }
        return sum;
    }

    /** Staff and operating cost of all basic expenditure, when the economic items cover all of it. */
    private void staffAndOperating() {
        List<String> columns = List.of("基本支出", "其他资金基本支出");
        Money all = totals.expense("", BaseFile.FUNDS, List.of("基本支出")).amount();
        Traced byItem = totals.economic("", columns);
        if (!all.isZero() && byItem.amount().equals(all)) {
            Traced staff = totals.economic("301", columns).plus(totals.economic("303", columns));
            put("人员支出", staff);
            put("公用支出", byItem.minus(staff));
        }
    }

    private void put(String key, Traced traced) {
        put(key, money(traced.amount()), new Behind(List.of(), traced, List.of()));
    }

    private Fact given(String key, Stated given) {
        BigDecimal value = given.value() == null ? BigDecimal.ZERO : given.value();
        String unit = form.findUnit(key).orElse(figures.unit().printed());
        return new Fact(value, Math.max(0, value.scale()), unit);
    }

    private void procurement() {
        List<String> keys = List.of("政府采购/货物", "政府采购/工程", "政府采购/服务");
        List<Fact> parts = keys.stream()
                .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                .toList();
        if (parts.size() == keys.size() && !known.containsKey("政府采购总额")) {
            BigDecimal sum = parts.stream().map(Fact::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            put("政府采购总额", money(sum), new Behind(List.of(), Traced.ZERO, keys));
        }
    }

    private Optional<Fact> share(String key) {
        List<String> names = shareOf(key);
        return names.isEmpty()
                ? Optional.empty()
                : find(names.get(0))
                        .flatMap(part -> find(names.get(1)).map(whole -> percent(part.value(), whole.value())))
                        .map(percent -> new Fact(percent, PERCENT_DECIMALS, "%"));
    }

    /**
     * The two known figures of a share, the second not zero; none when there are no such figures. Their names may
     * contain a slash, so every way to cut the key is tried.
     */
    private List<String> shareOf(String key) {
        String names = key.substring(SHARE.length());
        for (int at = names.indexOf('/'); at >= 0; at = names.indexOf('/', at + 1)) {
            Fact part = known.get(names.substring(0, at));
            Fact whole = known.get(names.substring(at + 1));
            if (part != null && whole != null && whole.value().signum() != 0) {
                return List.of(names.substring(0, at), names.substring(at + 1));
            }
        }
        return List.of();
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
        return Optional.of(totals.threePublic(leaves, column).amount().in(figures.unit()));
    }
}
