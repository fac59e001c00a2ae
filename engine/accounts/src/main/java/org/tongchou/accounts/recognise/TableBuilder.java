package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.classification.Classification;
import org.tongchou.accounts.model.Cell;
import org.tongchou.accounts.model.Column;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.Money;
import org.tongchou.money.MoneyFormatException;
import org.tongchou.money.MoneyUnit;
import org.tongchou.money.PrintedNumber;

/** Turns collected rows into tables: codes resolved, names restored, figures read, roles given. */
final class TableBuilder {
    private static final int ENOUGH_FIGURES = 5;
    private static final int FEW_NAMES = 3;

    private final Classification classification;
    private final DocumentMeta meta;
    private final List<TableDraft> drafts;
    private final Problems problems;
    private final Map<String, String> printedNames = new HashMap<>();
    private final List<RestoredName> restored = new ArrayList<>();

    TableBuilder(Classification classification, DocumentMeta meta, List<TableDraft> drafts, Problems problems) {
        this.classification = classification;
        this.meta = meta;
        this.drafts = drafts;
        this.problems = problems;
    }

    List<Table> build() {
        drafts.stream()
                .flatMap(draft -> draft.entries().stream())
                .map(TableDraft.Entry::draft)
                .filter(row -> row.code() != null && !row.name().isEmpty())
                .forEach(row -> printedNames.putIfAbsent(row.code(), row.name()));
        Map<MoneyUnit, Integer> documentDecimals = new HashMap<>();
        for (TableDraft draft : drafts) {
            documentDecimals.merge(unit(draft), mostDecimals(draft), Math::max);
        }
        reportUnits();
        List<Table> tables = new ArrayList<>();
        for (TableDraft draft : drafts) {
            MoneyUnit unit = unit(draft);
            int decimals =
                    figures(draft) >= ENOUGH_FIGURES ? mostDecimals(draft) : documentDecimals.getOrDefault(unit, 2);
            List<Column> columns = draft.header().bands().stream()
                    .flatMap(band -> band.values().stream())
                    .distinct()
                    .toList();
            List<Row> rows = switch (draft.layout().shape()) {
                case CODED -> codedRows(draft, unit);
                case ROWS ->
                    PivotedRows.isPivoted(draft) ? PivotedRows.read(draft, this, unit) : namedRows(draft, unit);
                default -> namedRows(draft, unit);
            };
            List<Column> printed = PivotedRows.isPivoted(draft) ? PivotedRows.columns(draft) : columns;
            Table table = new Table(
                    draft.layout().topic(),
                    draft.layout().id(),
                    draft.form(),
                    draft.title(),
                    unit,
                    decimals,
                    printed,
                    rows,
                    draft.notes(),
                    draft.first(),
                    draft.last());
            reportRestoredNames(table.title());
            reportDuplicate(tables, table);
            tables.add(table);
        }
        return tables;
    }

    private MoneyUnit unit(TableDraft draft) {
        MoneyUnit unit = draft.unit() != null ? draft.unit() : meta.unit();
        return unit == null ? MoneyUnit.WAN_YUAN : unit;
    }

    private void reportUnits() {
        if (drafts.isEmpty()) {
            return;
        }
        if (meta.unit() == null) {
            problems.add(ProblemCode.UNIT_MISSING, drafts.get(0).first(), "", "各表均未注明金额单位，按万元读取；请补充“单位：万元”或“单位：元”");
            return;
        }
        for (TableDraft draft : drafts) {
            if (draft.unit() != null && draft.unit() != meta.unit()) {
                problems.add(
                        ProblemCode.UNIT_MIXED,
                        draft.first(),
                        draft.unit().printed(),
                        "“" + draft.title() + "”以" + draft.unit().printed() + "为单位，其他表以"
                                + meta.unit().printed() + "为单位，已换算后比较");
            }
        }
    }

    private void reportDuplicate(List<Table> tables, Table table) {
        tables.stream()
                .filter(other ->
                        other.topic().equals(table.topic()) && other.title().equals(table.title()))
                .findFirst()
                .ifPresent(other -> problems.add(
                        ProblemCode.TABLE_DUPLICATED,
                        table.first(),
                        table.title(),
                        "“" + table.title() + "”已在 " + other.first().label() + " 出现过，本处为重复"));
    }

    private static int mostDecimals(TableDraft draft) {
        return draft.entries().stream()
                .flatMap(entry -> entry.draft().values().stream())
                .flatMap(value -> Words.number(value.text()).stream())
                .mapToInt(PrintedNumber::decimals)
                .max()
                .orElse(0);
    }

    private static long figures(TableDraft draft) {
        return draft.entries().stream()
                .flatMap(entry -> entry.draft().values().stream())
                .filter(value -> Words.number(value.text()).isPresent())
                .count();
    }

    // ---- rows with codes in one band

    private List<Row> codedRows(TableDraft draft, MoneyUnit unit) {
        List<Row> rows = new ArrayList<>();
        List<String> siblings = new ArrayList<>();
        for (CodedRows.Repaired repaired : RelatedRows.settle(CodedRows.repair(draft, problems), problems)) {
            RowDraft row = repaired.draft();
            if (repaired.total()) {
                rows.add(row(row, "合计", null, row.name(), null, repaired.repeated(), unit));
                continue;
            }
            Optional<String> code = resolve(row, siblings);
            code.ifPresent(siblings::add);
            if (code.isEmpty() && draft.names().role(null, row.name()).isEmpty() && row.hasFigures()) {
                problems.add(
                        ProblemCode.ROW_UNREADABLE,
                        row.source().place(),
                        String.join("|", row.source().cells()),
                        "本行没有科目编码，名称“" + row.name() + "”也不能唯一确定科目，不参加按科目的检查");
            }
            String name = row.name();
            if (name.isEmpty() && code.isPresent()) {
                name = restoredName(code.get(), row);
            }
            String role = code.or(() -> draft.names().role(null, row.name())).orElse(row.name());
            rows.add(row(row, role, changed(row.code(), code), name, null, false, unit));
        }
        return rows;
    }

    /** The code where it differs from the print. */
    private static @Nullable String changed(@Nullable String printed, Optional<String> resolved) {
        return resolved.filter(code -> !code.equals(printed)).orElse(null);
    }

    private Optional<String> resolve(RowDraft row, List<String> siblings) {
        String printed = Objects.requireNonNullElse(row.code(), "");
        if (printed.isEmpty() && row.name().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> code = completes(row.name(), printed, siblings);
        if (code.isPresent() && !code.get().equals(printed)) {
            problems.add(
                    ProblemCode.CODE_TRUNCATED,
                    row.source().place(),
                    printed,
                    printed.isEmpty()
                            ? "科目编码缺失，按名称“" + row.name() + "”识别为 " + code.get()
                            : "科目编码“" + printed + "”不完整，按名称“" + row.name() + "”识别为 " + code.get());
        }
        return code;
    }

    /** A code is only ever lengthened: a whole code whose name does not fit is a finding, not damage. */
    private Optional<String> completes(String name, String printed, List<String> siblings) {
        Optional<String> resolved = classification.resolve(printed, name, siblings);
        boolean whole = printed.length() == 3 || printed.length() == 5 || printed.length() == 7;
        if (!whole) {
            return resolved.or(() -> printed.isEmpty() ? Optional.empty() : Optional.of(printed));
        }
        boolean longer = resolved.isPresent()
                && resolved.get().length() > printed.length()
                && resolved.get().startsWith(printed)
                && siblings.contains(printed);
        return longer ? resolved : Optional.of(printed);
    }

    private String restoredName(String code, RowDraft row) {
        Optional<String> name = Optional.ofNullable(printedNames.get(code))
                .or(() -> classification.findName(code, meta.year() == null ? 0 : meta.year()));
        name.ifPresent(
                found -> restored.add(new RestoredName(code, found, row.source().place())));
        return name.orElse("");
    }

    private record RestoredName(String code, String name, Place place) {}

    /** One problem for a whole column of names that was lost, one a row otherwise. */
    private void reportRestoredNames(String title) {
        if (restored.size() > FEW_NAMES) {
            RestoredName first = restored.get(0);
            problems.add(
                    ProblemCode.NAME_RESTORED,
                    first.place(),
                    title,
                    "“" + title + "”有 " + restored.size() + " 行科目名称缺失（"
                            + first.place().label() + " 至 "
                            + restored.get(restored.size() - 1).place().label() + "），已按编码从本文件其他表或科目表补上");
        } else {
            restored.forEach(row -> problems.add(
                    ProblemCode.NAME_RESTORED,
                    row.place(),
                    row.code(),
                    "科目名称缺失，按编码 " + row.code() + " 补为“" + row.name() + "”"));
        }
        restored.clear();
    }

    // ---- rows known by their names, band after band

    private List<Row> namedRows(TableDraft draft, MoneyUnit unit) {
        List<Row> rows = new ArrayList<>();
        for (Header.Band band : draft.header().bands()) {
            rows.addAll(bandRows(draft, band.start(), unit));
        }
        return rows;
    }

    private List<Row> bandRows(TableDraft draft, int start, MoneyUnit unit) {
        List<Row> rows = new ArrayList<>();
        List<String> siblings = new ArrayList<>();
        @Nullable String under = null;
        Layout.Under nesting = draft.layout().under();
        for (TableDraft.Entry entry : draft.entries()) {
            RowDraft row = entry.draft();
            if (row.band().start() != start) {
                continue;
            }
            if (row.name().isEmpty() && row.code() == null) {
                problems.add(
                        ProblemCode.ROW_UNREADABLE,
                        row.source().place(),
                        String.join("|", row.source().cells()),
                        "本行没有名称，不知道是哪一项，不参加检查");
                continue;
            }
            Side side = row.band().side();
            Optional<String> role = row.code() == null ? draft.names().role(side, row.name()) : resolve(row, siblings);
            role.filter(Words::isCode).ifPresent(siblings::add);
            String meaning = role.orElse(row.name());
            boolean part = nesting != null
                    && under != null
                    && nesting.side() == side
                    && nesting.parts().contains(meaning);
            if (nesting != null && side == nesting.side()) {
                under = meaning.equals(nesting.role()) ? row.name() : part ? under : null;
            }
            boolean classRow = side == Side.EXPENSE && Words.isCode(meaning) && row.code() == null;
            String code = classRow ? meaning : changed(row.code(), role.filter(Words::isCode));
            String fullRole = part && nesting != null ? nesting.role() + "/" + meaning : meaning;
            String name = row.name().isEmpty() && row.code() != null ? restoredName(meaning, row) : row.name();
            rows.add(row(row, fullRole, code, name, part ? under : null, false, unit));
        }
        return splitTotals(rows);
    }

    /** 收入合计 is the grand total only where no 总计 follows; otherwise it is the total of the year. */
    private static List<Row> splitTotals(List<Row> rows) {
        List<Row> totals = rows.stream()
                .filter(row -> row.side() != null && row.role().equals("总计"))
                .toList();
        if (totals.size() < 2 || !totals.get(0).name().contains("合计")) {
            return rows;
        }
        Row year = totals.get(0);
        String role = year.side() == Side.INCOME ? "本年收入合计" : "本年支出合计";
        return rows.stream()
                .map(row -> row.equals(year) ? row.withRole(role) : row)
                .toList();
    }

    Row row(
            RowDraft draft,
            String role,
            @Nullable String resolvedCode,
            String name,
            @Nullable String under,
            boolean repeated,
            MoneyUnit unit) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        int column = 0;
        List<Header.Slot> figures = draft.band().figures();
        for (int i = 0; i < figures.size() && i < draft.values().size(); i++) {
            if (figures.get(i).kind() == Header.Kind.VALUE) {
                Column printed = draft.band().values().get(column++);
                cells.put(
                        printed.name(),
                        cell(draft.values().get(i), draft.source().place(), unit));
            }
        }
        return new Row(
                draft.band().side(),
                draft.line(),
                draft.code(),
                resolvedCode,
                name,
                role,
                under,
                cells,
                repeated,
                draft.source().place());
    }

    /** Reads one figure; an unreadable one is a problem and counts as blank. */
    Cell cell(RowDraft.Value value, Place row, MoneyUnit unit) {
        Place place = row.withCell(value.cell());
        if (value.isNil()) {
            return new Cell(null, value.text(), place);
        }
        try {
            return new Cell(Money.parse(value.text(), unit), value.text(), place);
        } catch (MoneyFormatException e) {
            problems.add(
                    ProblemCode.NUMBER_UNREADABLE,
                    place,
                    value.text(),
                    "金额“" + value.text() + "”无法识别，应为数字，如 7,328.50；按空白处理");
            return new Cell(null, value.text(), place);
        }
    }
}
