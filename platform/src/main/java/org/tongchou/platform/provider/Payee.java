package org.tongchou.platform.provider;

/**
 * Where a provider is paid to. The number is in the clear: only for payment files.
 *
 * @param holder name of the account's holder
 * @param bank its bank
 * @param account its number
 */
public record Payee(String holder, String bank, String account) {
    /** Without the number. */
    @Override
    public String toString() {
        return "Payee[" + holder + ", " + bank + "]";
    }
}
