/**
 * Settlement (结算): one bill of one person against a policy, to the fen.
 *
 * <p>{@link org.tongchou.benefit.settle.Policy} is a pack resolved for a span of dates, {@link
 * org.tongchou.benefit.settle.BenefitEngine} settles a bill with it. What a person used up is in {@link
 * org.tongchou.benefit.settle.YearState}. Pure: no clock, no files, no database. The rules are told in {@code
 * docs/benefit-engine.md}.
 */
@NullMarked
package org.tongchou.benefit.settle;

import org.jspecify.annotations.NullMarked;
