/**
 * Who owes what to the funds (筹资): monthly dues of employees, yearly dues of residents with subsidised enrolment, late
 * fees, and the fiscal subsidy by level.
 *
 * <p>{@link org.tongchou.benefit.funding.EmployeeDues}, {@link org.tongchou.benefit.funding.ResidentDues}, {@link
 * org.tongchou.benefit.funding.LateFee}, {@link org.tongchou.benefit.funding.FiscalSubsidy} and {@link
 * org.tongchou.benefit.funding.Appropriations} compute; all numbers are parameters {@code dues.*} and {@code subsidy.*}
 * of the pack.
 */
@NullMarked
package org.tongchou.benefit.funding;

import org.jspecify.annotations.NullMarked;
