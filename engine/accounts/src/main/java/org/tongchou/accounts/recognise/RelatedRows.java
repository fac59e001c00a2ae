package org.tongchou.accounts.recognise;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.ProblemCode;
import org.tongchou.money.PrintedNumber;

/**
 * Chooses between several ways to line up a damaged row by its relatives: a part is never larger than the row above it in
 * the code tree, nor smaller than one below.
 */
final class RelatedRows {
    private RelatedRows() {}

    /** The rows with every choice made; a row that was lined up another way than by position is reported. */
    static List<CodedRows.Repaired> settle(List<CodedRows.Repaired> rows, Problems problems) {
        List<CodedRows.Repaired> settled = new ArrayList<>(rows);
        for (int i = 0; i < settled.size(); i++) {
            CodedRows.Repaired row = settled.get(i);
            RowDraft draft = row.draft();
            if (draft.alternatives().isEmpty()) {
                continue;
            }
            List<List<RowDraft.Value>> ways = new ArrayList<>();
            ways.add(draft.values());
            ways.addAll(draft.alternatives());
            List<RowDraft.Value> best = ways.stream()
                    .min(Comparator.comparingInt(way -> contradictions(row, way, settled)))
                    .orElse(draft.values());
            settled.set(i, new CodedRows.Repaired(draft.withValues(best), row.total(), row.repeated()));
            if (!draft.shifted() && !texts(best).equals(texts(draft.values()))) {
                problems.add(
                        ProblemCode.ROW_SHIFTED,
                        draft.source().place(),
                        String.join("|", draft.source().cells()),
                        "本行多出空格，已按各列之和与上下级科目对齐");
            }
        }
        return settled;
    }

    private static List<String> texts(List<RowDraft.Value> values) {
        return values.stream().map(value -> Words.squeeze(value.text())).toList();
    }

    private static int contradictions(CodedRows.Repaired row, List<RowDraft.Value> way, List<CodedRows.Repaired> rows) {
        int contradictions = 0;
        for (CodedRows.Repaired other : rows) {
            // A row that is itself in doubt says nothing.
            boolean doubtful =
                    other.draft().shifted() || !other.draft().alternatives().isEmpty();
            if (doubtful || other.draft().band().start() != row.draft().band().start()) {
                continue;
            }
            if (isAbove(other, row)) {
                contradictions += exceeding(way, other.draft().values()) + brokenSums(other, row, way, rows);
            } else if (isAbove(row, other)) {
                contradictions += exceeding(other.draft().values(), way);
            }
        }
        return contradictions;
    }

    /** Columns in which the direct parts of a row, one of them lined up this way, do not make its figure. */
    private static int brokenSums(
            CodedRows.Repaired parent,
            CodedRows.Repaired row,
            List<RowDraft.Value> way,
            List<CodedRows.Repaired> rows) {
        String above = parent.draft().code();
        String code = row.draft().code();
        if (above == null || code == null || code.length() != above.length() + 2) {
            return 0;
        }
        int broken = 0;
        for (int column = 0; column < way.size(); column++) {
            BigDecimal sum = BigDecimal.ZERO;
            int parts = 0;
            for (CodedRows.Repaired other : rows) {
                String sibling = other.draft().code();
                if (sibling != null && sibling.length() == code.length() && sibling.startsWith(above)) {
                    List<RowDraft.Value> values =
                            other.equals(row) ? way : other.draft().values();
                    sum = sum.add(column < values.size() ? value(values.get(column)) : BigDecimal.ZERO);
                    parts++;
                }
            }
            BigDecimal difference = sum.subtract(value(parent.draft().values().get(column)));
            broken += difference.abs().compareTo(BigDecimal.valueOf(parts + 1L, 2)) > 0 ? 1 : 0;
        }
        return broken;
    }

    private static boolean isAbove(CodedRows.Repaired upper, CodedRows.Repaired lower) {
        @Nullable String above = upper.draft().code();
        @Nullable String below = lower.draft().code();
        if (upper.total()) {
            return !lower.total();
        }
        return above != null && below != null && below.length() > above.length() && below.startsWith(above);
    }

    private static int exceeding(List<RowDraft.Value> part, List<RowDraft.Value> whole) {
        int count = 0;
        for (int i = 0; i < part.size() && i < whole.size(); i++) {
            count += value(part.get(i)).compareTo(value(whole.get(i))) > 0 ? 1 : 0;
        }
        return count;
    }

    private static BigDecimal value(RowDraft.Value value) {
        return Words.number(value.text()).map(PrintedNumber::value).orElse(BigDecimal.ZERO);
    }
}
