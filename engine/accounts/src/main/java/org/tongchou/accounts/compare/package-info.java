/**
 * Several accounts side by side (对比分析): two years of one bureau, its budget and its final accounts, or several
 * bureaus.
 *
 * <p>{@link org.tongchou.accounts.compare.Comparison} lines the figures up; {@link
 * org.tongchou.accounts.compare.ComparisonPublication} lays them out for the writers. Which figure is read from which
 * cell is data in {@link org.tongchou.accounts.compare.Measure}.
 */
@NullMarked
package org.tongchou.accounts.compare;

import org.jspecify.annotations.NullMarked;
