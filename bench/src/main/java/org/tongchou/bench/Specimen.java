package org.tongchou.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongchou.accounts.model.AccountsDocument;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.NarrativeFigure;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Block;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;

/**
 * A clean document to plant errors in: what was read, what was recognised, and the tools to change one thing.
 *
 * @param document the recognised clean document
 */
record Specimen(AccountsDocument document) {
    private static final Pattern NUMBER = Pattern.compile("\\d[\\d,]*(?:\\.\\d+)?");

    /** A cell of a recognised table with everything about it. */
    record Spot(Table table, Row row, String column, Cell cell) {}

    RawDocument raw() {
        return document.raw();
    }

    /** The same recognised document over another raw one: for changes made one after the other. */
    Specimen with(RawDocument raw) {
        return new Specimen(new AccountsDocument(
                document.file(), document.meta(), document.tables(), document.narrative(), document.problems(), raw));
    }

    /** All figures that are not blank or nil and that satisfy a condition. */
    List<Spot> spots(Predicate<Spot> wanted) {
        List<Spot> spots = new ArrayList<>();
        for (Table table : document.tables()) {
            for (Row row : table.rows()) {
                row.cells().forEach((column, cell) -> {
                    Spot spot = new Spot(table, row, column, cell);
                    if (cell.amount() != null && !cell.amount().isZero() && wanted.test(spot)) {
                        spots.add(spot);
                    }
                });
            }
        }
        return spots;
    }

    List<NarrativeFigure> figures(Predicate<NarrativeFigure> wanted) {
        return document.narrative().stream().filter(wanted).toList();
    }

    /** The text of a cell in the raw document. */
    String text(Place cell) {
        for (Block block : raw().blocks()) {
            if (block instanceof RawTable table) {
                for (RawRow row : table.rows()) {
                    if (row.place().equals(cell.wholeRow())) {
                        return row.cells().get(cell.cell() - 1);
                    }
                }
            }
        }
        return "";
    }

    /** The raw document with one cell changed. */
    RawDocument withCell(Place cell, String text) {
        return withRows((row) -> {
            if (!row.place().equals(cell.wholeRow())) {
                return List.of(row);
            }
            List<String> cells = new ArrayList<>(row.cells());
            cells.set(cell.cell() - 1, text);
            return List.of(new RawRow(cells, row.place()));
        });
    }

    /** The raw document with every table row replaced by what a function gives for it. */
    RawDocument withRows(Function<RawRow, List<RawRow>> change) {
        return withBlocks(block -> {
            if (!(block instanceof RawTable table)) {
                return List.of(block);
            }
            List<RawRow> rows = table.rows().stream()
                    .flatMap(row -> change.apply(row).stream())
                    .toList();
            return rows.isEmpty() ? List.of() : List.of(new RawTable(rows));
        });
    }

    /** The raw document with every paragraph's text replaced by what a function gives for it. */
    RawDocument withParagraph(Place place, UnaryOperator<String> change) {
        return withBlocks(block -> block instanceof Paragraph paragraph
                        && paragraph.place().wholeRow().equals(place.wholeRow())
                ? List.of(new Paragraph(change.apply(paragraph.text()), paragraph.heading(), paragraph.place()))
                : List.of(block));
    }

    RawDocument withBlocks(Function<Block, List<Block>> change) {
        List<Block> blocks = raw().blocks().stream()
                .flatMap(block -> change.apply(block).stream())
                .toList();
        return new RawDocument(raw().file(), raw().medium(), blocks, raw().problems());
    }

    /** The text of the paragraph at a place; empty when there is none. */
    Optional<String> paragraph(Place place) {
        return raw().blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(Paragraph.class::cast)
                .filter(paragraph -> paragraph.place().wholeRow().equals(place.wholeRow()))
                .map(Paragraph::text)
                .findFirst();
    }

    /** The paragraph with the first printed number of this value replaced; unchanged when it has none. */
    static String replaceNumber(String text, BigDecimal value, UnaryOperator<String> change) {
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            if (new BigDecimal(matcher.group().replace(",", "")).compareTo(value) == 0) {
                return text.substring(0, matcher.start())
                        + change.apply(matcher.group())
                        + text.substring(matcher.end());
            }
        }
        return text;
    }

    /**
     * A printed number with one digit changed; not the last one, which cannot be told from rounding, unless the number
     * has no decimals.
     */
    static String changeDigit(String printed, Random random) {
        List<Integer> digits = new ArrayList<>();
        for (int i = 0; i < printed.length(); i++) {
            if (Character.isDigit(printed.charAt(i))) {
                digits.add(i);
            }
        }
        if (printed.contains(".")) {
            digits.remove(digits.size() - 1);
        }
        int at = digits.get(random.nextInt(digits.size()));
        int digit = printed.charAt(at) - '0';
        // A first digit never becomes 0; any other value is as likely.
        int changed = digits.get(0) == at
                ? 1 + (digit - 1 + 1 + random.nextInt(8)) % 9
                : (digit + 1 + random.nextInt(9)) % 10;
        return printed.substring(0, at) + changed + printed.substring(at + 1);
    }

    static <T> Optional<T> pick(List<T> list, Random random) {
        return list.isEmpty() ? Optional.empty() : Optional.of(list.get(random.nextInt(list.size())));
    }
}
