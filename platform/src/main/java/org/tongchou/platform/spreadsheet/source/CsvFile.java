package org.tongchou.platform.spreadsheet.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.http.HttpStatus;
import org.tongchou.platform.web.Refusal;

/** A text file of rows: UTF-8 (with or without byte-order mark), UTF-16 with one, or GB18030; comma, tab or semicolon. */
final class CsvFile implements SourceFile {
    /** Spreadsheet programs are told by {@code ="0012"} that a text is no number. */
    private static final Pattern QUOTED_TEXT = Pattern.compile("=\"([^\"]*)\"");

    private static final int SAMPLE = 64 * 1024;

    private final Path file;
    private final Charset charset;
    private final char delimiter;

    private CsvFile(Path file, Charset charset, char delimiter) {
        this.file = file;
        this.charset = charset;
        this.delimiter = delimiter;
    }

    static CsvFile open(Path file) throws IOException {
        for (Charset charset : candidates(file)) {
            if (decodes(file, charset)) {
                return new CsvFile(file, charset, delimiter(file, charset));
            }
        }
        throw Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "E-IMP-002",
                "文件既不是 xlsx 工作簿，也不是 UTF-8 或 GB18030 编码的 CSV 文本；请重新导出后再上传");
    }

    private static List<Charset> candidates(Path file) throws IOException {
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(2);
        }
        boolean marked = head.length == 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
        return marked ? List.of(StandardCharsets.UTF_16) : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));
    }

    private static boolean decodes(Path file, Charset charset) throws IOException {
        char[] buffer = new char[32 * 1024];
        int controls = 0;
        try (Reader reader = reader(file, charset)) {
            for (int read = reader.read(buffer); read > 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    char c = buffer[i];
                    if (c < ' ' && c != '\t' && c != '\r' && c != '\n' && c != '\f') {
                        controls++;
                    }
                }
                if (controls > 0) {
                    return false;
                }
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static BufferedReader reader(Path file, Charset charset) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static char delimiter(Path file, Charset charset) throws IOException {
        char[] sample = new char[SAMPLE];
        int length;
        try (Reader reader = reader(file, charset)) {
            length = Math.max(0, reader.read(sample));
        }
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            quoted ^= sample[i] == '"';
            int kind = quoted ? -1 : ",\t;".indexOf(sample[i]);
            if (kind >= 0) {
                counts[kind]++;
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return '\t';
        }
        return counts[2] > counts[0] ? ';' : ',';
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public void read(String sheet, int most, Visitor visitor) throws IOException {
        CSVFormat format = CSVFormat.Builder.create()
                .setDelimiter(delimiter)
                .setQuote('"')
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (CSVParser parser = CSVParser.builder()
                .setReader(reader(file, charset))
                .setFormat(format)
                .get()) {
            Iterator<CSVRecord> records = parser.iterator();
            int taken = 0;
            while (more(records)) {
                RowBuilder builder = row(records.next());
                if (builder.isEmpty()) {
                    continue;
                }
                if (++taken > most) {
                    throw SourceFile.tooLong(most);
                }
                if (!visitor.take(builder.row())) {
                    return;
                }
            }
        }
    }

    private static boolean more(Iterator<CSVRecord> records) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw WorkbookGuard.damaged();
        }
    }

    private static RowBuilder row(CSVRecord record) {
        RowBuilder builder = new RowBuilder((int) record.getRecordNumber());
        for (int i = 0; i < record.size(); i++) {
            String text = record.get(i);
            Matcher told = QUOTED_TEXT.matcher(text);
            builder.add(i, told.matches() ? told.group(1) : text, false);
        }
        return builder;
    }
}
