package org.tongchou.benefit.claims;

import java.util.Locale;

/** A column of a year file: one file of little-endian whole numbers of a width, one for each row of its table. */
enum ClaimsColumn {
    PERSON_BORN(Table.PERSONS, 4),
    PERSON_SEX(Table.PERSONS, 1),
    PERSON_SCHEME(Table.PERSONS, 1),
    PERSON_TYPE(Table.PERSONS, 1),
    PERSON_FEE_TIER(Table.PERSONS, 1),
    PERSON_INSURED_YEARS(Table.PERSONS, 2),
    PERSON_IDENTITIES(Table.PERSONS, 8),
    PERSON_HELD_DISEASES(Table.PERSONS, 8),
    PERSON_CARE_LEVEL(Table.PERSONS, 1),
    PERSON_CAP_RAISE(Table.PERSONS, 8),
    PERSON_BILLS_END(Table.PERSONS, 4),
    BILL_DATE(Table.BILLS, 4),
    BILL_ADMITTED(Table.BILLS, 4),
    BILL_KIND(Table.BILLS, 1),
    BILL_LEVEL(Table.BILLS, 1),
    BILL_PROVIDERS(Table.BILLS, 8),
    BILL_PLACE(Table.BILLS, 1),
    BILL_FILING(Table.BILLS, 1),
    BILL_PAYMENT_MODE(Table.BILLS, 1),
    BILL_PACKAGE_PRICE(Table.BILLS, 8),
    BILL_DISEASE(Table.BILLS, 1),
    BILL_DIAGNOSIS(Table.BILLS, 2),
    BILL_TAGS(Table.BILLS, 8),
    BILL_ACCOUNT(Table.BILLS, 8),
    BILL_MUTUAL_ACCOUNT(Table.BILLS, 8),
    BILL_CONTINUES(Table.BILLS, 1),
    BILL_LINES_END(Table.BILLS, 4),
    LINE_PRICE(Table.LINES, 8),
    LINE_COUNT(Table.LINES, 8),
    LINE_AMOUNT(Table.LINES, 8),
    LINE_CATALOGUE(Table.LINES, 1),
    LINE_CATEGORY(Table.LINES, 1),
    LINE_SHARE(Table.LINES, 4),
    LINE_LIMIT(Table.LINES, 8),
    LINE_MARKS(Table.LINES, 1),
    LINE_REFUNDS(Table.LINES, 2);

    private final Table table;
    private final int width;

    /** What a column has a number for each of. */
    enum Table {
        PERSONS,
        BILLS,
        LINES;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ClaimsColumn(Table table, int width) {
        this.table = table;
        this.width = width;
    }

    Table table() {
        return table;
    }

    /** Bytes of a number: 1, 2, 4 or 8. */
    int width() {
        return width;
    }

    /** The name in the manifest; the file is this with {@code .bin}. */
    String word() {
        String below = name().substring(name().indexOf('_') + 1).toLowerCase(Locale.ROOT);
        return table.word() + "." + below;
    }

    String file() {
        return word() + ".bin";
    }
}
