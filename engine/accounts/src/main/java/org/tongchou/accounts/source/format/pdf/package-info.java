/**
 * Layout of a PDF page: glyphs and ruling lines in, lines of text and tables of cells out.
 *
 * <p>All coordinates are in points of the upright page (page rotation and the main direction of its text undone), with
 * the origin at the top left and y growing downwards. A page is first scanned ({@code PageScanner}), its ruling lines
 * are made into grids ({@code Lattice}), what remains is made into lines ({@code TextLines}), aligned lines without
 * rulings into tables ({@code AlignedTables}), and the lines of all pages into paragraphs ({@code ParagraphBuilder}).
 */
@NullMarked
package org.tongchou.accounts.source.format.pdf;

import org.jspecify.annotations.NullMarked;
