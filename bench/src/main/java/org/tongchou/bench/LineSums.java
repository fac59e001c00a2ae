package org.tongchou.bench;

import org.tongchou.benefit.claims.BillCursor;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.WordMap;

/**
 * Reads the lines of a year, bill by bill, and adds up: what any work on the same lines must do at least.
 *
 * @param year the year file
 * @param words its words
 */
record LineSums(ClaimsYear year, WordMap words) {
    /** The amounts only. */
    long amounts() {
        BillCursor bill = new BillCursor(year, words);
        long sum = 0;
        for (int row = 0; row < year.manifest().bills(); row++) {
            bill.move(row);
            for (int line = 0; line < bill.lines(); line++) {
                sum += bill.amount(line);
            }
        }
        return sum;
    }

    /** Every column of the lines, which settling looks at too. */
    long columns() {
        BillCursor bill = new BillCursor(year, words);
        long sum = 0;
        for (int row = 0; row < year.manifest().bills(); row++) {
            bill.move(row);
            for (int line = 0; line < bill.lines(); line++) {
                sum += bill.amount(line) + bill.price(line) + bill.count(line) + bill.catalogue(line);
                sum += bill.share(line) + bill.limit(line) + bill.approval(line) + bill.refunds(line);
                sum += bill.restricted(line) ? 1 : 0;
                sum += bill.outside(line) ? 1 : 0;
            }
        }
        return sum;
    }
}
