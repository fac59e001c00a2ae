package org.tongchou.platform.gateway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A transaction of the national interface.
 *
 * @param number {@code infno}: {@code 1101}, {@code 2203A}
 * @param name its name
 * @param in nodes of the input
 * @param out nodes of the output; none when it only answers that all went well
 * @param upload columns of the file that goes with it
 * @param result columns of the file that comes back
 */
public record Transaction(
        String number, String name, List<Node> in, List<Node> out, Optional<Node> upload, Optional<Node> result) {
    /** Copies the lists. */
    public Transaction {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** A node of the input. */
    public Node in(String node) {
        return find(in, node);
    }

    /** A node of the output. */
    public Node out(String node) {
        return find(out, node);
    }

    private Node find(List<Node> nodes, String wanted) {
        return nodes.stream()
                .filter(node -> node.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(number + " has no node " + wanted));
    }
}
