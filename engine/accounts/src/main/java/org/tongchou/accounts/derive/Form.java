package org.tongchou.accounts.derive;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentKind;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The form of a document: its tables, its sentences and their order; see {@code forms/final.yaml}.
 *
 * @param changeBase what a change is measured against, for example 上年决算数
 * @param caption lines above every table
 * @param cover title lines
 * @param classes functional classes that 总表 prints
 * @param tables the tables
 * @param facts where figures of sentences stand: topic, side, rows, column
 * @param units units of figures that are not money, by key pattern
 * @param contents the document in order
 */
record Form(
        String changeBase,
        List<String> caption,
        List<String> cover,
        List<String> classes,
        List<TableForm> tables,
        Map<String, List<String>> facts,
        Map<String, String> units,
        List<Entry> contents) {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final Map<DocumentKind, Form> FORMS = Map.of(
            DocumentKind.FINAL, read("final.yaml", new TypeReference<>() {}),
            DocumentKind.BUDGET, read("budget.yaml", new TypeReference<>() {}));

    /** The form of a kind of document. */
    static Form of(DocumentKind kind) {
        Form form = FORMS.get(kind);
        if (form == null) {
            throw new IllegalStateException("no form for " + kind);
        }
        return form;
    }

    /** The form of a table; empty when documents of this kind do not have it. */
    Optional<TableForm> findTable(String topic) {
        return tables.stream().filter(table -> table.topic().equals(topic)).findFirst();
    }

    /** The unit of a figure that is not money; empty for money. */
    Optional<String> findUnit(String key) {
        return units.entrySet().stream()
                .filter(entry -> Pattern.matches(entry.getKey(), key))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** How a table's rows are laid out. */
    enum Shape {
        /** Income beside expenditure. */
        TWO_SIDED,
        /** Codes with one band of columns. */
        CODED,
        /** Economic codes in three bands: personnel, and operating cost in two. */
        ABREAST,
        /** Named rows. */
        ROWS
    }

    /**
     * The form of a table.
     *
     * @param topic the table's topic
     * @param shape two-sided, coded, abreast or rows
     * @param title printed above; may name the year
     * @param form form number; empty when none
     * @param header header cells row by row; cells covered by a span are left out
     * @param incomeColumns column roles of the income side
     * @param columns column roles, of the expense side in two-sided tables
     * @param top named rows: role and printed name; the income side's in two-sided tables
     * @param bottom the rows below, side by side
     * @param codes codes that are printed whether or not they have an amount
     * @param parts rows that named rows are the sum of
     * @param rowSums columns that a column is the sum of; a minus in front subtracts
     * @param notes lines below
     * @param emptyNote line below when the table has no figures; empty when none
     * @param transferNote line below that names {transfer}, money handed down that the table leaves out; empty when none
     */
    record TableForm(
            String topic,
            String shape,
            String title,
            String form,
            List<List<HeaderCell>> header,
            List<String> incomeColumns,
            List<String> columns,
            Map<String, String> top,
            List<Bottom> bottom,
            List<String> codes,
            Map<String, List<String>> parts,
            Map<String, List<String>> rowSums,
            List<String> notes,
            String emptyNote,
            String transferNote) {
        TableForm {
            incomeColumns = orEmpty(incomeColumns);
            top = top == null ? Map.of() : new LinkedHashMap<>(top);
            bottom = orEmpty(bottom);
            codes = orEmpty(codes);
            parts = parts == null ? Map.of() : parts;
            rowSums = rowSums == null ? Map.of() : rowSums;
            notes = orEmpty(notes);
            emptyNote = emptyNote == null ? "" : emptyNote;
            transferNote = transferNote == null ? "" : transferNote;
        }

        /** How its rows are laid out. */
        Shape layout() {
            return switch (shape) {
                case "two-sided" -> Shape.TWO_SIDED;
                case "coded" -> Shape.CODED;
                case "abreast" -> Shape.ABREAST;
                case "rows" -> Shape.ROWS;
                default -> throw new IllegalStateException("表 " + topic + " 的 shape 不认识：" + shape);
            };
        }
    }

    /**
     * A header cell.
     *
     * @param t text
     * @param c columns it spans; null for 1
     * @param r rows it spans; null for 1
     */
    record HeaderCell(
            String t, @Nullable Integer c, @Nullable Integer r) {
        int columns() {
            return c == null ? 1 : c;
        }

        int rows() {
            return r == null ? 1 : r;
        }
    }

    /**
     * A pair of rows at the bottom of a two-sided table.
     *
     * @param income role of the income row; null when that side is empty
     * @param incomeName its printed name; null for the role
     * @param incomeSum roles it is the sum of; {@code top} stands for all rows above
     * @param expense role of the expense row; null when that side is empty
     * @param expenseName its printed name; null for the role
     * @param expenseSum roles it is the sum of
     */
    record Bottom(
            @Nullable String income,
            @Nullable String incomeName,
            List<String> incomeSum,
            @Nullable String expense,
            @Nullable String expenseName,
            List<String> expenseSum) {
        Bottom {
            incomeSum = orEmpty(incomeSum);
            expenseSum = orEmpty(expenseSum);
        }
    }

    /** One entry of the document; see the head of {@code forms/final.yaml}. */
    record Entry(
            @Nullable String h1,
            @Nullable String h2,
            @Nullable String h3,
            @Nullable String text,
            @Nullable String each,
            @Nullable String table,
            List<String> units,
            @Nullable ChartForm chart,
            @Nullable String statements,
            List<String> glossary,
            @Nullable String ifAny,
            @Nullable String unless,
            @Nullable String ifStatements,
            @Nullable String unlessStatements) {
        Entry {
            units = orEmpty(units);
            glossary = orEmpty(glossary);
        }
    }

    /**
     * A chart.
     *
     * @param title printed above
     * @param kind BARS or RING
     * @param keys the figures it shows
     * @param slices topic of a two-sided table whose classes are the slices; null when keys say it
     */
    record ChartForm(
            String title,
            String kind,
            List<String> keys,
            @Nullable String slices) {
        ChartForm {
            keys = orEmpty(keys);
        }
    }

    /**
     * Words that all kinds of documents share.
     *
     * @param duties general duties of a bureau
     * @param glossary terms and what they mean
     */
    record Common(List<String> duties, Map<String, String> glossary) {
        private static final Common WORDS = read("common.yaml", new TypeReference<>() {});

        static Common words() {
            return WORDS;
        }
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> T read(String file, TypeReference<T> type) {
        InputStream stream = Form.class.getResourceAsStream("/forms/" + file);
        if (stream == null) {
            throw new IllegalStateException("missing resource forms/" + file);
        }
        return MAPPER.readValue(stream, type);
    }
}
