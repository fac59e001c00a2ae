/**
 * Explanations (计算说明): ordered steps with formula, rule, date and source, and how they are printed.
 *
 * <p>Whoever calculates writes the steps; here they are held and turned into Chinese text, JSON and the data of a
 * waterfall. Knows policies, but nobody who calculates.
 */
@NullMarked
package org.tongchou.benefit.explain;

import org.jspecify.annotations.NullMarked;
