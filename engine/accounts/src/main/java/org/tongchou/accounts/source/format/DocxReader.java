package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tongchou.accounts.source.Block;
import org.xml.sax.SAXException;

/** Reads Word documents (docx): the main text with its tables, without headers, footers, notes and comments. */
final class DocxReader {
    private DocxReader() {}

    static List<Block> read(Path file, Collector collector) throws IOException, SAXException {
        try (Ooxml parts = Ooxml.open(file, collector.limits())) {
            String main = parts.main();
            DocxStyles styles = new DocxStyles();
            parts.parseRelated(main, "styles", styles);
            DocxNumbering numbering = new DocxNumbering();
            parts.parseRelated(main, "numbering", numbering);
            DocxHandler handler = new DocxHandler(collector, styles, numbering);
            parts.parse(main, handler);
            return handler.blocks();
        }
    }
}
