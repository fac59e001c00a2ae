package org.tongchou.accounts.source.format.pdf;

import java.util.List;

/**
 * What is drawn on one page, turned upright.
 *
 * @param width page width
 * @param height page height
 * @param glyphs visible glyphs in drawing order, duplicates removed
 * @param rulings horizontal and vertical lines in drawing order, as drawn
 * @param unmapped number of glyphs whose character the file does not tell
 * @param cut whether drawing was cut off at a limit
 */
record PageScan(float width, float height, List<Glyph> glyphs, List<Ruling> rulings, int unmapped, boolean cut) {}
