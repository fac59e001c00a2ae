package org.tongchou.platform.accounts.book;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.Where;

/**
 * Which entries of a book are wanted; bound from query parameters. Everything but the book may be left out.
 *
 * @param bookId the book
 * @param kinds kinds of entry, by their code
 * @param unitIds units
 * @param from first day
 * @param to last day
 * @param functionalCode first digits of the functional code
 * @param economicCode first digits of the economic code
 * @param fund source of money
 * @param nature nature of expenditure
 * @param projectId the project
 * @param batchId the batch they were imported with
 * @param text a part of the summary, the counterparty or the voucher number
 * @param minFen smallest amount
 * @param maxFen largest amount
 * @param roundFen only amounts that are multiples of this, in fen
 * @param state {@code live} for entries that count, {@code reversed} for reversed ones and their mirrors
 */
public record EntryFilter(
        long bookId,
        @Nullable List<String> kinds,
        @Nullable List<Long> unitIds,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String functionalCode,
        @Nullable String economicCode,
        @Nullable String fund,
        @Nullable String nature,
        @Nullable Long projectId,
        @Nullable Long batchId,
        @Nullable String text,
        @Nullable Long minFen,
        @Nullable Long maxFen,
        @Nullable Long roundFen,
        @Nullable String state) {
    private static final String REVERSED =
            "(e.reverses is not null or exists (select from accounts.entry m where m.year = e.year and m.reverses = e.id))";

    Where where(Book book, Iterable<Long> unitsInScope) {
        Where where = new Where()
                .and("e.year = :year", "year", book.year())
                .and("e.book_id = :book", "book", book.id())
                .and("e.unit_id in (:scope)", "scope", unitsInScope)
                .when(from, "e.entry_date >= :from", "from")
                .when(to, "e.entry_date <= :to", "to")
                .when(functionalCode, "starts_with(e.functional_code, :functional)", "functional")
                .when(economicCode, "starts_with(e.economic_code, :economic)", "economic")
                .when(fund, "e.fund = :fund", "fund")
                .when(nature, "e.nature = :nature", "nature")
                .when(projectId, "e.project_id = :project", "project")
                .when(batchId, "e.batch_id = :batch", "batch")
                .when(minFen, "e.fen >= :min", "min")
                .when(maxFen, "e.fen <= :max", "max")
                .when(text, """
                        (strpos(lower(e.summary), lower(:text)) > 0 or strpos(lower(e.counterparty), lower(:text)) > 0
                            or strpos(lower(e.voucher_no), lower(:text)) > 0)
                        """, "text");
        if (kinds != null && !kinds.isEmpty()) {
            where.and("e.kind in (:kinds)", "kinds", kinds);
        }
        if (unitIds != null && !unitIds.isEmpty()) {
            where.and("e.unit_id in (:units)", "units", unitIds);
        }
        if ("live".equals(state)) {
            where.and("not " + REVERSED);
        } else if ("reversed".equals(state)) {
            where.and(REVERSED);
        }
        return where;
    }
}
