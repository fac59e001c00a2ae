package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.derive.CellAddress;
import org.tongchou.accounts.derive.KeyFigure;
import org.tongchou.accounts.derive.Origin;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.money.Money;
import org.tongchou.money.PrintedNumber;
import org.tongchou.money.Rounding;
import org.tongchou.platform.accounts.Voucher;
import org.tongchou.platform.accounts.book.VoucherRows;
import org.tongchou.platform.accounts.document.FigureSource.SourceCell;
import org.tongchou.platform.accounts.document.FigureSource.SourceFact;
import org.tongchou.platform.accounts.document.FigureSource.SourcePart;
import org.tongchou.platform.web.PageQuery;
import org.tongchou.platform.web.Refusal;

/** The way back from a figure to the entries and registers behind it. */
@Service
class FigureSources {
    private final JdbcClient jdbc;
    private final EntrySums sums;
    private final Words words;
    private final VoucherRows vouchers;

    FigureSources(JdbcClient jdbc, EntrySums sums, Words words, VoucherRows vouchers) {
        this.jdbc = jdbc;
        this.sums = sums;
        this.words = words;
        this.vouchers = vouchers;
    }

    /** What is behind a table cell. */
    FigureSource cell(Composed composed, CellAddress cell, PageQuery page) {
        FigureTable table = Optional.ofNullable(composed.derived().tables().get(cell.topic()))
                .orElseThrow(() -> Refusal.notFound("表“" + cell.topic() + "”"));
        FigureRow row = table.findRow(cell.side(), cell.row())
                .filter(found -> found.values().containsKey(cell.column()))
                .orElseThrow(() -> Refusal.notFound(cell.topic() + "中的这个数"));
        Money amount = row.values().getOrDefault(cell.column(), Money.ZERO);
        AccountsFigures figures = composed.snapshot().figures();
        List<Origin> origins = composed.derived().origins(cell);
        Found found = entries(
                composed.snapshot(),
                group -> signOf(group, origins, composed.snapshot().rule()),
                page);
        return new FigureSource(
                name(cell, figures.year()),
                PrintedNumber.print(amount.in(figures.unit(), figures.decimals(), Rounding.HALF_UP)) + " "
                        + figures.unit().printed(),
                amount.fen(),
                facts(figures, origins),
                List.of(),
                List.of(),
                List.of(),
                null,
                found.entries(),
                found.total(),
                found.fen(),
                "",
                "");
    }

    /** What is behind a figure of a sentence. */
    FigureSource figure(Composed composed, long versionId, String key, PageQuery page) {
        Snapshot snapshot = composed.snapshot();
        AccountsFigures figures = snapshot.figures();
        KeyFigure figure = Optional.ofNullable(composed.derived().figures().get(key))
                .orElseThrow(() -> Refusal.notFound("数据“" + key + "”"));
        EntryRule rule = snapshot.rule();
        Found found = entries(
                snapshot,
                group -> figure.origins().isEmpty()
                        ? (rule.keys(group).contains(key) ? 1 : 0)
                        : signOf(group, figure.origins(), rule),
                page);
        List<Evidence> rows = evidence(snapshot, figure);
        boolean money = figure.unit().equals(figures.unit().printed());
        return new FigureSource(
                key,
                PrintedNumber.print(figure.value().setScale(figure.decimals(), java.math.RoundingMode.HALF_UP)) + " "
                        + figure.unit(),
                money && !figure.origins().isEmpty()
                        ? fen(figures, figure)
                        : money && found.total() > 0 ? (Long) found.fen() : null,
                facts(figures, figure.origins()),
                figure.keys().stream().map(part -> part(composed, part)).toList(),
                figure.cells().stream().map(FigureSources::view).toList(),
                rows,
                rows.isEmpty()
                        ? null
                        : (Long) rows.stream().mapToLong(Evidence::amount).sum(),
                found.entries(),
                found.total(),
                found.fen(),
                prior(figure, snapshot),
                note(versionId, key));
    }

    private static Long fen(AccountsFigures figures, KeyFigure figure) {
        return Money.of(figure.value(), figures.unit()).fen();
    }

    private static List<Evidence> evidence(Snapshot snapshot, KeyFigure figure) {
        return snapshot.evidence().getOrDefault(figure.key(), List.of());
    }

    private static SourcePart part(Composed composed, String key) {
        KeyFigure figure = composed.derived().figures().get(key);
        return new SourcePart(
                key,
                figure == null
                        ? ""
                        : PrintedNumber.print(
                                        figure.value().setScale(figure.decimals(), java.math.RoundingMode.HALF_UP))
                                + " "
                                + figure.unit());
    }

    private static String prior(KeyFigure figure, Snapshot snapshot) {
        return figure.prior() == null
                ? ""
                : PrintedNumber.print(figure.prior().setScale(figure.decimals(), java.math.RoundingMode.HALF_UP)) + " "
                        + figure.unit()
                        + "，取自" + snapshot.priorSource().getOrDefault(figure.key(), "“三公”经费上年数");
    }

    private String note(long versionId, String key) {
        return words.find(versionId, Words.FIGURE, key)
                .filter(word -> !word.body().isBlank())
                .map(word -> "由" + word.updatedBy() + "于 " + word.updatedAt() + " 填写")
                .orElse("");
    }

    // ---- base facts

    private static List<SourceFact> facts(AccountsFigures figures, List<Origin> origins) {
        return origins.stream()
                .map(origin -> new SourceFact(
                        name(origin, figures.year()),
                        origin.sign()
                                * figures.lines(origin.file()).stream()
                                        .filter(line -> line.key().equals(origin.key())
                                                && line.fund().equals(origin.fund()))
                                        .mapToLong(line ->
                                                line.amount(origin.column()).fen())
                                        .sum()))
                .filter(fact -> fact.fen() != 0)
                .toList();
    }

    private static String name(Origin origin, int year) {
        String what = switch (origin.file()) {
            case INCOME -> "收入";
            case EXPENSE -> "支出";
            case ECONOMIC -> "经济分类";
            case THREE_PUBLIC -> "“三公”经费";
            case CARRY_OVER -> "结转结余";
        };
        String code = origin.key().isEmpty() ? "" : " " + named(origin.key(), year);
        return what + code + (origin.fund().isEmpty() ? "" : " " + origin.fund()) + " " + origin.column();
    }

    private static String named(String code, int year) {
        return Classification.standard()
                .findName(code, year)
                .map(name -> code + " " + name)
                .orElse(code);
    }

    private static String name(CellAddress cell, int year) {
        return cell.topic() + " · " + (cell.side() == null ? "" : cell.side().printed() + " · ")
                + named(cell.row(), year) + " · " + cell.column();
    }

    private static SourceCell view(CellAddress cell) {
        return new SourceCell(
                cell.topic(), cell.side() == null ? null : cell.side().printed(), cell.row(), cell.column());
    }

    // ---- entries

    /** How often a group counts in a sum of base facts. */
    private static int signOf(EntryGroup group, List<Origin> origins, EntryRule rule) {
        List<Origin> facts = rule.facts(group);
        int sign = 0;
        for (Origin origin : origins) {
            if (facts.contains(new Origin(origin.file(), origin.key(), origin.fund(), origin.column(), 1))) {
                sign += origin.sign();
            }
        }
        return sign;
    }

    private record Found(List<Voucher> entries, long total, long fen) {}

    private Found entries(Snapshot snapshot, ToIntFunction<EntryGroup> signOf, PageQuery page) {
        int year = snapshot.figures().year();
        Map<EntryGroup, Integer> signed = new LinkedHashMap<>();
        for (EntryGroup group : sums.groups(snapshot.book(), year, snapshot.units(), snapshot.watermark())) {
            int sign = signOf.applyAsInt(group);
            if (sign != 0) {
                signed.put(group, sign);
            }
        }
        if (signed.isEmpty()) {
            return new Found(List.of(), 0, 0);
        }
        List<EntryGroup> groups = new ArrayList<>(signed.keySet());
        Map<String, Object> parameters = Map.of(
                "units", groups.stream().map(EntryGroup::unitId).toArray(Long[]::new),
                "kinds", texts(groups, group -> group.kind().code()),
                "functionals", texts(groups, EntryGroup::functional),
                "economics", texts(groups, EntryGroup::economic),
                "funds", texts(groups, EntryGroup::fund),
                "natures", texts(groups, EntryGroup::nature),
                "signs", signed.values().toArray(Integer[]::new),
                "year", year,
                "book", snapshot.book(),
                "watermark", snapshot.watermark());
        long[] sum = jdbc.sql("select count(*) as n, coalesce(sum(e.fen * g.sign), 0) as fen " + FROM)
                .params(parameters)
                .query((row, at) ->
                        new long[] {row.getLong("n"), row.getBigDecimal("fen").longValueExact()})
                .single();
        List<Voucher> rows = jdbc.sql(VoucherRows.select("e.fen * g.sign") + FROM
                        + " order by e.entry_date, e.id limit :rows offset :before")
                .params(parameters)
                .param("rows", page.rows())
                .param("before", page.offset())
                .query(vouchers::read)
                .list();
        return new Found(rows, sum[0], sum[1]);
    }

    private static final String FROM = """
             from accounts.entry e join unnest(cast(:units as bigint[]), cast(:kinds as text[]),
                cast(:functionals as text[]), cast(:economics as text[]), cast(:funds as text[]),
                cast(:natures as text[]), cast(:signs as int[]))
                as g(unit_id, kind, functional_code, economic_code, fund, nature, sign)
                on e.unit_id = g.unit_id and e.kind = g.kind and e.functional_code = g.functional_code
                and e.economic_code = g.economic_code and e.fund = g.fund and e.nature = g.nature
            where e.year = :year and e.book_id = :book and e.id <= :watermark
            """;

    private static String[] texts(
            List<EntryGroup> groups, java.util.function.Function<EntryGroup, @Nullable String> of) {
        return groups.stream().map(of).toArray(String[]::new);
    }
}
