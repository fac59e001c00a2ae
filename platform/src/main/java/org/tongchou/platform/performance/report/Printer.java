package org.tongchou.platform.performance.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.Format;
import org.tongchou.accounts.write.PublicationWriter;
import org.tongchou.accounts.write.Written;
import org.tongchou.platform.file.Downloads;
import org.tongchou.platform.web.Refusal;

/** Writes a publication in one format for download. */
final class Printer {
    private Printer() {}

    /** The format of a word; refuses others. */
    static Format format(String word) {
        for (Format format : Format.values()) {
            if (format.extension().equals(word.toLowerCase(Locale.ROOT))) {
                return format;
            }
        }
        throw Refusal.field("E-PER-090", "格式", word, "xlsx、docx、pdf 或 html");
    }

    /** The publication as a download. */
    static ResponseEntity<Resource> print(Publication publication, Format format) throws IOException {
        Path folder = Files.createTempDirectory("performance");
        try {
            Written written = PublicationWriter.writeAll(publication, folder, Set.of(format));
            if (!written.problems().isEmpty()) {
                throw Refusal.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        written.problems().get(0).code(),
                        written.problems().get(0).message());
            }
            Path file = written.paths().get(0);
            return Downloads.of(String.valueOf(file.getFileName()), mediaType(format), Files.readAllBytes(file));
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static String mediaType(Format format) {
        return switch (format) {
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case PDF -> "application/pdf";
            case HTML -> "text/html;charset=UTF-8";
        };
    }
}
