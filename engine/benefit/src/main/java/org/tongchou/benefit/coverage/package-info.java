/**
 * Who enjoys which fund on a day, and why (参保状态与待遇享受检查).
 *
 * <p>{@link org.tongchou.benefit.coverage.CoverageDecision} answers in the manner of transaction 2001 of the national
 * interface from registrations and payments: payment windows, waiting periods, gaps, newborn, retired persons, two schemes.
 * {@link org.tongchou.benefit.coverage.CapRaise} is what unbroken years and years without a claim add to the
 * critical-illness cap. All numbers are parameters {@code coverage.*} of the pack.
 */
@NullMarked
package org.tongchou.benefit.coverage;

import org.jspecify.annotations.NullMarked;
