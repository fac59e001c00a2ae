package org.tongchou.bench;

import org.tongchou.benefit.claims.BillCursor;
import org.tongchou.benefit.claims.ClaimsYear;
import org.tongchou.benefit.claims.PersonCursor;
import org.tongchou.benefit.claims.WordMap;

/**
 * Reads a year through the cursors that settling uses, person by person and bill by bill, and adds up: what any work on
 * the same rows must do at least.
 *
 * @param year the year file
 * @param words its words
 */
record LineSums(ClaimsYear year, WordMap words) {
    /** What is read. */
    enum Columns {
        /** The amounts of the lines. */
        AMOUNTS,
        /** Every column of the lines. */
        LINES,
        /** Every column of the persons, the bills and the lines: all that settling looks at. */
        ALL
    }

    /** The sum. */
    long of(Columns columns) {
        PersonCursor person = new PersonCursor(year, words);
        BillCursor bill = new BillCursor(year, words);
        long sum = 0;
        for (int row = 0; row < year.persons(); row++) {
            person.move(row);
            sum += columns == Columns.ALL ? sum(person) : 0;
            int end = year.endOfBills(row);
            for (int i = year.firstBill(row); i < end; i++) {
                bill.move(i);
                sum += columns == Columns.ALL ? sum(bill) : 0;
                sum += columns == Columns.AMOUNTS ? amounts(bill) : lines(bill);
            }
        }
        return sum;
    }

    private static long sum(PersonCursor person) {
        return person.born()
                + person.sex()
                + person.scheme()
                + person.personType()
                + person.feeTier()
                + person.insuredYears()
                + person.identities()
                + person.heldDiseases()
                + person.careLevel();
    }

    private static long sum(BillCursor bill) {
        return bill.date()
                + bill.admitted()
                + bill.kind()
                + bill.level()
                + bill.providers()
                + bill.place()
                + bill.filing()
                + bill.paymentMode()
                + bill.packagePrice()
                + bill.disease()
                + bill.diagnoses()
                + bill.tags()
                + bill.account()
                + bill.mutualAccount()
                + bill.continues();
    }

    private static long amounts(BillCursor bill) {
        long sum = 0;
        int lines = bill.lines();
        for (int line = 0; line < lines; line++) {
            sum += bill.amount(line);
        }
        return sum;
    }

    private static long lines(BillCursor bill) {
        long sum = 0;
        int lines = bill.lines();
        for (int line = 0; line < lines; line++) {
            sum += bill.amount(line) + bill.price(line) + bill.count(line) + bill.catalogue(line);
            sum += bill.share(line) + bill.limit(line) + bill.approval(line) + bill.refunds(line);
            sum += bill.restricted(line) ? 1 : 0;
            sum += bill.outside(line) ? 1 : 0;
        }
        return sum;
    }
}
