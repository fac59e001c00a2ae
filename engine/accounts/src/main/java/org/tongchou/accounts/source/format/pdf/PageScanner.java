package org.tongchou.accounts.source.format.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Runs the drawing operations of one page and collects its glyphs and lines; images and colours are not touched. */
final class PageScanner extends PDFGraphicsStreamEngine {
    /** Colours, shadings, inline images: they tell nothing of text and lines, and could make us decode huge data. */
    private static final Set<String> IGNORED =
            Set.of("CS", "cs", "SC", "sc", "SCN", "scn", "G", "g", "RG", "rg", "K", "k", "sh", "ri", "BI", "ID", "EI");

    private final DrawingLimits limits;
    private final ScanCollector collected;
    private final GeneralPath path = new GeneralPath(Path2D.WIND_NON_ZERO);
    private Rectangle2D textClip = new Rectangle2D.Float();
    private boolean clipPending;
    private int run;

    private PageScanner(PDPage page, DrawingLimits limits) {
        super(page);
        this.limits = limits;
        PDRectangle box = page.getCropBox();
        boolean sideways = page.getRotation() % 180 != 0;
        this.collected = new ScanCollector(
                upright(box, page.getRotation()),
                sideways ? box.getHeight() : box.getWidth(),
                sideways ? box.getWidth() : box.getHeight());
    }

    /**
     * Scans a page.
     *
     * @param page the page
     * @param limits what may still be spent on this document
     */
    static PageScan scan(PDPage page, DrawingLimits limits) throws IOException {
        PageScanner scanner = new PageScanner(page, limits);
        limits.beginPage();
        boolean cut = false;
        try {
            limits.admit(page.getCOSObject().getDictionaryObject(COSName.CONTENTS));
            scanner.processPage(page);
        } catch (DrawingLimits.Exceeded tooMuch) {
            cut = true;
        }
        return scanner.collected.finish(cut);
    }

    /** User space to the page as shown: origin top left, y down. */
    private static AffineTransform upright(PDRectangle box, int rotation) {
        return switch (Math.floorMod(rotation, 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -box.getLowerLeftY(), -box.getLowerLeftX());
            case 180 -> new AffineTransform(-1, 0, 0, 1, box.getUpperRightX(), -box.getLowerLeftY());
            case 270 -> new AffineTransform(0, -1, -1, 0, box.getUpperRightY(), box.getUpperRightX());
            default -> new AffineTransform(1, 0, 0, -1, -box.getLowerLeftX(), box.getUpperRightY());
        };
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        limits.operation();
        String name = operator.getName();
        if (IGNORED.contains(name) || (name.equals("Do") && !isForm(operands))) {
            return;
        }
        if (name.equals("Tf")) {
            limits.admit(resource(COSName.FONT, operands));
        }
        super.processOperator(operator, operands);
    }

    private boolean isForm(List<COSBase> operands) {
        COSBase object = resource(COSName.XOBJECT, operands);
        if (object instanceof COSStream form && COSName.FORM.equals(form.getCOSName(COSName.SUBTYPE))) {
            limits.admit(form);
            return true;
        }
        return false;
    }

    private @Nullable COSBase resource(COSName kind, List<COSBase> operands) {
        if (getResources() == null || operands.isEmpty() || !(operands.get(0) instanceof COSName name)) {
            return null;
        }
        COSDictionary named = getResources().getCOSObject().getCOSDictionary(kind);
        return named == null ? null : named.getDictionaryObject(name);
    }

    @Override
    public void showTextString(byte[] string) throws IOException {
        beginRun();
        super.showTextString(string);
    }

    @Override
    public void showTextStrings(COSArray array) throws IOException {
        beginRun();
        super.showTextStrings(array);
    }

    private void beginRun() {
        run++;
        textClip = clip();
    }

    /** The box of what is not clipped away, in user space; empty when everything is. */
    private Rectangle2D clip() {
        List<Path2D> parts = getGraphicsState().getCurrentClippingPaths();
        Rectangle2D bounds = parts.get(0).getBounds2D();
        for (Path2D part : parts.subList(1, parts.size())) {
            bounds = bounds.createIntersection(part.getBounds2D());
        }
        return bounds;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        limits.glyph();
        String text = font.toUnicode(code, GlyphList.getAdobeGlyphList());
        if (text == null && font instanceof PDSimpleFont && !(font instanceof PDType3Font)) {
            text = Character.toString(code);
        }
        RenderingMode mode = getGraphicsState().getTextState().getRenderingMode();
        float advance = font.isVertical() ? 1 : displacement.getX();
        collected.glyph(text, matrix, advance, run, mode.isFill() || mode.isStroke(), textClip);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        path.moveTo(p0.getX(), p0.getY());
        path.lineTo(p1.getX(), p1.getY());
        path.lineTo(p2.getX(), p2.getY());
        path.lineTo(p3.getX(), p3.getY());
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x, y);
        } else {
            path.lineTo(x, y);
        }
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        if (path.getCurrentPoint() == null) {
            path.moveTo(x3, y3);
        } else {
            path.curveTo(x1, y1, x2, y2, x3, y3);
        }
    }

    @Override
    public Point2D getCurrentPoint() {
        Point2D point = path.getCurrentPoint();
        return point == null ? new Point2D.Float() : point;
    }

    @Override
    public void closePath() {
        if (path.getCurrentPoint() != null) {
            path.closePath();
        }
    }

    @Override
    public void clip(int windingRule) {
        clipPending = true;
    }

    @Override
    public void endPath() {
        if (clipPending) {
            getGraphicsState().intersectClippingPath(new GeneralPath(path.getBounds2D()));
            clipPending = false;
        }
        path.reset();
    }

    @Override
    public void strokePath() {
        stroke();
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        collected.filled(path, clip());
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        stroke();
        fillPath(windingRule);
    }

    private void stroke() {
        collected.stroked(path, transformWidth(getGraphicsState().getLineWidth()), clip());
    }

    @Override
    public void drawImage(PDImage image) {
        // An image holds no text that could be read here.
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // A shading is no line.
    }
}
