package org.tongchou.accounts.source.format.pdf;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Gathers what a page draws, in page coordinates, and at its end turns it so that most of its text is upright. */
final class ScanCollector {
    /** Lines are thinner than this; thicker bars are backgrounds, bars of charts, pictures. */
    private static final double MAX_LINE_WIDTH = 4;

    /** How far a line may lean from one end to the other. */
    private static final double MAX_LEAN = 1;

    /** Glyphs below this size are not for reading. */
    private static final double MIN_SIZE = 1;

    private static final int MAX_RULINGS = 200_000;

    private final AffineTransform toPage;
    private final double width;
    private final double height;
    private final List<RawGlyph> glyphs = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private int unmapped;

    /** A glyph as drawn: visible begin and end of its advance, visible point nearest to its middle; direction 0 right, 1 down, 2 left, 3 up. */
    private record RawGlyph(
            String text,
            Point2D origin,
            Point2D end,
            Point2D anchor,
            float size,
            int direction,
            int run,
            boolean painted,
            boolean clipped) {}

    ScanCollector(AffineTransform toPage, double width, double height) {
        this.toPage = toPage;
        this.width = width;
        this.height = height;
    }

    /**
     * Takes a glyph.
     *
     * @param text its characters, null when the file does not tell
     * @param matrix text rendering matrix: em square to user space
     * @param advance width in ems
     * @param run number of the text-showing operation
     * @param painted whether it is filled or stroked
     * @param clip what is visible, in user space
     */
    void glyph(@Nullable String text, Matrix matrix, float advance, int run, boolean painted, Rectangle2D clip) {
        Point2D origin = toPage.transform(matrix.transformPoint(0, 0), null);
        Point2D end = toPage.transform(matrix.transformPoint(advance, 0), null);
        Point2D along = toPage.transform(matrix.transformPoint(1, 0), null);
        Point2D up = toPage.transform(matrix.transformPoint(0, 1), null);
        double size = origin.distance(up);
        int direction = direction(along.getX() - origin.getX(), along.getY() - origin.getY());
        if (!(size >= MIN_SIZE) || direction < 0 || !Double.isFinite(end.getX() + end.getY())) {
            return;
        }
        String printed = text == null ? "" : Scripts.printed(text);
        if (printed.isEmpty() || printed.indexOf('\uFFFD') >= 0) {
            unmapped++;
            return;
        }
        Rectangle2D visible = toPage.createTransformedShape(clip).getBounds2D();
        Point2D centre = new Point2D.Double(
                (origin.getX() + end.getX()) / 2 + (up.getX() - origin.getX()) * Glyph.MIDDLE,
                (origin.getY() + end.getY()) / 2 + (up.getY() - origin.getY()) * Glyph.MIDDLE);
        Point2D anchor = new Point2D.Double(
                clamp(centre.getX(), visible.getMinX(), visible.getMaxX()),
                clamp(centre.getY(), visible.getMinY(), visible.getMaxY()));
        boolean clipped = visible.isEmpty() || anchor.distance(centre) > 0.5;
        keepWithin(visible, origin, direction);
        keepWithin(visible, end, direction);
        glyphs.add(new RawGlyph(printed, origin, end, anchor, (float) size, direction, run, painted, clipped));
    }

    /** Moves an end of a glyph along its line of text to where it can be seen. */
    private static void keepWithin(Rectangle2D visible, Point2D end, int direction) {
        if (direction % 2 == 0) {
            end.setLocation(clamp(end.getX(), visible.getMinX(), visible.getMaxX()), end.getY());
        } else {
            end.setLocation(end.getX(), clamp(end.getY(), visible.getMinY(), visible.getMaxY()));
        }
    }

    private static double clamp(double value, double min, double max) {
        return Math.max(min, Math.min(max, value));
    }

    /** The quarter turn of a direction, or -1 when it is none: slanting watermarks are not read. */
    private static int direction(double dx, double dy) {
        if (Math.abs(dy) <= 0.1 * Math.abs(dx)) {
            return dx >= 0 ? 0 : 2;
        }
        if (Math.abs(dx) <= 0.1 * Math.abs(dy)) {
            return dy >= 0 ? 1 : 3;
        }
        return -1;
    }

    /** Takes a stroked path of user space: each straight piece along an axis is a line. */
    void stroked(Path2D path, double lineWidth, Rectangle2D clip) {
        Rectangle2D visible = toPage.createTransformedShape(clip).getBounds2D();
        double[] p = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (PathIterator it = path.getPathIterator(toPage); !it.isDone(); it.next()) {
            int kind = it.currentSegment(p);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> {
                    startX = x = p[0];
                    startY = y = p[1];
                }
                case PathIterator.SEG_LINETO -> {
                    segment(x, y, p[0], p[1], lineWidth, visible);
                    x = p[0];
                    y = p[1];
                }
                case PathIterator.SEG_CLOSE -> {
                    segment(x, y, startX, startY, lineWidth, visible);
                    x = startX;
                    y = startY;
                }
                default -> {
                    int last = kind == PathIterator.SEG_QUADTO ? 2 : 4;
                    x = p[last];
                    y = p[last + 1];
                }
            }
        }
    }

    private void segment(double x1, double y1, double x2, double y2, double lineWidth, Rectangle2D visible) {
        double w = Math.abs(x2 - x1);
        double h = Math.abs(y2 - y1);
        if (Math.min(w, h) > MAX_LEAN) {
            return;
        }
        // A thick stroke of a short path is a line across the path.
        double half = Math.min(w, h) <= MAX_LEAN && Math.max(w, h) <= MAX_LINE_WIDTH ? lineWidth / 2 : 0;
        boolean across = half > Math.max(w, h);
        if (!across && lineWidth > MAX_LINE_WIDTH) {
            return;
        }
        boolean alongX = w >= h;
        double growX = across && !alongX ? half : 0;
        double growY = across && alongX ? half : 0;
        bar(
                Math.min(x1, x2) - growX,
                Math.min(y1, y2) - growY,
                Math.max(x1, x2) + growX,
                Math.max(y1, y2) + growY,
                visible);
    }

    /** Takes a filled path of user space: each thin closed part is a line. */
    void filled(Path2D path, Rectangle2D clip) {
        Rectangle2D visible = toPage.createTransformedShape(clip).getBounds2D();
        double[] p = new double[6];
        Rectangle2D part = null;
        for (PathIterator it = path.getPathIterator(toPage); !it.isDone(); it.next()) {
            int kind = it.currentSegment(p);
            if (kind == PathIterator.SEG_MOVETO) {
                bar(part, visible);
                part = new Rectangle2D.Double(p[0], p[1], 0, 0);
            } else if (part != null) {
                int points = kind == PathIterator.SEG_LINETO ? 1 : kind == PathIterator.SEG_QUADTO ? 2 : 3;
                for (int i = 0; kind != PathIterator.SEG_CLOSE && i < points; i++) {
                    part.add(p[2 * i], p[2 * i + 1]);
                }
            }
        }
        bar(part, visible);
    }

    private void bar(@Nullable Rectangle2D box, Rectangle2D visible) {
        if (box != null) {
            bar(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), visible);
        }
    }

    /** A thin box is a line along its longer side; a dot may be part of a dotted line of either direction. */
    private void bar(double minX, double minY, double maxX, double maxY, Rectangle2D visible) {
        double left = Math.max(minX, visible.getMinX());
        double right = Math.min(maxX, visible.getMaxX());
        double top = Math.max(minY, visible.getMinY());
        double bottom = Math.min(maxY, visible.getMaxY());
        if (!(left <= right && top <= bottom)) {
            return;
        }
        double w = right - left;
        double h = bottom - top;
        if (h <= MAX_LINE_WIDTH && (w > h || w <= MAX_LINE_WIDTH)) {
            add(true, (top + bottom) / 2, left, right);
        }
        if (w <= MAX_LINE_WIDTH && (h > w || h <= MAX_LINE_WIDTH)) {
            add(false, (left + right) / 2, top, bottom);
        }
    }

    private void add(boolean horizontal, double at, double from, double to) {
        if (rulings.size() >= MAX_RULINGS) {
            throw new DrawingLimits.Exceeded("lines");
        }
        rulings.add(new Ruling(horizontal, (float) at, (float) from, (float) to));
    }

    /** The page, turned so that most of its text reads from left to right. */
    PageScan finish(boolean cut) {
        List<RawGlyph> visible = visible();
        int turn = mainDirection(visible);
        AffineTransform turned = turn(turn);
        boolean sideways = turn % 2 == 1;
        Duplicates duplicates = new Duplicates();
        List<Glyph> result = new ArrayList<>(visible.size());
        for (RawGlyph raw : visible) {
            Glyph glyph = turned(raw, turned, turn);
            if (glyph.blank() || duplicates.add(glyph)) {
                result.add(glyph);
            }
        }
        return new PageScan(
                (float) (sideways ? height : width),
                (float) (sideways ? width : height),
                result,
                turn == 0
                        ? rulings
                        : rulings.stream().map(r -> turned(r, turned)).toList(),
                unmapped,
                cut);
    }

    /**
     * Painted glyphs, or the unpainted text layer of a scanned page when nothing is painted. A clipped glyph stays when
     * a part of its run can be seen: the run belongs to the narrow cell it was cut by.
     */
    private List<RawGlyph> visible() {
        boolean anyPainted = glyphs.stream().anyMatch(g -> g.painted && !g.text.isBlank() && !g.clipped);
        Set<Integer> seenRuns = new HashSet<>();
        for (RawGlyph glyph : glyphs) {
            if (!glyph.clipped && !glyph.text.isBlank()) {
                seenRuns.add(glyph.run);
            }
        }
        return glyphs.stream()
                .filter(g -> g.painted || !anyPainted)
                .filter(g -> !g.clipped || seenRuns.contains(g.run))
                .toList();
    }

    private static int mainDirection(List<RawGlyph> glyphs) {
        int[] count = new int[4];
        int main = 0;
        for (RawGlyph glyph : glyphs) {
            count[glyph.direction]++;
        }
        for (int direction = 1; direction < 4; direction++) {
            if (count[direction] > count[main]) {
                main = direction;
            }
        }
        return main;
    }

    private AffineTransform turn(int direction) {
        return switch (direction) {
            case 1 -> new AffineTransform(0, -1, 1, 0, 0, width);
            case 2 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 3 -> new AffineTransform(0, 1, -1, 0, height, 0);
            default -> new AffineTransform();
        };
    }

    private static Glyph turned(RawGlyph raw, AffineTransform turned, int turn) {
        Point2D origin = turned.transform(raw.origin, null);
        Point2D end = turned.transform(raw.end, null);
        Point2D anchor = turned.transform(raw.anchor, null);
        boolean upright = raw.direction == turn;
        double left = Math.min(origin.getX(), end.getX());
        double right = upright ? Math.max(origin.getX(), end.getX()) : left + raw.size;
        return new Glyph(
                raw.text,
                (float) left,
                (float) right,
                (float) Math.max(origin.getY(), end.getY()),
                raw.size,
                raw.run,
                (float) anchor.getX(),
                (float) anchor.getY());
    }

    private static Ruling turned(Ruling ruling, AffineTransform turned) {
        Point2D from = new Point2D.Float(
                ruling.horizontal() ? ruling.from() : ruling.at(), ruling.horizontal() ? ruling.at() : ruling.from());
        Point2D to = new Point2D.Float(
                ruling.horizontal() ? ruling.to() : ruling.at(), ruling.horizontal() ? ruling.at() : ruling.to());
        turned.transform(from, from);
        turned.transform(to, to);
        boolean horizontal = Math.abs(from.getX() - to.getX()) > Math.abs(from.getY() - to.getY());
        double a = horizontal ? from.getX() : from.getY();
        double b = horizontal ? to.getX() : to.getY();
        return new Ruling(horizontal, (float) (horizontal ? from.getY() : from.getX()), (float) Math.min(a, b), (float)
                Math.max(a, b));
    }

    /** Finds glyphs drawn twice on nearly the same spot, which is how bold print is faked. */
    private static final class Duplicates {
        private static final float NEAR = 1;

        private final Map<Long, List<Glyph>> bySpot = new HashMap<>();

        /** Whether the glyph is the first of its kind on its spot. */
        boolean add(Glyph glyph) {
            float near = Math.min(NEAR, glyph.size() / 6);
            int column = Math.round(glyph.left() / NEAR);
            int row = Math.round(glyph.baseline() / NEAR);
            for (int c = column - 1; c <= column + 1; c++) {
                for (int r = row - 1; r <= row + 1; r++) {
                    for (Glyph other : bySpot.getOrDefault(spot(c, r), List.of())) {
                        if (other.text().equals(glyph.text())
                                && Math.abs(other.left() - glyph.left()) <= near
                                && Math.abs(other.baseline() - glyph.baseline()) <= near) {
                            return false;
                        }
                    }
                }
            }
            bySpot.computeIfAbsent(spot(column, row), any -> new ArrayList<>(1)).add(glyph);
            return true;
        }

        private static long spot(int column, int row) {
            return ((long) column << 32) ^ (row & 0xFFFFFFFFL);
        }
    }
}
