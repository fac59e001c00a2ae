package org.tongchou.platform.accounts.importing.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;

/**
 * How the columns of a file become the fields of entries or of rows of a register.
 *
 * @param kind code of the {@link ImportKind}, {@code expense}
 * @param sheet name of the sheet; the first one when empty
 * @param headerRow number of the first row of the header, from 1
 * @param headerRows rows of the header, 1 to 3; merged headings stand above each other
 * @param moneyUnit 元, 万元 or 分
 * @param ignoreProjectOfBasic whether the project of 基本支出 is left out: some systems give every payment a project
 * @param fields how each field is found, by the field's code
 */
public record Mapping(
        String kind,
        String sheet,
        int headerRow,
        int headerRows,
        String moneyUnit,
        boolean ignoreProjectOfBasic,
        Map<String, Source> fields) {
    /** Units of money. */
    public static final List<String> MONEY_UNITS = List.of("元", "万元", "分");

    /** The default of a date that means 1 January of the budget year. */
    public static final String YEAR_BEGIN = "年初";

    private static final int LONGEST = 200;
    private static final int MOST_WORDS = 500;

    /**
     * Where a field comes from.
     *
     * @param headers headings of the column, the first that the file has
     * @param otherwise the value where there is no such column or its cell is empty; empty when there is none
     * @param words the file's words and ours
     */
    public record Source(List<String> headers, String otherwise, Map<String, String> words) {
        /** Copies the collections. */
        public Source(@Nullable List<String> headers, @Nullable String otherwise, @Nullable Map<String, String> words) {
            this.headers = headers == null ? List.of() : List.copyOf(headers);
            this.otherwise = otherwise == null ? "" : otherwise.strip();
            this.words = words == null ? Map.of() : Map.copyOf(words);
        }

        boolean isEmpty() {
            return headers.isEmpty() && otherwise.isEmpty();
        }
    }

    /** Copies the map; what is missing is empty. */
    public Mapping(
            @Nullable String kind,
            @Nullable String sheet,
            int headerRow,
            int headerRows,
            @Nullable String moneyUnit,
            boolean ignoreProjectOfBasic,
            @Nullable Map<String, Source> fields) {
        this.kind = kind == null ? "" : kind;
        this.sheet = sheet == null ? "" : sheet;
        this.headerRow = headerRow;
        this.headerRows = headerRows;
        this.moneyUnit = moneyUnit == null ? "元" : moneyUnit;
        this.ignoreProjectOfBasic = ignoreProjectOfBasic;
        this.fields = fields == null ? Map.of() : Map.copyOf(fields);
    }

    /** What its rows become. */
    public ImportKind importKind() {
        return ImportKind.of(kind);
    }

    /** Where a field comes from; nowhere when it is not mapped. */
    public Source source(Field field) {
        return Optional.ofNullable(fields.get(field.code())).orElseGet(() -> new Source(null, null, null));
    }

    /** The same with another sheet and header. */
    public Mapping at(String newSheet, int newHeaderRow, int newHeaderRows) {
        return new Mapping(kind, newSheet, newHeaderRow, newHeaderRows, moneyUnit, ignoreProjectOfBasic, fields);
    }

    /**
     * Refuses what no file could be read with.
     *
     * @throws Refusal naming the field
     */
    public void validate() {
        ImportKind of = importKind();
        if (!MONEY_UNITS.contains(moneyUnit)) {
            throw Refusal.field("E-IMP-021", "金额单位", moneyUnit, "元、万元或分");
        }
        if (headerRow < 1 || headerRow > 100 || headerRows < 1 || headerRows > 3) {
            throw Refusal.field("E-IMP-022", "表头", headerRow + "/" + headerRows, "起始行 1 至 100，共 1 至 3 行");
        }
        for (Map.Entry<String, Source> each : fields.entrySet()) {
            Field field = Field.find(each.getKey())
                    .orElseThrow(() -> Refusal.field("E-IMP-023", "字段", each.getKey(), "导入字段之一"));
            Source source = each.getValue();
            if (!source.isEmpty() && !field.appliesTo(of)) {
                throw Refusal.field("E-IMP-023", field.label(of), "", "空（" + of.printed() + "没有这个字段）");
            }
            boolean tooLong = source.headers().size() > 20
                    || source.headers().stream().anyMatch(header -> header.length() > LONGEST)
                    || source.otherwise().length() > LONGEST
                    || source.words().size() > MOST_WORDS;
            if (tooLong) {
                throw Refusal.field("E-IMP-024", field.label(of), "", "不超过 20 个列名、" + MOST_WORDS + " 个词语对照");
            }
        }
        for (Field field : Field.of(of)) {
            if (field.isNeededBy(of) && source(field).isEmpty()) {
                throw Refusal.field("E-IMP-025", field.label(of), "", "对应文件中的一列，或给出默认值");
            }
        }
        boolean single = !source(Field.AMOUNT).headers().isEmpty();
        boolean two = !source(Field.PLUS).headers().isEmpty()
                || !source(Field.MINUS).headers().isEmpty();
        if (of.hasMoney() && single == two) {
            throw Refusal.field("E-IMP-026", "金额", "", "对应一列金额，或者增加、减少两列，二者选一");
        }
    }
}
