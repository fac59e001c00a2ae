package org.tongchou.performance.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.source.Place;
import org.tongchou.accounts.source.Problem;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.format.SourceReader;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.Written;
import org.tongchou.money.PrintedNumber;
import org.tongchou.performance.model.PerformanceDocument;

/** Reads samples as the program does: through a file. */
public final class Read {
    private Read() {}

    private static DocumentMeta meta(PerformanceDocument document) {
        return new DocumentMeta(document.region(), document.bureau(), document.year(), null, null, List.of());
    }

    /** Reads lines of text; cells are separated by {@code |}, which becomes a tab. */
    public static PerformanceDocument text(String lines) {
        return in(directory -> {
            Path file = directory.resolve("样例市.txt");
            Files.writeString(file, lines.replace('|', '\t'));
            return PerformanceReader.read(
                    SourceReader.read(file), new DocumentMeta("样例市", "样例市医疗保障局", 2024, null, null, List.of()));
        });
    }

    /** A number as digits; empty text for none. */
    static String plain(@Nullable PrintedNumber number) {
        return number == null ? "" : number.value().toPlainString();
    }

    /** Where a problem stands: {@code L6}. */
    static String row(Problem problem) {
        Place place = problem.place();
        return place == null ? "" : place.rowLabel();
    }

    /** Writes what a document lays out in a format and reads it again; empty when the format cannot be written here. */
    public static Optional<PerformanceDocument> back(
            PerformanceDocument document, Publication publication, Format format) {
        return in(directory -> {
            Written written = PublicationWriter.writeAll(publication, directory, EnumSet.of(format));
            if (written.paths().isEmpty()) {
                return Optional.empty();
            }
            RawDocument raw = SourceReader.read(written.paths().get(0));
            return Optional.of(PerformanceReader.read(raw, meta(document)));
        });
    }

    /** Work with a directory. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Path directory) throws IOException;
    }

    private static <T> T in(Work<T> work) {
        try {
            Path directory = Files.createTempDirectory("tongchou-read");
            try {
                return work.with(directory);
            } finally {
                try (var files = Files.list(directory)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
