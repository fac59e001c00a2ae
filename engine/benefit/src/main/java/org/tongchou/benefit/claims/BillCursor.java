package org.tongchou.benefit.claims;

import java.nio.ByteBuffer;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.BillNumbers;

/** The bill at a row of a year file, with its lines. Moved from row to row; of one thread. */
public final class BillCursor implements BillNumbers {
    private final ClaimsYear year;
    private final WordMap words;
    private final ByteBuffer price;
    private final ByteBuffer count;
    private final ByteBuffer amount;
    private final ByteBuffer catalogue;
    private final ByteBuffer category;
    private final ByteBuffer share;
    private final ByteBuffer limit;
    private final ByteBuffer marks;
    private final int[] kinds;
    private final int[] levels;
    private final int[] places;
    private final int[] filings;
    private final int[] modes;
    private final int[] diseases;
    private final int[] categories;
    private final int[] providerBits;
    private final int[] tagBits;
    private int row;
    private int firstLine;

    /** Starts at the first row. */
    public BillCursor(ClaimsYear year, WordMap words) {
        this.year = year;
        this.words = words;
        price = year.column(ClaimsColumn.LINE_PRICE);
        count = year.column(ClaimsColumn.LINE_COUNT);
        amount = year.column(ClaimsColumn.LINE_AMOUNT);
        catalogue = year.column(ClaimsColumn.LINE_CATALOGUE);
        category = year.column(ClaimsColumn.LINE_CATEGORY);
        share = year.column(ClaimsColumn.LINE_SHARE);
        limit = year.column(ClaimsColumn.LINE_LIMIT);
        marks = year.column(ClaimsColumn.LINE_MARKS);
        kinds = words.numbers(Fact.Kind.KIND);
        levels = words.numbers(Fact.Kind.LEVEL);
        places = words.numbers(Fact.Kind.PLACE);
        filings = words.numbers(Fact.Kind.FILING);
        modes = words.numbers(Fact.Kind.PAYMENT_MODE);
        diseases = words.numbers(Fact.Kind.DISEASE);
        categories = words.numbers(Fact.Kind.CATEGORY);
        providerBits = words.numbers(Fact.Kind.PROVIDER);
        tagBits = words.numbers(Fact.Kind.TAG);
    }

    /** Moves to a row. */
    public void move(int bill) {
        row = bill;
        firstLine = year.firstLine(bill);
    }

    private int word(ClaimsColumn column, int[] numbers) {
        int word = year.byteAt(column, row);
        return word < 0 ? -1 : numbers[word];
    }

    @Override
    public int date() {
        return year.intAt(ClaimsColumn.BILL_DATE, row);
    }

    @Override
    public int admitted() {
        return year.intAt(ClaimsColumn.BILL_ADMITTED, row);
    }

    @Override
    public int kind() {
        return word(ClaimsColumn.BILL_KIND, kinds);
    }

    @Override
    public int level() {
        return word(ClaimsColumn.BILL_LEVEL, levels);
    }

    @Override
    public long providers() {
        return WordMap.bits(year.longAt(ClaimsColumn.BILL_PROVIDERS, row), providerBits);
    }

    @Override
    public int place() {
        return word(ClaimsColumn.BILL_PLACE, places);
    }

    @Override
    public int filing() {
        return word(ClaimsColumn.BILL_FILING, filings);
    }

    @Override
    public int paymentMode() {
        return word(ClaimsColumn.BILL_PAYMENT_MODE, modes);
    }

    @Override
    public long packagePrice() {
        return year.longAt(ClaimsColumn.BILL_PACKAGE_PRICE, row);
    }

    @Override
    public int disease() {
        return word(ClaimsColumn.BILL_DISEASE, diseases);
    }

    @Override
    public long diagnoses() {
        return words.setsOf(year.shortAt(ClaimsColumn.BILL_DIAGNOSIS, row));
    }

    @Override
    public long tags() {
        return WordMap.bits(year.longAt(ClaimsColumn.BILL_TAGS, row), tagBits);
    }

    @Override
    public long account() {
        return year.longAt(ClaimsColumn.BILL_ACCOUNT, row);
    }

    @Override
    public long mutualAccount() {
        return year.longAt(ClaimsColumn.BILL_MUTUAL_ACCOUNT, row);
    }

    @Override
    public int continues() {
        return year.byteAt(ClaimsColumn.BILL_CONTINUES, row);
    }

    @Override
    public int lines() {
        return year.endOfLines(row) - firstLine;
    }

    @Override
    public long price(int line) {
        return price.getLong((firstLine + line) * Long.BYTES);
    }

    @Override
    public long count(int line) {
        return count.getLong((firstLine + line) * Long.BYTES);
    }

    @Override
    public long amount(int line) {
        return amount.getLong((firstLine + line) * Long.BYTES);
    }

    @Override
    public int catalogue(int line) {
        return catalogue.get(firstLine + line);
    }

    @Override
    public int category(int line) {
        int word = category.get(firstLine + line);
        return word < 0 ? -1 : categories[word];
    }

    @Override
    public int share(int line) {
        return share.getInt((firstLine + line) * Integer.BYTES);
    }

    @Override
    public long limit(int line) {
        return limit.getLong((firstLine + line) * Long.BYTES);
    }

    @Override
    public boolean restricted(int line) {
        return (marks.get(firstLine + line) & LineRow.RESTRICTED) != 0;
    }

    @Override
    public int approval(int line) {
        return marks.get(firstLine + line) >> 1 & 3;
    }

    @Override
    public boolean outside(int line) {
        return (marks.get(firstLine + line) & LineRow.OUTSIDE) != 0;
    }

    @Override
    public int refunds(int line) {
        return year.shortAt(ClaimsColumn.LINE_REFUNDS, firstLine + line);
    }
}
