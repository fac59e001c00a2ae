package org.tongchou.platform.settlement.view;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.tongchou.platform.database.Where;
import org.tongchou.platform.web.Given;
import org.tongchou.platform.web.Refusal;

/**
 * Which settlements are asked for; nothing said means all.
 *
 * @param text beginning of a name, 人员编号, certificate number, 结算ID, 就诊ID or id of the call
 * @param personId a person
 * @param provider code of the provider
 * @param from from this day on
 * @param to up to this day
 * @param kind word of the pack
 * @param scheme word of the pack
 * @param state 有效, 已撤销, 已冲正, 撤销 or 冲正
 * @param leastFen 医疗费总额 of at least this, mirrors by their size
 * @param mostFen 医疗费总额 of at most this
 */
record BillSearch(
        @Nullable String text,
        @Nullable Long personId,
        @Nullable String provider,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String kind,
        @Nullable String scheme,
        @Nullable String state,
        @Nullable Long leastFen,
        @Nullable Long mostFen) {
    /** The state of a settlement {@code s} with its mirror {@code m}. */
    static final String STATE =
            "case when s.reverses is not null then s.kept when m.id is null then '有效' else '已' || m.kept end";

    /** Only settlements of a person and year. */
    static BillSearch of(@Nullable Integer year) {
        return new BillSearch(
                null,
                null,
                null,
                year == null ? null : LocalDate.of(year, 1, 1),
                year == null ? null : LocalDate.of(year, 12, 31),
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * The condition on {@code s}, its visit {@code v} and its mirror {@code m}.
     *
     * @param persons ids of those whom text and person mean; null when neither was given or the text means nobody
     */
    Where where(@Nullable Collection<Long> persons) {
        LocalDate first = Given.dayOrNone("起始日期", from);
        LocalDate last = Given.dayOrNone("截止日期", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw Refusal.field("E-SET-060", "截止日期", last.toString(), "不早于起始日期 " + first);
        }
        Where where = new Where()
                .when(provider, "s.provider = :provider", "provider")
                .when(first, "s.settled_on >= :from", "from")
                .when(last, "s.settled_on <= :to", "to")
                .when(kind, "s.kind = :kind", "kind")
                .when(scheme, "s.scheme = :scheme", "scheme")
                .when(state, STATE + " = :state", "state")
                .when(leastFen, "abs(s.total_fen) >= :least", "least")
                .when(mostFen, "abs(s.total_fen) <= :most", "most");
        if (persons != null) {
            where.and("s.person_id = any(:persons)", "persons", persons.toArray(Long[]::new));
        } else if (!Given.text(text).isEmpty()) {
            where.and("""
                    s.id in (select id from settlement.settlement where number = :text or message = :text
                        union select settlement_id from settlement.restored where number = :text
                        union select b.id from settlement.settlement b join settlement.visit n on n.id = b.visit_id
                            where n.number = :text)""", "text", Given.text(text));
        }
        return where;
    }
}
