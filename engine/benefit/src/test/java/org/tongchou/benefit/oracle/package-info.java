/**
 * The oracle (对照计算): a second settlement, slow and literal, written from {@code docs/benefit-engine.md} alone by someone
 * who had not read the first, and random lives to hold the two against each other.
 *
 * <p>It reads packs as the files say them and uses nothing of the engine but the shape of what goes in and comes out.
 * Amounts are yuan and ratios fractions, exact until the page says that they are rounded. Speed does not count here.
 */
@NullMarked
package org.tongchou.benefit.oracle;

import org.jspecify.annotations.NullMarked;
