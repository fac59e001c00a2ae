package org.tongchou.accounts.source.format;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.RawDocument;

/** A PDF file drawn text by text and line by line; y is measured from the top of an A4 page as it is looked at. */
final class DrawnPdf implements AutoCloseable {
    static final float SIZE = 10;

    private final PDDocument document = new PDDocument();
    private final PDFont latin = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private @Nullable PDFont chinese;
    private @Nullable PDPageContentStream content;
    private float height;

    PDDocument document() {
        return document;
    }

    /** Begins an upright page. */
    DrawnPdf page() throws IOException {
        return page(0, 0);
    }

    /**
     * Begins a page.
     *
     * @param rotation how far a viewer turns the page clockwise
     * @param turn how far what is drawn was turned the other way before
     */
    DrawnPdf page(int rotation, int turn) throws IOException {
        finishPage();
        PDPage page = new PDPage(PDRectangle.A4);
        page.setRotation(rotation);
        document.addPage(page);
        float w = PDRectangle.A4.getWidth();
        float h = PDRectangle.A4.getHeight();
        height = turn % 180 == 0 ? h : w;
        content = new PDPageContentStream(document, page);
        switch (turn) {
            case 90 -> content.transform(new Matrix(0, 1, -1, 0, w, 0));
            case 180 -> content.transform(new Matrix(-1, 0, 0, -1, w, h));
            case 270 -> content.transform(new Matrix(0, -1, 1, 0, 0, h));
            default -> content.transform(new Matrix());
        }
        return this;
    }

    DrawnPdf text(float x, float y, String text) throws IOException {
        return text(x, y, text, RenderingMode.FILL);
    }

    /** Shows text with its baseline at {@code y}. */
    DrawnPdf text(float x, float y, String text, RenderingMode mode) throws IOException {
        content().beginText();
        content().setRenderingMode(mode);
        content().newLineAtOffset(x, height - y);
        for (String part :
                text.split("(?<=[\\x00-\\x7F])(?=[^\\x00-\\x7F])|(?<=[^\\x00-\\x7F])(?=[\\x00-\\x7F])", -1)) {
            content().setFont(part.isEmpty() || part.charAt(0) < 0x80 ? latin : chinese(), SIZE);
            content().showText(part);
        }
        content().endText();
        return this;
    }

    DrawnPdf line(float x1, float y1, float x2, float y2) throws IOException {
        content().moveTo(x1, height - y1);
        content().lineTo(x2, height - y2);
        content().stroke();
        return this;
    }

    /** Draws a cell with its four borders. */
    DrawnPdf cell(float left, float top, float right, float bottom, String text) throws IOException {
        content().addRect(left, height - bottom, right - left, bottom - top);
        content().stroke();
        return text.isEmpty() ? this : text(left + 3, bottom - 5, text);
    }

    /**
     * Draws a table whose rows are 18 high.
     *
     * @param edges its vertical lines from left to right
     * @param rows cells parted by {@code |}; a cell {@code <} belongs to the one before it
     * @return its lower edge
     */
    float table(float top, float[] edges, String... rows) throws IOException {
        float y = top;
        for (String row : rows) {
            String[] cells = row.split("\\|", -1);
            for (int i = 0; i < cells.length; ) {
                int end = i + 1;
                while (end < cells.length && cells[end].equals("<")) {
                    end++;
                }
                cell(edges[i], y, edges[end], y + 18, cells[i]);
                i = end;
            }
            y += 18;
        }
        return y;
    }

    /** Fills the page with a picture. */
    DrawnPdf picture() throws IOException {
        BufferedImage image = new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY);
        content().drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 595, 842);
        return this;
    }

    Path save(Path folder) throws IOException {
        finishPage();
        Path file = folder.resolve("drawn.pdf");
        document.save(file.toFile());
        return file;
    }

    RawDocument read(Path folder) throws IOException {
        return SourceReader.read(save(folder));
    }

    private PDPageContentStream content() {
        return Objects.requireNonNull(content, "no page yet");
    }

    private PDFont chinese() throws IOException {
        if (chinese == null) {
            chinese = PDType0Font.load(document, PdfSamples.font().toFile());
        }
        return chinese;
    }

    private void finishPage() throws IOException {
        if (content != null) {
            content.close();
            content = null;
        }
    }

    @Override
    public void close() throws IOException {
        finishPage();
        document.close();
    }
}
