package org.tongchou.benefit.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.Bill;
import org.tongchou.benefit.settle.BillNumbers;
import org.tongchou.benefit.settle.Continuation;

/** Checks that rows belong to each other, that bills are in order, and that every number means something. */
final class ClaimsCheck {
    private static final int CATALOGUES = 3;
    private static final int MOST_MARKS = 15;

    private final ClaimsYear year;
    private final List<ClaimsFailure> failures;

    private ClaimsCheck(ClaimsYear year, List<ClaimsFailure> failures) {
        this.year = year;
        this.failures = failures;
    }

    /** Reports the first wrong row of each column. */
    static void check(ClaimsYear year, List<ClaimsFailure> failures) {
        ClaimsCheck check = new ClaimsCheck(year, failures);
        ClaimsManifest manifest = year.manifest();
        check.ends(ClaimsColumn.PERSON_BILLS_END, manifest.persons(), manifest.bills());
        check.ends(ClaimsColumn.BILL_LINES_END, manifest.bills(), manifest.lines());
        if (failures.isEmpty()) {
            check.dates();
            check.persons();
            check.bills();
            check.lines();
        }
    }

    private void fail(ClaimsFailure.Code code, ClaimsColumn column, int row, long value, String expected) {
        failures.add(
                new ClaimsFailure(code, column.file() + " 第 " + (row + 1L) + " 行", String.valueOf(value), expected));
    }

    /** The rows below are those from the end of the row before to a row's own end, and all are somebody's. */
    private void ends(ClaimsColumn column, int rows, int below) {
        int before = 0;
        for (int row = 0; row < rows; row++) {
            int end = year.intAt(column, row);
            if (end < before || end > below) {
                fail(ClaimsFailure.Code.ORDER, column, row, end, before + " 至 " + below);
                return;
            }
            before = end;
        }
        if (before != below) {
            fail(ClaimsFailure.Code.ORDER, column, Math.max(0, rows - 1), before, String.valueOf(below));
        }
    }

    private void dates() {
        LocalDate first = LocalDate.of(Math.max(1, year.manifest().year()), 1, 1);
        long from = first.toEpochDay();
        long to = LocalDate.of(first.getYear(), 12, 31).toEpochDay();
        for (int person = 0; person < year.persons(); person++) {
            long before = from;
            for (int bill = year.firstBill(person); bill < year.endOfBills(person); bill++) {
                int date = year.intAt(ClaimsColumn.BILL_DATE, bill);
                if (date < from || date > to) {
                    fail(ClaimsFailure.Code.RANGE, ClaimsColumn.BILL_DATE, bill, date, first.getYear() + " 年内的一天");
                    return;
                }
                if (date < before) {
                    fail(ClaimsFailure.Code.ORDER, ClaimsColumn.BILL_DATE, bill, date, "不早于同一人的前一张账单");
                    return;
                }
                before = date;
            }
        }
    }

    private void persons() {
        word(ClaimsColumn.PERSON_SEX, Fact.Kind.SEX);
        word(ClaimsColumn.PERSON_SCHEME, Fact.Kind.SCHEME);
        word(ClaimsColumn.PERSON_TYPE, Fact.Kind.PERSON_TYPE);
        word(ClaimsColumn.PERSON_FEE_TIER, Fact.Kind.FEE_TIER);
        bits(ClaimsColumn.PERSON_IDENTITIES, Fact.Kind.IDENTITY);
        bits(ClaimsColumn.PERSON_HELD_DISEASES, Fact.Kind.DISEASE);
        range(ClaimsColumn.PERSON_CARE_LEVEL, 0, 5);
        range(ClaimsColumn.PERSON_INSURED_YEARS, 0, Short.MAX_VALUE);
        amounts(ClaimsColumn.PERSON_CAP_RAISE, 0);
    }

    private void bills() {
        int kinds = year.manifest().words().of(Fact.Kind.KIND).size();
        int secondAid = year.manifest().words().number(Fact.Kind.KIND, Bill.SECOND_AID);
        first(
                ClaimsColumn.BILL_KIND,
                row -> {
                    int kind = year.byteAt(ClaimsColumn.BILL_KIND, row);
                    return outside(kind, 0, kinds - 1) || kind == secondAid;
                },
                "0 至 " + (kinds - 1) + "，不是 " + Bill.SECOND_AID);
        word(ClaimsColumn.BILL_LEVEL, Fact.Kind.LEVEL);
        bits(ClaimsColumn.BILL_PROVIDERS, Fact.Kind.PROVIDER);
        word(ClaimsColumn.BILL_PLACE, Fact.Kind.PLACE);
        word(ClaimsColumn.BILL_FILING, Fact.Kind.FILING);
        word(ClaimsColumn.BILL_PAYMENT_MODE, Fact.Kind.PAYMENT_MODE);
        word(ClaimsColumn.BILL_DISEASE, Fact.Kind.DISEASE);
        bits(ClaimsColumn.BILL_TAGS, Fact.Kind.TAG);
        range(
                ClaimsColumn.BILL_DIAGNOSIS,
                -1,
                year.manifest().words().diagnoses().size() - 1);
        range(ClaimsColumn.BILL_CONTINUES, -1, Continuation.Reason.values().length - 1);
        amounts(ClaimsColumn.BILL_PACKAGE_PRICE, BillNumbers.NOTHING);
        amounts(ClaimsColumn.BILL_ACCOUNT, 0);
        amounts(ClaimsColumn.BILL_MUTUAL_ACCOUNT, 0);
    }

    private void lines() {
        range(ClaimsColumn.LINE_CATALOGUE, 0, CATALOGUES - 1);
        word(ClaimsColumn.LINE_CATEGORY, Fact.Kind.CATEGORY);
        range(ClaimsColumn.LINE_MARKS, 0, MOST_MARKS);
        range(ClaimsColumn.LINE_SHARE, BillNumbers.NOTHING, Integer.MAX_VALUE);
        range(ClaimsColumn.LINE_REFUNDS, BillNumbers.NOTHING, Short.MAX_VALUE);
        amounts(ClaimsColumn.LINE_LIMIT, BillNumbers.NOTHING);
        amounts(ClaimsColumn.LINE_PRICE, 0);
    }

    private void word(ClaimsColumn column, Fact.Kind fact) {
        range(column, -1, year.manifest().words().of(fact).size() - 1);
    }

    private void range(ClaimsColumn column, int least, int most) {
        IntPredicate wrong = switch (column.width()) {
            case Byte.BYTES -> row -> outside(year.byteAt(column, row), least, most);
            case Short.BYTES -> row -> outside(year.shortAt(column, row), least, most);
            default -> row -> outside(year.intAt(column, row), least, most);
        };
        first(column, wrong, least + " 至 " + most);
    }

    private static boolean outside(int value, int least, int most) {
        return value < least || value > most;
    }

    private void amounts(ClaimsColumn column, long least) {
        first(column, row -> year.longAt(column, row) < least, "不小于 " + least);
    }

    private void bits(ClaimsColumn column, Fact.Kind fact) {
        int words = year.manifest().words().of(fact).size();
        long known = words == Long.SIZE ? -1L : (1L << words) - 1;
        first(column, row -> (year.longAt(column, row) & ~known) != 0, "清单中 " + words + " 个词的位");
    }

    private void first(ClaimsColumn column, IntPredicate wrong, String expected) {
        IntStream.range(0, year.manifest().rows(column.table()))
                .filter(wrong)
                .findFirst()
                .ifPresent(row -> fail(
                        ClaimsFailure.Code.RANGE,
                        column,
                        row,
                        switch (column.width()) {
                            case Byte.BYTES -> year.byteAt(column, row);
                            case Short.BYTES -> year.shortAt(column, row);
                            case Integer.BYTES -> year.intAt(column, row);
                            default -> year.longAt(column, row);
                        },
                        expected));
    }
}
