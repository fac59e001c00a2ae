/**
 * The personal account of the employee scheme (个人账户): monthly credit, use, refunds, transfer to the family account,
 * interest.
 *
 * <p>{@link org.tongchou.benefit.account.AccountCredit} is what a month brings, {@link
 * org.tongchou.benefit.account.AccountYear} what becomes of a year's movements, {@link
 * org.tongchou.benefit.account.FamilyUse} for whom the account may pay. All numbers are parameters {@code account.*} of
 * the pack.
 */
@NullMarked
package org.tongchou.benefit.account;

import org.jspecify.annotations.NullMarked;
