package org.tongchou.platform.gateway.service;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.tongchou.platform.gateway.wire.Call;
import org.tongchou.platform.gateway.wire.Input;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Row;
import org.tongchou.platform.web.Actor;

/**
 * A call that is being answered.
 *
 * @param call what came in
 * @param input its checked input
 * @param actor the institution, as the rooms behind see it
 * @param now the time of the call
 */
public record Exchange(Call call, Input input, Actor actor, LocalDateTime now) {
    /** The only node of the input. */
    Row row() {
        return input.row();
    }

    /** A node of the input that stands once. */
    Row row(String node) {
        return input.row(node);
    }

    /** A node of the input that repeats. */
    List<Row> rows(String node) {
        return input.rows(node);
    }

    /** The institution. */
    String institution() {
        return call.institution();
    }

    /** An empty output of the transaction. */
    Output output() {
        return new Output(call.transaction());
    }

    /** An output with one node. */
    Output output(String node, Map<String, ?> values) {
        return output().node(node, values);
    }
}
