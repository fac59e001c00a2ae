package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.tongchou.accounts.source.Block;
import org.xml.sax.SAXException;

/** Reads Word documents (docx): the main text with its tables, without headers, footers, notes and comments. */
final class DocxReader {
    private DocxReader() {}

    /** Reads a file that {@link ZipGuard} has let pass. */
    static List<Block> read(Path file, Collector collector) throws IOException, SAXException, InvalidFormatException {
        try (Ooxml parts = Ooxml.open(file)) {
            PackagePart main = parts.main();
            DocxStyles styles = new DocxStyles();
            Optional<PackagePart> stylesPart = parts.firstOfKind(main, "styles");
            if (stylesPart.isPresent()) {
                Ooxml.parse(stylesPart.get(), styles);
            }
            DocxHandler handler = new DocxHandler(collector, styles);
            Ooxml.parse(main, handler);
            return handler.blocks();
        }
    }
}
