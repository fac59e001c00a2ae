package org.tongchou.platform.accounts.document;

import org.tongchou.platform.accounts.EntryKind;

/**
 * The entries of a book that agree in everything a document looks at, added up.
 *
 * @param unitId the unit
 * @param kind kind of entry
 * @param functional functional code; may be empty
 * @param economic economic code; may be empty
 * @param fund source of money
 * @param nature nature of expenditure; empty for income
 * @param fen their sum
 */
record EntryGroup(
        long unitId, EntryKind kind, String functional, String economic, String fund, String nature, long fen) {}
