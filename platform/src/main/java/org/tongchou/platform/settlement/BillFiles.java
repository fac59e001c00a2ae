package org.tongchou.platform.settlement;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.web.Page;
import org.tongchou.platform.web.PageQuery;

/** Settlements as people read them. Whoever asks has made sure that the reader may see them. */
public interface BillFiles {
    /** A settlement with all that belongs to it. */
    Optional<BillFile> find(String number);

    /**
     * Settlements of a person, the latest first.
     *
     * @param persons all ids of the person
     * @param year only of this year; null for all
     */
    Page<BillRow> of(Collection<Long> persons, @Nullable Integer year, PageQuery page);

    /** What a person used up in a year; what is nought is left out. */
    List<Accumulator> accumulated(Collection<Long> persons, int year);

    /** The printed slip (结算单) as a page: well-formed HTML. */
    String slip(BillFile bill);

    /** The printed slip as PDF. */
    byte[] slipPdf(BillFile bill);

    /**
     * A counter.
     *
     * @param counter its name in the rules
     * @param meaning what people read
     * @param unit 元 (then the number is in fen), 次, 天 …
     * @param value what was used up
     */
    record Accumulator(String counter, String meaning, String unit, long value) {}
}
