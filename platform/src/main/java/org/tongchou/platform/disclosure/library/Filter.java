package org.tongchou.platform.disclosure.library;

import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.model.DocumentKind;
import org.tongchou.platform.disclosure.analysis.SearchPattern;
import org.tongchou.platform.web.Refusal;

/**
 * Which publications are wanted; bound from query parameters.
 *
 * @param q words in the title, the department or the region; any when null
 * @param region pooling region; any when null
 * @param year budget year; any when null
 * @param kind 预算 or 决算; any when null
 * @param state published (those that stand), replaced, withdrawn or all; those that stand when null
 */
public record Filter(
        @Nullable String q,
        @Nullable String region,
        @Nullable Integer year,
        @Nullable String kind,
        @Nullable String state) {
    private static final int LONGEST = 100;

    /** Refuses what cannot be meant; blank is any. */
    public Filter {
        q = blankToNull(q);
        region = blankToNull(region);
        kind = blankToNull(kind);
        state = blankToNull(state);
        if (q != null && q.length() > LONGEST) {
            throw Refusal.field("E-DIS-010", "检索词", q, "不超过 " + LONGEST + " 个字");
        }
        if (kind != null && !kind.equals("预算") && !kind.equals("决算")) {
            throw Refusal.field("E-DIS-011", "类型", kind, "预算或决算");
        }
        if (state != null && !state.matches("published|replaced|withdrawn|all")) {
            throw Refusal.field("E-DIS-012", "状态", state, "published、replaced、withdrawn 或 all");
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** The words as a pattern for {@code ilike}; null for any. */
    @Nullable
    String pattern() {
        return SearchPattern.of(q);
    }

    /** The kind as it is stored; null for any. */
    @Nullable
    String storedKind() {
        return kind == null
                ? null
                : kind.equals(DocumentKind.BUDGET.printed()) ? DocumentKind.BUDGET.name() : DocumentKind.FINAL.name();
    }

    /** The state; those that stand when nothing was said. */
    String wantedState() {
        return state == null ? "published" : state;
    }
}
