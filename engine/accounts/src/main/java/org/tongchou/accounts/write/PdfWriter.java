package org.tongchou.accounts.write;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.tongchou.accounts.publish.Publication;

/** Writes a publication as PDF from the same page as {@link HtmlWriter}, with the font embedded. */
public final class PdfWriter {
    /** The family under which the font is known to pages. */
    public static final String FAMILY = "Tongchou CJK";
    /** The library lays everything out in the width of the first page, so wide sections are given theirs. */
    private static final String STYLE = """
            <style>
            * { font-family: '%s', Helvetica, Symbol, ZapfDingbats, sans-serif !important; }
            .wide { width: 267mm; }
            th.upper { border-bottom: hidden; vertical-align: bottom; }
            th.inner { border-top: hidden; border-bottom: hidden; }
            th.lower { border-top: hidden; }
            </style>
            """.formatted(FAMILY);

    private PdfWriter() {}

    /**
     * The PDF's bytes.
     *
     * @param font a TrueType font with Chinese glyphs, from {@link CjkFont#find()}
     * @throws IOException when the library cannot set the content
     */
    public static byte[] write(Publication publication, Path font) throws IOException {
        return write(HtmlWriter.page(publication, head(publication), true), font);
    }

    /**
     * The PDF of a page.
     *
     * @param page well-formed HTML whose text is set in {@link #FAMILY}
     * @param font a TrueType font with Chinese glyphs, from {@link CjkFont#find()}
     * @throws IOException when the library cannot set the content
     */
    public static byte[] write(String page, Path font) throws IOException {
        XRLog.setLoggingEnabled(false);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(font.toFile(), FAMILY, 400, BaseRendererBuilder.FontStyle.NORMAL, true);
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.withHtmlContent(page, null);
        builder.withProducer("Tongchou");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 17);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                withoutTime(document);
                document.save(bytes);
            }
        }
        return bytes.toByteArray();
    }

    /** What the PDF needs in the page's head: the font and the outline that viewers show. */
    private static String head(Publication publication) {
        StringBuilder head = new StringBuilder(STYLE).append("<bookmarks>\n");
        for (Outline.Entry entry : Outline.of(CleanText.of(publication)).entries()) {
            head.append("<bookmark name=\"")
                    .append(HtmlText.escape(entry.text()))
                    .append("\" href=\"#")
                    .append(entry.id())
                    .append("\"></bookmark>\n");
        }
        return head.append("</bookmarks>\n").toString();
    }

    /** Takes the time of writing out, so that equal publications give equal files. */
    private static void withoutTime(PDDocument document) {
        PDDocumentInformation information = document.getDocumentInformation();
        GregorianCalendar noTime = GregorianCalendar.from(Instant.EPOCH.atZone(ZoneOffset.UTC));
        information.setCreationDate(noTime);
        information.setModificationDate(noTime);
        document.setDocumentId(0L);
    }
}
