package org.tongchou.platform.accounts.importing.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongchou.money.PrintedNumber;
import org.tongchou.platform.accounts.book.EntryProblem;
import org.tongchou.platform.accounts.book.EntryRules;
import org.tongchou.platform.spreadsheet.source.Dates;
import org.tongchou.platform.spreadsheet.source.SourceRow;
import org.tongchou.platform.spreadsheet.source.Titles;

/** Reads rows of one file into what they become in one book. */
public final class RowReader {
    private static final Pattern DIGITS = Pattern.compile("\\D*?(\\d{3,9})(?!\\d).*", Pattern.DOTALL);
    private static final Pattern EXCEL_ERROR = Pattern.compile("#(REF!|DIV/0!|N/A|NAME\\?|NULL!|NUM!|VALUE!)");
    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final String BASIC = "基本支出";

    private final ImportKind kind;
    private final Mapping mapping;
    private final Header header;
    private final Words words;
    private final Book book;
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);
    private final Map<Field, Map<String, String>> ours = new EnumMap<>(Field.class);

    /**
     * What the reader must know of the book.
     *
     * @param year budget year
     * @param units units of the bureau
     * @param projects active projects
     * @param rules what is wrong with a row
     */
    public record Book(int year, Lookup units, Lookup projects, Function<Draft, List<EntryProblem>> rules) {}

    /** Reads files with this header by this mapping. */
    public RowReader(Mapping mapping, Header header, Words words, Book book) {
        this.kind = mapping.importKind();
        this.mapping = mapping;
        this.header = header;
        this.words = words;
        this.book = book;
        for (Field field : Field.of(kind)) {
            header.find(mapping.source(field)).ifPresent(column -> columns.put(field, column));
            ours.put(field, Words.plainKeys(mapping.source(field).words()));
        }
    }

    /** The fields whose column the file lacks although nothing stands in for it. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Field field : Field.of(kind)) {
            Mapping.Source source = mapping.source(field);
            boolean wanted = !source.headers().isEmpty() && source.otherwise().isEmpty();
            if (wanted && !columns.containsKey(field) && (field.isMoney() || field.isNeededBy(kind))) {
                missing.add(field.label(kind) + "（" + String.join("、", source.headers()) + "）");
            }
        }
        return missing;
    }

    /** The column of a field; -1 when there is none. */
    public int column(Field field) {
        return columns.getOrDefault(field, -1);
    }

    /** Reads one row. */
    public ReadRow read(SourceRow row) {
        String skipped = skipped(row);
        return skipped.isEmpty() ? new Reading(row).read() : new ReadRow(row, null, List.of(), skipped);
    }

    private String skipped(SourceRow row) {
        long filled = row.cells().stream().filter(cell -> !cell.isEmpty()).count();
        boolean open = row.cell(column(Field.VOUCHER)).isEmpty()
                || row.cell(column(Field.DATE)).isEmpty();
        if (open && row.cells().stream().anyMatch(words::isTotal)) {
            return "合计行，不入账";
        }
        if (header.isRepeatedBy(row)) {
            return "重复的表头，不入账";
        }
        return filled == 1 && columns.size() > 2 ? "只有一格有内容的说明行，不入账" : "";
    }

    /** One row being read. */
    private final class Reading {
        private final SourceRow row;
        private final List<CellProblem> problems = new ArrayList<>(0);
        private final Set<Field> unread = EnumSet.noneOf(Field.class);

        Reading(SourceRow row) {
            this.row = row;
        }

        ReadRow read() {
            for (Map.Entry<Field, Integer> each : columns.entrySet()) {
                cell(each.getKey(), each.getValue());
            }
            long fen = kind.hasMoney() ? amount() : 0;
            if (fen == 0 && !kind.isRegister() && !unread.contains(Field.AMOUNT)) {
                return new ReadRow(row, null, List.of(), "金额为零，不入账");
            }
            String nature = word(Field.NATURE);
            Draft draft = new Draft(
                    unit(),
                    date(),
                    text(Field.VOUCHER),
                    text(Field.SUMMARY),
                    text(Field.COUNTERPARTY),
                    project(nature),
                    code(Field.FUNCTIONAL),
                    code(Field.ECONOMIC),
                    word(Field.FUND),
                    nature,
                    fen,
                    enterprise(),
                    number(Field.TIMES),
                    number(Field.PEOPLE),
                    text(Field.PURPOSE));
            book.rules().apply(draft).forEach(this::add);
            return new ReadRow(row, unread.isEmpty() ? draft : null, problems, "");
        }

        private String enterprise() {
            if (!Field.ENTERPRISE.appliesTo(kind)) {
                return "";
            }
            String word = word(Field.ENTERPRISE);
            if (!List.of(Draft.SME, Draft.MICRO, Draft.OTHER).contains(word)) {
                problem(Field.ENTERPRISE, "E-IMP-108", "中小企业、小微企业或其他之一");
            }
            return word;
        }

        private int number(Field field) {
            String text = text(field);
            if (!field.appliesTo(kind) || text.isEmpty()) {
                return 0;
            }
            Optional<Integer> number = PrintedNumber.find(text)
                    .map(PrintedNumber::value)
                    .filter(value -> value.stripTrailingZeros().scale() <= 0 && value.precision() <= 9)
                    .map(BigDecimal::intValue);
            if (number.isEmpty()) {
                problem(field, "E-IMP-109", "整数，如 12");
            }
            return number.orElse(0);
        }

        /** What is odd about a cell whatever it is for. */
        private void cell(Field field, int column) {
            String text = row.cell(column);
            boolean formula = row.formulas().contains(column);
            if (EXCEL_ERROR.matcher(text).matches()) {
                problem(field, "E-IMP-101", "没有计算错误的值");
            } else if (formula && text.isEmpty()) {
                problem(field, "E-IMP-102", "公式的计算结果（文件中没有保存；请用 Excel 打开并保存，或粘贴为数值）");
            } else if (formula) {
                problems.add(new CellProblem(
                        column, header.title(column), label(field), true, "E-IMP-103", text, "核对：该单元格是公式，按保存的结果导入"));
            }
        }

        private String text(Field field) {
            String text = BREAKS.matcher(row.cell(column(field))).replaceAll(" ");
            return text.isEmpty() ? mapping.source(field).otherwise() : text;
        }

        private String word(Field field) {
            String text = text(field);
            String plain = Titles.plain(text);
            String given = ours.getOrDefault(field, Map.of()).get(plain);
            return given == null ? words.values(field).getOrDefault(plain, text) : given;
        }

        private String code(Field field) {
            String text = text(field);
            Matcher matcher = DIGITS.matcher(text);
            return matcher.matches() ? matcher.group(1) : text;
        }

        private long unit() {
            return lookUp(Field.UNIT, text(Field.UNIT), book.units(), "E-IMP-104", "本部门单位的编码或名称")
                    .orElse(0L);
        }

        private @Nullable Long project(String nature) {
            String text = word(Field.PROJECT);
            boolean none = text.isEmpty() || (mapping.ignoreProjectOfBasic() && nature.equals(BASIC));
            return none
                    ? null
                    : lookUp(Field.PROJECT, text, book.projects(), "E-IMP-105", "本账套中启用的项目的编码或名称（新项目请先在“预算”中登记）")
                            .orElse(null);
        }

        private Optional<Long> lookUp(Field field, String text, Lookup lookup, String code, String expected) {
            Optional<Long> found = text.isEmpty() ? Optional.empty() : lookup.find(text);
            if (found.isEmpty()) {
                problem(field, code, expected);
            }
            return found;
        }

        private LocalDate date() {
            String text = text(Field.DATE);
            LocalDate begin = LocalDate.of(book.year(), 1, 1);
            if (text.equals(Mapping.YEAR_BEGIN)) {
                return begin;
            }
            return Dates.parse(text).orElseGet(() -> {
                problem(Field.DATE, "E-IMP-106", "日期，如 " + book.year() + "-03-15");
                return begin;
            });
        }

        private long amount() {
            if (columns.containsKey(Field.PLUS) || columns.containsKey(Field.MINUS)) {
                return money(Field.PLUS) - money(Field.MINUS);
            }
            if (text(Field.AMOUNT).isEmpty()) {
                problem(Field.AMOUNT, "E-IMP-107", "金额，如 12,345.67");
            }
            return money(Field.AMOUNT);
        }

        private long money(Field field) {
            String text = row.cell(column(field));
            if (text.isEmpty() || text.matches("[-—－]+")) {
                return 0;
            }
            String bare = text.replaceAll("^[¥￥]\\s*|\\s*元$", "");
            Optional<Long> fen =
                    PrintedNumber.find(bare).map(PrintedNumber::value).flatMap(this::fen);
            if (fen.isEmpty()) {
                problem(field, "E-IMP-107", "以" + mapping.moneyUnit() + "为单位、精确到分的金额，如 12,345.67");
            }
            return fen.orElse(0L);
        }

        private Optional<Long> fen(BigDecimal value) {
            BigDecimal fen = switch (mapping.moneyUnit()) {
                case "万元" -> value.movePointRight(6);
                case "分" -> value;
                default -> value.movePointRight(2);
            };
            boolean whole = fen.stripTrailingZeros().scale() <= 0
                    && fen.abs().compareTo(BigDecimal.valueOf(EntryRules.LARGEST_FEN)) <= 0;
            return whole ? Optional.of(fen.longValueExact()) : Optional.empty();
        }

        private String label(Field field) {
            return field.label(kind);
        }

        private void problem(Field field, String code, String expected) {
            if (unread.add(field)) {
                problems.add(of(field, code, label(field), expected));
            }
            if (field.isMoney()) {
                unread.add(Field.AMOUNT);
            }
        }

        /** Tells what the rules found, unless the cell could not be read anyway. */
        private void add(EntryProblem problem) {
            Field field = Field.called(kind, problem.field()).orElse(Field.SUMMARY);
            boolean follows = field == Field.PROJECT && unread.contains(Field.UNIT);
            if (!unread.contains(field) && !follows) {
                problems.add(of(field, problem.code(), problem.field(), problem.expected()));
            }
        }

        private CellProblem of(Field field, String code, String label, String expected) {
            Field shown = field == Field.AMOUNT && column(field) < 0 ? Field.PLUS : field;
            int column = column(shown);
            String value = column < 0 ? mapping.source(field).otherwise() : row.cell(column);
            return new CellProblem(
                    column, column < 0 ? label : header.title(column), label, false, code, value, expected);
        }
    }
}
