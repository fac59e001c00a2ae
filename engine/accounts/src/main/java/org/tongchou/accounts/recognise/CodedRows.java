package org.tongchou.accounts.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.source.ProblemCode;

/**
 * Repairs what text extraction did to the rows of a coded table: a total that carries the code of the row below it, totals
 * repeated on a new page, names broken over two rows.
 */
final class CodedRows {
    /** A repaired row; {@code total} for 合计 whatever its print says, {@code repeated} for a total printed again. */
    record Repaired(RowDraft draft, boolean total, boolean repeated) {}

    private CodedRows() {}

    static List<Repaired> repair(TableDraft table, Problems problems) {
        List<TableDraft.Entry> entries = joinNames(table);
        List<Repaired> rows = new ArrayList<>();
        @Nullable RowDraft total = null;
        @Nullable String handedDown = null;
        for (int i = 0; i < entries.size(); i++) {
            RowDraft draft = entries.get(i).draft();
            RowDraft next = i + 1 < entries.size() ? entries.get(i + 1).draft() : null;
            if (handedDown != null && draft.code() == null && !isTotal(table, draft)) {
                draft = draft.withCode(handedDown);
            }
            handedDown = null;
            boolean named = isTotal(table, draft);
            boolean again = total != null
                    && entries.get(i).firstOfPage()
                    && draft.hasFigures()
                    && texts(draft).equals(texts(total))
                    && (named || draft.name().isEmpty());
            boolean carriesNextCode = total == null
                    && !named
                    && draft.code() != null
                    && next != null
                    && draft.code().equals(next.code())
                    && draft.name().isEmpty();
            if (again) {
                problems.add(ProblemCode.ROW_REPEATED, draft.source().place(), "合计", "跨页重复的合计行，不重复计入");
                if (next != null && next.code() == null) {
                    handedDown = draft.code();
                    reportShift(draft, problems);
                }
                rows.add(new Repaired(draft.withCode(null).withName("合计"), true, true));
            } else if (carriesNextCode) {
                reportShift(draft, problems);
                total = draft.withCode(null).withName("合计");
                rows.add(new Repaired(total, true, false));
            } else {
                if (named && total == null) {
                    total = draft;
                }
                rows.add(new Repaired(draft, named, false));
            }
        }
        return rows;
    }

    private static void reportShift(RowDraft draft, Problems problems) {
        problems.add(
                ProblemCode.ROW_SHIFTED,
                draft.source().place(),
                Objects.requireNonNullElse(draft.code(), ""),
                "合计行印着下一行的科目编码“" + draft.code() + "”，编码列错上一行，已还原为合计");
    }

    private static List<String> texts(RowDraft draft) {
        return draft.values().stream().map(value -> Words.squeeze(value.text())).toList();
    }

    private static boolean isTotal(TableDraft table, RowDraft draft) {
        return table.names().role(null, draft.name()).filter("合计"::equals).isPresent();
    }

    /** A name that goes on in the next row belongs to the row above. */
    private static List<TableDraft.Entry> joinNames(TableDraft table) {
        List<TableDraft.Entry> entries = new ArrayList<>();
        for (TableDraft.Entry entry : table.entries()) {
            RowDraft draft = entry.draft();
            boolean rest = draft.code() == null
                    && !draft.hasFigures()
                    && table.names().role(null, draft.name()).isEmpty()
                    && !entries.isEmpty();
            if (rest) {
                int last = entries.size() - 1;
                RowDraft above = entries.get(last).draft();
                entries.set(
                        last,
                        new TableDraft.Entry(
                                above.withName(above.name() + draft.name()),
                                entries.get(last).firstOfPage()));
            } else {
                entries.add(entry);
            }
        }
        return entries;
    }
}
