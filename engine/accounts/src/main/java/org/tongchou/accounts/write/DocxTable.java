package org.tongchou.accounts.write;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHeight;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblCellMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTrPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHeightRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STShd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STVerticalJc;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.write.GridShape.Piece;
import org.tongchou.accounts.write.GridShape.Placed;

/** Fills a Word table from a grid: borders, spans, header rows that repeat, figures at the right. */
final class DocxTable {
    private static final String LINE = "6B7A89";
    private static final String HEADER_FILL = "E9EFF5";
    private static final String TOTAL_FILL = "F5F7FA";
    private static final int ROW_TWIPS = 330;
    private static final int MARGIN_TWIPS = 60;
    private static final int LARGEST = 18;
    private static final int SMALLEST = 12;

    private final GridShape shape;
    private final int[] twips;
    private final int halfPoints;

    private DocxTable(Grid grid, int pageTwips) {
        this.shape = GridShape.of(grid);
        int[] widths = shape.widths();
        int characters = Math.max(1, Arrays.stream(widths).sum());
        this.twips = new int[widths.length];
        for (int c = 0; c < widths.length; c++) {
            twips[c] = pageTwips * widths[c] / characters;
        }
        // A half-width character is half as wide as the letters are high: points x 10 twips.
        this.halfPoints = Math.max(SMALLEST, Math.min(LARGEST, pageTwips / (5 * characters)));
    }

    /**
     * Fills a table.
     *
     * @param table the empty table
     * @param grid what it holds
     * @param pageTwips width of the text on the page in twentieths of a point
     */
    static void fill(CTTbl table, Grid grid, int pageTwips) {
        DocxTable filler = new DocxTable(grid, pageTwips);
        filler.properties(table, pageTwips);
        filler.rows(table, filler.shape.header(), true);
        filler.rows(table, filler.shape.body(), false);
    }

    private void properties(CTTbl table, int pageTwips) {
        table.setTrArray(new CTRow[0]);
        CTTblPr properties = table.getTblPr() == null ? table.addNewTblPr() : table.getTblPr();
        if (properties.isSetTblBorders()) {
            properties.unsetTblBorders();
        }
        CTTblWidth width = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width.setType(STTblWidth.DXA);
        width.setW(BigInteger.valueOf(pageTwips));
        CTTblBorders borders = properties.addNewTblBorders();
        for (CTBorder border : List.of(
                borders.addNewTop(),
                borders.addNewLeft(),
                borders.addNewBottom(),
                borders.addNewRight(),
                borders.addNewInsideH(),
                borders.addNewInsideV())) {
            border.setVal(STBorder.SINGLE);
            border.setSz(BigInteger.valueOf(4));
            border.setColor(LINE);
        }
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        CTTblCellMar margins = properties.addNewTblCellMar();
        for (CTTblWidth margin : List.of(margins.addNewLeft(), margins.addNewRight())) {
            margin.setType(STTblWidth.DXA);
            margin.setW(BigInteger.valueOf(MARGIN_TWIPS));
        }
        var columns = table.getTblGrid() == null ? table.addNewTblGrid() : table.getTblGrid();
        for (int column : twips) {
            columns.addNewGridCol().setW(BigInteger.valueOf(column));
        }
    }

    private void rows(CTTbl table, List<List<Placed>> rows, boolean header) {
        List<List<Piece>> pieces = shape.pieces(rows);
        for (int r = 0; r < pieces.size(); r++) {
            CTRow row = table.addNewTr();
            properties(row.addNewTrPr(), header);
            boolean shaded = header || shape.total(r);
            for (Piece piece : pieces.get(r)) {
                CTTc cell = row.addNewTc();
                CTTcPr properties = properties(cell, piece.placed(), shaded, header);
                if (piece.placed().rowSpan() > 1) {
                    properties.addNewVMerge().setVal(piece.first() ? STMerge.RESTART : STMerge.CONTINUE);
                }
                paragraph(cell.addNewP(), piece, header, shaded);
            }
        }
    }

    private static void properties(CTTrPr properties, boolean header) {
        properties.addNewCantSplit();
        CTHeight height = properties.addNewTrHeight();
        height.setVal(BigInteger.valueOf(ROW_TWIPS));
        height.setHRule(STHeightRule.AT_LEAST);
        if (header) {
            properties.addNewTblHeader();
        }
    }

    private CTTcPr properties(CTTc cell, Placed placed, boolean shaded, boolean header) {
        int column = placed.column();
        int span = placed.colSpan();
        CTTcPr properties = cell.addNewTcPr();
        CTTblWidth width = properties.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(
                BigInteger.valueOf(Arrays.stream(twips, column, column + span).sum()));
        if (span > 1) {
            properties.addNewGridSpan().setVal(BigInteger.valueOf(span));
        }
        if (shaded) {
            CTShd shade = properties.addNewShd();
            shade.setVal(STShd.CLEAR);
            shade.setColor("auto");
            shade.setFill(header ? HEADER_FILL : TOTAL_FILL);
        }
        properties.addNewVAlign().setVal(STVerticalJc.CENTER);
        return properties;
    }

    private void paragraph(CTP paragraph, Piece piece, boolean header, boolean bold) {
        Placed placed = piece.placed();
        GridCell cell = placed.cell();
        CTPPr properties = paragraph.addNewPPr();
        properties.addNewPStyle().setVal(DocxStyles.TABLE.id());
        int depth = header ? 0 : shape.depth(placed.row(), placed.column());
        if (depth > 0) {
            properties.addNewInd().setLeft(BigInteger.valueOf(10L * depth * halfPoints));
        }
        if (header || placed.colSpan() > 1) {
            properties.addNewJc().setVal(STJc.CENTER);
        } else if (cell.kind() == Kind.FIGURE) {
            properties.addNewJc().setVal(STJc.RIGHT);
        }
        String text = piece.first() ? GridShape.text(cell) : "";
        if (!text.isEmpty()) {
            CTR run = paragraph.addNewR();
            CTRPr font = run.addNewRPr();
            DocxStyles.TABLE.font(font);
            if (bold) {
                font.addNewB();
            }
            font.addNewSz().setVal(BigInteger.valueOf(halfPoints));
            CTText written = run.addNewT();
            written.setStringValue(text);
            written.setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }
}
