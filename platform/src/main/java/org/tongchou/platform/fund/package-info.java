/**
 * The money of the funds (基金财务): a double-entry ledger per fund, personal accounts, accounts for income, spending and the
 * treasury, payments and their return files, bank reconciliation, months and years closed, statements.
 *
 * <p>Owns schema {@code fund}. Offers {@link org.tongchou.platform.fund.Ledger} and {@link
 * org.tongchou.platform.fund.PersonalAccounts}; whoever causes money to move posts through them in the transaction of the act, and
 * finds what it left in {@link org.tongchou.platform.fund.Traces}.
 * Parties are codes: it must not know providers, persons or employers.
 */
@ApplicationModule(displayName = "基金财务")
@NullMarked
package org.tongchou.platform.fund;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
