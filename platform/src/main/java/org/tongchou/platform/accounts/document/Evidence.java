package org.tongchou.platform.accounts.document;

/**
 * A row of a register that a figure counts: a contract, a vehicle, a trip, a unit.
 *
 * @param register the register in Chinese: 政府采购合同, 国有资产 …
 * @param id the row
 * @param number its number or code; may be empty
 * @param name what it is
 * @param date ISO date; may be empty
 * @param amount what it adds to the figure: fen for money, else a count
 * @param enteredBy who entered it; may be empty
 * @param enteredAt when, ISO with offset; may be empty
 */
record Evidence(
        String register,
        long id,
        String number,
        String name,
        String date,
        long amount,
        String enteredBy,
        String enteredAt) {
    /** The same row, counted in another way. */
    Evidence withAmount(long other) {
        return new Evidence(register, id, number, name, date, other, enteredBy, enteredAt);
    }
}
