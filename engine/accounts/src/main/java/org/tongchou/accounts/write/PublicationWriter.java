package org.tongchou.accounts.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.accounts.model.DocumentMeta;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.files.AtomicFile;

/** Writes a publication in several formats into a directory. */
public final class PublicationWriter {
    private static final int LONGEST_NAME = 60;

    private PublicationWriter() {}

    /**
     * Writes {@code <bureau><year><kind>.<format>} for every format asked for. Each file appears whole or not at all:
     * it is written beside its place and then moved there, over an older one.
     *
     * @param directory where to; made when missing
     * @return the files written, and why others were not
     */
    public static Written writeAll(Publication publication, Path directory, Set<Format> formats) {
        return writeAll(publication, directory, formats, CjkFont.find());
    }

    /** As {@link #writeAll(Publication, Path, Set)}, with the font to embed into PDF files. */
    static Written writeAll(Publication publication, Path directory, Set<Format> formats, Optional<Path> font) {
        Map<Format, Path> files = new EnumMap<>(Format.class);
        List<WriteProblem> problems = new ArrayList<>();
        for (Format format : Format.values()) {
            if (!formats.contains(format)) {
                continue;
            }
            if (format == Format.PDF && font.isEmpty()) {
                problems.add(new WriteProblem(WriteProblem.NO_FONT, format, CjkFont.HOW_TO_INSTALL));
                continue;
            }
            Path file = directory.resolve(name(publication) + "." + format.extension());
            byte[] bytes;
            try {
                bytes = bytes(publication, format, font);
            } catch (IOException | RuntimeException e) {
                problems.add(new WriteProblem(
                        WriteProblem.NOT_SET, format, "无法生成“" + file.getFileName() + "”：" + e.getMessage()));
                continue;
            }
            try {
                AtomicFile.write(file, stream -> stream.write(bytes));
                files.put(format, file);
            } catch (IOException e) {
                problems.add(new WriteProblem(
                        WriteProblem.NOT_WRITABLE, format, "无法写入“" + file + "”，请检查目录是否存在、可写且有空间：" + e.getMessage()));
            }
        }
        return new Written(files, problems);
    }

    private static byte[] bytes(Publication publication, Format format, Optional<Path> font) throws IOException {
        return switch (format) {
            case XLSX -> XlsxWriter.write(publication);
            case DOCX -> DocxWriter.write(publication);
            case HTML -> HtmlWriter.write(publication);
            case PDF -> PdfWriter.write(publication, font.orElseThrow());
        };
    }

    /** The file name without its ending: what is known of bureau, year and kind, or the title. */
    static String name(Publication publication) {
        DocumentMeta meta = publication.meta();
        Integer year = meta.year();
        DocumentKind kind = meta.kind();
        String known = CleanText.bureau(meta) + (year == null ? "" : year) + (kind == null ? "" : kind.printed());
        String name = known.isBlank() ? String.join("", publication.title()) : known;
        String safe =
                CleanText.clean(name).replaceAll("[\\s/\\\\:*?\"<>|]+", "").replaceFirst("^\\.+", "");
        String cut = safe.substring(0, Math.min(safe.length(), LONGEST_NAME));
        return cut.isEmpty() ? "accounts" : cut;
    }
}
