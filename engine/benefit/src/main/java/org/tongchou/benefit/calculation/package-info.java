/**
 * What the calculators share: parameters of a pack taken on a day for given facts, and a record of how a result came
 * about (测算过程).
 *
 * <p>{@link org.tongchou.benefit.calculation.Working} asks and notes; {@link org.tongchou.benefit.calculation.Result}
 * is what it leads to. Values are taken literally as {@code docs/benefit-engine.md} §2 says them, not compiled: bills
 * are settled elsewhere. Knows only the policy.
 */
@NullMarked
package org.tongchou.benefit.calculation;

import org.jspecify.annotations.NullMarked;
