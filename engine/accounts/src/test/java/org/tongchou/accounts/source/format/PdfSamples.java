package org.tongchou.accounts.source.format;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tongchou.accounts.source.Paragraph;
import org.tongchou.accounts.source.RawDocument;
import org.tongchou.accounts.source.RawRow;
import org.tongchou.accounts.source.RawTable;
import org.tongchou.accounts.write.CjkFont;

/** Makes PDF files for tests, and looks at what was read from them. */
final class PdfSamples {
    private static final String STYLE = "@page { size: A4; margin: 25mm 25mm } "
            + "body { font-family: Helvetica, cjk; font-size: 12pt; line-height: 1.5 } "
            + "p { margin: 0; text-indent: 2em } "
            + "table { border-collapse: collapse; width: 100% } "
            + "td { border: 0.75pt solid black; padding: 2pt 4pt; font-size: 10pt } ";

    private PdfSamples() {}

    /** Renders an XHTML body; extra rules follow the style of a plain document. */
    static Path pdf(Path folder, String css, String body) throws IOException {
        Path font = font();
        Path file = folder.resolve("sample.pdf");
        try (OutputStream out = Files.newOutputStream(file)) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(font.toFile(), "cjk");
            builder.withHtmlContent(
                    "<html><head><style>" + STYLE + css + "</style></head><body>" + body + "</body></html>", null);
            builder.toStream(out);
            builder.run();
        }
        return file;
    }

    /** A Chinese font to embed; a test without one is skipped and says how to install it. */
    static Path font() {
        Optional<Path> found = CjkFont.find();
        assumeTrue(found.isPresent(), CjkFont.HOW_TO_INSTALL);
        return found.get();
    }

    static RawDocument read(Path folder, String body) throws IOException {
        return SourceReader.read(pdf(folder, "", body));
    }

    /** A table from lines of cells parted by {@code |}. */
    static String table(String... rows) {
        StringBuilder html = new StringBuilder("<table>");
        for (String row : rows) {
            html.append("<tr>");
            for (String cell : row.split("\\|", -1)) {
                html.append("<td>").append(cell).append("</td>");
            }
            html.append("</tr>");
        }
        return html.append("</table>").toString();
    }

    static List<RawTable> tables(RawDocument document) {
        return document.blocks().stream()
                .filter(RawTable.class::isInstance)
                .map(RawTable.class::cast)
                .toList();
    }

    /** Rows as lines of cells parted by {@code |}. */
    static List<String> lines(RawTable table) {
        return table.rows().stream()
                .map(RawRow::cells)
                .map(cells -> String.join("|", cells))
                .toList();
    }

    static List<String> paragraphs(RawDocument document) {
        return document.blocks().stream()
                .filter(Paragraph.class::isInstance)
                .map(block -> ((Paragraph) block).text())
                .toList();
    }
}
