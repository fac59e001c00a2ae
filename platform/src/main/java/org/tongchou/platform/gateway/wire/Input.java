package org.tongchou.platform.gateway.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The checked input of a call. */
public final class Input {
    private final Transaction transaction;
    private final Map<String, List<Row>> nodes;

    Input(Transaction transaction, Map<String, List<Row>> nodes) {
        this.transaction = transaction;
        this.nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
    }

    /** A node that stands once; without values when it was not sent and need not be. */
    public Row row(String node) {
        List<Row> rows = rows(node);
        return rows.isEmpty() ? Row.empty(transaction.in(node)) : rows.get(0);
    }

    /** The only node of a transaction that has one. */
    public Row row() {
        return row(transaction.in().get(0).name());
    }

    /** The repetitions of a node, in their order. */
    public List<Row> rows(String node) {
        return nodes.getOrDefault(node, List.of());
    }
}
