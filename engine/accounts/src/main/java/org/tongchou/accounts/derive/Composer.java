package org.tongchou.accounts.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.derive.Form.Entry;
import org.tongchou.accounts.derive.Form.TableForm;
import org.tongchou.accounts.figures.AccountsFigures;
import org.tongchou.accounts.figures.AccountsFigures.Statement;
import org.tongchou.accounts.figures.FigureRow;
import org.tongchou.accounts.figures.FigureTable;
import org.tongchou.accounts.model.BudgetUnit;
import org.tongchou.accounts.publish.Content;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.money.ChineseNumber;
import org.tongchou.money.Money;

/** Puts a document together in the order of its form. */
final class Composer {
    private static final int ITEM_DIGITS = 7;
    private static final String ANNEXES = "附件";

    private final AccountsFigures figures;
    private final Form form;
    private final Map<String, FigureTable> tables;
    private final Classification classification;
    private final Map<String, String> givenNames = new HashMap<>();
    private final Facts facts;
    private final Phrases phrases;
    private final GridBuilder grids;
    private final Charts charts;
    private final List<Content> contents = new ArrayList<>();
    private final Map<CellAddress, List<Origin>> origins;
    private final Map<Integer, List<Piece>> sentences = new HashMap<>();
    private final Map<Integer, List<List<Optional<CellAddress>>>> cells = new HashMap<>();

    Composer(
            AccountsFigures figures,
            Form form,
            Map<String, FigureTable> tables,
            Map<CellAddress, List<Origin>> origins,
            Classification classification) {
        this.figures = figures;
        this.form = form;
        this.tables = tables;
        this.origins = origins;
        this.classification = classification;
        figures.base().values().stream()
                .flatMap(List::stream)
                .filter(line -> !line.name().isEmpty())
                .forEach(line -> givenNames.putIfAbsent(line.key(), line.name()));
        givenNames.putAll(figures.narrative().names());
        this.facts = new Facts(figures, form, tables);
        Changes changes = new Changes(facts, form.changeBase(), figures.threePublicBase());
        this.phrases = new Phrases(facts, changes, words());
        this.grids = new GridBuilder(figures, form, this::nameOf, this::wording);
        this.charts = new Charts(
                facts,
                tables,
                code -> nameOf(code, ""),
                form.changeBase(),
                figures.unit().printed());
    }

    Derived compose(List<Content> annexes) {
        for (Entry entry : form.contents()) {
            if (applies(entry, !annexes.isEmpty())) {
                add(entry);
            }
        }
        contents.addAll(annexes);
        Publication publication =
                new Publication(form.cover().stream().map(this::wording).toList(), figures.meta(), contents);
        return new Derived(publication, tables, origins, keyFigures(), sentences, cells);
    }

    /** All known figures, and the shares that sentences print. */
    private Map<String, KeyFigure> keyFigures() {
        Map<String, KeyFigure> byKey = new TreeMap<>();
        Stream.concat(
                        facts.keys().stream(),
                        sentences.values().stream()
                                .flatMap(List::stream)
                                .map(Piece::key)
                                .filter(key -> !key.isEmpty()))
                .forEach(key -> facts.trace(key, origins).ifPresent(figure -> byKey.put(key, figure)));
        return byKey;
    }

    private void sentence(List<Piece> pieces) {
        sentences.put(contents.size(), pieces);
        contents.add(new Text(Phrases.text(pieces)));
    }

    private Map<String, String> words() {
        return Map.of(
                "year", Integer.toString(figures.year()),
                "last_year", Integer.toString(figures.year() - 1),
                "bureau", figures.bureau(),
                "unit", figures.unit().printed(),
                "personnel", economicNames(true),
                "operating", economicNames(false));
    }

    private String wording(String template) {
        return phrases.fill(template).map(Phrases::text).orElse(template);
    }

    /** The names of the economic items that have an amount, for the sentence on what basic expenditure was used for. */
    private String economicNames(boolean personnel) {
        FigureTable table = tables.get("基本支出经济分类");
        Stream<FigureRow> rows = table == null ? Stream.empty() : table.rows().stream();
        return rows.filter(row -> row.row().matches("\\d{5}"))
                .filter(row ->
                        personnel == (row.row().startsWith("301") || row.row().startsWith("303")))
                .filter(row -> row.values().values().stream().anyMatch(amount -> !amount.isZero()))
                .map(row -> nameOf(row.row(), row.name()))
                .collect(Collectors.joining("、"));
    }

    /** The printed name of a code: with the row, in the figures, in the classification, or the bare code. */
    private String nameOf(String code, String printed) {
        if (!printed.isEmpty()) {
            return printed;
        }
        String given = givenNames.get(code);
        return given != null
                ? given
                : classification.findName(code, figures.year()).orElse(code);
    }

    private boolean applies(Entry entry, boolean annexed) {
        return (entry.ifAny() == null || hasAmount(entry.ifAny()))
                && (entry.unless() == null || !hasAmount(entry.unless()))
                && (entry.ifStatements() == null || has(entry.ifStatements(), annexed))
                && (entry.unlessStatements() == null || !has(entry.unlessStatements(), annexed));
    }

    private boolean has(String section, boolean annexed) {
        return !statements(section).isEmpty() || (annexed && section.equals(ANNEXES));
    }

    private boolean hasAmount(String key) {
        return facts.find(key).map(fact -> fact.value().signum() != 0).orElse(false);
    }

    private void add(Entry entry) {
        heading(1, entry.h1());
        heading(2, entry.h2());
        heading(3, entry.h3());
        if (entry.table() != null) {
            table(entry.table());
        }
        if (entry.each() != null && entry.text() != null) {
            each(entry.each(), entry.text());
        } else if (entry.text() != null) {
            phrases.fill(entry.text()).ifPresent(this::sentence);
        }
        if (!entry.units().isEmpty()) {
            contents.add(units(entry.units()));
        }
        if (entry.statements() != null) {
            statements(entry.statements()).forEach(text -> contents.add(new Text(text)));
        }
        if (entry.chart() != null) {
            charts.draw(entry.chart()).ifPresent(contents::add);
        }
        for (int i = 0; i < entry.glossary().size(); i++) {
            String term = entry.glossary().get(i);
            String meaning = Form.Common.words().glossary().getOrDefault(term, "");
            contents.add(new Text(ChineseNumber.of(i + 1) + "、" + term + "：" + meaning));
        }
    }

    private void heading(int level, @Nullable String text) {
        if (text != null) {
            contents.add(new Heading(level, wording(text)));
        }
    }

    private void table(String topic) {
        FigureTable table = tables.get(topic);
        form.findTable(topic).ifPresent(tableForm -> {
            if (table != null) {
                GridBuilder.Built built = grids.build(tableForm, table, notes(tableForm, table));
                cells.put(contents.size(), built.cells());
                contents.add(built.grid());
            }
        });
    }

    private List<String> notes(TableForm tableForm, FigureTable table) {
        List<String> notes = new ArrayList<>(tableForm.notes());
        boolean empty = table.rows().stream()
                .allMatch(row -> row.values().values().stream().allMatch(Money::isZero));
        if (empty && !tableForm.emptyNote().isEmpty()) {
            notes.add(tableForm.emptyNote());
        }
        if (!tableForm.transferNote().isEmpty() && hasAmount("对下转移支付")) {
            notes.add(tableForm.transferNote());
        }
        return notes.stream().map(this::wording).toList();
    }

    /** One sentence for each line of the text, or for each 项 of a table. */
    private void each(String what, String template) {
        FigureTable table = tables.get(what);
        List<Map<String, String>> items = new ArrayList<>();
        if (table != null) {
            table.rows().stream()
                    .filter(row -> row.row().length() == ITEM_DIGITS && isSpent(row))
                    .forEach(row -> items.add(Map.of("code", row.row(), "name", nameOf(row.row(), row.name()))));
        } else {
            List<String> given = what.equals("duties")
                    ? figures.texts().duties()
                    : figures.texts().work();
            List<String> lines = what.equals("duties") && given.isEmpty()
                    ? Form.Common.words().duties()
                    : given;
            lines.forEach(line -> items.add(Map.of("item", line)));
        }
        for (int i = 0; i < items.size(); i++) {
            Map<String, String> words = new HashMap<>(items.get(i));
            words.put("n", ChineseNumber.of(i + 1));
            phrases.fill(template, words).ifPresent(this::sentence);
        }
    }

    /** A fund code may have had income only: nothing to tell of its expenditure. */
    private static boolean isSpent(FigureRow row) {
        return !row.values().getOrDefault("合计", Money.ZERO).isZero();
    }

    private Grid units(List<String> header) {
        List<List<GridCell>> rows = new ArrayList<>();
        for (BudgetUnit unit : figures.units()) {
            String staff = unit.staff() == null ? "" : unit.staff().toString();
            rows.add(Stream.of(unit.name(), unit.nature(), staff)
                    .map(GridCell::label)
                    .toList());
        }
        List<GridCell> head = header.stream().map(GridCell::label).toList();
        return new Grid("", "", "", List.of(), List.of(head), rows, List.of());
    }

    private List<String> statements(String section) {
        return figures.narrative().statements().stream()
                .filter(statement -> statement.section().equals(section))
                .map(Composer::sentence)
                .toList();
    }

    private static String sentence(Statement statement) {
        Fact fact = new Fact(statement.value(), Math.max(0, statement.value().scale()), statement.unit());
        return statement.topic() + " " + fact.text().strip() + "。";
    }
}
