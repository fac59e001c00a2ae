package org.tongchou.accounts.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongchou.accounts.check.language.Vocabulary;
import org.tongchou.accounts.model.Row;
import org.tongchou.accounts.model.Side;
import org.tongchou.accounts.model.Table;

/**
 * The coded rows of one table as a tree: a row belongs under the longest printed code that its own code starts with.
 * Repeated rows are left out. The order of rows does not matter.
 */
final class CodeTree {
    private final List<Row> coded = new ArrayList<>();
    private final List<Row> top = new ArrayList<>();
    private final Map<String, List<Row>> children = new HashMap<>();
    private final Set<Integer> depths = new HashSet<>();

    CodeTree(Table table) {
        Set<String> codes = new HashSet<>();
        for (Row row : table.rows()) {
            String code = row.effectiveCode();
            if (code != null && !row.repeated() && Vocabulary.isCode(code)) {
                coded.add(row);
                codes.add(code);
                depths.add(code.length());
            }
        }
        for (Row row : coded) {
            String parent = parent(codeOf(row), codes);
            if (parent == null) {
                top.add(row);
            } else {
                children.computeIfAbsent(parent, any -> new ArrayList<>()).add(row);
            }
        }
    }

    private static @Nullable String parent(String code, Set<String> codes) {
        for (int length = code.length() - 2; length >= 3; length -= 2) {
            String prefix = code.substring(0, length);
            if (codes.contains(prefix)) {
                return prefix;
            }
        }
        return null;
    }

    /** The code of a coded row. */
    static String codeOf(Row row) {
        String code = row.effectiveCode();
        return code == null ? "" : code;
    }

    /** All coded rows in printed order. */
    List<Row> coded() {
        return coded;
    }

    /** Rows with nothing above them, on a side when given. */
    List<Row> top(@Nullable Side side) {
        return top.stream().filter(row -> side == null || row.side() == side).toList();
    }

    /** Rows directly below a code. */
    List<Row> children(String code) {
        return children.getOrDefault(code, List.of());
    }

    /** Codes with rows below them, in printed order. */
    List<String> parents() {
        return coded.stream()
                .map(CodeTree::codeOf)
                .distinct()
                .filter(children::containsKey)
                .toList();
    }

    /** Rows with nothing below them. */
    List<Row> leaves() {
        return coded.stream().filter(row -> !children.containsKey(codeOf(row))).toList();
    }

    /** Whether the table prints codes of this length at all. */
    boolean hasDepth(int length) {
        return depths.contains(length);
    }

    boolean isEmpty() {
        return coded.isEmpty();
    }
}
