/**
 * Maternity allowance (生育津贴): days by event, amount by base.
 *
 * <p>{@link org.tongchou.benefit.maternity.MaternityAllowance} computes; all numbers, and the place of rounding, are
 * parameters {@code allowance.*} of the pack.
 */
@NullMarked
package org.tongchou.benefit.maternity;

import org.jspecify.annotations.NullMarked;
