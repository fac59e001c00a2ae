package org.tongchou.platform.fund;

/**
 * Whom money is paid to.
 *
 * @param code code of the party, as in the ledger
 * @param name name of the account's holder
 * @param bankName bank and branch
 * @param bankAccount number of the bank account; kept sealed, masked where it is shown
 */
public record Payee(String code, String name, String bankName, String bankAccount) {
    /** Without the number of the account. */
    @Override
    public String toString() {
        return code;
    }
}
