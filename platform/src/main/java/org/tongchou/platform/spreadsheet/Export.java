package org.tongchou.platform.spreadsheet;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Answers with a table as a file. */
public final class Export {
    private Export() {}

    /**
     * Writes the table and answers with it, named after its title. The file is made whole before the answer begins, so
     * that a failure is told as such and never looks like a short table; memory stays bounded.
     */
    public static ResponseEntity<Resource> answer(ExportFormat format, Layout layout, Rows rows) {
        try {
            Path file = Files.createTempFile("tongchou-export", "." + format);
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    write(format, layout, rows, out);
                }
                return answer(file, layout.title() + "." + format, format.mediaType());
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the table to a stream, which stays open. */
    public static void write(ExportFormat format, Layout layout, Rows rows, OutputStream out) throws IOException {
        if (format == ExportFormat.csv) {
            try (CsvRows sink = new CsvRows(new Unclosed(out), layout)) {
                rows.writeTo(sink);
            }
        } else {
            try (XlsxRows sink = new XlsxRows(new Unclosed(out), layout)) {
                rows.writeTo(sink);
            }
        }
    }

    private static ResponseEntity<Resource> answer(Path file, String name, String mediaType) throws IOException {
        long size = Files.size(file);
        InputStreamResource content =
                new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .body(content);
    }

    /** The header that offers a file for saving under a name, Chinese included; what a path could abuse is replaced. */
    public static String attachment(String name) {
        String plain = name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        return ContentDisposition.attachment()
                .filename(plain, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** Keeps the stream below open when the writer closes it. */
    private static final class Unclosed extends java.io.FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
