package org.tongchou.platform.gateway.file;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.tongchou.platform.gateway.wire.FieldSpec;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.WireFault;

/** Tables as the interface carries them: UTF-8 text, columns separated by tabs, {@code null} for nothing, zipped. */
public final class TableFile implements AutoCloseable {
    private static final String NOTHING = "null";
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final Path path;
    private final long rows;

    private TableFile(Path path, long rows) {
        this.path = path;
        this.rows = rows;
    }

    /** Gives the rows of a table one by one; memory stays bounded. */
    @FunctionalInterface
    public interface Source {
        /** Hands every row to a taker; empty cells stand for nothing. */
        void each(Consumer<List<String>> taker);
    }

    /**
     * A row that was read.
     *
     * @param number its number, from 1
     * @param cells what it says, by column; columns that say nothing are missing
     */
    public record Line(int number, Map<String, String> cells) {
        /** A cell; empty when it says nothing. */
        public String text(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static TableFile write(String name, Source source) throws IOException {
        Path path = Files.createTempFile("table", ".zip");
        long[] count = {0};
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(name + ".txt"));
            BufferedWriter out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            source.each(row -> {
                count[0]++;
                write(out, row);
            });
            out.flush();
            zip.closeEntry();
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new TableFile(path, count[0]);
    }

    private static void write(BufferedWriter out, List<String> row) {
        try {
            for (int at = 0; at < row.size(); at++) {
                String cell = row.get(at);
                out.write(at == 0 ? "" : "\t");
                out.write(cell.isEmpty() ? NOTHING : cell.replaceAll("[\t\r\n]+", " "));
            }
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long rows() {
        return rows;
    }

    InputStream open() throws IOException {
        return Files.newInputStream(path);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }

    /** Reads a table, zipped or bare. */
    static List<Line> read(Path path, Node columns, int most) {
        try (InputStream file = Files.newInputStream(path);
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(new Bounded(text(file)), StandardCharsets.UTF_8))) {
            List<Line> lines = new ArrayList<>();
            String line;
            while ((line = in.readLine()) != null) {
                String bare = lines.isEmpty() && line.startsWith("\uFEFF") ? line.substring(1) : line;
                if (!bare.isBlank()) {
                    if (lines.size() == most) {
                        throw new WireFault("E-GWY-094", "文件超过 " + most + " 行，请按日期分次上传");
                    }
                    lines.add(line(lines.size() + 1, bare, columns));
                }
            }
            return lines;
        } catch (IOException e) {
            throw new WireFault("E-GWY-093", "文件不能解读，应为 UTF-8、以制表符分列的 TXT，或其 ZIP 压缩文件");
        }
    }

    private static InputStream text(InputStream file) throws IOException {
        PushbackInputStream in = new PushbackInputStream(file, 2);
        byte[] head = in.readNBytes(2);
        in.unread(head);
        if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
            return in;
        }
        ZipInputStream zip = new ZipInputStream(in, StandardCharsets.UTF_8);
        if (zip.getNextEntry() == null) {
            throw new IOException("empty");
        }
        return zip;
    }

    private static Line line(int number, String text, Node columns) {
        String[] cells = text.split("\t", -1);
        Map<String, String> told = new LinkedHashMap<>();
        for (int at = 0; at < columns.fields().size(); at++) {
            FieldSpec field = columns.fields().get(at);
            String cell = at < cells.length ? cells[at].strip() : "";
            boolean nothing = cell.isEmpty() || cell.equalsIgnoreCase(NOTHING);
            if (nothing && field.required()) {
                throw new WireFault("E-GWY-093", "文件第 " + number + " 行 " + field.shown() + "为空，应为" + field.expected());
            }
            if (!nothing) {
                told.put(field.name(), cell);
            }
        }
        return new Line(number, told);
    }

    /** What unpacks to more than anybody sends is refused. */
    private static final class Bounded extends FilterInputStream {
        private long left = MOST_BYTES;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            return counted(read, Math.max(0, read));
        }

        private int counted(int read, int bytes) throws IOException {
            left -= bytes;
            if (left < 0) {
                throw new IOException("too long");
            }
            return read;
        }
    }
}
