package org.tongchou.platform.gateway.wire;

import java.util.List;
import java.util.Optional;

/**
 * A node of a transaction's input or output, or the rows of its file.
 *
 * @param name name on the wire; empty when the fields stand in the input or output itself
 * @param repeats whether it is a list
 * @param fields in their order
 */
public record Node(String name, boolean repeats, List<FieldSpec> fields) {
    /** Copies the list. */
    public Node {
        fields = List.copyOf(fields);
    }

    /** The field of a name. */
    public Optional<FieldSpec> field(String wanted) {
        return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }
}
