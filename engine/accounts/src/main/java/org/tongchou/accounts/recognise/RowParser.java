package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.source.RawRow;

/** Cuts the rows of a table into code, name and figures, band by band; also rows that lost or gained cells. */
final class RowParser {
    private static final Pattern DIGIT = Pattern.compile("\\d");

    private final Header header;
    private final Layout layout;
    private final RowNames names;

    RowParser(Header header, Layout layout, RowNames names) {
        this.header = header;
        this.layout = layout;
        this.names = names;
    }

    /** The parts of a row, one per band that holds something. */
    List<RowDraft> parse(RawRow printed) {
        RawRow row = withoutSurplus(printed);
        List<Header.Band> bands = header.bands();
        List<RowDraft> drafts = new ArrayList<>();
        if (bands.size() == 1) {
            drafts.add(plain(bands.get(0), Cells.of(row), printed.cells().size() > header.width()));
        } else if (fitsByPosition(row)) {
            for (int b = 0; b < bands.size(); b++) {
                drafts.add(plain(bands.get(b), slice(row, b), false));
            }
        } else if (layout.shape() == Layout.Shape.TWO_SIDED) {
            drafts.addAll(twoSided(printed));
        } else {
            drafts.addAll(abreast(printed));
        }
        drafts.removeIf(RowDraft::isEmpty);
        return drafts;
    }

    /** Blank cells beyond the header's last column are an accident of extraction, not a shift. */
    private RawRow withoutSurplus(RawRow row) {
        int size = row.cells().size();
        while (size > header.width() && row.cells().get(size - 1).isBlank()) {
            size--;
        }
        return size == row.cells().size() ? row : new RawRow(row.cells().subList(0, size), row.place());
    }

    // A row cut out of a wider one keeps its cell numbers through this offset record.
    private record Cells(List<String> texts, int offset, RawRow source) {
        static Cells of(RawRow row) {
            return new Cells(row.cells(), 0, row);
        }

        Cells part(int from, int to) {
            return new Cells(texts.subList(from, to), offset + from, source);
        }

        String at(int i) {
            return i < texts.size() ? texts.get(i) : "";
        }

        int size() {
            return texts.size();
        }
    }

    private Cells slice(RawRow row, int band) {
        int from = header.bands().get(band).start();
        int to = band + 1 < header.bands().size()
                ? header.bands().get(band + 1).start()
                : row.cells().size();
        return Cells.of(row).part(from, to);
    }

    private boolean fitsByPosition(RawRow row) {
        if (row.cells().size() != header.width()) {
            return false;
        }
        for (Header.Band band : header.bands()) {
            for (Header.Slot slot : band.slots()) {
                String cell = row.cells().get(slot.index());
                boolean fits = switch (slot.kind()) {
                    case VALUE, OTHER -> Words.isNil(cell) || Words.number(cell).isPresent();
                    case NAME, ID -> !Words.isAmount(cell);
                    case CODE -> Words.isNil(cell) || Words.isCode(cell);
                    case LINE -> Words.isNil(cell) || !Words.isAmount(cell);
                    case COVERED -> true;
                };
                if (!fits) {
                    return false;
                }
            }
        }
        return true;
    }

    private static RowDraft plain(Header.Band band, Cells cells, boolean surplus) {
        boolean codes = band.slots().stream().anyMatch(slot -> slot.kind() == Header.Kind.CODE);
        boolean ids = band.slots().stream().anyMatch(slot -> slot.kind() == Header.Kind.ID);
        String code = null;
        StringBuilder name = new StringBuilder();
        Integer line = null;
        int labelEnd = 0;
        for (int i = 0; i < cells.size(); i++) {
            String cell = Words.squeeze(cells.at(i));
            if (cell.isEmpty()) {
                continue;
            }
            Optional<Matcher> both = code == null && name.isEmpty() ? Words.codeAndName(cell) : Optional.empty();
            if (both.isPresent()) {
                code = both.get().group(1);
                name.append(both.get().group(2));
            } else if (ids && name.isEmpty() && cell.matches("\\d{3,12}")) {
                ids = false;
            } else if (codes && code == null && name.isEmpty() && Words.isCode(cell)) {
                code = joinedCode(cells, i);
                i += (code.length() - cell.length()) / 2;
            } else if (band.hasLine() && line == null && cell.matches("\\d{1,3}")) {
                line = Integer.valueOf(cell);
            } else if (Words.isNil(cell) || Words.number(cell).isPresent() || isDamagedFigure(cell, i, band, name)) {
                break;
            } else if (!cell.matches("[类款项]|栏次")) {
                // The last header row (类 款 项) may be run together with the first row of figures.
                name.append(cell);
            }
            labelEnd = i + 1;
        }
        int from = Math.min(labelEnd, cells.size());
        List<RowDraft.Value> right = new ArrayList<>();
        for (int i = from; i < cells.size(); i++) {
            right.add(new RowDraft.Value(cells.at(i), cells.offset() + i + 1));
        }
        int labels = band.figures().get(0).index() - band.start();
        CellAlignment lined =
                CellAlignment.of(band, right, Math.max(0, labels - from), surplus, cells.offset() + cells.size());
        return new RowDraft(
                band,
                line,
                code,
                name.toString(),
                lined.values(),
                lined.alternatives(),
                lined.shifted(),
                cells.source());
    }

    /** Right of the labels, a text with digits is a figure that cannot be read (3.0O), not more of the name. */
    private static boolean isDamagedFigure(String cell, int index, Header.Band band, StringBuilder name) {
        int labels = band.figures().get(0).index() - band.start();
        return !name.isEmpty() && index >= labels && DIGIT.matcher(cell).find();
    }

    // 类 款 项 printed in three cells: 208 | 05 | 01.
    private static String joinedCode(Cells cells, int at) {
        String code = Words.squeeze(cells.at(at));
        for (int i = at + 1; code.length() < 7 && i <= at + 2 && code.length() % 2 == 1; i++) {
            String next = Words.squeeze(cells.at(i));
            if (!next.matches("\\d{2}")) {
                break;
            }
            code += next;
        }
        return code;
    }

    private List<RowDraft> twoSided(RawRow row) {
        Cells cells = Cells.of(row);
        List<Integer> texts = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!Words.isNil(cells.at(i)) && Words.number(cells.at(i)).isEmpty()) {
                texts.add(i);
            }
        }
        Header.Band left = header.bands().get(0);
        Header.Band right = header.bands().get(1);
        if (texts.isEmpty()) {
            return List.of(plain(left, cells, false));
        }
        if (texts.size() == 1) {
            int at = texts.get(0);
            boolean income = isIncome(cells.at(at), at < right.start());
            return income
                    ? List.of(named(left, cells, 0, Math.min(cells.size(), right.start())))
                    : List.of(named(right, cells, at, cells.size()));
        }
        int second = texts.get(texts.size() - 1);
        return List.of(named(left, cells, 0, second), named(right, cells, second, cells.size()));
    }

    private boolean isIncome(String name, boolean byPosition) {
        boolean income = names.role(Side.INCOME, name).isPresent();
        boolean expense = names.role(Side.EXPENSE, name).isPresent();
        return income == expense ? byPosition : income;
    }

    /** A band whose figures start right after its name and line: cells lost at its end leave them in place. */
    private static RowDraft named(Header.Band band, Cells cells, int from, int to) {
        StringBuilder name = new StringBuilder();
        int at = from;
        while (at < to && (name.isEmpty() || isText(cells.at(at)))) {
            name.append(Words.squeeze(cells.at(at)));
            at++;
        }
        Integer line = null;
        if (band.hasLine() && Words.squeeze(cells.at(at)).matches("\\d{1,3}")) {
            line = Integer.valueOf(Words.squeeze(cells.at(at)));
            at++;
        }
        int figures = band.figures().size();
        List<RowDraft.Value> values = new ArrayList<>();
        for (int i = at; i < to; i++) {
            boolean surplus = to - i > figures - values.size() && cells.at(i).isBlank();
            if (values.size() < figures && !surplus) {
                values.add(new RowDraft.Value(cells.at(i), cells.offset() + i + 1));
            }
        }
        while (values.size() < figures) {
            values.add(new RowDraft.Value("", cells.offset() + to));
        }
        return new RowDraft(band, line, null, name.toString(), values, List.of(), true, cells.source());
    }

    private static boolean isText(String cell) {
        return !Words.isNil(cell) && Words.number(cell).isEmpty();
    }

    /** Columns abreast in a row that does not line up: every code, and every other text, starts a new entry. */
    private List<RowDraft> abreast(RawRow row) {
        List<RowDraft> drafts = new ArrayList<>();
        List<String> cells = row.cells();
        int surplus = cells.size() - header.width();
        int i = 0;
        while (i < cells.size()) {
            String cell = Words.squeeze(cells.get(i));
            if (Words.isNil(cell)) {
                i++;
                continue;
            }
            Header.Band band = bandAt(i);
            @Nullable String code = Words.isCode(cell) ? cell : null;
            StringBuilder name = new StringBuilder(code == null && isText(cell) ? cell : "");
            int at = code == null && !isText(cell) ? i : i + 1;
            // A row with cells too many may have blanks between a code, its name and its figure.
            while (code != null
                    && surplus > 0
                    && at + 1 < cells.size()
                    && Words.isNil(cells.get(at))
                    && isText(cells.get(at + 1))) {
                at++;
                surplus--;
            }
            while (at < cells.size() && isText(cells.get(at)) && (code != null && name.isEmpty())) {
                name.append(Words.squeeze(cells.get(at)));
                at++;
            }
            while (code == null && at < cells.size() && Words.isNil(cells.get(at))) {
                at++;
            }
            if (code != null
                    && surplus > 0
                    && at + 1 < cells.size()
                    && cells.get(at).isBlank()
                    && isFigure(cells, at + 1)) {
                at++;
                surplus--;
            }
            boolean figure = isFigure(cells, at);
            List<RowDraft.Value> values = new ArrayList<>();
            values.add(new RowDraft.Value(figure ? cells.get(at) : "", Math.min(at, cells.size() - 1) + 1));
            while (values.size() < band.figures().size()) {
                values.add(new RowDraft.Value("", cells.size()));
            }
            drafts.add(new RowDraft(band, null, code, name.toString(), values, List.of(), false, row));
            i = figure ? at + 1 : Math.max(at, i + 1);
        }
        return drafts;
    }

    private boolean isFigure(List<String> cells, int at) {
        return at < cells.size()
                && Words.number(cells.get(at)).isPresent()
                && !(Words.isCode(cells.get(at))
                        && (names.classification().knows(Words.squeeze(cells.get(at)))
                                || (at + 1 < cells.size() && isText(cells.get(at + 1)))));
    }

    private Header.Band bandAt(int index) {
        Header.Band found = header.bands().get(0);
        for (Header.Band band : header.bands()) {
            if (band.start() <= index) {
                found = band;
            }
        }
        return found;
    }
}
