package org.tongchou.platform.spreadsheet.source;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Refusal;

/** An Excel workbook. Nothing in it is executed: of a formula only the stored result is read. */
final class XlsxFile implements SourceFile {
    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    /** What a number format says beside the number: quoted, escaped, bracketed, padding. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.|_.|\\*.");
    /** Excel itself shows no more digits. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Path file;
    private final List<String> sheets;

    private XlsxFile(Path file, List<String> sheets) {
        this.file = file;
        this.sheets = sheets;
    }

    static XlsxFile open(Path file) throws IOException {
        WorkbookGuard.check(file);
        try (ReadableWorkbook workbook = workbook(file)) {
            List<String> names = guarded(() -> workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .map(Sheet::getName)
                    .toList());
            if (names.isEmpty()) {
                throw WorkbookGuard.damaged();
            }
            return new XlsxFile(file, names);
        }
    }

    @Override
    public List<String> sheets() {
        return sheets;
    }

    @Override
    public void read(String name, int most, Visitor visitor) throws IOException {
        try (ReadableWorkbook workbook = workbook(file)) {
            String wanted = name.isEmpty() ? sheets.get(0) : name;
            Sheet sheet = guarded(() -> workbook.findSheet(wanted))
                    .orElseThrow(() -> Refusal.field("E-IMP-009", "工作表", wanted, "以下之一：" + String.join("、", sheets)));
            try (Stream<Row> rows = stream(sheet)) {
                Iterator<Row> each = guarded(rows::iterator);
                int taken = 0;
                while (guarded(each::hasNext)) {
                    SourceRow row = convert(guarded(each::next));
                    if (row == null) {
                        continue;
                    }
                    if (++taken > most) {
                        throw SourceFile.tooLong(most);
                    }
                    if (!visitor.take(row)) {
                        return;
                    }
                }
            }
        }
    }

    private static ReadableWorkbook workbook(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), OPTIONS);
        } catch (IOException | RuntimeException e) {
            throw known(e);
        }
    }

    private static Stream<Row> stream(Sheet sheet) throws IOException {
        try {
            return sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw known(e);
        }
    }

    /** Calls the reader; whatever it stumbles over is a damaged file. */
    private static <T> T guarded(Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw known(e);
        }
    }

    private static Refusal known(Exception e) {
        return e instanceof Refusal refusal ? refusal : WorkbookGuard.damaged();
    }

    private static @Nullable SourceRow convert(Row row) {
        RowBuilder builder = new RowBuilder(row.getRowNum());
        for (Cell cell : row) {
            if (cell != null && cell.getType() != CellType.EMPTY) {
                boolean formula = cell.getType() == CellType.FORMULA;
                builder.add(cell.getColumnIndex(), guarded(() -> text(cell)), formula);
            }
        }
        return builder.isEmpty() ? null : builder.row();
    }

    private static String text(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return number(cell, number);
        }
        if (cell.getType() == CellType.FORMULA) {
            String raw = Optional.ofNullable(cell.getRawValue()).orElse("");
            return isDate(cell) ? numeric(cell, raw) : raw;
        }
        String text = value == null ? cell.getRawValue() : value.toString();
        return text == null ? "" : text;
    }

    private static String numeric(Cell cell, String raw) {
        try {
            return number(cell, new BigDecimal(raw));
        } catch (NumberFormatException e) {
            return raw;
        }
    }

    private static String number(Cell cell, BigDecimal number) {
        return isDate(cell) ? date(number).orElseGet(() -> plain(number)) : plain(number);
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal rounded = number.round(DIGITS).stripTrailingZeros();
        return Math.abs(rounded.scale()) > 40 ? rounded.toString() : rounded.toPlainString();
    }

    private static Optional<String> date(BigDecimal serial) {
        return SerialDate.of(serial).map(XlsxFile::print);
    }

    private static String print(LocalDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? time.toLocalDate().toString()
                : TIME.format(time);
    }

    /** Whether the number format shows a day. */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        String format = cell.getDataFormatString();
        if (format == null) {
            return false;
        }
        String bare = LITERAL.matcher(format.toLowerCase(Locale.ROOT)).replaceAll("");
        return bare.indexOf('y') >= 0 || (bare.indexOf('d') >= 0 && bare.indexOf('m') >= 0);
    }
}
